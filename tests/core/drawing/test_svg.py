# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A figure as SVG: a document by itself, with its text as text and its alternative in words."""

import pytest
from lxml import etree
from support.figures import crowded, labels

from asem_reader.core.drawing.figure import Figure, FigureTable, Label, Tone
from asem_reader.core.drawing.svg import svg

SVG = "{http://www.w3.org/2000/svg}"

charts = pytest.mark.parametrize("figure", crowded().values(), ids=crowded())


@charts
def test_a_figure_is_svg_with_its_alternative_and_every_label(figure: Figure) -> None:
    root = etree.fromstring(svg(figure).encode())
    assert (root.tag, root.get("role")) == (f"{SVG}svg", "img")
    assert [each.tag for each in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert (root[0].text, root[1].text) == (figure.title, f"{figure.alt} {figure.note}")
    assert [each.text for each in root.iter(f"{SVG}text")] == [label.text for label in labels(figure)]


@charts
def test_svg_runs_nothing_asks_for_nothing_and_is_grey(figure: Figure) -> None:
    root = etree.fromstring(svg(figure).encode())
    drawn = {etree.QName(each).localname for each in root.iter()}
    assert drawn <= {"svg", "title", "desc", "rect", "circle", "line", "text"}
    named = [name for each in root.iter() for name in each.attrib]
    assert not [name for name in named if "href" in name or name.startswith("on") or name == "style"]
    colours = {each.get(name) for each in root.iter() for name in ("fill", "stroke") if each.get(name)}
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


def test_text_in_a_figure_is_no_markup() -> None:
    text = '</text><script>alert("1")</script> & more'
    figure = Figure(text, text, 10, 10, (Label(0, 5, text, Tone.INK, 8),), FigureTable((), ()))
    root = etree.fromstring(svg(figure).encode())
    assert [each.text for each in root if each.tag != f"{SVG}rect"] == [text] * 3
