# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A sheet that was photocopied, black and white at 200 dots an inch, can still be read by a machine."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support.pdf_layout import picture
from support.printed_library import PRINTED

from asem_reader.core.place import Slug
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.form import Form, Paper, Profile
from asem_reader.core.printing.pack import Pack
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.paper.typeset import PageImage, Press
from asem_reader.store.library import Library

DPI = 200
WORD = re.compile("[A-Za-z]{3,}")
FORMS = (Form(), Form(profile=Profile.CARD), Form(Paper.LETTER, codes=True), Form(profile=Profile.LARGE))
FEW = ("maritime-security", "climate-change")


def copied(image: PageImage) -> bytes:
    """The page in black and white alone, as a portable bitmap."""
    rows = []
    for at in range(image.height):
        row = image.pixels[at * image.stride + 1 : (at * image.stride) + 4 * image.width : 4]
        bits = "".join("1" if level < 128 else "0" for level in row).ljust(-(-image.width // 8) * 8, "0")
        rows.append(int(bits, 2).to_bytes(len(bits) // 8, "big"))
    return f"P4\n{image.width} {image.height}\n".encode() + b"".join(rows)


def read(file: Path) -> str:
    """What Tesseract reads on a page, without white space."""
    command = ["tesseract", str(file), "-", "--dpi", str(DPI), "-l", "eng"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return "".join(told.stdout.split())


@pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract-ocr is not installed")
@pytest.mark.parametrize("number", range(int(os.environ.get("PHOTOCOPIES", "2"))))
def test_ninety_nine_words_of_a_hundred_are_read_on_a_photocopy(
    library: Library, press: Press, template: str, tmp_path: Path, number: int
) -> None:
    """B10: of two sheets, or of more if asked; they are spread over the Library and all forms."""
    form, others = FORMS[number % len(FORMS)], library.topics()[number::7]
    slug = FEW[number] if number < len(FEW) else next(topic.slug for topic in others if topic.words > 150)
    sheet = compose(library.article(Slug(slug)), library.edition(), Wish(PRINTED, profile=form.profile))
    pdf = press.pdf(source(Pack((sheet,)), form, template), slug)
    words, missed = 0, []
    for page, text in enumerate(typeset.text(pdf)):
        (tmp_path / "copy.pbm").write_bytes(copied(picture(pdf, page, DPI)))
        seen = read(tmp_path / "copy.pbm")
        words += len(WORD.findall(text))
        missed += [word for word in WORD.findall(text) if word not in seen]
    assert words > 80
    assert len(missed) <= 0.01 * words, missed
