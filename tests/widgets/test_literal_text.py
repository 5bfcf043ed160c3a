# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Whatever a Library or a Notebook holds is shown as it is: no model and no dialog makes it rich text."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hostile import MARKUP, NAME, fill, hostile_binder, hostile_library
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor, QTextDocumentFragment
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from asem_reader import paths, viewmodels, widgets
from asem_reader.core.errors import BadAddress
from asem_reader.core.marks.grouping import View
from asem_reader.core.place import Place
from asem_reader.store.library import Library
from asem_reader.store.notebook.binders import Binders
from asem_reader.viewmodels.editions.waiting import WaitingMarks
from asem_reader.viewmodels.marks.topicmarks import TopicMarks
from asem_reader.viewmodels.printing.binderitems import BinderItemsModel
from asem_reader.viewmodels.printing.binders import BindersModel
from asem_reader.viewmodels.printing.ticking import TickingModel
from asem_reader.viewmodels.tooltip import tooltip
from asem_reader.widgets.controls.closeddocument import ClosedDocument
from asem_reader.widgets.editions.waiting import WaitingDialog
from asem_reader.widgets.exchange.backups import BackupsDialog
from asem_reader.widgets.exchange.exporting import ExportDialog
from asem_reader.widgets.filing.folderchooser import FolderChooser
from asem_reader.widgets.frame.alerts import ask_outside, tell_fatal
from asem_reader.widgets.frame.palette import CommandPalette
from asem_reader.widgets.frame.window import Window
from asem_reader.widgets.printing.binderlist import BinderList
from asem_reader.widgets.printing.composer import Composer, ComposerContext
from asem_reader.widgets.printing.partchooser import PartChooser
from asem_reader.widgets.printing.preview import PreviewWindow
from asem_reader.widgets.printing.topicpicker import TopicSource
from asem_reader.widgets.reading.marktext import tip_on, told

MARITIME = Place.parse("maritime-security")
SPOKEN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
RAW = ("<img", "<b>bold", f'href="{NAME}')
ESCAPES = ("&lt;", "&quot;", "&amp;amp;", "<p ", "&#x27;")


