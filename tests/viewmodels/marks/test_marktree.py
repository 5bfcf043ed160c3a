# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The tree of marks: a good model in every view, which stays as it is while marks change."""

import datetime
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from support.marks import keep, mark

from asem_reader.core.marks.grouping import View
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkKind, Waiting
from asem_reader.core.place import Slug
from asem_reader.core.steps import done
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.filing import Filing
from asem_reader.viewmodels.marks.grouptree import RowKey
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.marks.marksaid import MarkRowText
from asem_reader.viewmodels.marks.marktree import TYPE, DraggedMarks, MarkTree

ROOT = QModelIndex()
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
MOVE = Qt.DropAction.MoveAction
TODAY = datetime.date(2026, 11, 23)

GREEN = {"kind": MarkKind.HIGHLIGHT, "colour": Colour.GREEN, "words": "it is"}
SOME = (
    mark(1, "one")._replace(folder="A", tags=("visit",)),
    mark(2, "two")._replace(folder="A/B", tags=()),
    mark(3, "")._replace(
        kind=MarkKind.HIGHLIGHT, colour=Colour.GREEN, words="it is", folder="", tags=("ask",)
    ),
    mark(4, "", None)._replace(kind=MarkKind.BOOKMARK, slug=Slug("asean"), quote="Asean", folder="", tags=()),
)


@pytest.fixture
def tree(notebook: Notebook) -> MarkTree:
    keep(notebook, SOME, [Folder("Empty", 9)])
    tree = MarkTree(Filing(Marks(notebook, lambda slug: slug.title())), lambda: TODAY, datetime.UTC)
    tree.attend(True)
    return tree


def rows(tree: MarkTree, parent: QModelIndex = ROOT) -> Iterator[QModelIndex]:
    """All rows, as they stand."""
    for row in range(tree.rowCount(parent)):
        yield tree.index(row, 0, parent)
        yield from rows(tree, tree.index(row, 0, parent))


def told(tree: MarkTree) -> list[str]:
    return [str(index.data()) for index in rows(tree)]


def index_of(tree: MarkTree, text: str) -> QModelIndex:
    return next(index for index in rows(tree) if index.data() == text)


def text_of(tree: MarkTree, text: str) -> MarkRowText:
    row = tree.text_at(index_of(tree, text))
    assert row
    return row


def many(number: int) -> list[Mark]:
    return [mark(100 + each)._replace(folder="", tags=()) for each in range(number)]


@pytest.mark.parametrize("text", ["", "one", "nothing has this"])
@pytest.mark.parametrize("view", View)
def test_it_is_a_good_model(tree: MarkTree, qtmodeltester: ModelTester, view: View, text: str) -> None:
    tree.show(view, text)
    qtmodeltester.check(tree)


def test_it_stays_a_good_model_while_marks_change(tree: MarkTree, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(tree)
    filing, marks = tree.filing, tree.marks
    filing.put([], ["A/B"], "")
    filing.rename_folder("A", "Z")
    filing.put([mark(1).id, mark(4).id], [], "B")
    filing.remove(filing.known([mark(2).id]), ["Empty"])
    while marks.undo.canUndo():
        done(marks.taking_back())
    assert told(tree) == ["A", "B", "two", "one", "Empty", "“it is”", "Asean"]


def test_nothing_is_read_before_it_is_shown(notebook: Notebook) -> None:
    keep(notebook, SOME)
    marks = Marks(notebook, str)
    tree = MarkTree(Filing(marks))
    tree.show(View.TOPICS, "one")
    marks.changed.emit()
    assert not marks.are_known
    assert tree.rowCount() == 0
    tree.attend(True)
    assert tree.count == 1


def test_what_changed_unseen_is_shown_when_it_is_seen_again(tree: MarkTree) -> None:
    tree.attend(False)
    tree.filing.add_folder("New")
    assert "New" not in told(tree)
    tree.attend(True)
    assert "New" in told(tree)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View.FOLDERS, ["A", "B", "two", "one", "Empty", "“it is”", "Asean"]),
        (View.TOPICS, ["Asean", "Asean", "Maritime-Security", "one", "two", "“it is”"]),
        (View.TAGS, ["ask", "“it is”", "visit", "one", "Without a tag", "Asean", "two"]),
        (View.COLOURS, ["Green", "“it is”", "Notes", "two", "one", "Bookmarks", "Asean"]),
        (View.DATES, ["Today", "Asean", "“it is”", "two", "one"]),
        (View.BIN, []),
    ],
)
def test_each_view_shows_all_that_is_in_use(tree: MarkTree, view: View, expected: list[str]) -> None:
    tree.show(view)
    assert told(tree) == expected


