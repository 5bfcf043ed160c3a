#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Package: PySide6-Essentials 6.11.3 from PyPI.
# Behaviour: PySide makes its types when they are first asked for, but the first call that returns a plain
#   QWidget which Qt itself made, such as the viewport() of a text browser, makes the types of all widgets
#   there are, with their enumerations, to find out which of them it is. findChild(QWidget, name), which is
#   told the type, does not, and from then on viewport() of that view returns the same object.
# Why it matters: it takes about 8 ms, a good part of the start of a small program, and in a profile they
#   stand at whatever line comes first.
# Output seen:
#   asked by findChild: QWizard is made: False, the same object from viewport(): True
#   asked by viewport: QWizard is made: True
# Exit code 0 if it is still so, 1 if it is not.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" - <<'PYTHON'
import sys

from PySide6 import QtWidgets
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

app = QApplication([])
first, second = QTextBrowser(), QTextBrowser()
found = first.findChild(QWidget, "qt_scrollarea_viewport")
same = first.viewport() is found
early = "QWizard" in vars(QtWidgets)
print(f"asked by findChild: QWizard is made: {early}, the same object from viewport(): {same}")
second.viewport()
late = "QWizard" in vars(QtWidgets)
print(f"asked by viewport: QWizard is made: {late}")
sys.exit(not (same and not early and late))
PYTHON
