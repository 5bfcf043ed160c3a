# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sources as BibTeX, in entry types and fields of biblatex (ctan.org/pkg/biblatex, sections 2.1 and 2.2)."""

from collections.abc import Iterable

from asem_reader.core.content import Source
from asem_reader.core.dates import numbers
from asem_reader.core.language import _
from asem_reader.core.printing.citation import COPIED, address

# By the kind of a source: the type of its entry, and the field in which its publisher stands.
_TYPES = {
    "official": ("report", "institution"),
    "institution": ("online", "organization"),
    "press": ("article", "journaltitle"),
    "reference": ("online", "organization"),
    "copy": ("misc", "organization"),
}
_SIGNS = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "%&#$_"},
        # BibTeX counts braces, with a backslash before them too.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def written(sources: Iterable[Source]) -> str:
    """Return sources as entries in UTF-8, each by its name as the key.

    Titles and names stand in two pairs of braces: no style changes their capitals, and an “and” in the name
    of an institution does not make it two.
    """
    return "\n".join(map(_entry, sources))


def _entry(source: Source) -> str:
    kind, publisher = _TYPES.get(source.kind, _TYPES["reference"])
    fields = {
        "title": _whole(source.title),
        publisher: _whole(source.publisher),
        "date": f"{{{source.date}}}" if numbers(source.date) else "",
        "url": f"{{{address(source).translate(_IN_ADDRESS)}}}" if address(source) else "",
        "note": _whole(_(COPIED)) if source.kind == "copy" else "",
    }
    lines = (f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{source.name},\n{''.join(lines)}}}\n"


def _whole(text: str) -> str:
    return f"{{{{{' '.join(text.split()).translate(_SIGNS)}}}}}" if text.strip() else ""