def test_a_filter_leaves_what_has_its_words(tree: MarkTree) -> None:
    tree.show(View.FOLDERS, "two")
    assert told(tree) == ["A", "B", "two"]
    tree.show(View.FOLDERS, "")
    assert len(told(tree)) == 7


@pytest.mark.parametrize("gesture", ["rename", "move", "undo", "remove other", "put in other"])
def test_rows_are_known_again_after_a_change(tree: MarkTree, gesture: str) -> None:
    held = {name: QPersistentModelIndex(index_of(tree, name)) for name in ("B", "two", "Asean")}
    filing = tree.filing
    {
        "rename": lambda: filing.rename_folder("A", "Ä"),
        "move": lambda: filing.put([], ["A/B"], "Empty"),
        "undo": lambda: (filing.put([], ["A"], "Empty"), done(tree.marks.taking_back())),
        "remove other": lambda: filing.remove(filing.known([mark(1).id, mark(3).id])),
        "put in other": lambda: filing.put([mark(2).id], [], "Empty"),
    }[gesture]()
    assert [index.data() for index in held.values()] == list(held)


def test_what_is_gone_leaves_no_row_behind(tree: MarkTree) -> None:
    held = QPersistentModelIndex(index_of(tree, "two"))
    tree.filing.remove([], ["A"])
    assert not held.isValid()


def test_a_renamed_folder_is_renamed_on_disk(tree: MarkTree, notebook: Notebook) -> None:
    assert tree.setData(index_of(tree, "A"), " Ordner ")
    assert [folder.path for folder in notebook.folders()] == ["Ordner", "Ordner/B", "Empty"]


def test_a_name_that_is_taken_is_told(tree: MarkTree) -> None:
    taken: list[str] = []
    tree.name_taken.connect(taken.append)
    assert not tree.setData(index_of(tree, "A"), "Empty")
    assert not tree.setData(index_of(tree, "A"), "  ")
    assert taken == ["Empty"]


def test_every_row_of_a_long_group_is_there_and_is_found(tree: MarkTree, notebook: Notebook) -> None:
    keep(notebook, many(200))
    tree.marks.reload()
    assert tree.rowCount() == 2 + 2 + 200
    row_key = RowKey(None, mark(100 + 199).id)
    assert tree.index_of(row_key).row() == 203
    assert tree.seat_at(tree.index_of(row_key)) == row_key


# Dragging and pasting.


def dragged(tree: MarkTree, *texts: str) -> QMimeData:
    return tree.mimeData([index_of(tree, text) for text in texts])


def test_a_drag_carries_marks_folders_and_a_text(tree: MarkTree) -> None:
    data = dragged(tree, "Asean", "B", "one")
    assert DraggedMarks.unwrapped(data) == DraggedMarks((mark(1).id, mark(4).id), ("A/B",))
    assert re.findall("^(?:asem|one|“).*", data.text(), re.MULTILINE) == [
        *("asem:asean", "asem:maritime-security"),
        *("“What it is on”", "one"),
    ]


@pytest.mark.parametrize(
    ("moving", "onto", "row", "expected"),
    [
        (["Asean"], "A", -1, ["A", "B", "two", "one", "Asean", "Empty", "“it is”"]),
        (["Asean"], "A", 1, ["A", "B", "two", "Asean", "one", "Empty", "“it is”"]),
        (["two", "one"], "Empty", -1, ["A", "B", "Empty", "two", "one", "“it is”", "Asean"]),
        (["Empty"], "", 0, ["Empty", "A", "B", "two", "one", "“it is”", "Asean"]),
        (["Asean"], "", 2, ["A", "B", "two", "one", "Empty", "Asean", "“it is”"]),
        (["B", "Asean"], "", 1, ["A", "one", "B", "two", "Empty", "Asean", "“it is”"]),
    ],
)
def test_rows_go_where_they_are_dropped(
    tree: MarkTree, moving: list[str], onto: str, row: int, expected: list[str]
) -> None:
    parent = index_of(tree, onto) if onto else ROOT
    assert tree.dropMimeData(dragged(tree, *moving), MOVE, row, 0, parent)
    assert told(tree) == expected
    assert tree.marks.undo.count() == 1


