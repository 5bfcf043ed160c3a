# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Pages as pictures: sharp, the size of the paper, and never more of them than a little."""

from collections.abc import Iterator

import pytest

from asem_reader import paths
from asem_reader.paper import typeset
from asem_reader.viewmodels.printing.pageimages import BAND, PageImages, joined, page_count

TEXT = '#set document(title: "A")\n#set page({}, margin: 20pt)\n= A\n' + "#lorem(600)\n\n#pagebreak()\n= B\n"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return typeset.Press(paths.resources() / "fonts").pdf(TEXT.format("width: 400pt, height: 500pt"), "A")


@pytest.fixture
def images(pdf: bytes) -> Iterator[PageImages]:
    images = PageImages(pdf)
    yield images
    images.close()


@pytest.mark.parametrize("dpi", [96.0, 131.7, 288.0])
def test_bands_put_together_are_the_page(images: PageImages, dpi: float) -> None:
    whole = images.page(0, dpi)
    assert (whole.width(), whole.height()) == pytest.approx((400 * dpi / 72, 500 * dpi / 72), abs=1)
    tops = range(0, whole.height(), BAND)
    bands = [images.band(0, dpi, number) for number in range(len(tops))]
    assert sum(band.height() for band in bands) == whole.height()
    for top, band in zip(tops, bands, strict=True):
        there = whole.copy(0, top, whole.width(), band.height())
        assert sum(there.pixel(x, 9) != band.pixel(x, 9) for x in range(0, whole.width(), 7)) < 3


def test_only_a_little_is_kept_of_a_long_document_at_any_size(images: PageImages) -> None:
    for number in range(40):
        images.band(number % 2, 900 + number, 0)
    assert 0 < images.pixels <= 16_000_000 + 5_200 * BAND


def test_what_is_read_on_a_page(images: PageImages) -> None:
    assert "Lorem ipsum" in images.text(0)
    assert "B" in images.text(len(images.sizes) - 1)


def test_pages_of_several_documents_make_one(pdf: bytes) -> None:
    assert page_count(joined([pdf, pdf], (1, 0, 1))) == 6
