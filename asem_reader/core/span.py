# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Rich text as spans: what the Library holds of a block, and what every form of it is written from."""

import json
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, NamedTuple

from asem_reader.core.errors import BadAddress
from asem_reader.core.place import Place


class NotSpans(ValueError):
    """A text that `decoded` cannot read, for it is damaged."""


class Span(NamedTuple):
    """A run of text in one style, or the numbers of sources."""

    text: str  # what is read; empty where there are only numbers
    # How it is set.
    strong: bool = False
    emphatic: bool = False
    to: Place | None = None  # where it leads in the Library; None for nowhere
    tip: str = ""  # what is told of that place before one goes there; may be empty
    cites: tuple[int, ...] = ()  # the numbers of sources that stand here, rising; only in a span without text


Line = tuple[Span, ...]
Signs = tuple[str, str]  # those before and behind a text


def encoded(cells: Iterable[Line]) -> str:
    """Return lines as JSON (RFC 8259): an array of arrays of spans.

    Plain text is a string, numbers of sources are an array; any other span is an object with what it says.
    """
    lines = [[_item(span) for span in line] for line in cells]
    return json.dumps(lines, ensure_ascii=False, separators=(",", ":"))


def decoded(text: str) -> tuple[Line, ...]:
    """Return the lines that `encoded` wrote; `NotSpans` is raised for any other text."""
    try:
        return tuple(tuple(map(_span, line)) for line in json.loads(text))
    except (ValueError, TypeError, AttributeError, BadAddress) as error:
        raise NotSpans(text) from error


def plain(line: Iterable[Span]) -> str:
    """Return what is read of a line, without the numbers of sources."""
    return "".join(span.text for span in line)


def written(line: Line, said: Callable[[str], str], strong: Signs, emphasis: Signs) -> str:
    """Return a line with signs around what is set apart, one pair inside the other, as few as may be.

    `said` writes a text; the signs stand before and behind what is strong or emphatic.
    """
    signs, opened, parts = (strong, emphasis), list[int](), list[str]()
    styles = [{at for at, loud in enumerate((span.strong, span.emphatic)) if loud} for span in line]
    for at, wanted in enumerate((*styles, set[int]())):
        while not wanted.issuperset(opened):
            parts.append(signs[opened.pop()][1])
        for style in sorted(wanted.difference(opened), key=lambda style: -_end(styles, at, style)):
            opened.append(style)
            parts.append(signs[style][0])
        parts += (said(span.text) for span in line[at : at + 1])
    return "".join(parts)


def _end(styles: list[set[int]], start: int, style: int) -> int:
    """The first span behind `start` that has a style no more."""
    return next((at for at in range(start, len(styles)) if style not in styles[at]), len(styles))


def cited(line: Iterable[Span]) -> tuple[int, ...]:
    """Return the numbers of sources in a line, in order of appearance."""
    return tuple(number for span in line for number in span.cites)


def ranges(numbers: Iterable[int]) -> list[tuple[int, ...]]:
    """Return rising numbers one by one, but of three and more in a row the first and the last."""
    found: list[tuple[int, ...]] = []
    for _step, row in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _at, number in row]
        found += [(run[0], run[-1])] if len(run) > 2 else [(number,) for number in run]
    return found


def numbered(numbers: Iterable[int]) -> str:
    """Return numbers as they are read, such as ``1, 4–6``."""
    return ", ".join("–".join(map(str, part)) for part in ranges(numbers))


def _item(span: Span) -> str | tuple[int, ...] | dict[str, object]:
    if span.cites:
        return span.cites
    said = {name: value for name, value in span._asdict().items() if value}
    if span.to:
        said["to"] = span.to.address
    return said if len(said) > 1 else span.text


def _span(item: Any) -> Span:
    if isinstance(item, str):
        return Span(item)
    if isinstance(item, list):
        return Span("", cites=tuple(item))
    if "to" in item:
        item["to"] = Place.parse(item["to"])
    return Span(**item)
