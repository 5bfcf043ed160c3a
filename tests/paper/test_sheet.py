# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is printed, and where on the page."""

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import pairwise, product

import pytest
from pypdfium2 import raw
from support.pdf_layout import MM, opened

from asem_reader.core.content import Article, Edition, Kind, Topic
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.form import DEFAULT_MARKING, Form, Paper, Profile
from asem_reader.core.printing.pack import Pack
from asem_reader.core.printing.parts import Part
from asem_reader.core.printing.sheet import Entry, Note, Portion, Shape, Sheet
from asem_reader.core.span import Span
from asem_reader.paper import typeset
from asem_reader.paper.pack import source, sources_call
from asem_reader.paper.typeset import Press
from asem_reader.paper.typstcode import literal

Texts = Callable[..., list[str]]
Notes = Callable[..., Note]

FORMS = [Form(paper, profile=profile) for paper, profile in product(Paper, Profile)]
HOSTILE = '#panic("x") *_$`\\ </> \\u{41} "; #let a = [ // /* @b <c> ~ -- ...'


def solid(text: str) -> str:
    return "".join(text.split())


def with_items(sheet: Sheet, count: int) -> Sheet:
    """The sheet with a section of many items more."""
    cells = (((Span(f"Item number {at} of the list."), Span("", cites=(1,))),) for at in range(count))
    items = tuple(Entry(Shape.ITEM, cell, 9, BlockId(f"x{at}")) for at, cell in enumerate(cells))
    return replace(sheet, portions=(*sheet.portions, Portion(Part.TEXT, "many", "Many", None, items)))


def titled(sheet: Sheet, title: str) -> Sheet:
    return replace(sheet, topic=sheet.topic._replace(title=title))


def gaps(pdf: bytes, index: int) -> list[float]:
    """How far apart the rules of a page are, in mm; the first page is 0."""
    with opened(pdf) as document, closing(document[index]) as page:
        heights = sorted(each.get_bounds()[1] for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]))
    return [round((upper - lower) / MM, 1) for lower, upper in pairwise(heights)]


@pytest.mark.parametrize("count", range(12, 24, 2))
def test_lines_to_write_on_stay_together(press: Press, template: str, sheet: Sheet, count: int) -> None:
    lines = Portion(Part.OUR_LINE, "our-line", "Our line", None, (Entry(Shape.BLANK, ((),)),) * 4)
    filled = with_items(sheet, count)
    with_lines = replace(filled, portions=(*filled.portions, lines))
    pdf = press.pdf(source(Pack((with_lines,)), Form(profile=Profile.CARD), template), "Sheet")
    titled = next(at for at, page in enumerate(typeset.text(pdf)) if "Our line" in page)
    assert gaps(pdf, titled).count(8.0) == 3


@pytest.mark.parametrize("form", FORMS)
def test_every_page_has_its_furniture(texts: Texts, sheet: Sheet, form: Form) -> None:
    pages = texts(with_items(sheet, 60), form=form)
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert page.count(solid(DEFAULT_MARKING)) == 2
        assert f"Page{number}of{len(pages)}" in page
        assert "POL-05Maritimesecurity" in page
        assert "AsofNovember2021" in page
        assert "Edition2026.1(23November2026)" in page
        assert "Printed23November2026,17:40UTC+01:00" in page


@pytest.mark.parametrize("form", FORMS)
def test_no_item_is_lost(texts: Texts, sheet: Sheet, form: Form) -> None:
    whole = "".join(texts(with_items(sheet, 60), form=form))
    assert all(f"Itemnumber{at}ofthe" in whole for at in range(60))


def test_the_head_names_the_topic(texts: Texts, sheet: Sheet) -> None:
    page = "".join(texts(sheet))
    assert "Politicalpillar›Securityandpeace" in page
    assert page.index("Maritimesecurity", page.index("Securityandpeace")) < page.index("Bottomline")


def test_sections_keep_their_order(texts: Texts, sheet: Sheet) -> None:
    page = "".join(texts(sheet))
    places = [page.index(solid(name)) for name in ("Bottom line", "ASEM position", "Instruments", "Sources")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "text", ["Lawfultrade;nothreat.1,2", "confidence.3", "Plain#text[1],$5and50*2_<b>.", "1994-11-162"]
)
def test_markup_is_set(texts: Texts, sheet: Sheet, text: str) -> None:
    assert text in "".join(texts(sheet))


@pytest.mark.parametrize("form", FORMS)
def test_sources_are_numbered_with_addresses(texts: Texts, sheet: Sheet, form: Form) -> None:
    """Where two sides must do, the address that nobody would type is a link on the title."""
    whole = "".join(texts(sheet, form=form))
    address = ".https://example.org/" + "path-to/" * 20
    assert f"1Chair'sstatement,EEAS,6November2015{address}" in whole or form.profile.sides
    assert "1Chair'sstatement,EEAS,6November2015" in whole
    assert '2A"quoted"report.https://example.org/b?c=1&d=%E2%80%99' in whole
    assert "3Newsletter,ASEF,July2016(readinacopy;noaddress)" in whole


