# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Figures on paper: PDF/UA with their alternative text, their words as text, and their tables."""

from collections.abc import Callable

import pytest
from support.figures import crowded, labels
from support.pdf_layout import solid, type_sizes, words
from support.pdf_structure import structure

from asem_reader.core.drawing.figure import Figure, FigureTable, Label, Tone
from asem_reader.paper import drawing
from asem_reader.paper.typeset import Press
from asem_reader.paper.typstcode import literal

# What of the template the code asks for.
PREAMBLE = """
#set document(title: "Figures")
#set page(margin: 20mm)
#set text(font: "Source Serif 4", size: 10.5pt, lang: "en", hyphenate: false)
#set text(top-edge: 0.8em, bottom-edge: -0.2em)
#let breakable(string) = string
"""
Set = Callable[..., bytes]

charts = pytest.mark.parametrize("figure", crowded().values(), ids=crowded())


@pytest.fixture
def typeset(press: Press) -> Set:
    def typeset(*parts: str) -> bytes:
        return press.pdf(PREAMBLE + "\n".join(f"#{part}" for part in parts), "Figures")

    return typeset


@charts
def test_a_figure_on_paper_has_its_alternative_text(figure: Figure, typeset: Set) -> None:
    told = dict(structure(typeset(drawing.figure(figure))))
    assert told["Figure"] == f"{figure.title}. {figure.alt}"


@charts
def test_the_words_on_paper_are_those_of_the_figure(figure: Figure, typeset: Set) -> None:
    (page,) = words(typeset(drawing.figure(figure)))
    shown = [solid(label.text) for label in labels(figure)]
    assert [text for text in shown if text not in page] == []
    assert sorted(page) == sorted("".join(shown))  # the order of what stands on a line is PDFium's


@charts
def test_a_figure_fills_the_width_of_a_sheet_and_no_type_is_too_small(figure: Figure, typeset: Set) -> None:
    pdf = typeset(drawing.figure(figure))
    assert min(size for page in type_sizes(pdf) for size, __ in page) >= 7
    assert figure.width <= 170 / 25.4 * 72
    assert figure.height <= 700


@charts
def test_the_table_of_a_figure_is_a_table_with_a_head(figure: Figure, typeset: Set) -> None:
    pdf = typeset(drawing.table(figure.table))
    kinds = [kind for kind, __ in structure(pdf)]
    assert kinds.count("TH") == len(figure.table.head)
    whole = "".join(words(pdf))
    assert [cell for row in figure.table.rows for cell in row if solid(cell) not in whole] == []


def test_text_of_a_figure_is_no_code(typeset: Set) -> None:
    text = '#panic("x") \\ " $ * _ ]'
    figure = Figure(text, text, 300, 20, (Label(0, 10, text, Tone.INK, 8),), FigureTable((text,), ((text,),)))
    pdf = typeset(drawing.figure(figure), drawing.table(figure.table))
    assert words(pdf) == [solid(text) * 3]
    assert literal(text) in drawing.figure(figure)
