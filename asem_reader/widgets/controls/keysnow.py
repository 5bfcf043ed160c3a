# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The keys of now in sentences, which are written with the keys that commands have of their own."""

import re

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

OWN_KEYS = "own_keys"  # an action's property: the keys that it has unless the reader gives it another
_SENTENCE = "sentence"  # a widget's property
_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|Home|[A-Z0-9])\b|\bF\d+\b")


def with_keys(widget: QWidget, sentence: str) -> str:
    """Return a sentence with the keys that the commands of the widget's window have now.

    A command that has no key any more is told by its name; a key of no command stays.
    """
    if not _KEY.search(sentence):
        return sentence
    now: dict[str, str] = {}
    for action in widget.window().findChildren(QAction):
        name = "“" + action.text().partition(":")[0].replace("&", "").rstrip("…") + "”"
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        now |= dict.fromkeys(action.property(OWN_KEYS) or (), shown or name)
    return _KEY.sub(lambda found: now.get(found[0], found[0]), sentence)


def write(widget: QLabel | QLineEdit, sentence: str) -> None:
    """Write a sentence on a label, or in an empty field, with the keys of now and of later."""
    widget.setProperty(_SENTENCE, sentence)
    said = with_keys(widget, sentence)
    if isinstance(widget, QLineEdit):
        widget.setPlaceholderText(said)
    else:
        widget.setText(said)


def write_again(window: QWidget) -> None:
    """Write all such sentences of a window with the keys that have changed."""
    texts: list[QLabel | QLineEdit] = [*window.findChildren(QLabel), *window.findChildren(QLineEdit)]
    for widget in texts:
        sentence = widget.property(_SENTENCE)
        if sentence:
            write(widget, sentence)
