# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks as a file of bookmarks, in the form of Netscape that browsers write and read.

The form: "Netscape Bookmark File Format", learn.microsoft.com, Internet Explorer, aa753582.
What it has no place for stands in `data-` attributes, which browsers pass over.
"""

import datetime
import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from asem_reader.core.exchange.entry import from_entry, is_address, to_entry
from asem_reader.core.exchange.parcel import DEEPEST, Parcel, Unreadable, packed
from asem_reader.core.exchange.tag import Tag, line_of, tags
from asem_reader.core.marks.mark import Folder, Mark, lineage
from asem_reader.core.place import Slug

HEAD = "<!DOCTYPE NETSCAPE-Bookmark-file-1>"

_SHORT = 60
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
# Beside HREF, ADD_DATE, LAST_MODIFIED, TAGS, the folder above and the note below.
_OWN = (
    *("id", "kind", "colour", "words", "quote", "before", "after", "nth", "position"),
    *("deleted", "waiting", "tags"),
)
_INDENT = re.compile(r"\n[ \t]*\Z")


def written(parcel: Parcel, titles: Mapping[Slug, str]) -> str:
    """Return a parcel as bookmarks: folders nested, marks without a folder at the top."""
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
            yield f"{indent}    <DT>{_anchor(mark, titles.get(mark.slug, mark.slug))}"
            if mark.body:
                yield f"{indent}    <DD>{_escaped(mark.body)}"
        yield f"{indent}</DL><p>"

    meta = '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">'
    head = (HEAD, meta, "<TITLE>ASEM Reader marks</TITLE>", "<H1>ASEM Reader marks</H1>")
    return "\n".join((*head, *lines("", 0))) + "\n"


def read(text: str, now: str) -> Parcel:
    """Return the parcel that a file of bookmarks holds: what leads to a place in a Library, and its folders.

    Raises:
        Unreadable: it is none, or a mark in it is wrong; with its line.
    """
    if text.lstrip()[: len(HEAD)].upper() != HEAD.upper():
        raise Unreadable(f"it does not begin with “{HEAD}”", 1)
    reading = _Reading()
    marks: list[Mark] = []
    beside: Counter[str] = Counter()
    at = 0
    try:
        for tag in tags(text):
            at = tag.at
            reading.walk(tag)
        reading.end_note()
        for where, entry in reading.entries:
            at = where
            marks.append(from_entry({"position": str(beside[entry["folder"]]), **entry}, now))
            beside[entry["folder"]] += 1
    except Unreadable:
        raise
    except ValueError as error:
        raise Unreadable(str(error), line_of(text, at)) from None
    return packed(marks, reading.folders, reading.left_out)


class _Reading:
    """Walks through a file of bookmarks, of which nothing can be relied on.

    Attributes:
        entries: what leads to a place, with where it stands, as `from_entry` takes it.
        folders: those that this program wrote; a browser's come with the marks that stand in them.
    """

    def __init__(self) -> None:
        self.entries: list[tuple[int, dict[str, str]]] = []
        self.folders: list[Folder] = []
        self.left_out = 0
        self._path: list[str] = []
        self._named = ""
        self._last: dict[str, str] | None = None
        self._note: list[str] | None = None

    def walk(self, tag: Tag) -> None:
        """Take in a tag.

        Raises:
            ValueError: folders lie too deep.
        """
        if tag.name in ("dt", "dl", "dd", "h3", "a") and not (tag.name == "a" and tag.closes):
            self.end_note()
        if self._note is not None:
            self._note.append(tag.behind)
        elif tag.name == "dl":
            self._enter() if not tag.closes else self._leave()
        elif tag.closes:
            return
        elif tag.name == "h3":
            self._name(tag)
        elif tag.name == "a" and "href" in tag.attributes:
            self._take(tag)
        elif tag.name == "dd" and self._last is not None:
            self._note = [tag.behind]

    def end_note(self) -> None:
        """Give the note that was read to what it stands under."""
        if self._note is not None and self._last is not None:
            self._last["note"] = _INDENT.sub("", "".join(self._note))
        self._note = None

    def _enter(self) -> None:
        if len(self._path) > DEEPEST:
            raise ValueError(f"folder must not lie more than {DEEPEST} deep")
        self._path.append(self._named)
        self._named = ""

    def _leave(self) -> None:
        self._last = None
        if self._path:
            self._path.pop()

    def _name(self, tag: Tag) -> None:
        self._last = None
        self._named = " ".join(tag.behind.replace("/", "-").split())
        position = tag.attributes.get("data-position")
        if position is not None and self._named:
            digits = position.isascii() and position.isdecimal() and len(position) < 16
            path = "/".join(filter(None, (*self._path, self._named)))
            self.folders.append(Folder(path, int(position) if digits else 0))

    def _take(self, tag: Tag) -> None:
        given = tag.attributes
        address = given["href"].strip()
        if not is_address(address):
            self.left_out += 1
            self._last = None
            return
        times = {"created": _moment(given.get("add_date")), "modified": _moment(given.get("last_modified"))}
        own = {name: given[f"data-{name}"] for name in _OWN if f"data-{name}" in given}
        words = " ".join("-".join(word.split()) for word in given.get("tags", "").split(","))
        folder = "/".join(filter(None, self._path))
        self._last = {"tags": words, **own, **times, "address": address, "folder": folder}
        self.entries.append((tag.at, self._last))


def _anchor(mark: Mark, title: str) -> str:
    said = " ".join((mark.words or (mark.quote if mark.block else "")).split())
    short = said if len(said) <= _SHORT else f"{said[:_SHORT].rsplit(' ', 1)[0]} …"
    entry = to_entry(mark)
    known = {
        "HREF": entry["address"],
        "ADD_DATE": _seconds(mark.created),
        "LAST_MODIFIED": _seconds(mark.modified),
        "TAGS": ",".join(mark.tags),
        **{f"DATA-{name.upper()}": entry[name] for name in _OWN},
    }
    attributes = " ".join(f'{name}="{_escaped(value)}"' for name, value in known.items() if value)
    return f"<A {attributes}>{_escaped(': '.join(filter(None, (title, short))))}</A>"


def _escaped(text: str) -> str:
    """A text in HTML; a carriage return would be read as a line's end."""
    return html.escape(text).replace("\r", "&#13;")


def _seconds(moment: str) -> str:
    """A mark's time in seconds since 1970; empty if it is none."""
    try:
        return str(int((datetime.datetime.fromisoformat(moment) - _EPOCH).total_seconds()))
    except (ValueError, TypeError):
        return ""


def _moment(seconds: str | None) -> str:
    """The time that so many seconds since 1970 are; empty where browsers wrote none that can be."""
    try:
        return (_EPOCH + datetime.timedelta(seconds=int(seconds or ""))).isoformat()
    except (ValueError, OverflowError):
        return ""
