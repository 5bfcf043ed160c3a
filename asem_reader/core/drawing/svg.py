# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Figures as SVG, for pages and files that leave the program (w3.org/TR/SVG11)."""

from html import escape

from asem_reader.core.drawing.figure import Dot, Drawn, Figure, Label, Rect, Stroke, Tone
from asem_reader.core.drawing.lettering import FAMILY
from asem_reader.core.drawing.palette import PRINTED

_FONT = ", ".join((f"'{FAMILY}'", "Georgia", "serif"))


def svg(chart: Figure) -> str:
    """Return a figure as SVG in print's colours, its text as text; without a script or a reference."""
    wide, high = f"{chart.width:.2f}", f"{chart.height:.2f}"
    size = f'width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}"'
    shapes = "\n".join(map(_shape, chart.plain_shapes()))
    told = " ".join(filter(None, (chart.alt, chart.note)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} font-family="{_FONT}">\n'
        f"<title>{_text(chart.title)}</title>\n<desc>{_text(told)}</desc>\n"
        f'<rect width="100%" height="100%" fill="{PRINTED[Tone.PAPER]}"/>\n{shapes}\n</svg>\n'
    )


def _shape(shape: Drawn) -> str:
    colour = PRINTED[shape.tone]
    match shape:
        case Rect(x, y, width, height):
            place = f'x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"'
            return f'<rect {place} fill="{colour}"/>'
        case Dot(x, y, radius, _, hollow):
            place = f'cx="{x:.2f}" cy="{y:.2f}"'
            if hollow:
                return (
                    f'<circle {place} r="{radius - 0.5:.2f}" fill="{PRINTED[Tone.PAPER]}" stroke="{colour}"/>'
                )
            return f'<circle {place} r="{radius:.2f}" fill="{colour}"/>'
        case Stroke(x1, y1, x2, y2, _, width):
            place = f'x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}"'
            return f'<line {place} stroke="{colour}" stroke-width="{width:g}"/>'
        case Label(x, y, text, _, size, anchor, strong):
            place = f'x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" text-anchor="{anchor}"'
            weight = ' font-weight="600"' if strong else ""
            return f'<text {place}{weight} fill="{colour}">{_text(text)}</text>'


def _text(plain: str) -> str:
    return escape(plain, quote=False)
