#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Package: PySide6-Essentials 6.11.3 from PyPI.
# Behaviour: QWidget.nextInFocusChain(), previousInFocusChain(), focusProxy() and QLabel.buddy() only look
#   something up, but in Python each also makes the widget that it returns a child, for Python, of the widget
#   that was asked. Qt's own tree is as before. When the widget that was asked is deleted later, Python
#   takes what hangs below it in its own tree for deleted as well: of that, objects that Qt made itself (the
#   buttons of a QDialogButtonBox, the menu bar of a window, the actions in a line edit) answer with
#   "Internal C++ object already deleted" from then on, though they stand on the screen and work.
# Why it matters: who walks the chain once, to set the order of the Tab key, hangs the whole window on its
#   first pane; the error comes much later, when any pane is closed, and from another part of the window.
# Output seen:
#   by Qt the button belongs to: QDialogButtonBox
#   asked by nextInFocusChain, a button of Qt's own is there for Python: False, for Qt: True
#   not asked, it is there for Python: True
# Exit code 0 if it is still so, 1 if it is not.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" - <<'PYTHON'
import sys

import shiboken6
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

app = QApplication([])


def after_the_field_is_gone(ask):
    """Return a window with a field and a box of buttons, and a button, once the field was deleted."""
    window, field, box = QWidget(), QLineEdit(), QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(box)
    button = box.button(QDialogButtonBox.StandardButton.Ok)
    each = field
    while ask and each is not button:
        each = each.nextInFocusChain()
    owner = button.parentWidget().metaObject().className()
    shiboken6.delete(field)
    return window, box, button, owner


window, box, button, owner = after_the_field_is_gone(ask=True)
for_python, for_qt = shiboken6.isValid(button), len(box.buttons()) == 1
print("by Qt the button belongs to:", owner)
print(f"asked by nextInFocusChain, a button of Qt's own is there for Python: {for_python}, for Qt: {for_qt}")
window, box, button, _ = after_the_field_is_gone(ask=False)
untouched = shiboken6.isValid(button)
print("not asked, it is there for Python:", untouched)
sys.exit(not (owner == "QDialogButtonBox" and not for_python and for_qt and untouched))
PYTHON
