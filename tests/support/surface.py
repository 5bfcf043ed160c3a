# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What stands on the screen in a window or a dialog, found by what a reader sees or hears of it."""

import time
from collections.abc import Callable
from typing import Self, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QImage, QKeySequence, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)


class Surface:
    """Does with a window or a dialog what a reader does, by keys and clicks, and reads what stands there."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget

    # Looking.

    def all(self, kind: type[W]) -> list[W]:
        """All parts of a kind that are shown once the widget itself is."""
        return [each for each in self.widget.findChildren(kind) if each.isVisibleTo(self.widget)]

    def named(self, kind: type[W], name: str) -> W:
        """The one part of a kind with that name for a screen reader, that text, or a label that says so."""
        labels = {label.buddy(): unkeyed(label.text()) for label in self.widget.findChildren(QLabel)}
        parts = self.widget.findChildren(kind)
        there = [each for each in parts if name in (*_names(each), labels.get(each))]
        (found,) = [each for each in there if each.isVisibleTo(self.widget)] or there
        return found

    def button(self, text: str) -> QAbstractButton:
        """The button that says so."""
        return self.named(QAbstractButton, text)

    def menu_of(self, text: str) -> list[QAction]:
        """What the menu of a button offers."""
        menu = self.named(QPushButton, text).menu()
        menu.aboutToShow.emit()
        return [action for action in menu.actions() if not action.isSeparator()]

    def field(self, name: str) -> QLineEdit:
        """The field of one line with that name."""
        return self.named(QLineEdit, name)

    @property
    def texts(self) -> list[str]:
        """What the labels say, without markup."""
        return [plain(label.text(), label.textFormat()) for label in self.all(QLabel) if label.text()]

    @property
    def text(self) -> str:
        """What the labels say, line by line."""
        return "\n".join(self.texts)

    def picture(self, part: QWidget | None = None) -> QImage:
        """What is painted."""
        return (part or self.widget).grab().toImage()

    # Doing.

    def activate(self) -> Self:
        """Have it be the one that hears the keys."""
        self.widget.activateWindow()
        assert wait(self.widget.isActiveWindow)
        return self

    def press(self, *keys: str, times: int = 1) -> Self:
        """Press keys such as "Ctrl+K" where the keys go."""
        for _ in range(times):
            for key in keys:
                press(self._with_keys(), key)
        return self

    def type(self, text: str) -> Self:
        """Type where the keys go."""
        type_into(self._with_keys(), text)
        return self

    def write(self, name: str, text: str) -> Self:
        """Have a text in a field, in place of what stood there."""
        self.field(name).setText(text)
        return self

    def choose(self, name: str, entry: str) -> Self:
        """Choose an entry of a list that folds out."""
        box = self.named(QComboBox, name)
        assert box.findText(entry) >= 0, [box.itemText(row) for row in range(box.count())]
        box.setCurrentText(entry)
        return self

    def click(self, text: str) -> Self:
        """Press the button that says so."""
        self.button(text).click()
        return self

    def _with_keys(self) -> QWidget:
        focused = QApplication.focusWidget()
        inside = focused and (focused is self.widget or self.widget.isAncestorOf(focused))
        return focused if focused and inside else self.widget.focusWidget() or self.widget


def the(widget: QWidget, kind: type[W]) -> W:
    """The first part of a kind in a widget."""
    found = widget.findChild(kind)
    assert found is not None, f"there is no {kind.__name__}"
    return found


def press(widget: QWidget, keys: str) -> None:
    """Press a key with what is held beside it, as "Ctrl+Shift+D"."""
    chord = QKeySequence(keys)[0]
    QTest.keyClick(widget, chord.key(), chord.keyboardModifiers())
    let_go()


def let_go() -> None:
    """Hold no key any more: what QTest said was held counts until its next event."""
    QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


def type_into(widget: QWidget, text: str) -> None:
    """Type letters; QTest.keyClicks knows those of ASCII alone."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            unheld = Qt.KeyboardModifier.NoModifier
            QTest.sendKeyEvent(QTest.KeyAction.Click, widget, Qt.Key.Key_unknown, letter, unheld)


