# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack on paper: cover, contents, sheets, acronyms, sources; and what is withheld."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pypdfium2
import pytest
from support.pdf_layout import Leaf, leaves, opened, outline, solid, words

from asem_reader.core.place import Slug
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.form import Form, Paper, Profile
from asem_reader.core.printing.pack import Pack, bind
from asem_reader.core.printing.selection import Selection
from asem_reader.core.printing.sheet import Note, Sheet
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.paper.typeset import Press
from asem_reader.store.library import Library

Pdf = Callable[..., bytes]


def test_the_cover_says_for_what_and_whom(bound: bytes) -> None:
    cover = words(bound)[0]
    for text in (
        "Delegation brief",
        "Senior officials",
        "Brussels, 1 December 2026",
        "the Minister",
        "5 topics",
    ):
        assert solid(text) in cover


def test_contents_name_the_page_on_which_each_sheet_begins(bound: bytes, pack: Pack) -> None:
    """B2."""
    pages = words(bound)
    for number, sheet in enumerate(pack.sheets, 1):
        (first,) = [at for at, page in enumerate(pages, 1) if f"Topic{number}of5" in page][:1]
        assert f"{solid(sheet.named)}{first}" in pages[1]
        assert (1, sheet.topic.title, first) in outline(bound)
    for title in ("Acronyms", "Sources"):
        (found,) = [page for level, name, page in outline(bound) if (level, name) == (1, title)]
        assert f"{title}{found}" in pages[1]
        assert title in pages[found - 1]


def test_each_sheet_of_a_pack_has_two_sides_at_most(bound: bytes, pack: Pack) -> None:
    """B5: without a list of its own there is room for more, but not for three sides."""
    fits = typeset.measured(bound, pack, Form())
    assert [fit.fits for fit in fits] == [True] * len(pack.sheets)


def test_every_page_of_a_pack_has_its_furniture(bound: bytes) -> None:
    pages = words(bound)
    for number, page in enumerate(pages, 1):
        assert page.count("PUBLICSOURCES·NOTCLASSIFIED") == 2
        assert f"Page{number}of{len(pages)}" in page
        assert "Copy2of5" in page
        assert "Printed23November2026,17:40UTC+01:00" in page
    assert all(min(leaf.margins) >= 10 for leaf in leaves(bound))


def test_contents_and_numbers_lead_somewhere(bound: bytes) -> None:
    with opened(bound) as document:
        linked = [count_links(document[index]) for index in range(len(document))]
    assert linked[1] >= 7
    assert sum(linked) > 150


@pytest.mark.parametrize("profile", list(Profile))
def test_every_number_leads_to_its_source(
    library: Library, pack: Pack, press: Press, template: str, profile: Profile
) -> None:
    """B2: also where sheets take more pages than were reserved for them."""
    wish = Wish(profile=profile, bound=True)
    articles = [library.article(sheet.topic.slug) for sheet in pack.sheets]
    sheets = [compose(article, library.edition(), wish) for article in articles]
    made = press.pdf(source(bind(sheets, pack.cover), Form(profile=profile), template), "pack")
    found = [(shown, under) for shown, under in targets(made) if shown.isdecimal()]
    assert len(found) > 20
    missed = [(shown, under) for shown, under in found if not re.search(rf"^{shown} \S", under, re.MULTILINE)]
    assert missed == []


def targets(pdf: bytes) -> Iterator[tuple[str, str]]:
    """For each link within a document what it is on, and the first two lines from where it leads."""
    raw = pypdfium2.raw
    with opened(pdf) as document:
        pages = [document[index] for index in range(len(document))]
        layers = [page.get_textpage() for page in pages]
        for page, layer in zip(pages, layers, strict=True):
            at, link = raw.c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page.raw, at, link):
                box, on = raw.FS_RECTF(), raw.FPDFLink_GetDest(document.raw, link)
                if not on or not raw.FPDFLink_GetAnnotRect(link, box):
                    continue
                number = raw.FPDFDest_GetDestPageIndex(document.raw, on)
                flags, place = [raw.FPDF_BOOL() for _ in range(3)], [raw.FS_FLOAT() for _ in range(3)]
                raw.FPDFDest_GetLocationInPage(on, *flags, *place)
                left, top = place[0].value, place[1].value
                under = layers[number].get_text_bounded(left - 1, top - 24, left + 160, top)
                yield layer.get_text_bounded(box.left, box.bottom, box.right, box.top).strip(), under.strip()


