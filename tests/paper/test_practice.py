# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The checks of practice on the sheet of every topic, on both papers, taken back out of the PDF."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from support.pdf_layout import outline
from support.printed_library import Printed, solid

from asem_reader.core.content import Kind
from asem_reader.core.place import Place
from asem_reader.core.printing import citation
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.fit import Fit
from asem_reader.core.printing.form import DEFAULT_MARKING, Form, Paper
from asem_reader.core.printing.pack import Pack
from asem_reader.core.printing.parts import Part
from asem_reader.core.printing.selection import Selection
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.paper.typeset import Press
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

WHOLE = (Kind.TERM, Kind.MILESTONE)


def test_each_page_says_what_it_is_and_whence(printed: Printed) -> None:
    """B1, and the first half of B2."""
    count = number = len(printed.texts)
    for sheet, _, pages in printed.sheets:
        for number, page in enumerate(printed.texts[pages], pages.start + 1):
            assert page.count(solid(DEFAULT_MARKING)) == 2
            assert solid(f"Page {number} of {count}") in page
            assert solid(f"{sheet.topic.symbol}{sheet.topic.title}")[:40] in page
            assert solid(sheet.as_of) in page
            assert solid(sheet.imprint) in page
    assert number == count


def test_nothing_comes_near_the_edge_or_into_head_and_foot(printed: Printed) -> None:
    """B3."""
    for leaf in printed.leaves:
        assert min(leaf.margins) >= 10
    boxes = [box for leaf in printed.leaves for box in leaf.boxes]
    assert all(right > left and top > bottom for left, bottom, right, top, _ in boxes)


def test_every_source_is_listed_with_an_address_that_one_would_type(printed: Printed) -> None:
    """B4; that each statement has a source in the list is tested on the values."""
    for sheet, _, pages in printed.sheets:
        for item in sheet.sources:
            address = citation.printed(item, brief=True)
            where = f". {address}" if address else ""
            entry = solid(f"{item.number} {citation.said(item)}{where}")
            assert any(entry in page for page in printed.texts[pages]), entry


def test_every_word_of_a_sheet_is_on_its_pages(printed: Printed) -> None:
    for sheet, _, pages in printed.sheets:
        words = set(re.findall(r"[A-Za-zÀ-ž]{4,}", sheet.text))
        whole = "".join(printed.texts[pages])
        assert [word for word in words if word not in whole] == [], sheet.topic.slug


def test_two_sides_at_most_or_it_is_said_what_to_leave_out(printed: Printed) -> None:
    """B5: issues fit. Works of reference are printed whole, and nothing could be left out of them."""
    for sheet, fit, _ in printed.sheets:
        assert fit.fits == (fit.pages <= 2)
        assert fit.fits or fit.cuts or sheet.topic.kind in WHOLE, sheet.topic.slug
        assert fit.fits or sheet.topic.kind is not Kind.ISSUE, sheet.topic.slug


def test_what_is_said_to_help_helps(library: Library, press: Press, template: str) -> None:
    """B5: with a wide margin most issues run over; without what is named they fit."""
    form = Form(Paper.LETTER, margin=True)
    meetings, edition = ReferenceTables(library).meetings(), library.edition()
    articles = [library.article(t.slug) for t in library.topics() if t.kind is Kind.ISSUE][::6]

    def fitted(cuts: list[tuple[str, ...]]) -> tuple[Fit, ...]:
        wishes = [Wish(selection=Selection(omit=names)) for names in cuts]
        pack = Pack(
            tuple(compose(a, edition, wish, meetings) for a, wish in zip(articles, wishes, strict=True))
        )
        pdf = press.pdf(source(pack, form, template), "some")
        return typeset.measured(pdf, pack, form)

    before = fitted([()] * len(articles))
    assert sum(bool(fit.cuts) for fit in before if not fit.fits) > 5
    after = fitted([tuple(room.name for room in fit.cuts) for fit in before])
    assert [fit for fit, told in zip(after, before, strict=True) if told.cuts and not fit.fits] == []


def test_the_outline_leads_to_each_sheet(printed: Printed) -> None:
    """B2."""
    expected = [(solid(sheet.topic.title), pages.start + 1) for sheet, _, pages in printed.sheets]
    found = [(solid(title), page) for level, title, page in outline(printed.pdf) if level == 1]
    assert found == expected


def test_every_code_on_paper_leads_back(printed: Printed, library: Library) -> None:
    """B13."""
    codes = {
        (entry.code, sheet.topic.slug)
        for sheet in printed.pack.sheets
        for portion in sheet.portions
        for entry in portion.entries
        if entry.code and portion.part is not Part.MEETINGS
    }
    assert len(codes) > 200
    assert [code for code, slug in codes if library.find(f" {code.upper()} ") != Place(slug, code)] == []


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_every_file_is_sound(printed: Printed, tmp_path: Path) -> None:
    (tmp_path / "sheets.pdf").write_bytes(printed.pdf)
    told = subprocess.run(["qpdf", "--check", tmp_path / "sheets.pdf"], capture_output=True, check=False)
    assert told.returncode == 0, told.stderr
    assert b"No syntax or stream encoding errors found" in told.stdout


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler-utils is not installed")
def test_every_file_is_tagged(printed: Printed, tmp_path: Path) -> None:
    (tmp_path / "sheets.pdf").write_bytes(printed.pdf)
    command = ["pdfinfo", "-struct", tmp_path / "sheets.pdf"]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode(errors="replace")
    kinds = Counter(re.findall(r"^ *(\w+)", told, re.MULTILINE))
    sheets = printed.pack.sheets
    assert kinds["H1"] == len(sheets)
    assert kinds["H2"] >= sum(len(sheet.portions) for sheet in sheets if sheet.sources)
    assert {"P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Link"} <= set(kinds)
