# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A line of text as spans of one kind each: from the Library's markup, for any form on paper."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from asem_reader.core.place import Place

# Block markup is the compiler's own (authoring/render.py): these elements, well nested, and nothing else.
_TOKEN = re.compile(
    r'<sup>(?P<cited>.*?)</sup>|<(?P<close>/?)(?P<tag>\w+)(?P<with>(?:"[^"]*"|[^">])*)>|(?P<text>[^<]+)'
)
_CELL = re.compile(r"<(t[dh])>(.*?)</\1>")
_ADDRESS = re.compile(r'href="(asem:[^"]*)"')
_NUMBERS = re.compile(r"(\d+)(?:</a>–<a[^>]*>(\d+))?</a>")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one kind, or the numbers of sources.

    Attributes:
        text: what is read; empty where there are only numbers.
        strong, emphatic: how it is set.
        to: where it leads in the Library; None for nowhere.
        cites: the numbers of sources that stand here, rising; only in a span without text.
    """

    text: str
    strong: bool = False
    emphatic: bool = False
    to: Place | None = None
    cites: tuple[int, ...] = ()


Line = tuple[Span, ...]


def spans(markup: str) -> Line:
    """Return a block's inner HTML, as the Library holds it, as spans."""
    found: list[Span] = []
    state = Span("")
    for token in _TOKEN.finditer(markup):
        if token["cited"] is not None:
            found.append(Span("", cites=_numbers(token["cited"])))
        elif token["text"]:
            # Every page on paper is made of these: `replace` would take three times as long.
            text = html.unescape(token["text"])
            found.append(Span(text, state.strong, state.emphatic, state.to))
        else:
            state = _changed(state, token["tag"], token["with"], closing=bool(token["close"]))
    return tuple(found)


def cells(markup: str) -> tuple[Line, ...]:
    """Return the cells of a table row, as the Library holds it, each as spans."""
    return tuple(spans(inner) for _, inner in _CELL.findall(markup))


def plain(line: Iterable[Span]) -> str:
    """Return what is read of a line, without the numbers of sources."""
    return "".join(span.text for span in line)


def cited(line: Iterable[Span]) -> tuple[int, ...]:
    """Return the numbers of sources in a line, in order of appearance."""
    return tuple(number for span in line for number in span.cites)


def _changed(state: Span, tag: str, attributes: str, *, closing: bool) -> Span:
    if tag == "strong":
        return replace(state, strong=not closing)
    if tag == "em":
        return replace(state, emphatic=not closing)
    address = None if closing else _ADDRESS.search(attributes)
    return replace(state, to=Place.parse(address[1]) if address else None)


def _numbers(markup: str) -> tuple[int, ...]:
    """The numbers of a citation; from three in a row the compiler writes only the first and the last."""
    pairs = ((int(first), int(last or first)) for first, last in _NUMBERS.findall(markup))
    return tuple(number for first, last in pairs for number in range(first, last + 1))