def count_links(page: pypdfium2.PdfPage) -> int:
    raw, at, found = pypdfium2.raw, pypdfium2.raw.c_int(0), 0
    link = raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page.raw, at, link):
        found += 1
    return found


def test_acronyms_are_spelled_out_and_sources_joined(bound: bytes, pack: Pack) -> None:
    whole = "".join(words(bound))
    assert "UNCLOSUnitedNationsConventionontheLawoftheSea" in whole
    last = pack.sources[-1]
    assert solid(f"{last.number} {last.title}") in whole
    assert whole.count("Sources") == 2  # the heading and its line in the contents


def test_the_same_pack_gives_the_same_bytes(bound: bytes, pack: Pack, press: Press, template: str) -> None:
    """B8."""
    assert Press(press.fonts).pdf(source(pack, Form(copy=2, copies=5), template), "again") == bound


@pytest.mark.parametrize("name", ["Background", "Key facts", "Timeline"])
def test_what_is_withheld_is_nowhere_in_the_file(library: Library, pdf: Pdf, name: str) -> None:
    """B6: neither in the text nor in the outline, nor in what the file says of itself."""
    article = library.article(Slug("maritime-security"))
    wish = Wish(selection=Selection(omit=(name,)))
    made = pdf(compose(article, library.edition(), wish))
    (section,) = [section for section in article.sections if section.title == name]
    whole = "".join(words(made))
    for block in section.blocks:
        assert solid(block.text)[-40:] not in whole
    assert name not in [title for _, title, _ in outline(made)]
    assert name.encode() not in made


def test_notes_are_withheld_unless_wished(sheet: Sheet, pdf: Pdf) -> None:
    """B6."""
    noted = replace(sheet, notes=(Note("", "", "Not-for-the-press", None),))
    assert "Not-for-the-press" in "".join(words(pdf(noted)))
    made = pdf(sheet)
    assert "Not-for-the-press" not in "".join(words(made))
    assert "My notes" not in [title for _, title, _ in outline(made)]
    with opened(made) as document:
        assert document.count_attachments() == 0


@pytest.mark.parametrize("form", [Form(codes=True), Form(Paper.LETTER, codes=True, margin=True)])
def test_codes_stand_beside_their_paragraphs(library: Library, pdf: Pdf, form: Form) -> None:
    """B13; that each leads back is tested with the Library."""
    sheet = compose(library.article(Slug("maritime-security")), library.edition(), Wish())
    pages = leaves(pdf(sheet, form=form))
    for portion in sheet.portions:
        for entry in portion.entries:
            if entry.code and entry.shape.value in ("item", "paragraph"):
                opening = solid(entry.text)[:12]
                (line,) = [line_of(box, page) for page in pages for box in page.boxes if box[4] == entry.code]
                assert opening in line


def line_of(code: tuple[float, float, float, float, str], page: Leaf) -> str:
    """What stands on the line of a code, without white space."""
    boxes = [box for box in page.boxes if code[1] - 3 < (box[1] + box[3]) / 2 < code[3] + 3]
    return solid("".join(box[4] for box in sorted(boxes)))


def test_without_codes_there_are_none(library: Library, pdf: Pdf) -> None:
    sheet = compose(library.article(Slug("maritime-security")), library.edition(), Wish())
    codes = {entry.code for portion in sheet.portions for entry in portion.entries}
    assert not codes & {box[4] for leaf in leaves(pdf(sheet)) for box in leaf.boxes}
