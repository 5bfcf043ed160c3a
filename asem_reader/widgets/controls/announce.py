# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Announcements to those who read by ear."""

from PySide6.QtWidgets import QWidget


def say(source: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence after what it is saying; nothing happens where there is none."""
    # Qt makes the many enumerations of this class when it is first touched; the start has nothing to say.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, sentence))
