# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Announcements to those who read by ear."""

import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QWidget

from asem_reader.widgets.controls.keysnow import with_keys

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessible

SAID = 4_000  # milliseconds that a passing remark stands
SETTLED = 300  # milliseconds after which a screen reader has said what got the keys, with its description
_LAID_OUT = 20  # milliseconds after which a view has laid out what was posted
_BY_DESCRIPTION = sys.platform not in ("win32", "darwin")
_DESCRIPTION = Qt.ItemDataRole.AccessibleDescriptionRole

# Qt makes the many enumerations of QAccessible when it is first touched; the start has nothing to say.
# ruff: noqa: PLC0415


def say(source: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence after what it is saying.

    On Linux it becomes the description of what has the keys, or is to have them in a moment: all Orcas say
    a description that changes, those before 45 no announcement. Elsewhere its source announces it.
    """
    if _BY_DESCRIPTION:
        _describe(source, sentence)
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, sentence))


def remark(window: QMainWindow, sentence: str, stands: int = SAID) -> None:
    """Say in passing what was done: in the status bar, so many milliseconds long, and by a screen reader."""
    sentence = with_keys(window, sentence)
    window.statusBar().showMessage(sentence, stands)
    say(window, sentence)


def say_row(view: QAbstractItemView) -> None:
    """Let a screen reader say the current row of a view, also while the keys are elsewhere."""
    from PySide6.QtGui import QAccessible

    view.executeDelayedItemsLayout()  # with which Qt forgets the rows that a screen reader was told of
    _tell_row(view, QAccessible.Event.Focus)


class Announcer(QTimer):
    """Announces what changes with every key once the keys rest; no sentence twice running."""

    pause = 500  # milliseconds without another sentence before the last one is said

    def __init__(self, source: QWidget) -> None:
        super().__init__(source, singleShot=True)
        self._source = source
        self._sentence = self._said = ""
        self.timeout.connect(self._speak)

    def say(self, sentence: str) -> None:
        """Have a sentence said soon, in place of one that waits."""
        self._sentence = sentence
        self.start(self.pause)

    def forget(self) -> None:
        """Say nothing of what waits, and anything anew."""
        self.stop()
        self._said = ""

    def _speak(self) -> None:
        if self._sentence != self._said:
            self._said = self._sentence
            say(self._source, self._said)


class _Description(QTimer):
    """A remark as the description of a widget, which gets its own back when it has lost the keys.

    Any sooner a screen reader would say that, too.
    """

    def __init__(self, keys: QWidget) -> None:
        super().__init__(keys, singleShot=True, interval=0)
        self._keys = keys
        self._own = self._remark = ""
        _application().focusChanged.connect(self._wait)
        self.timeout.connect(self._give_back)

    def say(self, sentence: str) -> None:
        before = self._keys.accessibleDescription()
        if before != self._remark:
            self._own = before
        self._remark = f"{sentence} " if before == sentence else sentence  # the same would be no change
        self._keys.setAccessibleDescription(self._remark)

    def _wait(self) -> None:  # PySide does not always find a timer's own slot in a class derived from it
        self.start()

    def _give_back(self) -> None:
        if not self._keys.hasFocus() and self._keys.accessibleDescription() == self._remark:
            self._keys.setAccessibleDescription(self._own)


def _describe(source: QWidget, sentence: str) -> None:
    keys = QApplication.focusWidget()
    if not sentence:
        return
    if keys is None:  # a window that closes gives them back in a moment
        _describe_soon(source, sentence)
    elif isinstance(keys, QAbstractItemView):  # which lays out anew what was changed, with other rows
        QTimer.singleShot(_LAID_OUT, keys, lambda: _describe_row(keys, sentence))
    else:
        _describe_widget(keys, sentence)


def _describe_widget(keys: QWidget, sentence: str) -> None:
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    (keys.findChild(_Description, "", directly) or _Description(keys)).say(sentence)


def _describe_soon(source: QWidget, sentence: str) -> None:
    """Describe by a sentence what gets the keys next, when a screen reader has said that it has them."""
    waiting = QTimer(source, singleShot=True, interval=SETTLED)
    _application().focusChanged.connect(waiting.start)
    waiting.timeout.connect(waiting.deleteLater)
    waiting.timeout.connect(lambda: _describe(source, sentence))


def _describe_row(view: QAbstractItemView, sentence: str) -> None:
    """Describe the current row, which is what a screen reader follows in a view, while it is told so."""
    from PySide6.QtGui import QAccessible

    model, index = view.model(), view.currentIndex()
    if view.visualRect(index).isEmpty():  # there is no row, or it is folded up
        _describe_widget(QApplication.focusWidget() or view, sentence)
        return
    own, _blocker = index.data(_DESCRIPTION), QSignalBlocker(model)
    model.setData(index, sentence, _DESCRIPTION)
    say_row(view)  # one that was made anew is not known yet; any other is not said again
    _tell_row(view, QAccessible.Event.DescriptionChanged)
    model.setData(index, own, _DESCRIPTION)


def _application() -> QApplication:
    return cast("QApplication", QApplication.instance())


def _tell_row(view: QAbstractItemView, kind: "QAccessible.Event") -> None:
    """Tell a screen reader of the current row of a view."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    heard = QAccessible.queryAccessibleInterface(view) if QAccessible.isActive() else None
    row = heard.focusChild() if heard and view.currentIndex().isValid() else None
    if heard and row:
        event = QAccessibleEvent(view, kind)
        event.setChild(heard.indexOfChild(row))
        QAccessible.updateAccessibility(event)
