# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What stands on paper beside the text is in the reader's language; the text is the Library's."""

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from support.otherlanguage import speaking
from support.pdf_layout import solid

from asem_reader.core.printing.form import DocumentFormat, Form
from asem_reader.core.printing.pack import Cover, Pack, bind
from asem_reader.core.printing.sheet import Sheet
from asem_reader.paper.writers import WRITERS

Texts = Callable[..., list[str]]
COVER = Cover("Delegation brief", prepared_for="the Minister")
# A language in which the numbers stand the other way round.
TURNED = {"Page {number} of {count}": "of {count} pages number {number}"}


@pytest.fixture
def pack(sheet: Sheet) -> Pack:
    return bind([sheet], COVER)


def test_the_cover_is(pack: Pack, texts: Texts) -> None:
    with speaking():
        cover, contents, *_ = texts(pack, form=Form(copy=2, copies=5))
    for said in ("«Prepared for»", "the Minister", "«Contents»", "«1 topic»", "«Copy»", "«2 of 5»"):
        assert solid(said) in cover
    assert "«Contents»" in contents


def test_head_and_foot_are(sheet: Sheet, texts: Texts) -> None:
    with speaking():
        page = "".join(texts(sheet))
    for said in ("«As of ««November» 2021»»", "«Edition 2026.1»", "«Printed ", "«Sources»", "«Page 1 of 2»"):
        assert solid(said) in page


@pytest.mark.parametrize("form", [name for name in DocumentFormat if name in WRITERS])
def test_headings_of_our_own_are_in_every_form(pack: Pack, form: DocumentFormat) -> None:
    with speaking():
        written = WRITERS[form](pack, Form())
    if form is DocumentFormat.DOCX:
        written = "\n".join(each.text for each in Document(BytesIO(written)).paragraphs).encode()
    for said in ("«Sources»", "«Contents»", "«Prepared for the Minister»", "Bottom line"):
        assert said.lower() in written.decode().lower()


def test_pages_are_counted_as_the_language_has_it(sheet: Sheet, texts: Texts) -> None:
    pack = Pack((sheet,))
    with speaking(TURNED):
        assert "of2pagesnumber1" in texts(sheet)[0]
        page = WRITERS[DocumentFormat.HTML](pack, Form()).decode()
        word = Document(BytesIO(WRITERS[DocumentFormat.DOCX](pack, Form())))
    assert "'of ' counter(pages) ' pages number ' counter(page);" in page
    assert word.sections[0].footer.paragraphs[0].text.endswith("of 1 pages number 1")
