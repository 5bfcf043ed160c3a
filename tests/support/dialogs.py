# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Every dialog of the program, made over a Library and a Notebook with markup in every field."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog

from asem_reader.core.content import Illustration
from asem_reader.core.drawing.strip import StripMeeting, meeting_strip
from asem_reader.core.errors import BadAddress
from asem_reader.core.indicators.scheme import Scheme
from asem_reader.core.theme import LIGHT
from asem_reader.pages import topic
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.output import Output
from asem_reader.viewmodels.editions.waiting import WaitingMarks
from asem_reader.viewmodels.explorer.explorer import Explorer
from asem_reader.viewmodels.printing.binders import BindersModel
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.editions.waiting import WaitingDialog
from asem_reader.widgets.exchange.backups import BackupsDialog
from asem_reader.widgets.exchange.exporting import ExportDialog
from asem_reader.widgets.exchange.merging import MergeDialog
from asem_reader.widgets.explorer.explorerwindow import ExplorerWindow
from asem_reader.widgets.explorer.method import MethodDialog
from asem_reader.widgets.filing.folderchooser import FolderChooser
from asem_reader.widgets.frame.actions import Actions
from asem_reader.widgets.frame.handbookwindow import HandbookWindow
from asem_reader.widgets.frame.palette import CommandPalette
from asem_reader.widgets.frame.preferences import Clearing, PreferencesDialog
from asem_reader.widgets.printing.binderlist import BinderList
from asem_reader.widgets.printing.composer import Composer
from asem_reader.widgets.printing.parttree import PartChooser
from asem_reader.widgets.printing.printwindow import PreviewWindow
from asem_reader.widgets.printing.topicpicker import TopicSource
from asem_reader.widgets.reading.figurewindow import FigureWindow
from asem_reader.widgets.reading.pagelists import PageListsDialog
from asem_reader.widgets.reading.reader import Reader
from support.exchanges import exchange_of
from support.hostile_content import MARKUP, hostile_binder
from support.hostile_world import Hostile
from support.screen import MARITIME


def binders(hostile: Hostile) -> BindersModel:
    model = BindersModel(Binders(hostile.marks.notebook.file), parent=hostile.parent)
    model.load()
    return model


def composer(hostile: Hostile) -> QDialog:
    topic_source = TopicSource(lambda: (MARITIME.slug,), lambda: (), lambda: {MARKUP: (MARITIME.slug,)})
    outline = OutlineModel(hostile.library.topics())
    outline.setParent(hostile.parent)
    settings = Settings(hostile.home.session)
    binder = hostile_binder(MARITIME.slug)
    dialog = Composer(
        hostile.compositor, binders(hostile), outline, settings, topic_source, binder, hostile.parent
    )
    dialog.picker.fill_menu()
    assert dialog.proofs.wait()
    return dialog


def preview(hostile: Hostile) -> QDialog:
    topic, settings = hostile.compositor.topics[MARITIME.slug], Settings(hostile.home.session)
    dialog = PreviewWindow(hostile.compositor, topic, settings, hostile.parent)
    assert dialog.proofs.wait()
    dialog.notice.tell(BadAddress(MARKUP))
    return dialog


def backups(hostile: Hostile) -> QDialog:
    exchange = exchange_of(hostile.library, hostile.marks, hostile.home)
    dialog = BackupsDialog(exchange, hostile.parent)
    dialog.look_at(0)
    return dialog


def merging(hostile: Hostile) -> QDialog:
    dialog = MergeDialog(exchange_of(hostile.library, hostile.marks, hostile.home).merging, hostile.parent)
    dialog.look_at(Path("/none") / MARKUP)
    return dialog


def exporting(hostile: Hostile) -> QDialog:
    exchange = exchange_of(hostile.library, hostile.marks, hostile.home)
    settings = Settings(hostile.home.session)
    dialog = ExportDialog(exchange, settings, hostile.article.topic, hostile.parent)
    assert not dialog.save(Path("/none") / MARKUP)
    return dialog


def waiting(hostile: Hostile) -> QDialog:
    marks = WaitingMarks(hostile.editions, hostile.marks)
    assert marks.count
    return WaitingDialog(marks, hostile.title_of, LIGHT, 12, hostile.parent)


def binder_list(hostile: Hostile) -> QDialog:
    dialog = BinderList(binders(hostile), MARKUP, hostile.parent)
    dialog.delete()
    assert MARKUP in dialog.notice.text
    dialog.undo()
    return dialog


def part_chooser(hostile: Hostile) -> QDialog:
    return PartChooser(MARKUP, hostile.compositor.portions(MARITIME.slug), (), hostile.parent)


def explorer(hostile: Hostile) -> QDialog:
    figures = Explorer(hostile.library, Output([], hostile.library.path), hostile.parent)
    figures.rank_by(figures.dataset.pillars[0].code)
    dialog = ExplorerWindow(figures, Settings(hostile.home.session), LIGHT)
    dialog.notice.tell(BadAddress(MARKUP))
    return dialog


def method(hostile: Hostile) -> QDialog:
    dialog = MethodDialog(hostile.parent)
    dialog.show_scheme(MARKUP, Scheme())
    return dialog


def figure(hostile: Hostile) -> QDialog:
    shown = meeting_strip(MARKUP, [StripMeeting(MARKUP, MARKUP, spoke=True)], MARKUP)
    return FigureWindow(Illustration("", shown, {}), LIGHT, hostile.parent)


def page_lists(hostile: Hostile) -> QDialog:
    reader, article = Reader(hostile.parent), hostile.article
    reader.show_page(topic.page(article, article.topic.place, LIGHT, 12.0))
    assert reader.map
    return PageListsDialog(reader.map, reader.links, hostile.parent)


def preferences(hostile: Hostile) -> QDialog:
    settings, actions = Settings(hostile.home.session), Actions(hostile.parent, print)
    settings.use_marking(MARKUP)
    return PreferencesDialog(settings, actions, (Clearing("Clear", str, str),), hostile.parent)


# Whoever adds a dialog adds a line here.
DIALOGS: dict[str, Callable[[Hostile], QDialog]] = {
    "Composer": composer,
    "PreviewWindow": preview,
    "BackupsDialog": backups,
    "ExportDialog": exporting,
    "MergeDialog": merging,
    "WaitingDialog": waiting,
    "BinderList": binder_list,
    "ExplorerWindow": explorer,
    "FigureWindow": figure,
    "MethodDialog": method,
    "PageListsDialog": page_lists,
    "FolderChooser": lambda hostile: FolderChooser([MARKUP, f"{MARKUP}/{MARKUP}"], MARKUP, hostile.parent),
    "PartChooser": part_chooser,
    "PreferencesDialog": preferences,
    "HandbookWindow": lambda hostile: HandbookWindow(
        Desk(hostile.library), MARITIME, LIGHT, 12.0, hostile.parent
    ),
    "CommandPalette": lambda hostile: CommandPalette(Actions(hostile.parent, print), MARKUP, hostile.parent),
}