def test_only_addresses_of_web_and_mail_are_links(texts: Texts, sheet: Sheet) -> None:
    odd = replace(sheet, sources=(sheet.sources[0]._replace(url="javascript:alert(1)"), sheet.sources[1]))
    assert "javascript:alert(1)" in "".join(texts(odd))
    (told,) = (line for line in sources_call(odd.sources, "1").splitlines() if "javascript" in line)
    assert told.strip().endswith('javascript:alert(1)", "", ()),')


def test_without_sources_there_is_no_list(texts: Texts, sheet: Sheet) -> None:
    page = "".join(texts(replace(sheet, sources=())))
    assert "Sources" not in page
    assert "Agreedtextsnamenosea.1" in page


@pytest.mark.parametrize("count", [1, 2, 31, 120])
def test_any_number_of_sources_is_listed(texts: Texts, sheet: Sheet, count: int) -> None:
    one = sheet.sources[0]
    sources = tuple(one._replace(number=at, title=f"Title-{at}-") for at in range(1, count + 1))
    whole = "".join(texts(replace(sheet, sources=sources)))
    assert re.findall(r"Title-(\d+)-", whole) == [str(at) for at in range(1, count + 1)]


@pytest.mark.parametrize("form", FORMS)
def test_no_note_is_code_of_the_template(texts: Texts, sheet: Sheet, note: Notes, form: Form) -> None:
    noted = replace(sheet, notes=(note(HOSTILE, quote=HOSTILE),))
    whole = "".join(texts(noted, form=form))
    mine = whole[whole.index("Mynotes") : whole.index("Sources")]
    loud = solid(HOSTILE).replace("*", "")  # the first and the last star set apart what is between them
    assert mine.replace("*", "").count(loud) == 2
    assert "ASEMposition" in mine


@pytest.mark.parametrize("body", ["", "\n\n", "a\r\nb\tc", "\0\x1b", "\ud800", "e\u0301 ﬁ", "- a\n= b"])
def test_no_note_stops_the_press(texts: Texts, sheet: Sheet, note: Notes, body: str) -> None:
    assert "Mynotes" in "".join(texts(replace(sheet, notes=(note(body),))))


def test_a_long_word_stays_on_the_page(texts: Texts, sheet: Sheet, note: Notes) -> None:
    pages = texts(replace(sheet, notes=(note("x" * 5_000),)))
    assert sum(page.count("x") for page in pages) >= 5_000


def test_a_note_on_the_whole_topic_has_no_quote(texts: Texts, sheet: Sheet, note: Notes) -> None:
    page = "".join(texts(replace(sheet, notes=(note("Ask.", block=None, quote="the title again"),))))
    assert "MynotesAsk." in page
    assert "titleagain" not in page


def test_nothing_is_said_of_when_it_was_printed(texts: Texts, sheet: Sheet) -> None:
    page = "".join(texts(replace(sheet, printed="")))
    assert "Printed" not in page


@pytest.mark.parametrize("marking", ["", "Limité – ne pas diffuser", "<#[*", "word " * 60, "x" * 100])
def test_the_marking_is_free_text(texts: Texts, sheet: Sheet, marking: str) -> None:
    pages = texts(sheet, form=Form(marking=marking))
    assert all(page.count(solid(marking.upper())) == 2 for page in pages if marking)


@pytest.mark.parametrize("title", ["A very long title of this sheet " * 9, "Y" * 400, "#[x]"])
def test_the_title_may_be_anything(texts: Texts, sheet: Sheet, title: str) -> None:
    assert solid(title) in "".join(texts(titled(sheet, title)))


@pytest.mark.parametrize("form", FORMS)
def test_a_group_lists_its_children(texts: Texts, sheet: Sheet, form: Form) -> None:
    child = sheet.topic._replace(summary="Freedom at sea, and piracy.")
    group = Topic(Slug("security"), Kind.GROUP, "Security and peace", "", "On weapons.", "", None, 0)
    above = compose(Article(group, (), (child, child), (), (), ()), Edition("1", "", ""), Wish())
    (page,) = texts(above, form=form)
    assert page.count("POL-05MaritimesecurityFreedomatsea,andpiracy.") == 2
    assert "Asof" not in page


def test_each_sheet_starts_a_page_of_one_document(texts: Texts, sheet: Sheet) -> None:
    iran = sheet.topic._replace(slug=Slug("iran"), title="Iran", symbol="POL-08")
    pages = texts(sheet, replace(sheet, topic=iran), sheet)
    assert [re.findall(r"Page\dof\d", page) for page in pages] == [[f"Page{at}of6"] for at in range(1, 7)]
    assert "POL-08Iran" in pages[2]


def test_nothing_cannot_be_printed() -> None:
    with pytest.raises(ValueError, match="nothing"):
        Pack(())


@pytest.mark.parametrize(
    ("text", "expected"),
    [('a"b', r'"a\"b"'), ("a\\", r'"a\\"'), ("a\nb\r\nc", r'"a\nb\nc"'), ("\t", '" "'), ("", '""')],
)
def test_literal(text: str, expected: str) -> None:
    assert literal(text) == expected


def test_a_note_has_its_emphasis_and_lists(texts: Texts, sheet: Sheet, note: Notes) -> None:
    page = "".join(texts(replace(sheet, notes=(note("Ask **the desk**:\n- *dates*", block=None),))))
    assert "Askthedesk:–dates" in page
