#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Package: PySide6-Essentials 6.11.3 from PyPI (Qt 6.11.3), offscreen, on Linux.
# Behaviour: a document painted to a QPrinter that writes a PDF to a full disk (here /dev/full, which takes
#   no byte) is a success by every answer that the program gets: begin(), newPage() and end() are True, the
#   printer's state is Idle and not Error, and Qt says nothing on stderr. No byte was written.
# Why it matters: who prints to a file by QPrinter cannot tell the reader that nothing came out. Write the PDF
#   into memory or to a file of one's own, and look at what was written.
# Output seen:
#   begin True, newPage True, end True, state Idle, bytes 0
# Exit code 0 if it is still so, 1 if it is not.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" - <<'PYTHON'
import os
import sys

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

application = QApplication([])
printer = QPrinter(QPrinter.PrinterMode.HighResolution)
printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
printer.setOutputFileName("/dev/full")
painter = QPainter()
begun = painter.begin(printer)
for _ in range(20):
    painter.drawText(500, 500, "a page")
    turned = printer.newPage()
ended = painter.end()
state, size = printer.printerState().name, os.stat("/dev/full").st_size
print(f"begin {begun}, newPage {turned}, end {ended}, state {state}, bytes {size}")
sys.exit((begun, turned, ended, state, size) != (True, True, True, "Idle", 0))
PYTHON
