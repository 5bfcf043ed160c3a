# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack is composed, kept at every gesture, closed, and opened again as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QProgressDialog,
    QTabBar,
    QTabWidget,
    QTreeView,
)
from pytestqt.qtbot import QtBot
from support.driven_panes import DrivenList
from support.sheet_readers import portion_of
from support.surface import LEFT, Surface, unkeyed

from asem_reader.core.content import Kind
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import BinderItem, Layout
from asem_reader.core.printing.form import Paper, Profile
from asem_reader.core.printing.parts import Part
from asem_reader.paper import typeset
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.printing.binders import BindersModel
from asem_reader.viewmodels.printing.compositor import Compositor
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.printing.binderlist import BinderList
from asem_reader.widgets.printing.composer import Composer
from asem_reader.widgets.printing.parttree import PartChooser
from asem_reader.widgets.printing.topicpicker import TopicSource

THREE = tuple(map(Slug, ("maritime-security", "migration", "korean-peninsula")))


@pytest.fixture
def binders(notebook: Notebook) -> BindersModel:
    return BindersModel(Binders(notebook.file))


@pytest.fixture
def composer(qtbot: QtBot, compositor: Compositor, settings: Settings, binders: BindersModel) -> Composer:
    topic_source = TopicSource(lambda: THREE[:1], lambda: THREE[:2], lambda: {"": THREE, "Trip": THREE[1:]})
    outline = OutlineModel(tuple(compositor.topics.values()))
    binder = binders.new("2026.1")
    composer = Composer(compositor, binders, outline, settings, topic_source, binder)
    qtbot.addWidget(composer)
    composer.show()
    return composer


def on_disk(notebook: Notebook) -> list[tuple[Slug, ...]]:
    return [binder.slugs for binder in Binders(notebook.file).all()]


def click_name(tree: QTreeView, index: QModelIndex, *, twice: bool = False) -> None:
    spot = tree.visualRect(index).center()
    QTest.mouseClick(tree.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot)
    if twice:  # as a mouse does it: the second press comes as a double click
        QTest.mouseDClick(tree.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot)


def test_an_empty_pack_says_what_to_do_and_is_not_kept(composer: Composer, notebook: Notebook) -> None:
    assert not composer.print_button.isEnabled()
    assert "Tick topics" in Surface(composer).text
    composer.reject()
    assert on_disk(notebook) == []


def test_what_lies_open_was_found_or_is_marked_can_be_added(composer: Composer, notebook: Notebook) -> None:
    menu = composer.picker.add.menu()
    menu.aboutToShow.emit()
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert [unkeyed(action.text()) for action in actions] == [
        "Topic that lies open",
        "All that the search found (2)",
        "All marks (3)",
        "Marks in “Trip” (2)",
    ]
    actions[3].trigger()
    actions[0].trigger()
    assert on_disk(notebook) == [(*THREE[1:], THREE[0])]


def test_a_name_that_is_found_is_ticked_by_enter_and_reached_by_down(composer: Composer) -> None:
    reader = Surface(composer).activate()
    reader.type("migration").press("Enter").type("sea").press("Down")
    assert composer.binder.slugs == (Slug("migration"),)
    tree = composer.picker.tree
    assert tree.hasFocus()
    assert not tree.model().hasChildren(tree.currentIndex())
    reader.press("Enter", "Space", "Space")
    assert len(composer.binder.slugs) == 2


def test_a_group_that_is_narrowed_is_ticked_as_far_as_it_is_shown(composer: Composer) -> None:
    Surface(composer).activate().type("denmark").press("Down", "Up", "Up", "Space")
    assert str(composer.picker.tree.currentIndex().data()) == "Partners (1)"
    assert composer.binder.slugs == (Slug("denmark"),)


def test_a_click_on_a_name_ticks_a_topic_and_unfolds_a_group(composer: Composer) -> None:
    tree = composer.picker.tree
    DrivenList(tree).select("Political pillar (27)")
    group = tree.currentIndex()
    before = tree.isExpanded(group)
    click_name(tree, group)
    assert tree.isExpanded(group) != before
    assert composer.binder.slugs == ()
    composer.picker.show_topic(THREE[0])
    click_name(tree, tree.currentIndex())
    assert composer.binder.slugs == THREE[:1]
    click_name(tree, tree.currentIndex(), twice=True)
    assert composer.binder.slugs == ()


