# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Documents into PDF, and PDF into images and text."""

import subprocess
import sys
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from support.pdf_layout import picture

from asem_reader.core.errors import NotTypeset
from asem_reader.core.printing.form import Form, Paper, Profile
from asem_reader.core.printing.pack import Pack
from asem_reader.core.printing.sheet import Sheet
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.paper.typeset import Press
from asem_reader.paper.typstcode import literal

FORMS = [Form(paper, profile=profile) for paper, profile in product(Paper, (Profile.STANDARD, Profile.LARGE))]
INCHES = {Paper.A4: (8.27, 11.69), Paper.LETTER: (8.5, 11)}


@pytest.fixture
def pdf(press: Press, template: str, sheet: Sheet) -> bytes:
    return press.pdf(source(Pack((sheet,)), Form(), template), "Sheet")


@pytest.mark.parametrize("form", FORMS)
def test_the_page_has_the_size_of_the_paper(press: Press, template: str, sheet: Sheet, form: Form) -> None:
    image = picture(press.pdf(source(Pack((sheet,)), form, template), ""), 0, 100)
    assert (image.width, image.height) == pytest.approx([100 * inch for inch in INCHES[form.paper]], abs=1)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_sheet_gives_the_same_bytes(template: str, sheet: Sheet, press: Press, form: Form) -> None:
    text = source(Pack((sheet,)), form, template)
    assert Press(press.fonts).pdf(text, "a") == press.pdf(text, "b") == press.pdf(text, "c")


def test_the_pdf_is_accessible(pdf: bytes) -> None:
    for mark in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang", b"/Outlines", b"/TH"):
        assert mark in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_the_pdf_says_what_it_is(pdf: bytes) -> None:
    for word in ("POL-05 Maritime security", "ASEM Reader", "Edition 2026.1 c0ffeec0ffee", "2026-11-23"):
        assert word.encode() in pdf


def test_pages_are_counted_and_painted(pdf: bytes) -> None:
    images = [picture(pdf, index, 40) for index in range(typeset.count(pdf))]
    assert len(images) == len(typeset.text(pdf))
    assert len(images[0].pixels) == images[0].stride * images[0].height
    assert images[0].stride >= images[0].width * 4
    assert set(images[0].pixels[:3]) == {255}


def test_an_image_can_be_shown(pdf: bytes) -> None:
    gui = pytest.importorskip("PySide6.QtGui")
    image = picture(pdf, 0, 40)
    shown = gui.QImage(image.pixels, image.width, image.height, image.stride, gui.QImage.Format.Format_RGB32)
    assert shown.pixelColor(0, 0) == gui.QColor("white")


def test_more_dots_give_more_pixels(pdf: bytes) -> None:
    assert picture(pdf, 0, 144).width == pytest.approx(2 * picture(pdf, 0, 72).width, abs=1)


@pytest.mark.parametrize("text", ['#panic("why")', "#nothing", "#[", "#link(<gone>)[x]"])
def test_a_refused_document_is_told(press: Press, text: str) -> None:
    with pytest.raises(NotTypeset, match="“Maritime security” could not be set"):
        press.pdf(text, "Maritime security")


@pytest.mark.parametrize(
    "text",
    [
        '#import "@preview/x:1.0.0": *',
        '"quoted" #import "@local/x:1.0.0": *',
        '#let a = "b" /* */; #{ include "@preview/x:1.0.0" }',
        '#eval("#imp" + "ort \\"@preview/x:1.0.0\\"", mode: "markup")',
    ],
)
def test_a_document_that_would_load_another_is_refused(press: Press, text: str) -> None:
    with pytest.raises(NotTypeset, match="it asks for another document"):
        press.pdf(text, "Maritime security")


@pytest.mark.parametrize(
    "note", ['#import "@preview/x:1.0.0": *', '\\" include "', "im\u00adport \\", "// eval"]
)
def test_a_note_may_say_what_would_load_a_document(press: Press, note: str) -> None:
    text = f'#set document(title: "x")\n// "it\'s" an include\n#({literal(note)} + {literal("eval")})'
    assert typeset.text(press.pdf(text, ""))[0].endswith("eval")


def test_a_press_goes_on_after_a_refusal(press: Press, template: str, sheet: Sheet, pdf: bytes) -> None:
    with pytest.raises(NotTypeset):
        press.pdf("#[", "")
    assert press.pdf(source(Pack((sheet,)), Form(), template), "") == pdf


def test_without_fonts_nothing_is_set(tmp_path: Path) -> None:
    with pytest.raises(NotTypeset, match="no fonts"):
        Press(tmp_path).pdf("text", "title")


def test_a_press_without_fonts_is_not_ready_and_says_so_later(press: Press, tmp_path: Path) -> None:
    assert Press(press.fonts).warm()
    assert not Press(tmp_path).warm()


def test_foreign_letters_do_not_stop_the_press(press: Press, template: str, sheet: Sheet) -> None:
    subject = sheet.topic._replace(title="😀 中文 \u202eעברית\u202c हिन्दी \U0010ffff")
    text = source(Pack((replace(sheet, topic=subject),)), Form(), template)
    assert "‹grinning face›" in typeset.text(press.pdf(text, ""))[0]


def test_importing_it_loads_no_engine() -> None:
    code = "import sys, asem_reader.paper.typeset; print({'typst', 'pypdfium2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
