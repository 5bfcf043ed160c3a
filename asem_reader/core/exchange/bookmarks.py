# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks as a file of bookmarks, in the form of Netscape that browsers write and read.

The form: "Netscape Bookmark File Format", learn.microsoft.com, Internet Explorer, aa753582.
What it has no place for stands in `data-` attributes, which browsers pass over.
"""

import datetime
import html
from collections.abc import Callable, Iterator, Mapping

from asem_reader.core.exchange.entry import to_entry
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.language import _
from asem_reader.core.marks.mark import Folder, Mark, lineage
from asem_reader.core.place import Slug

HEAD = "<!DOCTYPE NETSCAPE-Bookmark-file-1>"
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
# Beside HREF, ADD_DATE, LAST_MODIFIED, TAGS, the folder above and the note below.
OWN = (
    *("id", "kind", "colour", "words", "quote", "before", "after", "nth", "position"),
    *("deleted", "waiting", "tags"),
)
_SHORT = 60


def written(parcel: Parcel, titles: Mapping[Slug, str], view_said: Callable[[str], str] = str) -> str:
    """Return a parcel as bookmarks: folders nested, marks without a folder at the top.

    Titles are by slugs; `view_said` puts a view into words.
    """
    marks: dict[str, list[Mark]] = {}
    for mark in parcel.marks:
        marks.setdefault(mark.folder, []).append(mark)
    known = {folder.path: folder for folder in parcel.folders}
    for path in dict.fromkeys(path for folder in marks for path in lineage(folder)):
        known.setdefault(path, Folder(path))
    below: dict[str, list[Folder]] = {}
    for folder in known.values():
        below.setdefault(folder.parent, []).append(folder)

    def lines(path: str, depth: int) -> Iterator[str]:
        indent = "    " * depth
        yield f"{indent}<DL><p>"
        for folder in below.get(path, ()):
            yield f'{indent}    <DT><H3 DATA-POSITION="{folder.position}">{_escaped(folder.name)}</H3>'
            yield from lines(folder.path, depth + 1)
        for mark in marks.get(path, ()):
            yield f"{indent}    <DT>{_anchor(mark, titles.get(mark.slug, mark.slug), view_said(mark.view))}"
            if mark.body:
                yield f"{indent}    <DD>{_escaped(mark.body)}"
        yield f"{indent}</DL><p>"

    meta = '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">'
    title = _escaped(_("ASEM Reader marks"))
    head = (HEAD, meta, f"<TITLE>{title}</TITLE>", f"<H1>{title}</H1>")
    return "\n".join((*head, *lines("", 0))) + "\n"


def _anchor(mark: Mark, title: str, view: str) -> str:
    said = " ".join((mark.words or (mark.quote if mark.block else view)).split())
    short = said if len(said) <= _SHORT else f"{said[:_SHORT].rsplit(' ', 1)[0]} …"
    entry = to_entry(mark)
    known = {
        "HREF": entry["address"],
        "ADD_DATE": _seconds(mark.created),
        "LAST_MODIFIED": _seconds(mark.modified),
        "TAGS": ",".join(mark.tags),
        **{f"DATA-{name.upper()}": entry[name] for name in OWN},
    }
    attributes = " ".join(f'{name}="{_escaped(value)}"' for name, value in known.items() if value)
    return f"<A {attributes}>{_escaped(': '.join(filter(None, (title, short))))}</A>"


def _escaped(text: str) -> str:
    """A text in HTML; a carriage return would be read as a line's end."""
    return html.escape(text).replace("\r", "&#13;")


def _seconds(moment: str) -> str:
    """A mark's time in seconds since 1970; empty if it is none."""
    try:
        return str(int((datetime.datetime.fromisoformat(moment) - EPOCH).total_seconds()))
    except (ValueError, TypeError):
        return ""