def test_topics_are_put_in_order_by_keys_and_every_step_is_undone(
    composer: Composer, notebook: Notebook, qtbot: QtBot
) -> None:
    composer.add(THREE)
    composer.picker.order.show_topic(THREE[0])
    qtbot.keyClick(composer.picker.order, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert on_disk(notebook) == [(THREE[1], THREE[0], THREE[2])]
    assert composer.picker.order.current == THREE[0]
    qtbot.keyClick(composer.picker.order, Qt.Key.Key_Delete)
    assert on_disk(notebook) == [(THREE[1], THREE[2])]
    composer.undo()
    composer.undo()
    assert on_disk(notebook) == [THREE]
    assert composer.binder.slugs == THREE


def test_the_whole_pack_is_shown(composer: Composer) -> None:
    composer.add(THREE)
    composer.cover.fields["title"].setText("Sea and peace")
    composer.cover.changed.emit()
    proof = composer.proofs.wait()
    assert proof
    assert proof.pack.cover
    assert proof.pack.cover.title == "Sea and peace"
    assert [sheet.topic.slug for sheet in proof.pack.sheets] == list(THREE)
    assert composer.name == "Sea and peace"


def test_topics_that_are_gone_are_named_and_stay(composer: Composer, notebook: Notebook) -> None:
    composer.add(THREE[:1])
    old = composer.binder
    gone = BinderItem(Slug("atlantis"), "The <lost> island")
    composer.show_binder(type(old)(old.id, old.name, old.cover, (gone, *old.items), edition="2025.1"))
    assert "The <lost> island" in composer.notice.text
    assert composer.proofs.wait()
    composer.add(THREE[1:2])
    assert on_disk(notebook) == [(gone.slug, *THREE[:2])]


def test_binders_are_deleted_and_brought_back_in_their_list(
    composer: Composer, binders: BindersModel, notebook: Notebook
) -> None:
    composer.add(THREE)
    asking = BinderList(binders, "2026.1", composer)
    asking.duplicate()
    assert len(on_disk(notebook)) == 2
    asking.delete()
    assert on_disk(notebook) == [THREE]
    assert "Ctrl+Z brings it back" in asking.notice.text
    asking.undo()
    asking.open_current()
    assert asking.chosen
    assert asking.chosen.slugs == THREE


def test_the_layout_goes_with_the_pack_and_is_undone_with_it(composer: Composer, notebook: Notebook) -> None:
    composer.add(THREE[:1])
    composer.options.codes.setChecked(True)
    composer.options.profile.setCurrentText("Speaking card, A5")
    (kept,) = Binders(notebook.file).all()
    assert kept.layout == Layout(Profile.CARD, codes=True)
    composer.show_binder(replace(kept, layout=Layout(notes=True, handling="Destroy")))
    assert composer.options.arrangement == Layout(notes=True, handling="Destroy")
    assert composer.request.notes
    assert not composer.options.still_right.isHidden()
    composer.undo()
    assert composer.options.arrangement == Layout(codes=True)


def test_the_paper_of_a_card_is_said_and_that_of_sheets_is_kept(composer: Composer) -> None:
    options = Surface(composer).choose("Paper", "US Letter").choose("Profile", "Speaking card, A5")
    paper = options.named(QComboBox, "Paper")
    assert (paper.currentText(), paper.isEnabled()) == ("A5", False)
    options.choose("Profile", "Full article")
    assert (paper.currentText(), paper.isEnabled()) == ("US Letter", True)
    assert composer.options.form.paper is Paper.LETTER


def test_our_line_goes_with_the_pack(composer: Composer, notebook: Notebook) -> None:
    composer.add(THREE[:2])
    composer.options.our_line.setChecked(True)
    (kept,) = Binders(notebook.file).all()
    assert kept.layout == Layout(our_line=True)
    proof = composer.proofs.wait()
    assert proof
    assert all(portion_of(sheet, Part.OUR_LINE) for sheet in proof.pack.sheets)
    composer.undo()
    assert not composer.options.our_line.isChecked()


def test_a_pack_may_have_a_topic_in_part(composer: Composer, monkeypatch: pytest.MonkeyPatch) -> None:
    composer.add(THREE[:2])
    composer.picker.order.show_topic(THREE[0])
    only = ("asem-position", "dzhb")
    monkeypatch.setattr(PartChooser, "choose", lambda title, portions, before, parent: only)
    composer.picker.parts.click()
    assert composer.binder.items[0].only == only
    assert composer.picker.order.model().index(0, 0).data() == "1. POL-05 Maritime security (in part)"
    proof = composer.proofs.wait()
    assert proof
    assert [portion.name for portion in proof.pack.sheets[0].portions] == ["asem-position", "key-facts"]
    assert len(proof.pack.sheets[1].portions) > 3
    composer.undo()
    assert composer.binder.items[0].only == ()


def test_cancel_lets_go_at_once_and_leaves_no_file(
    composer: Composer, compositor: Compositor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """B9: of a pack of forty pages and more."""
    composer.add([slug for slug, topic in compositor.topics.items() if topic.kind is Kind.ISSUE][:20])
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda _: True)
    assert not composer.save(tmp_path / "pack.pdf")
    assert list(tmp_path.glob("*.pdf*")) == []
    assert composer.notice.text.startswith("Stopped")
    monkeypatch.undo()
    assert composer.options.codes.isEnabled()
    composer.options.codes.setChecked(True)
    assert composer.save(tmp_path / "pack.pdf")
    assert typeset.count((tmp_path / "pack.pdf").read_bytes()) > 40


@pytest.mark.parametrize("only", [(), ("key-facts",), ("asem-position", "dzhb"), ("dzhb",)])
def test_what_was_chosen_of_a_topic_is_ticked_again(
    qtbot: QtBot, compositor: Compositor, only: tuple[str, ...]
) -> None:
    chooser = PartChooser("Maritime security", compositor.portions(THREE[0]), only)
    qtbot.addWidget(chooser)
    assert chooser.parts.only.isChecked() == bool(only)
    assert chooser.parts.chosen == only


@pytest.mark.parametrize("tab", [0, 1, 2])
def test_access_keys_do_not_clash(composer: Composer, tab: int) -> None:
    composer.findChildren(QTabWidget)[0].setCurrentIndex(tab)
    parts = [*composer.findChildren(QLabel), *composer.findChildren(QAbstractButton)]
    texts = [part.text() for part in parts if "&" in part.text() and part.isVisible()]
    bar = composer.findChild(QTabBar)
    assert bar
    texts += [bar.tabText(number) for number in range(bar.count())]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(letters) >= 10
    assert len(letters) == len(set(letters))
