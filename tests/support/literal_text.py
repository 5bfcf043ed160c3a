# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is wrong with how a model or a widget shows foreign text; which models and dialogs there are."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import Qt as Rich
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QMenu, QTextEdit, QWidget

from asem_reader.widgets.controls.closeddocument import ClosedDocument
from support.hostile_content import MARKUP, NAME

SPOKEN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
RAW = ("<img", "<b>bold", f'href="{NAME}')
ESCAPES = ("&lt;", "&quot;", "&amp;amp;", "<p ", "&#x27;")


def shown(rich: str) -> str:
    return QTextDocumentFragment.fromHtml(rich).toPlainText().replace("\u200b", "")


def wrong_tip(tip: str) -> bool:
    """Whether a tooltip is rich text by accident, or shows other letters than were typed."""
    if not Rich.mightBeRichText(tip):
        return "&lt;" in tip
    return any(raw in tip for raw in RAW) or (NAME in tip and MARKUP[:20] not in shown(tip))


def indexes(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    above = parent or QModelIndex()
    while model.canFetchMore(above):
        before = model.rowCount(above)
        model.fetchMore(above)
        if model.rowCount(above) == before:
            break
    for row in range(model.rowCount(above)):
        first = model.index(row, 0, above)
        yield from filter(QModelIndex.isValid, (first, first.siblingAtColumn(1), first.siblingAtColumn(2)))
        yield from () if isinstance(model, QAbstractListModel) else indexes(model, first)


def faults_of_model(model: QAbstractItemModel) -> Iterator[str]:
    for index in indexes(model):
        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        if tip and wrong_tip(tip):
            yield f"tip of {type(model).__name__}: {tip}"
        for role in SPOKEN:
            text = index.data(role)
            if isinstance(text, str) and any(escape in text for escape in ESCAPES):
                yield f"{role.name} of {type(model).__name__}: {text}"


def faults_of_widget(part: QWidget) -> Iterator[str]:
    if wrong_tip(part.toolTip()):
        yield f"tip of {part}: {part.toolTip()}"
    for text in (part.accessibleName(), part.accessibleDescription(), part.windowTitle()):
        if any(escape in text for escape in ESCAPES):
            yield f"heard of {part}: {text}"
    yield from faults_of_kind(part)


def faults_of_kind(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLabel):
        yield from faults_of_label(part)
    elif isinstance(part, QAbstractButton):
        if NAME in part.text() and " &&amp;" not in part.text():
            yield f"access key of {part}: {part.text()}"
    elif isinstance(part, QMenu):
        yield from (f"access key: {action.text()}" for action in part.actions() if " &amp;" in action.text())
    elif isinstance(part, QTextEdit):
        if not isinstance(part.document(), ClosedDocument):
            yield f"document of {part}"
    elif isinstance(part, QAbstractItemView) and part.model():
        yield from faults_of_model(part.model())


def faults_of_label(label: QLabel) -> Iterator[str]:
    """What is wrong with a label: rich by accident, a picture in it, markup that it does not show."""
    text, form = label.text(), label.textFormat()
    if form is Qt.TextFormat.AutoText and Rich.mightBeRichText(text):
        yield f"guessed: {text}"
    if form is Qt.TextFormat.RichText and (any(raw in text for raw in RAW) or "&lt;" in shown(text)):
        yield f"rich: {text}"
    if form is Qt.TextFormat.PlainText:
        letters = text.replace("&&", "&") if label.buddy() else text
        if any(escape in letters for escape in ESCAPES) or (label.buddy() and " &amp;" in text):
            yield f"plain: {text}"


def faults(window: QWidget) -> list[str]:
    return [fault for part in (window, *window.findChildren(QWidget)) for fault in faults_of_widget(part)]


def holds_markup(window: QWidget) -> bool:
    """Whether markup stands in a window at all, so that there was something to look at."""
    labels = (label.text() for label in window.findChildren(QLabel))
    views = (view.model() for view in window.findChildren(QAbstractItemView) if view.model())
    rows = (str(index.data()) for model in views for index in indexes(model))
    fields = (field.text() for field in window.findChildren(QLineEdit))
    return any(NAME in text for text in (window.windowTitle(), *labels, *rows, *fields))


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def kinds(package: ModuleType, base: type) -> set[str]:
    """The names of all public classes of a package that extend another and are extended by none."""
    there = {
        kind
        for module in modules(package)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, base) and kind.__module__ == module.__name__
    }
    return {kind.__name__ for kind in there if not any(kind in other.__mro__[1:] for other in there)}