@pytest.fixture(scope="session")
def library_file(library_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_library(library_file, tmp_path_factory.mktemp("hostile") / "asem.db")


@pytest.fixture
def hostile(library_file: Path, home: paths.Home, open_window: Callable[..., Window]) -> Window:
    """A window in which markup stands in all that is read, marked, filed, searched and packed."""
    library = Library.open(library_file)
    block = next(iter(library.article(MARITIME.slug).blocks))
    library.close()
    fill(home.notebook, MARITIME.slug, block)
    window = open_window()
    window.dispatcher.edition_commands.begin()
    window.context.editions.finish()
    window.context.desk.go(MARITIME)
    return window


# What is looked at.


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
    return any(NAME in text for text in (window.windowTitle(), *labels, *rows))


# What there is to look at: whoever adds a model or a dialog adds a line here.


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


def mark_tree(window: Window, view: View) -> QAbstractItemModel:
    tree = window.context.make.mark_tree()
    tree.setParent(window)
    tree.attend(True)
    tree.show(view)
    tree.settle()
    return tree


def items(window: Window) -> QAbstractItemModel:
    model = BinderItemsModel(window.context.compositor.topics, window)
    model.show_binder(hostile_binder(MARITIME.slug))
    return model


def hits(window: Window) -> QAbstractItemModel:
    window.context.hits.ask("piracy")
    window.context.hits.finish()
    return window.context.hits


def history(window: Window) -> QAbstractItemModel:
    window.context.history.show_all()
    return window.context.history


def topic_marks(window: Window) -> QAbstractItemModel:
    model = TopicMarks(told, window)
    page = window.context.desk.page
    assert page
    model.show(page.article, window.context.marks.on(MARITIME.slug))
    return model


def ticking(window: Window) -> QAbstractItemModel:
    return TickingModel(window.context.outline, window.context.compositor.topics.values(), window)


def binders(window: Window) -> BindersModel:
    model = BindersModel(Binders(window.context.marks.notebook.file), parent=window)
    model.load()
    return model


MODELS: dict[str, Callable[[Window], list[QAbstractItemModel]]] = {
    "OutlineModel": lambda window: [window.context.outline],
    "TickingModel": lambda window: [ticking(window)],
    "BinderItemsModel": lambda window: [items(window)],
    "HitsModel": lambda window: [hits(window)],
    "HistoryModel": lambda window: [history(window)],
    "TopicMarks": lambda window: [topic_marks(window)],
    "BindersModel": lambda window: [binders(window)],
    "MarkTree": lambda window: [mark_tree(window, view) for view in View if view is not View.BIN],
}


def composer(window: Window) -> QDialog:
    topic_source = TopicSource(lambda: (MARITIME.slug,), lambda: (), lambda: ((MARKUP, (MARITIME.slug,)),))
    parts = window.context
    composer_context = ComposerContext(
        parts.compositor, binders(window), parts.outline, parts.settings, topic_source
    )
    dialog = Composer(composer_context, hostile_binder(MARITIME.slug), window)
    dialog.picker.fill_menu()
    assert dialog.proofs.wait()
    return dialog


def preview(window: Window) -> QDialog:
    dialog = PreviewWindow(
        window.context.compositor,
        window.context.compositor.topics[MARITIME.slug],
        window.context.settings,
        window,
    )
    assert dialog.proofs.wait()
    dialog.notice.tell(BadAddress(MARKUP))
    return dialog


def backups(window: Window) -> QDialog:
    dialog = BackupsDialog(window.context.make.exchange(), window)
    dialog.look_at(0)
    return dialog


def exporting(window: Window) -> QDialog:
    topic = window.context.compositor.topics[MARITIME.slug]
    dialog = ExportDialog(window.context.make.exchange(), topic, window)
    assert not dialog.save(Path("/none") / MARKUP)
    return dialog


def waiting(window: Window) -> QDialog:
    marks = WaitingMarks(window.context.editions, window.context.marks)
    assert marks.count
    return WaitingDialog(marks, window.context.marks.title_of, window._colours(), 12, window)


def binder_list(window: Window) -> QDialog:
    dialog = BinderList(binders(window), MARKUP, window)
    dialog.delete()
    assert MARKUP in dialog.notice._said
    dialog.undo()
    return dialog


DIALOGS: dict[str, Callable[[Window], QDialog]] = {
    "Composer": composer,
    "PreviewWindow": preview,
    "BackupsDialog": backups,
    "ExportDialog": exporting,
    "WaitingDialog": waiting,
    "BinderList": binder_list,
    "FolderChooser": lambda window: FolderChooser([MARKUP, f"{MARKUP}/{MARKUP}"], MARKUP, window),
    "PartChooser": lambda window: PartChooser(
        MARKUP, window.context.compositor.portions(MARITIME.slug), (), window
    ),
    "CommandPalette": lambda window: CommandPalette(window.actions_by_name, MARKUP, window),
}


def test_every_model_and_every_dialog_is_looked_at() -> None:
    assert kinds(viewmodels, QAbstractItemModel) == set(MODELS)
    assert kinds(widgets, QDialog) == {*DIALOGS, "PrinterDialog"}  # Qt's own, with no text of ours


@pytest.mark.parametrize("name", MODELS)
def test_a_model_shows_foreign_text_as_it_is(hostile: Window, name: str) -> None:
    for model in MODELS[name](hostile):
        assert any(NAME in str(index.data()) for index in indexes(model))
        assert list(faults_of_model(model)) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_shows_foreign_text_as_it_is(hostile: Window, name: str, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](hostile)
    qtbot.addWidget(dialog)
    dialog.show()
    assert holds_markup(dialog)
    assert faults(dialog) == []
    dialog.close()
    dialog.setParent(None)


def test_the_window_shows_foreign_text_as_it_is(hostile: Window) -> None:
    hostile.field.setText(f"piracy {MARKUP}")
    for view in View:
        hostile.actions_by_name[f"by_{view}"].trigger()
    hostile.notice.tell(BadAddress(MARKUP))
    assert MARKUP in hostile.reader.toPlainText()
    assert holds_markup(hostile)
    assert faults(hostile) == []


def test_a_sign_in_the_margin_tells_foreign_text_as_it_is(hostile: Window) -> None:
    marks = hostile.context.marks.on(MARITIME.slug)
    tip = tip_on(marks, hostile.reader.font())
    assert MARKUP[:20] in shown(tip)
    assert not any(raw in tip for raw in RAW)


def test_what_a_link_stands_for_is_told_as_it_is(hostile: Window) -> None:
    reader = hostile.reader
    cursor = QTextCursor(reader.document())
    while not (said := cursor.charFormat().toolTip()):
        assert cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    reader.setTextCursor(cursor)
    reader.ensureCursorVisible()
    at = reader.cursorRect(cursor).center() - QPoint(2, 0)
    QApplication.sendEvent(reader.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, QPoint(9, 9)))
    assert said.startswith(MARKUP)
    assert QToolTip.text() == tooltip(said)
    QToolTip.hideText()


def test_a_box_shows_foreign_text_as_it_is(hostile: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: found.extend(faults(box)))
    ask_outside(hostile, f"https://example.org/{MARKUP}")
    tell_fatal(BadAddress(MARKUP))
    assert found == []


def test_a_menu_takes_no_letter_of_a_name_for_an_access_key(
    hostile: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: shown.append(menu))
    hostile.dispatcher.mark_commands.open(hostile.context.marks.on(MARITIME.slug))
    assert any(NAME[:4] in action.text() for action in shown[0].actions())
    assert faults(shown[0]) == []


@pytest.mark.parametrize(
    "text", [MARKUP, "a < b & c", "one\ntwo  three", "w" * 200, "—", "'quoted' \"twice\""]
)
def test_a_tooltip_shows_any_text_literally(text: str) -> None:
    assert shown(tooltip(text)) == text


def test_a_tooltip_of_nothing_is_nothing() -> None:
    assert tooltip("") == ""
    assert len(tooltip("word " * 100_000)) < 3_000
