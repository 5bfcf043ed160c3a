#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Packages: pypdfium2 5.15.2 (PDFium) and fpdf2 2.8.9 from PyPI.
# Behaviour: of a text on several lines PDFium gives a hyphen that ends a line back as U+FFFE, and leaves the
#   end of the line out, be it a hyphen of the word or one that a typesetter put there; the PDF has neither a
#   soft hyphen nor a tag that says which it is. U+FFFE is no character in Unicode (core specification, 23.7).
#   A hyphen within a line comes back as it is.
# Why it matters: "decision-making" is not found, and an address that is copied leads nowhere, where it was
#   broken after its hyphen. Break addresses before a hyphen; put "-" for U+FFFE if no words are hyphenated.
# Output seen:
#   on one line: 'The decision-making body'
#   on two lines: 'The decision\ufffemaking body'
# Exit code 0 if it is still so, 1 if it is not.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pypdfium2==5.15.2 fpdf2==2.8.9
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import pypdfium2
from fpdf import FPDF


def read(*lines):
    paper = FPDF()
    paper.add_page()
    paper.set_font("helvetica", size=12)
    for line in lines:
        paper.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    document = pypdfium2.PdfDocument(bytes(paper.output()))
    text = document[0].get_textpage().get_text_range()
    document.close()
    return text


one, two = read("The decision-making body"), read("The decision-", "making body")
print(f"on one line: {ascii(one)}")
print(f"on two lines: {ascii(two)}")
sys.exit((one, two) != ("The decision-making body", "The decision\ufffemaking body"))
PYTHON
