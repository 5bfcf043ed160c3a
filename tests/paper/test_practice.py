# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The checks of practice on the sheet of every topic, on both papers, taken back out of the PDF."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from geometry import Leaf, leaves, outline

from asem_reader.core.compose import Wish, compose
from asem_reader.core.content import Kind
from asem_reader.core.dates import spoken
from asem_reader.core.fit import Fit
from asem_reader.core.form import DEFAULT_MARKING, Form, Paper
from asem_reader.core.pack import Pack
from asem_reader.core.place import Place
from asem_reader.core.selection import Selection
from asem_reader.core.sheet import COPIED, Part, Sheet
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.paper.typeset import Press
from asem_reader.store.almanac import Almanac
from asem_reader.store.library import Library

PRINTED = "23 November 2026, 17:40 UTC+01:00"
WHOLE = (Kind.TERM, Kind.MILESTONE)
both = pytest.mark.parametrize("paper", list(Paper))


@dataclass(frozen=True)
class Printed:
    """All topics in one document, each on its own pages, and what came back out of it."""

    pack: Pack
    pdf: bytes
    texts: list[str]
    leaves: list[Leaf]
    fits: tuple[Fit, ...]

    @property
    def sheets(self) -> Iterator[tuple[Sheet, list[str]]]:
        """Each sheet with the texts of its pages."""
        first = 0
        for sheet, fit in zip(self.pack.sheets, self.fits, strict=True):
            yield sheet, self.texts[first : first + fit.pages]
            first += fit.pages


@pytest.fixture(scope="module")
def printed(library: Library, press: Press, template: str) -> Callable[[Paper], Printed]:
    meetings, edition = Almanac(library).meetings(), library.edition()
    articles = [library.article(topic.slug) for topic in library.topics()]
    pack = Pack(tuple(compose(article, edition, Wish(PRINTED), meetings) for article in articles))

    @cache
    def printed(paper: Paper) -> Printed:
        form = Form(paper)
        pdf = press.pdf(source(pack, form, template), "all")
        texts = ["".join(text.split()) for text in typeset.text(pdf)]
        return Printed(pack, pdf, texts, leaves(pdf), typeset.measured(pdf, pack, form))

    return printed


def solid(text: str) -> str:
    return "".join(text.split())


@both
def test_each_page_says_what_it_is_and_whence(printed: Callable[[Paper], Printed], paper: Paper) -> None:
    """B1, and the first half of B2."""
    all_of = printed(paper)
    count = len(all_of.texts)
    number = 0
    for sheet, pages in all_of.sheets:
        for page in pages:
            number += 1
            assert page.count(solid(DEFAULT_MARKING)) == 2
            assert solid(f"Page {number} of {count}") in page
            assert solid(f"{sheet.topic.symbol}{sheet.topic.title}")[:40] in page
            assert solid(sheet.as_of) in page
            assert solid(f"Edition 2026.1 (23 November 2026) · Printed {PRINTED}") in page
    assert number == count


@both
def test_nothing_comes_near_the_edge_or_into_head_and_foot(
    printed: Callable[[Paper], Printed], paper: Paper
) -> None:
    """B3."""
    for leaf in printed(paper).leaves:
        assert min(leaf.margins) >= 10
    boxes = [box for leaf in printed(paper).leaves for box in leaf.boxes]
    assert all(right > left and top > bottom for left, bottom, right, top, _ in boxes)


@both
def test_every_source_is_listed_in_full(printed: Callable[[Paper], Printed], paper: Paper) -> None:
    """B4; that each statement has a source in the list is tested on the values."""
    for sheet, pages in printed(paper).sheets:
        for item in sheet.sources:
            said = ", ".join(part for part in (item.title, item.publisher, spoken(item.date)) if part)
            where = f" ({COPIED})" if item.kind == "copy" else f". {item.url}" if item.url else ""
            entry = solid(f"{item.number} {said}{where}")
            assert any(entry in page for page in pages), entry


@both
def test_every_word_of_a_sheet_is_on_its_pages(printed: Callable[[Paper], Printed], paper: Paper) -> None:
    for sheet, pages in printed(paper).sheets:
        words = set(re.findall(r"[A-Za-zÀ-ž]{4,}", sheet.text))
        whole = "".join(pages)
        assert [word for word in words if word not in whole] == [], sheet.topic.slug


@both
def test_two_sides_at_most_or_it_is_said_what_to_leave_out(
    printed: Callable[[Paper], Printed], paper: Paper
) -> None:
    """B5. Works of reference are printed whole, and nothing could be left out of them."""
    for sheet, fit in zip(printed(paper).pack.sheets, printed(paper).fits, strict=True):
        assert fit.fits == (fit.pages <= 2)
        assert fit.fits or fit.cuts or sheet.topic.kind in WHOLE, sheet.topic.slug
    issues = [
        fit
        for sheet, fit in zip(printed(paper).pack.sheets, printed(paper).fits, strict=True)
        if sheet.topic.kind is Kind.ISSUE
    ]
    assert len(issues) > 70
    assert all(fit.fits for fit in issues)


def test_what_is_said_to_help_helps(library: Library, press: Press, template: str) -> None:
    """B5: with a wide margin most issues run over; without what is named they fit."""
    form = Form(Paper.LETTER, margin=True)
    meetings, edition = Almanac(library).meetings(), library.edition()
    articles = [library.article(t.slug) for t in library.topics() if t.kind is Kind.ISSUE][::6]

    def fitted(cuts: list[tuple[str, ...]]) -> tuple[Fit, ...]:
        wishes = [Wish(PRINTED, selection=Selection(omit=names)) for names in cuts]
        pack = Pack(
            tuple(compose(a, edition, wish, meetings) for a, wish in zip(articles, wishes, strict=True))
        )
        pdf = press.pdf(source(pack, form, template), "some")
        return typeset.measured(pdf, pack, form)

    before = fitted([()] * len(articles))
    assert sum(not fit.fits for fit in before) > 5
    after = fitted([tuple(room.name for room in fit.cuts) for fit in before])
    assert [fit for fit in after if not fit.fits] == []


@both
def test_the_outline_leads_to_each_sheet(printed: Callable[[Paper], Printed], paper: Paper) -> None:
    """B2."""
    all_of = printed(paper)
    first, expected = 1, []
    for sheet, fit in zip(all_of.pack.sheets, all_of.fits, strict=True):
        expected.append((solid(sheet.topic.title), first))
        first += fit.pages
    found = [(solid(title), page) for level, title, page in outline(all_of.pdf) if level == 1]
    assert found == expected


def test_every_code_on_paper_leads_back(printed: Callable[[Paper], Printed], library: Library) -> None:
    """B13."""
    codes = {
        (entry.code, sheet.topic.slug)
        for sheet in printed(Paper.A4).pack.sheets
        for portion in sheet.portions
        for entry in portion.entries
        if entry.code and portion.part is not Part.MEETINGS
    }
    assert len(codes) > 2000
    assert [code for code, slug in codes if library.find(f" {code.upper()} ") != Place(slug, code)] == []
