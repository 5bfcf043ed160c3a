# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Text and its place, taken back out of a PDF."""

import math
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from asem_reader.paper import typeset

MM = 72 / 25.4

# What PDFium makes of a hyphen at the end of a line, in the text of an object.
_LINE_END_HYPHEN = "\x02"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its size and the boxes of its text, in points from the lower left corner.

    Attributes:
        boxes: left, bottom, right, top of each stretch of text, with its words.
    """

    width: float
    height: float
    boxes: tuple[tuple[float, float, float, float, str], ...]

    @property
    def margins(self) -> tuple[float, float, float, float]:
        """How far text stays from the edges: left, bottom, right, top; in mm."""
        left, bottom, right, top, _ = zip(*self.boxes, strict=True)
        return (
            min(left) / MM,
            min(bottom) / MM,
            (self.width - max(right)) / MM,
            (self.height - max(top)) / MM,
        )


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        yield document


def picture(pdf: bytes, index: int, dpi: float) -> typeset.PageImage:
    """A page as pixels, the first being 0."""
    with closing(typeset.PdfPages(pdf)) as pages:
        rows = math.ceil(pages.size(index)[1] * dpi / typeset.POINTS_AN_INCH)
        return pages.band(index, dpi, 0, rows)


def leaves(pdf: bytes) -> list[Leaf]:
    """All pages of a PDF."""
    with opened(pdf) as document:
        return [_leaf(document, index) for index in range(len(document))]


def type_sizes(pdf: bytes) -> list[list[tuple[float, str]]]:
    """For each page of a PDF its stretches of text, each with the size of its type in points."""
    with opened(pdf) as document:
        return [list(_type_sizes(document, index)) for index in range(len(document))]


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """The outline of a PDF: level from 1, title, number of the page."""
    with opened(pdf) as document:
        return [
            (mark.level + 1, mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()
        ]


def _leaf(document: pypdfium2.PdfDocument, index: int) -> Leaf:
    with closing(document[index]) as page, closing(page.get_textpage()) as layer:
        rects = [layer.get_rect(at) for at in range(layer.count_rects())]
        return Leaf(*page.get_size(), tuple((*rect, layer.get_text_bounded(*rect)) for rect in rects))


def _type_sizes(document: pypdfium2.PdfDocument, index: int) -> Iterator[tuple[float, str]]:
    with closing(document[index]) as page, closing(page.get_textpage()) as layer:
        for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=layer):
            yield round(text.get_font_size(), 2), text.extract().replace(_LINE_END_HYPHEN, "-")


def solid(text: str) -> str:
    """A text without white space, which means nothing in a PDF."""
    return "".join(text.split())


def words(pdf: bytes) -> list[str]:
    """What stands on each page, without white space."""
    return [solid(text) for text in typeset.text(pdf)]
