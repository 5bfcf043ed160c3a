# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Figures and their tables as Typst code: native shapes, and text that stays text."""

import re
from collections.abc import Iterable

from asem_reader.core.drawing.figure import Dot, Drawn, Figure, FigureTable, Label, Rect, Stroke, TextAnchor
from asem_reader.core.drawing.palette import PRINTED
from asem_reader.paper.typstcode import arguments, array, breakable, literal

# A label stands in a box that is wider than any, so that it is one line, with its baseline as its edge.
_HELPERS = """\
  let at(x, y, body) = place(top + left, dx: x * 1pt, dy: y * 1pt, body)
  let bar(x, y, w, h, tone) = at(x, y, rect(width: w * 1pt, height: h * 1pt, fill: rgb(tone)))
  let disc(x, y, r, tone) = at(x - r, y - r, circle(radius: r * 1pt, fill: rgb(tone)))
  let ring(x, y, r, tone) = at(x - r, y - r, circle(radius: r * 1pt, fill: white, stroke: 1pt + rgb(tone)))
  let stroke(x, y, to-x, to-y, w, tone) = at(0, 0, line(
    start: (x * 1pt, y * 1pt), end: (to-x * 1pt, to-y * 1pt), stroke: w * 1pt + rgb(tone),
  ))
  let said(x, y, by, size, weight, tone, words) = {
    set text(size: size * 1pt, weight: weight, fill: rgb(tone), top-edge: "baseline", bottom-edge: "baseline")
    at(x - by * 1000, y, box(width: 1000pt, align((left, center, right).at(int(by * 2)), words)))
  }
"""
_NARROW = 26  # letters of a column that is as wide as it needs
_BEFORE = {TextAnchor.START: 0, TextAnchor.MIDDLE: 0.5, TextAnchor.END: 1}
_NUMBER = re.compile(r"(?:[(−]?\d[\d.,–]*\)?(?:, .*)?)?$")  # or no figure; or one with a word on it


def figure(chart: Figure) -> str:
    """Return an expression that sets a figure, with its alternative text."""
    shapes = "".join(f"    {_shape(shape)}\n" for shape in chart.plain_shapes())
    size = f"width: {chart.width:.2f}pt, height: {chart.height:.2f}pt"
    # White, so that the line beside a margin for notes does not run through it.
    box = f"box({size}, fill: white, {{\n{shapes}  }})"
    values = {"alt": literal(f"{chart.title}. {chart.alt}"), "kind": "image", "outlined": "false"}
    return f"{{\n{_HELPERS}figure(\n{arguments(values)}  {box},\n)\n}}"


def table(twin: FigureTable) -> str:
    """Return an expression that sets the table of a figure; columns of numbers stand to the right."""
    columns = list(zip(*twin.rows, strict=True)) if twin.rows else [()] * len(twin.head)
    sides = ("right" if all(map(_NUMBER.match, column)) else "left" for column in columns)
    values = {
        "columns": array(map(_width, twin.head, columns)),
        "align": array(sides),
        "inset": "(left: 0pt, right: 1.1em, top: 0.02em, bottom: 0.2em)",
        "stroke": "(x: none, top: none, bottom: 0.2pt)",
    }
    head = f"  table.header({', '.join(f'strong({breakable(text)})' for text in twin.head)}),\n"
    rows = "".join(f"  {_cells(row)},\n" for row in twin.rows)
    return f"table(\n{arguments(values)}{head}{rows})"


def _width(head: str, column: Iterable[str]) -> str:
    """As wide as it needs, or by how long its cells are, the longest as much as all the others."""
    letters = [len(head), *(len(cell) for cell in column)]
    shared = f"{max(letters) / 2 + sum(letters) / len(letters):.0f}fr"
    return shared if max(letters) > _NARROW else "auto"


def _cells(row: Iterable[str]) -> str:
    return ", ".join(map(breakable, row))


def _shape(shape: Drawn) -> str:
    tone = literal(PRINTED[shape.tone])
    match shape:
        case Rect(x, y, width, height):
            return f"bar({x:.2f}, {y:.2f}, {width:.2f}, {height:.2f}, {tone})"
        case Dot(x, y, radius, _, hollow):
            name, inside = ("ring", radius - 0.5) if hollow else ("disc", radius)
            return f"{name}({x:.2f}, {y:.2f}, {inside:.2f}, {tone})"
        case Stroke(x1, y1, x2, y2, _, width):
            return f"stroke({x1:.2f}, {y1:.2f}, {x2:.2f}, {y2:.2f}, {width:.2f}, {tone})"
        case Label(x, y, text, _, size, anchor, strong):
            place = f"{x:.2f}, {y:.2f}, {_BEFORE[anchor]}, {size:g}, {600 if strong else 400}"
            return f"said({place}, {tone}, {literal(text)})"
