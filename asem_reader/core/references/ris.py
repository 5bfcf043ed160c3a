# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sources as RIS, the tagged format of Research Information Systems.

A tag of two letters, two blanks, a hyphen and a blank stand before each value; lines end with CR LF.
"""

from collections.abc import Iterable, Iterator

from asem_reader.core.content import Source
from asem_reader.core.dates import numbers
from asem_reader.core.language import _
from asem_reader.core.printing.citation import COPIED, address

_TYPES = {"official": "GOVDOC", "institution": "ELEC", "press": "NEWS", "reference": "ELEC"}


def written(sources: Iterable[Source]) -> str:
    """Return sources as records, each from its type to the end of record; a newspaper's name is in T2."""
    return "\r\n".join("".join(f"{tag}  - {value}\r\n" for tag, value in _record(each)) for each in sources)


def _record(source: Source) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(source.kind, "GEN")
    date = numbers(source.date)
    values = {
        "ID": source.name,
        "TI": source.title,
        "T2" if source.kind == "press" else "PB": source.publisher,
        "PY": f"{date[0]:04}" if date else "",
        "DA": _day(date),
        "UR": address(source),
        "N1": _(COPIED) if source.kind == "copy" else "",
    }
    for tag, value in values.items():
        if said := " ".join(value.split()):
            yield tag, said
    yield "ER", ""


def _day(date: tuple[int, ...]) -> str:
    """A date as ``YYYY/MM/DD/other``, in which what is not known is left empty."""
    if not date:
        return ""
    year, month, day = (*date, 0, 0)[:3]
    return f"{year:04}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/"
