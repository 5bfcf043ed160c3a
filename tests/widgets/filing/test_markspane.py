# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The pane of marks: filtered as one types, and left as it was when marks change."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from support.marks import keep, mark
from support.surface import Surface

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.grouping import View
from asem_reader.core.marks.mark import Folder, Mark, Waiting
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.marks.filing import Filing
from asem_reader.viewmodels.marks.grouptree import RowKey
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.marks.marktree import MarkTree
from asem_reader.widgets.filing.markspane import MarksPane

Opened = Callable[..., MarksPane]


@pytest.fixture
def opened(qtbot: QtBot, notebook: Notebook) -> Opened:
    """Opens the pane over some marks, each its folder, or none."""

    def opened(folders: list[str], bodies: str = "Note {}") -> MarksPane:
        marks = [mark(n, bodies.format(n))._replace(folder=f) for n, f in enumerate(folders, 1)]
        keep(notebook, marks, [Folder("Z")] if folders else [])
        pane = MarksPane(MarkTree(Filing(Marks(notebook, str))))
        qtbot.addWidget(pane)
        pane.resize(270, 500)
        pane.show()
        return pane

    return opened


def shown(pane: MarksPane) -> list[str]:
    """The rows that are unfolded, as they stand."""
    index, found = pane.tree.tree.index(0, 0), []
    while index.isValid():
        found.append(str(index.data()))
        index = pane.tree.indexBelow(index)
    return found


def one(pane: MarksPane, number: int) -> Mark:
    return pane.tree.tree.filing.known([mark(number).id])[0]


def select(pane: MarksPane, number: int, folder: str | None = None) -> None:
    assert pane.tree.select_row(RowKey(folder, mark(number).id))


def test_typing_filters_and_esc_shows_all_again(opened: Opened, qtbot: QtBot) -> None:
    pane = opened(["", "", "A"])
    qtbot.keyClicks(pane.filter, "note 3")
    assert shown(pane) == ["A", "Note 3"]
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert shown(pane) == ["A", "Note 3", "Z", "Note 1", "Note 2"]


@pytest.mark.parametrize(
    ("folders", "view", "text", "sentence"),
    [
        ([], View.FOLDERS, "", "No marks yet. Ctrl+D bookmarks"),
        ([], View.TAGS, "", "No marks yet. Ctrl+D bookmarks"),
        ([""], View.BIN, "", "The bin is empty."),
        ([""], View.TOPICS, "atlantis", "No mark has “atlantis”. Esc"),
        ([""], View.BIN, "atlantis", "Nothing in the bin has “atlantis”. Esc"),
    ],
)
def test_where_there_is_nothing_a_sentence_helps(
    opened: Opened, folders: list[str], view: View, text: str, sentence: str
) -> None:
    pane = opened(folders)
    pane.show_by(view)
    pane.filter.setText(text)
    assert not pane.tree.isVisible()
    assert Surface(pane).text.startswith(sentence)


def test_while_marks_are_read_the_pane_says_so(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Background, "patience", 0)
    pane = opened(["A", ""])
    assert Surface(pane).texts == ["Reading the marks …"]
    assert not pane.tree.isVisible()
    qtbot.waitUntil(lambda: shown(pane) == ["A", "Note 1", "Z", "Note 2"])


