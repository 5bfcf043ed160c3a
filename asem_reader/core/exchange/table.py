# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks as a table: CSV by RFC 4180, that a spreadsheet can open without harm."""

import csv
import re
from collections.abc import Iterator, Mapping

from asem_reader.core.exchange.entry import NAMES, from_entry, to_entry
from asem_reader.core.exchange.parcel import Parcel, Unreadable, packed
from asem_reader.core.language import _
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import Slug

BOM = "\ufeff"  # without it, Excel takes UTF-8 for the letters of its country

_LONGEST_FIELD = 2**28
_DELIMITERS = ",;\t"  # European spreadsheets write semicolons
# What makes a spreadsheet take a cell for a formula: owasp.org/www-community/attacks/CSV_Injection.
_SIGNS = r"=+\-@\t\r\n＝＋－＠"
_RISKY = re.compile(rf"'*[{_SIGNS}]")
_GUARDED = re.compile(rf"'+[{_SIGNS}]")
_TOLD = re.compile(r"sep=([,;\t|])\s*", re.IGNORECASE)  # by which Excel is told the delimiter
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def written(parcel: Parcel, titles: Mapping[Slug, str]) -> str:
    """Return a parcel as CSV, with a header; a folder without marks has no row, and does not go along."""
    lines = _Lines([BOM])
    table = csv.writer(lines, lineterminator="\r\n")
    table.writerow(NAMES)
    for mark in parcel.marks:
        table.writerow(map(guarded, to_entry(mark, titles.get(mark.slug, "")).values()))
    return "".join(lines)


def read(text: str, now: str) -> Parcel:
    """Return the parcel of a CSV text with columns in any order; `Unreadable` tells the row that is wrong."""
    text = text.removeprefix(BOM)
    text = text if "\n" in text else text.replace("\r", "\n")  # as spreadsheets wrote for the first Macintosh
    lines = [found[0] for found in _LINE.finditer(text)]
    limit = csv.field_size_limit(_LONGEST_FIELD)  # of the module; a long note is no fault
    try:
        return packed(_marks(lines, now))
    finally:
        csv.field_size_limit(limit)


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe before what would be one."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell as it was before `guarded`."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _delimiter(head: str) -> tuple[str, bool]:
    """The delimiter by a table's first line, and whether that is all that the line is for."""
    told = _TOLD.fullmatch(head)
    return (told[1], True) if told else (max(_DELIMITERS, key=head.count), False)


def _marks(lines: list[str], now: str) -> Iterator[Mark]:
    delimiter, told = _delimiter(lines[0] if lines else "")
    # In place of the row that told it stands an empty one, so that lines are counted as they stand.
    table = csv.reader(["\n", *lines[1:]] if told else lines, delimiter=delimiter, strict=True)
    names: list[str] = []
    first = 1
    try:
        for row in table:
            if not names and row:
                names = [name.strip().lower() for name in row]
                if "address" not in names:
                    raise Unreadable(_("it has no column “address”, so it is no table of marks"), 1)
            elif any(cell.strip() for cell in row):
                yield from_entry(dict(zip(names, map(unguarded, row), strict=False)), now)
            first = table.line_num + 1
    except csv.Error as error:
        raise Unreadable(_("it is not CSV ({reason})").format(reason=error), first) from None
    except Unreadable:
        raise
    except ValueError as error:
        raise Unreadable(str(error), first) from None
    if not names:
        raise Unreadable(_("it is empty"))


class _Lines(list[str]):
    """A list that a csv.writer can write to."""

    write = list.append
