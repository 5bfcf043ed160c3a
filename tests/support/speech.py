# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a screen reader is told, as if there were one."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from asem_reader.widgets.controls.announce import Announcer


class Spoken:
    """Keeps the sentences that are announced, and the rows that are said while the keys are elsewhere."""

    def __init__(self) -> None:
        self.sentences: list[str] = []
        self.rows: list[str] = []

    def take(self, event: QAccessibleEvent) -> None:
        """Qt: hear an event."""
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.sentences.append(event.message())
        elif event.type() is QAccessible.Event.Focus and event.child() >= 0:
            self.rows.append(event.accessibleInterface().text(QAccessible.Text.Name))

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
    monkeypatch.setattr(Announcer, "pause", 0)
    return heard