def plain(text: str, form: Qt.TextFormat = Qt.TextFormat.RichText) -> str:
    """A text as it is read, without markup and marks of access keys."""
    rich = form is Qt.TextFormat.RichText or (form is Qt.TextFormat.AutoText and "<" in text)
    return QTextDocumentFragment.fromHtml(text).toPlainText() if rich else text.replace("&&", "&")


def unkeyed(text: str) -> str:
    """A text of a button or a menu, as it is read."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def rows(view: QAbstractItemView, under: QModelIndex | None = None) -> list[str]:
    """What the rows of a view say, those alone that are not folded away."""
    model, found = view.model(), []
    for row in range(model.rowCount(under or QModelIndex())):
        index = model.index(row, 0, under or QModelIndex())
        found.append(str(index.data()))
        if getattr(view, "isExpanded", lambda _: False)(index):
            found += rows(view, index)
    return found


def heard(index: QModelIndex) -> str:
    """What a screen reader says of a row: Qt gives it what is shown where nothing else is to be said."""
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data())


def click_row(
    view: QAbstractItemView, index: QModelIndex, *, twice: bool = False, ctrl: bool = False
) -> None:
    """Click a row where it stands."""
    view.scrollTo(index)
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    box = view.visualRect(index)
    spot = QPoint(min(box.left() + 20, box.center().x()), box.center().y())
    (QTest.mouseDClick if twice else QTest.mouseClick)(view.viewport(), LEFT, modifier, spot)


def menu_at(view: QWidget, at: QPoint) -> list[QAction]:
    """Ask with the mouse's right button for what can be done at a point; return that menu's entries."""
    met: list[QAction] = []

    def look(tries: int = 2_000) -> None:
        menus = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()
        ]
        for menu in menus:
            met.extend(action for action in menu.actions() if not action.isSeparator())
            menu.close()
        if not menus and tries:
            QTimer.singleShot(5, lambda: look(tries - 1))

    QTimer.singleShot(0, look)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, asked)
    assert wait(lambda: met)
    return met


def choose_at(view: QWidget, at: QPoint, entry: str) -> list[str]:
    """Choose an entry of the menu at a point; return what that menu offers."""
    offered: list[str] = []

    def look(tries: int = 2_000) -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            actions = {unkeyed(action.text()).partition("\t")[0]: action for action in menu.actions()}
            offered.extend(text for text in actions if text)
            actions[entry].trigger()
            menu.close()
        elif tries:
            QTimer.singleShot(5, lambda: look(tries - 1))

    QTimer.singleShot(0, look)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, asked)
    assert wait(lambda: offered)
    return offered


def wait(until: Callable[[], object], seconds: float = 8.0) -> bool:
    """Let the window go on until something is so; return whether it came about."""
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        QTest.qWait(10)
    return bool(until())


def in_dialog(do: Callable[[Surface], object], kind: type[QWidget] = QDialog) -> list[QWidget]:
    """Do something with the next dialog of a kind that waits for an answer, and then close it.

    Return a list in which the dialog is, once it was met.
    """
    met: list[QWidget] = []

    def look(tries: int = 2_000) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isActiveWindow():
            met.append(dialog)
            try:
                do(Surface(dialog))
            finally:
                if dialog.isVisible():
                    dialog.close()
        elif tries:
            QTimer.singleShot(5, lambda: look(tries - 1))

    QTimer.singleShot(0, look)
    return met


def _names(part: QWidget) -> tuple[str, ...]:
    text = getattr(part, "text", None)
    said = unkeyed(text()) if callable(text) and isinstance(part, QAbstractButton | QLabel) else ""
    return part.accessibleName(), said, said.rstrip("…"), part.objectName()
