# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks as JSON, without loss: the form in which they are kept outside a Notebook."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from asem_reader.core.exchange.parcel import Parcel, Unreadable, packed, shallow, tidy
from asem_reader.core.language import N_, _
from asem_reader.core.marks.mark import Folder, Mark
from asem_reader.core.marks.record import from_record, to_folder, to_record
from asem_reader.core.place import BUNDLED

NAME = "asem-reader marks"
VERSION = 2
VERSION_OF_SEVERAL = 3  # that of marks on another Library than the bundled one, which version 2 cannot tell
VERSION_OF_VIEWS = 4  # that of marks on views, which version 3 takes for marks on their topics

_READ = (1, VERSION, VERSION_OF_SEVERAL, VERSION_OF_VIEWS)
_BETWEEN = re.compile(r"[ \t\r\n,:]*")
_NUMBERED = {"marks": N_("mark {number}: {reason}"), "folders": N_("folder {number}: {reason}")}
Entry = TypeVar("Entry")


def written(parcel: Parcel) -> str:
    """Return a parcel as JSON (RFC 8259), a line for each mark and each folder, as docs/marks.md has it."""
    several = any(mark.library != BUNDLED for mark in parcel.marks)
    version = VERSION_OF_SEVERAL if several else VERSION
    version = VERSION_OF_VIEWS if any(mark.view for mark in parcel.marks) else version
    head = f'{{\n  "format": {json.dumps(NAME)},\n  "version": {version},\n'
    folders = lines_of({"path": each.path, "position": each.position} for each in parcel.folders)
    marks = lines_of(map(to_record, parcel.marks))
    # Put together once: while megabytes are copied, no other thread goes on.
    return "".join((head, '  "folders": ', *folders, ',\n  "marks": ', *marks, "\n}\n"))


def read(text: str) -> Parcel:
    """Return the parcel of a JSON text of versions 1 to 4; `Unreadable` tells the line that is wrong."""
    record = parsed(text)
    if not isinstance(record, dict) or record.get("format") != NAME:
        raise Unreadable(_("it does not say that it is “{name}”").format(name=NAME))
    version = record.get("version")
    if isinstance(version, bool) or version not in _READ:
        known = _("it is of no version that is read here, {first} to {last}")
        raise Unreadable(known.format(first=_READ[0], last=_READ[-1]))
    folders = _entries(text, record, "folders", read_folder) if version > 1 else ()
    return packed(_entries(text, record, "marks", _mark), folders)


def parsed(text: str) -> object:
    """Return what a JSON text holds; `Unreadable` tells the line that is wrong."""
    try:
        # A hook lets other threads go on between objects; without one they wait until all is read.
        return json.loads(text, object_hook=lambda held: held)
    except json.JSONDecodeError as error:
        raise Unreadable(_("it is not JSON ({reason})").format(reason=error.msg), error.lineno) from None
    except ValueError as error:
        raise Unreadable(_("it is not JSON that can be read ({reason})").format(reason=error)) from None
    except RecursionError:
        too_deep = _("it is not JSON that can be read (its parts lie too deep in one another)")
        raise Unreadable(too_deep) from None


def _mark(record: object) -> Mark:
    return tidy(from_record(record))


def read_folder(record: object) -> Folder:
    """Return the folder that a record is; a ValueError names what is wrong."""
    folder = to_folder(record)
    shallow(folder.path)
    return folder


def _entries(
    text: str, record: dict[str, object], name: str, made: Callable[[object], Entry]
) -> tuple[Entry, ...]:
    entries = record.get(name)
    if not isinstance(entries, list):
        raise Unreadable(_("{name} must be a list").format(name=name))
    return tuple(each_read(entries, made, _(_NUMBERED[name]), lambda number: line_of(text, name, number)))


def each_read(
    items: list[object], read: Callable[[object], Entry], message: str, line: Callable[[int], int]
) -> Iterator[Entry]:
    """Yield what each item is read as; `Unreadable` tells one that is wrong, and its line."""
    for number, item in enumerate(items):
        try:
            yield read(item)
        except ValueError as error:
            raise Unreadable(message.format(number=number + 1, reason=error), line(number)) from None


def line_of(text: str, name: str, number: int) -> int:
    """Return the line on which an entry of a list of the outermost object begins, in a text that is JSON."""
    decode, starts = json.JSONDecoder().raw_decode, list[int]()
    at = _next(text, text.index("{") + 1)
    while text[at] != "}":
        key, at = decode(text, at)
        at = _next(text, at)
        if key == name and text[at] == "[":
            starts, at = [], _next(text, at + 1)  # of lists of one name, JSON's readers take the last
            while text[at] != "]":
                starts.append(at)
                at = _next(text, decode(text, at)[1])
            at += 1
        else:
            at = decode(text, at)[1]
        at = _next(text, at)
    return text.count("\n", 0, starts[number]) + 1


def _next(text: str, at: int) -> int:
    """The place of the next value or end in a text that is JSON: behind blanks, commas and colons."""
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def lines_of(records: Iterable[dict[str, object]]) -> Iterator[str]:
    """Yield a JSON list in pieces, each record on a line of its own."""
    before = "["
    for record in records:
        yield f"{before}\n    {json.dumps(record, ensure_ascii=False)}"
        before = ","
    yield "\n  ]" if before == "," else "[]"
