# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Typst documents into PDF, and PDF into page images and text; the only importer of both engines.

Importing this module is free: Typst (0.07 s) and PDFium (0.16 s) are imported by the first call that needs
them, so that neither the command line nor the first window pays for a press that stands still.
"""

from __future__ import annotations

import io
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from asem_reader.core.errors import NotTypeset
from asem_reader.core.language import _
from asem_reader.core.printing.fit import Fit, OutlineEntry, fits
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import Pack
from asem_reader.paper.glyphs import Glyphs
from asem_reader.paper.pagesetup import PageSetup

if TYPE_CHECKING:
    import typst

POINTS_AN_INCH = 72

# The same input shall give the same bytes. What a PDF says of its age is its edition's date, in the source.
_TIMESTAMP = 0

# What PDFium makes of a hyphen at the end of a line. Words are not hyphenated, so it is always a real one.
_LINE_END_HYPHEN = "\ufffe"

# Plain text in a document, and a comment on a line of its own; and what loads another document. Typst would
# fetch a package over the network and has no setting against it: what is no plain text must not ask for one.
_NO_CODE = re.compile(r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"|^[ \t]*//.*$', re.MULTILINE)
_LOADING = re.compile(r"\b(?:import|include|eval|std)\b")


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels.

    Attributes:
        width, height: in pixels.
        stride: bytes from one row to the next.
        pixels: four bytes each, blue, green, red and one unused (BGRx): ``QImage.Format_RGB32``.
    """

    width: int
    height: int
    stride: int
    pixels: bytes


class Press:
    """Sets documents, and stays warm: what is alike from one document to the next is set once.

    Making one costs nothing; the first document pays. To be used by one thread at a time.
    """

    def __init__(self, fonts: Path) -> None:
        """Take the folder of the only fonts to be used."""
        self.fonts = fonts

    def warm(self) -> bool:
        """Read the fonts and make the compiler ready, for the first document; return whether it is.

        What is wrong is told by the first document.
        """
        try:
            return bool(self._compiler) and " " in self._glyphs
        except OSError:
            return False

    def pdf(self, source: str, title: str) -> bytes:
        """Return a Typst document as PDF/UA-1; the same bytes for the same source.

        Args:
            source: the whole document, as `asem_reader.paper.pack.source` gives it. Characters that the
                fonts do not have are replaced, since PDF/UA refuses a document with one.
            title: what to call the document in an error.

        Raises:
            NotTypeset: Typst refuses the document, it would load another, or the fonts cannot be read.
        """
        import typst

        try:
            if " " not in self._glyphs:
                raise FileNotFoundError(_("there are no fonts in {fonts}").format(fonts=self.fonts))
            text = self._glyphs.fit(source)
            if _LOADING.search(_NO_CODE.sub("", text)):
                raise PermissionError(_("it asks for another document"))
            result = self._compiler.compile(
                text.encode(), format="pdf", pdf_standards=["ua-1"], timestamp=_TIMESTAMP
            )
        except (typst.TypstError, OSError) as error:
            first_line = str(error).strip().partition("\n")[0]
            raise NotTypeset(title, first_line.rstrip(".")) from error
        assert isinstance(result, bytes)
        return result

    @cached_property
    def _compiler(self) -> typst.Compiler:
        import typst

        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(self.fonts)]
        )
        nowhere = str(self.fonts / "none")  # packages that somebody has installed are no part of ours
        return typst.Compiler(
            root=str(self.fonts),
            font_paths=fonts,
            ignore_system_fonts=True,
            package_path=nowhere,
            package_cache_path=nowhere,
        )

    @cached_property
    def _glyphs(self) -> Glyphs:
        return Glyphs(self.fonts)


class PdfPages:
    """The pages of one PDF, kept open so that they can be drawn piece by piece. For one thread alone."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        self._document = pypdfium2.PdfDocument(pdf)

    def __len__(self) -> int:
        return len(self._document)

    def close(self) -> None:
        """Let go of the PDF."""
        self._document.close()

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of a page in points, the first page being 0."""
        width, height = self._document.get_page_size(index)
        return width, height

    def text(self, index: int) -> str:
        """The text of a page; its white space means nothing."""
        with closing(self._document[index]) as leaf, closing(leaf.get_textpage()) as layer:
            found = str(layer.get_text_range()).replace(_LINE_END_HYPHEN, "-")
            return "".join(each for each in found if unicodedata.category(each) != "Cf")

    def band(self, index: int, dpi: float, top: int, bottom: int) -> PageImage:
        """Return the rows of pixels of a page from `top` to just above `bottom`, at so many dots an inch."""
        scale = dpi / POINTS_AN_INCH
        with closing(self._document[index]) as leaf:
            high = math.ceil(leaf.get_height() * scale)
            # PDFium counts in points from the foot and rounds up: half a pixel less is the very row.
            crop = (0, max(0, high - bottom - 0.5) / scale, 0, max(0, top - 0.5) / scale)
            bitmap = leaf.render(scale=scale, crop=crop, prefer_bgrx=True)
            return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))

    def outline(self) -> Iterator[tuple[int, str, int, float]]:
        """Level from 1, title, page, and points above the foot of the paper of each entry of the outline."""
        for mark in self._document.get_toc():
            dest = mark.get_dest()
            yield mark.level + 1, mark.get_title(), dest.get_index(), dest.get_view()[1][1]

    def end(self, index: int, foot: float) -> float:
        """Return the end of the text above the foot of a page, in points from the foot of the paper."""
        with closing(self._document[index]) as leaf, closing(leaf.get_textpage()) as layer:
            bottoms = (layer.get_rect(at)[1] for at in range(layer.count_rects()))
            return min((bottom for bottom in bottoms if bottom >= foot), default=foot)


def count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with closing(PdfPages(pdf)) as pages:
        return len(pages)


def text(pdf: bytes) -> list[str]:
    """Return the text of each page of a PDF."""
    with closing(PdfPages(pdf)) as pages:
        return [pages.text(index) for index in range(len(pages))]


def measured(pdf: bytes, pack: Pack, form: Form) -> tuple[Fit, ...]:
    """Return how the sheets of a pack fit, from the PDF that was made of it in a form."""
    page_setup = PageSetup.of(form)

    def down(above: float) -> float:
        return (page_setup.height - page_setup.head - above) / page_setup.line

    with closing(PdfPages(pdf)) as pages:
        outline = [
            OutlineEntry(level, title, page, down(above)) for level, title, page, above in pages.outline()
        ]
        outline.append(OutlineEntry(0, "", len(pages), 0))
        lines = page_setup.room / page_setup.line
        return fits(
            pack, form.profile.sides, outline, lines, lambda index: down(pages.end(index, page_setup.foot))
        )


def joined(parts: Iterable[tuple[bytes, Sequence[int]]]) -> bytes:
    """Return one PDF of some pages of others, each with the pages that are wanted, the first being 0.

    It is for printers: outline, tags and title are those of no document.
    """
    import pypdfium2

    with closing(pypdfium2.PdfDocument.new()) as chosen, io.BytesIO() as file:
        for pdf, wanted in parts:
            with closing(pypdfium2.PdfDocument(pdf)) as document:
                chosen.import_pages(document, list(wanted))
        chosen.save(file)
        return file.getvalue()