def test_after_another_programs_change_the_rows_of_before_stand_till_the_marks_are_read(
    opened: Opened, qtbot: QtBot, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = opened(["A", ""])
    monkeypatch.setattr(Background, "patience", 0)
    keep(notebook, [mark(3, "Note 3")._replace(folder="")])
    pane.tree.tree.marks.reload()
    assert shown(pane) == ["A", "Note 1", "Z", "Note 2"]
    qtbot.waitUntil(lambda: shown(pane)[-1] == "Note 3")


def test_the_first_mark_takes_the_place_of_the_sentence(opened: Opened) -> None:
    pane = opened([])
    pane.tree.tree.filing.add_folder("A")
    assert pane.tree.isVisible()


def test_what_was_folded_stays_folded_from_view_to_view(opened: Opened) -> None:
    pane = opened(["A", "", ""])
    pane.tree.collapse(pane.tree.tree.index(0, 0))
    pane.show_by(View.TOPICS)
    pane.filter.setText("1")
    pane.filter.clear()
    pane.show_by(View.FOLDERS)
    assert shown(pane) == ["A", "Z", "Note 2", "Note 3"]


def test_a_change_leaves_folds_and_the_current_row(opened: Opened) -> None:
    pane = opened(["A", "B", "B", ""])
    pane.tree.collapse(pane.tree.tree.index(0, 0))
    select(pane, 3, "B")
    pane.tree.tree.filing.rename_folder("B", "C")
    pane.tree.tree.filing.tag([one(pane, 4)], ["new"])
    assert shown(pane) == ["A", "C", "Note 2", "Note 3", "Z", "Note 4"]
    assert pane.tree.currentIndex().data() == "Note 3"
    assert [each.id for each in pane.tree.marks] == [mark(3).id]


@pytest.mark.parametrize(("gone", "current"), [(2, "Note 3"), (4, "Note 3")])
def test_where_the_current_row_goes_its_neighbour_is_current(opened: Opened, gone: int, current: str) -> None:
    pane = opened(["A", "A", "A", "A"])
    select(pane, gone, "A")
    pane.tree.tree.filing.remove([one(pane, gone)])
    assert pane.tree.currentIndex().data() == current


def test_a_change_above_leaves_the_rows_on_the_screen(opened: Opened) -> None:
    pane = opened(["A"] * 5 + [""] * 60)
    bar = pane.tree.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = pane.tree.indexAt(QPoint(100, 1)).data()
    pane.tree.tree.filing.remove([one(pane, 1), one(pane, 2)])
    pane.tree.executeDelayedItemsLayout()
    assert pane.tree.indexAt(QPoint(100, 1)).data() == top


def test_scrolling_end_and_select_all_reach_the_last_of_many(opened: Opened, qtbot: QtBot) -> None:
    pane = opened(["Z"] * 150)
    pane.tree.expandAll()
    pane.tree.setCurrentIndex(pane.tree.tree.index(0, 0))
    bar = pane.tree.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert pane.tree.visualRect(pane.tree.tree.index_of(RowKey("Z", mark(150).id))).isValid()
    qtbot.keyClick(pane.tree, Qt.Key.Key_End)
    assert pane.tree.currentIndex().data() == "Note 150"
    pane.tree.selectAll()
    assert len(pane.tree.marks) == 150


def test_a_click_goes_to_a_mark_and_ctrl_click_only_selects(opened: Opened, qtbot: QtBot) -> None:
    pane = opened(["", ""])
    places: list[Mark] = []
    pane.tree.chosen.connect(places.append)
    targets = [pane.tree.visualRect(pane.tree.tree.index(row, 0)).center() for row in (1, 2)]
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(pane.tree.viewport(), left, pos=targets[0])
    qtbot.mouseClick(pane.tree.viewport(), left, Qt.KeyboardModifier.ControlModifier, targets[1])
    assert [place.id for place in places] == [mark(1).id]
    assert len(pane.tree.marks) == 2


def test_a_selected_folder_stands_for_what_is_in_it(opened: Opened) -> None:
    pane = opened(["A", "A/B", ""])
    pane.tree.select_row(RowKey("A", None))
    assert (pane.tree.groups, pane.tree.marks) == (("A",), ())
    assert {each.id for each in pane.tree.all_marks} == {mark(1).id, mark(2).id}


def test_tags_that_all_have_can_be_taken_and_new_ones_given(opened: Opened, qtbot: QtBot) -> None:
    pane = opened(["", ""])
    kept: list[tuple[object, object]] = []
    pane.tags.kept.connect(lambda *both: kept.append(both))
    pane.tags.open_for([mark(1)._replace(tags=("a", "b")), mark(2)._replace(tags=("b", "c"))], ["b", "c"])
    assert pane.tags.field.text() == "b "
    assert "Tags of 2 marks; some have also: a c" in Surface(pane.tags).texts
    pane.tags.field.setText("#d, two;")
    qtbot.keyClick(pane.tags.field, Qt.Key.Key_Return)
    assert kept == [(("d", "two"), ("b",))]
    assert not pane.tags.isVisible()


def test_enter_on_odd_tags_leaves_them_as_they_are(opened: Opened, qtbot: QtBot) -> None:
    pane = opened([""])
    kept: list[tuple[object, object]] = []
    pane.tags.kept.connect(lambda *both: kept.append(both))
    pane.tags.open_for([mark(1)._replace(tags=("#a", "a,b", "c;"))], [])
    assert pane.tags.field.text() == "##a a,b c; "
    qtbot.keyClick(pane.tags.field, Qt.Key.Key_Return)
    assert kept == [((), ())]


def test_the_last_word_of_the_tags_is_completed(opened: Opened) -> None:
    pane = opened([""])
    pane.tags.open_for([one(pane, 1)], ["visit", "brussels"])
    completer = pane.tags.field.completer()
    pane.tags.field.setText("minister, Br")
    completer.setCompletionPrefix("minister, Br")
    assert completer.completionCount() == 1
    assert completer.pathFromIndex(completer.currentIndex()) == "minister, brussels "


@pytest.mark.parametrize("width", [90, 270, 900])
def test_rows_fit_any_width(opened: Opened, width: int, qtbot: QtBot) -> None:
    pane = opened(["A"] * 3, "A long note, number {}, " + "with words " * 40 + "🦊\u202e")
    marks = [one(pane, n)._replace(waiting=Waiting.IN_DOUBT, tags=("x" * 80, "y")) for n in (1, 2)]
    pane.tree.tree.marks.make(Change("Test", (one(pane, 1), one(pane, 2)), tuple(marks)))
    pane.resize(width, 400)
    row = pane.tree.visualRect(pane.tree.tree.index(0, 0, pane.tree.tree.index(0, 0)))
    assert row.height() >= 4 * pane.tree.fontMetrics().height()
    assert not pane.grab().isNull()


def test_a_folder_is_renamed_in_place(opened: Opened, qtbot: QtBot) -> None:
    pane = opened(["A"])
    pane.tree.select_row(RowKey("A", None))
    pane.tree.edit(pane.tree.currentIndex())
    editor = pane.tree.findChild(QLineEdit, "inplace")
    assert editor
    assert editor.text() == "A"
    editor.setText("Archive")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(pane) == ["Archive", "Note 1", "Z"])
    assert pane.tree.currentIndex().data() == "Archive"
