# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a screen reader is told, as if there were one."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QWidget

from asem_reader.widgets.controls.announce import Announcer

_DESCRIBE = QWidget.setAccessibleDescription


class Spoken:
    """Keeps the sentences that describe what has the keys, and the rows that are said."""

    def __init__(self) -> None:
        self.sentences: list[str] = []
        self.rows: list[str] = []

    def take(self, event: QAccessibleEvent) -> None:
        """Qt: hear an event."""
        if event.type() is QAccessible.Event.DescriptionChanged:
            self.sentences.append(event.accessibleInterface().text(QAccessible.Text.Description))
        elif event.type() is QAccessible.Event.Focus and event.child() >= 0:
            self.rows.append(event.accessibleInterface().text(QAccessible.Text.Name))

    @property
    def described(self) -> Callable[[QWidget, str], None]:
        """A way to describe a part, which is heard if it has the keys and is no longer described so."""

        def describe(part: QWidget, text: str) -> None:
            if text and part is QApplication.focusWidget() and text != part.accessibleDescription():
                self.sentences.append(text.rstrip())
            _DESCRIBE(part, text)

        return describe

    @property
    def last(self) -> str:
        """The last sentence; "" for none."""
        return self.sentences[-1] if self.sentences else ""


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Spoken:
    """What a screen reader is told from now on; what waits for a pause is told with the next event."""
    heard = Spoken()
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.take)
    monkeypatch.setattr(QWidget, "setAccessibleDescription", heard.described)
    monkeypatch.setattr(Announcer, "pause", 0)
    return heard
