# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Page images: a proof's pages as pictures, of which only what is asked for is drawn, and little is kept."""

import math
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from asem_reader.core.printing.fit import Fit
from asem_reader.core.printing.proof import Proof
from asem_reader.paper import typeset

BAND = 512  # rows of pixels that are drawn at once
_MOST = 16_000_000  # pixels kept: two pages of A4 at 250 dpi, 64 MB

page_count = typeset.count  # of a PDF


class PageImages:
    """Images of the pages of one PDF, drawn in bands: a large page costs what is seen of it."""

    def __init__(self, pdf: bytes) -> None:
        self._pages = typeset.PdfPages(pdf)
        self.sizes = tuple(QSizeF(*self._pages.size(index)) for index in range(len(self._pages)))
        self._kept: OrderedDict[tuple[int, float, int], QImage] = OrderedDict()

    def close(self) -> None:
        """Let go of the PDF and of all pictures."""
        self._kept.clear()
        self._pages.close()

    @property
    def pixels(self) -> int:
        """The number of pixels that are kept."""
        return sum(image.width() * image.height() for image in self._kept.values())

    def rows(self, index: int, dpi: float) -> int:
        """The number of rows of pixels of a page at so many dots an inch."""
        return math.ceil(self.sizes[index].height() * dpi / typeset.POINTS_AN_INCH)

    def band(self, index: int, dpi: float, number: int) -> QImage:
        """Return the band of that number, from the top, of a page."""
        key = (index, dpi, number)
        image = self._kept.pop(key, None)
        if image is None:
            top = number * BAND
            image = _image(self._pages.band(index, dpi, top, min(top + BAND, self.rows(index, dpi))))
        self._kept[key] = image
        while self.pixels > _MOST and len(self._kept) > 1:
            self._kept.popitem(last=False)
        return image

    def page(self, index: int, dpi: float) -> QImage:
        """Return a whole page; it is not kept."""
        return _image(self._pages.band(index, dpi, 0, self.rows(index, dpi)))

    def text(self, index: int) -> str:
        """The text of a page."""
        return self._pages.text(index)


def joined(pdfs: Iterable[bytes], pages: Sequence[int]) -> bytes:
    """Return one PDF of the same pages of several, the first being 0."""
    return typeset.joined((pdf, pages) for pdf in pdfs)


def fits_of(proof: Proof) -> tuple[Fit, ...]:
    """Return how the sheets of a proof fit, in their order; none where they may be as long as they like."""
    if not proof.request.form.profile.sides:
        return ()
    return typeset.measured(proof.pdf, proof.pack, proof.request.form)


def _image(page: typeset.PageImage) -> QImage:
    picture = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return picture.copy()  # its own pixels: the bytes go when the page image goes
