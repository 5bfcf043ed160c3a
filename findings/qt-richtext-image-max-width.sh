#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Package: PySide6-Essentials 6.11.3 from PyPI (Qt 6.11.3).
# Behaviour: in Qt's rich text an image may have a max-width, since Qt 6.8. A share such as 100 % is one of
#   the width of the whole page, not of the column in which the image stands, as CSS has it (CSS 2.2, 10.4).
#   Where a frame or the page's own margins make the column narrower, an image with max-width: 100 % is
#   wider than the column and runs over its right edge; a browser shows the document wider than the window.
# Why it matters: a text that is kept at a readable width by margins cannot hold its pictures so.
# Output seen (a page of 800 pixels, an image of 1200):
#   no margins, max-width 100%: 800 of 800
#   margins of 200, max-width 100%: 800 of 400
#   margins of 200, max-width 50%: 400 of 400
# Exit code 0 if it is still so, 1 if it is not.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" - <<'PYTHON'
import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument

PAGE = 800
app = QGuiApplication(["finding"])


def width_of(share, margin):
    document = QTextDocument()
    document.setDocumentMargin(0)
    image = QImage(1200, 300, QImage.Format.Format_RGB32)
    image.fill(0)
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl("picture"), image)
    document.setHtml(f'<p><img src="picture" style="max-width:{share}%"></p>')
    root = document.rootFrame()
    form = root.frameFormat()
    form.setLeftMargin(margin)
    form.setRightMargin(margin)
    root.setFrameFormat(form)
    document.setTextWidth(PAGE)
    document.documentLayout().documentSize()
    return round(document.begin().layout().lineAt(0).naturalTextWidth())


found = []
for margin, share in ((0, 100), (200, 100), (200, 50)):
    wide = width_of(share, margin)
    found.append(wide)
    where = f"margins of {margin}" if margin else "no margins"
    print(f"{where}, max-width {share}%: {wide} of {PAGE - 2 * margin}")
sys.exit(found != [800, 800, 400])
PYTHON