def test_a_folder_is_not_dropped_on_what_is_in_it(tree: MarkTree) -> None:
    data = dragged(tree, "A")
    assert not tree.canDropMimeData(data, MOVE, -1, 0, index_of(tree, "B"))
    assert not tree.dropMimeData(data, MOVE, -1, 0, index_of(tree, "A"))


def test_on_a_tag_it_is_given(tree: MarkTree) -> None:
    tree.show(View.TAGS)
    assert tree.dropMimeData(dragged(tree, "Asean"), MOVE, -1, 0, index_of(tree, "visit"))
    assert tree.filing.known([mark(4).id])[0].tags == ("visit",)
    assert not tree.canDropMimeData(dragged(tree, "two"), MOVE, -1, 0, index_of(tree, "Without a tag"))


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"marks": 1, "folders": []}'])
def test_what_others_drag_is_nothing(tree: MarkTree, content: bytes) -> None:
    data = QMimeData()
    data.setData(TYPE, content)
    assert not DraggedMarks.unwrapped(data)
    assert not tree.canDropMimeData(data, MOVE, -1, 0, ROOT)


# What rows say.


@pytest.mark.parametrize(
    ("view", "text", "spoken"),
    [
        (View.FOLDERS, "A", "A, 2 marks"),
        (View.FOLDERS, "B", "B, 1 mark"),
        (View.FOLDERS, "one", "Note, one, on Maritime-Security, tags visit, 23 November 2026"),
        (View.TOPICS, "two", "Note, two, on Maritime-Security, in folder A › B, 23 November 2026"),
        (View.TAGS, "“it is”", "Green highlight, “it is”, on Maritime-Security, tags ask, 23 November 2026"),
        (View.COLOURS, "Asean", "Bookmark, Asean, 23 November 2026"),
    ],
)
def test_a_screen_reader_hears_what_matters_first(tree: MarkTree, view: View, text: str, spoken: str) -> None:
    tree.show(view)
    assert index_of(tree, text).data(SPOKEN) == spoken


def test_a_row_and_its_tip_say_a_note_without_its_signs(tree: MarkTree, notebook: Notebook) -> None:
    keep(notebook, [mark(9, "**Ask** the *desk*:\n- dates\n- costs")._replace(folder="", tags=())])
    tree.marks.reload()
    row = index_of(tree, "Ask the desk: dates, costs")
    assert row.data(SPOKEN).startswith("Note, Ask the desk: dates, costs, on")
    assert "Ask the desk: dates, costs" in row.data(Qt.ItemDataRole.ToolTipRole)
    tree.show(View.FOLDERS, "desk dates")
    assert told(tree) == ["Ask the desk: dates, costs"]


def test_a_mark_that_needs_its_reader_says_so(tree: MarkTree, notebook: Notebook) -> None:
    keep(notebook, [mark(9, "where?")._replace(folder="", tags=(), waiting=Waiting.BLOCK_GONE)])
    tree.marks.reload()
    assert index_of(tree, "where?").data(SPOKEN).startswith("Note, needs you, where?, on")


def test_the_bin_says_when_a_mark_goes_for_good(tree: MarkTree) -> None:
    tree.filing.remove(tree.filing.known([mark(2).id]))
    tree.show(View.BIN)
    (row,) = rows(tree)
    assert text_of(tree, row.data()).day == "Goes on 24 Dec 2026"
    assert row.data(SPOKEN).endswith("goes for good on 24 December 2026")
    assert tree.filing.bring_back([text_of(tree, row.data()).mark])
    assert told(tree) == []


def test_a_row_says_what_its_view_does_not(tree: MarkTree) -> None:
    assert text_of(tree, "one").where == "Maritime-Security"
    tree.show(View.TOPICS)
    assert text_of(tree, "one").where == "A"
    tree.show(View.TAGS)
    assert text_of(tree, "one").tags == ()
    visit = tree.group_at(index_of(tree, "visit"))
    assert visit
    assert visit.count == 1
