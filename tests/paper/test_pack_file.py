# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack as a file: sound, black and white, built to be read aloud; odd words in it stay on the page."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support.pdf_layout import leaves, picture, words

from asem_reader.core.content import Article
from asem_reader.core.printing.form import Form, Profile
from asem_reader.core.printing.parts import Part
from asem_reader.core.printing.sheet import Entry, Note, Portion, Shape, Sheet
from asem_reader.core.span import Span

Pdf = Callable[..., bytes]


ODD = {
    "five lines of title": {"title": "A very long title that goes on and on " * 8},
    "a long word": {"title": "Donaudampfschifffahrtsgesellschaft" * 12},
    "another script": {"title": "ความมั่นคงทางทะเล 海上安全 الأمن البحري морская безопасность"},
    "from the right": {"title": "\u202eאבטחה ימית\u202c (note)"},
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("profile", list(Profile))
def test_odd_words_stay_on_the_page(sheet: Sheet, pdf: Pdf, name: str, profile: Profile) -> None:
    """B11."""
    odd = replace(sheet, topic=sheet.topic._replace(**ODD[name]))
    made = pdf(odd, form=Form(profile=profile, codes=True, handling="Destroy after the meeting. " * 9))
    assert all(min(leaf.margins) >= 10 for leaf in leaves(made))


def swapped(entry: Entry, words: str) -> Entry:
    """The entry with other words in each cell."""
    return replace(entry, cells=tuple((Span(words),) for _ in entry.cells))


@pytest.mark.parametrize("odd", [words["title"] for words in ODD.values()])
@pytest.mark.parametrize("profile", list(Profile))
def test_odd_words_stay_on_the_page_wherever_they_stand(
    sheet: Sheet, pdf: Pdf, profile: Profile, odd: str
) -> None:
    """B11: in a fact, a date, a cell of a table, a remark, a source and a note."""
    portions = tuple(
        replace(
            portion,
            entries=tuple(e if e.shape is Shape.HEAD else swapped(e, odd) for e in portion.entries),
            more=3,
        )
        for portion in sheet.portions
    )
    event = Entry(Shape.EVENT, ((Span("2015"),), (Span(odd),)), 9)
    timeline = Portion(Part.TIMELINE, "timeline", "Timeline", None, (event,) * 3, more=2)
    sources = tuple(source._replace(title=odd) for source in sheet.sources)
    note = Note(odd, odd, odd, None)
    whole = replace(sheet, portions=(*portions, timeline), sources=sources, notes=(note,))
    made = pdf(whole, form=Form(profile=profile, codes=True, margin=True))
    assert all(min(leaf.margins) >= 10 for leaf in leaves(made))
    assert "2earlier" in "".join(words(made)) or "2moreinthefull" in "".join(words(made))


@pytest.mark.parametrize("count", [0, 1, 60])
def test_any_number_of_facts_holds(sheet: Sheet, pdf: Pdf, article: Article, count: int) -> None:
    """B11."""
    facts = tuple(replace(sheet.portions[1].entries[0], run=7) for _ in range(count))
    portion = replace(sheet.portions[1], name="facts", title="Key facts", entries=facts)
    made = pdf(replace(sheet, portions=(*((portion,) if count else ()), *sheet.portions)))
    assert "".join(words(made)).count("Lawfultrade;nothreat.") == count + 1
    assert all(min(leaf.margins) >= 10 for leaf in leaves(made))


def test_it_is_black_and_white(bound: bytes) -> None:
    """B10, as far as it goes without reading letters: black on white at one bit, and no other colour."""
    image = picture(bound, 2, 200)
    rows = memoryview(image.pixels)
    blue, green, red = (bytes(rows[at::4]) for at in range(3))
    assert blue == green == red
    grey = sum(60 < value < 195 for value in blue[::7]) / len(blue[::7])
    dark = sum(value < 128 for value in blue[::7]) / len(blue[::7])
    assert 0.02 < dark < 0.2
    assert grey < dark  # the edges of letters, no tints


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_the_file_is_sound(bound: bytes, tmp_path: Path) -> None:
    file = tmp_path / "pack.pdf"
    file.write_bytes(bound)
    told = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert "No syntax or stream encoding errors found" in told.stdout


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler-utils is not installed")
def test_the_file_says_what_it_is_and_how_it_is_built(bound: bytes, tmp_path: Path) -> None:
    file = tmp_path / "pack.pdf"
    file.write_bytes(bound)
    told = subprocess.run(["pdfinfo", "-struct", file], capture_output=True, text=True, check=True).stdout
    kinds = set(re.findall(r"^ *(\w+)", told, re.MULTILINE))
    assert {"Document", "H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD", "TOC", "TOCI", "Link"} <= kinds
    info = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Title: +Delegation brief", info)
    assert re.search(r"Tagged: +yes", info)
    assert re.search(r"PDF subtype: +PDF/UA-1", info) or b"<pdfuaid:part>1" in bound
