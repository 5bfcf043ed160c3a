# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Filing on a real Notebook: every gesture is one step to undo, and nothing is ever lost."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.marks import NOON, keep, lost, mark

from asem_reader.core.marks.mark import Folder, Mark, Waiting
from asem_reader.core.steps import done
from asem_reader.operations.editions import settling
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.filing import Filing
from asem_reader.viewmodels.marks.marks import Marks

FOLDERS = ("", "A", "A/B", "A/B/C", "D", "A B", "D/<&>")
State = tuple[tuple[Mark, ...], tuple[Folder, ...], tuple[Mark, ...]]


@pytest.fixture
def filing(notebook: Notebook) -> Filing:
    keep(notebook, (mark(n)._replace(folder="Visits" if n < 4 else "") for n in range(1, 6)))
    return Filing(Marks(notebook, str))


def state(marks: Marks) -> State:
    """What is in use, in which order, and what lies in the bin."""
    return marks.all, marks.folders, tuple(sorted(marks.bin, key=lambda each: each.id))


def order(filing: Filing, path: str) -> list[int]:
    return [int(each.id, 16) for each in filing.working_copy.in_folder(path)]


def one(filing: Filing, number: int) -> Mark:
    return filing.known([mark(number).id])[0]


def test_several_marks_move_as_one_step(filing: Filing) -> None:
    filing.put([mark(4).id, mark(5).id], [], "Visits", before=mark(2).id)
    assert order(filing, "Visits") == [1, 4, 5, 2, 3]
    assert filing.marks.undo.undoText() == "Move"
    assert done(filing.marks.taking_back())
    assert (order(filing, "Visits"), order(filing, "")) == ([1, 2, 3], [4, 5])


def test_marks_and_folders_move_together(filing: Filing) -> None:
    filing.put([mark(1).id, mark(4).id], ["Visits"], "Archive/2026")
    assert order(filing, "Archive/2026") == [4]
    assert order(filing, "Archive/2026/Visits") == [1, 2, 3]
    assert filing.marks.undo.count() == 1


def test_a_folder_is_not_put_into_itself(filing: Filing) -> None:
    assert not filing.put([mark(4).id], ["Visits"], "Visits/Inside")
    assert filing.marks.undo.count() == 0


def test_order_is_on_disk(filing: Filing, notebook: Notebook) -> None:
    filing.shift([one(filing, 3)], [], -1)
    other = Notebook.open(notebook.path)
    assert order(Filing(Marks(other, str)), "Visits") == [1, 3, 2]
    other.close()


def test_a_mark_changed_elsewhere_is_filed_as_it_is_now(filing: Filing) -> None:
    seen = one(filing, 4)
    filing.tag([seen], ["new"])
    assert filing.put([seen.id], [], "Visits")
    assert one(filing, 4).tags == (*seen.tags, "new")


@pytest.mark.parametrize(
    ("numbers", "folders", "text"),
    [
        ([1], [], "Removal of note"),
        ([1, 4], [], "Removal of 2 marks"),
        ([], ["Visits"], "Removal of a folder"),
        ([4], ["Visits"], "Removal of a folder"),
    ],
)
def test_what_is_removed_comes_back_in_one_step(
    filing: Filing, numbers: list[int], folders: list[str], text: str
) -> None:
    before = state(filing.marks)
    assert filing.remove([one(filing, number) for number in numbers], folders)
    assert filing.marks.undo.undoText() == text
    assert done(filing.marks.taking_back())
    assert state(filing.marks) == before


def test_from_the_bin_a_mark_comes_back_to_its_place_in_the_library_of_today(
    notebook: Notebook, library: Library
) -> None:
    filing = Filing(Marks(notebook, str), lambda marks: done(settling(marks, library)))
    keep(notebook, [lost()._replace(deleted="2026-11-22T12:00:00Z")])
    assert filing.bring_back(filing.marks.bin)
    (back,) = filing.marks.all
    assert (back.deleted, back.waiting) == ("", Waiting.BLOCK_GONE)
    assert done(filing.marks.taking_back())
    assert filing.marks.all == ()


def test_from_the_bin_a_mark_comes_back_with_the_folder_that_went(filing: Filing) -> None:
    filing.remove([], ["Visits"])
    filing.bring_back(filing.marks.bin[:1])
    assert [folder.path for folder in filing.marks.folders] == ["Visits"]
    done(filing.marks.taking_back())
    assert filing.marks.folders == ()


def test_a_thousand_folders_are_made_and_found_in_order(filing: Filing, notebook: Notebook) -> None:
    keep(notebook, [], [Folder(f"F{number:04}", number) for number in range(1000)])
    filing.marks.reload()
    assert filing.put([], ["F0999"], "", before_folder="F0500")
    names = [folder.name for folder in filing.below("")]
    assert names.index("F0999") == names.index("F0500") - 1
    assert len(names) == 1001


@pytest.mark.parametrize("typed", ["\ud83d", "a\x00b", "…/", "🦊 fox"])
def test_names_that_no_file_could_hold_are_mended(filing: Filing, typed: str) -> None:
    assert filing.rename_folder("Visits", typed)
    assert len(filing.marks.folders) == 1
    assert order(filing, filing.marks.folders[0].path) == [1, 2, 3]


# Any sequence of gestures: nothing is lost at any moment, and undoing all of it gives back what there was.

numbers = st.lists(st.integers(1, 5), min_size=1, max_size=3)
folder = st.sampled_from(FOLDERS)
path = st.sampled_from(FOLDERS[1:])
gesture = st.one_of(
    st.tuples(st.just("put"), numbers, st.lists(path, max_size=2), folder, st.none() | st.integers(1, 5)),
    st.tuples(st.just("shift"), numbers, st.lists(path, max_size=2), st.sampled_from([-1, 1])),
    st.tuples(st.just("tag"), numbers, st.lists(st.sampled_from(["x", "y"])), st.just(["x"])),
    st.tuples(st.just("add_folder"), path),
    st.tuples(st.just("rename_folder"), path, st.sampled_from(["A", "B", "Z", "q/r", ""])),
    st.tuples(st.just("put"), st.just([]), st.lists(path, max_size=1), folder, st.none(), folder),
    st.tuples(st.just("remove"), numbers, st.lists(path, max_size=2)),
    st.tuples(st.just("bring_back"), st.integers(0, 5)),
    st.tuples(st.just("take_back")),
    st.tuples(st.just("do_again")),
)


def do(filing: Filing, name: str, *rest: object) -> None:
    """Make a gesture."""
    ids = [mark(number).id for number in rest[0]] if rest and isinstance(rest[0], list) else []
    gestures: dict[str, Callable[[], object]] = {
        "put": lambda: filing.put(ids, rest[1], rest[2], rest[3] and mark(rest[3]).id, *rest[4:]),  # type: ignore
        "shift": lambda: filing.shift(filing.known(ids), rest[1], rest[2]),  # type: ignore
        "tag": lambda: filing.tag(filing.known(ids), rest[1], rest[2]),  # type: ignore
        "remove": lambda: filing.remove(filing.known(ids), rest[1]),  # type: ignore
        "bring_back": lambda: filing.bring_back(filing.marks.bin[: rest[0]]),  # type: ignore
        "take_back": lambda: done(filing.marks.taking_back()),
        "do_again": lambda: done(filing.marks.doing_again()),
    }
    plain = getattr(filing, name, None)
    gestures.get(name, lambda: plain(*rest))()  # type: ignore


@settings(max_examples=50)
@given(st.lists(gesture, max_size=14))
def test_nothing_is_lost_and_all_is_undone(gestures: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as home:
        notebook = Notebook(Path(home) / "notebook.db", lambda: NOON)
        keep(notebook, (mark(number)._replace(folder=FOLDERS[number]) for number in range(1, 6)))
        filing = Filing(Marks(notebook, str))
        refused: list[object] = []
        filing.marks.refused.connect(refused.append)
        start = state(filing.marks)
        for each in gestures:
            do(filing, *each)
            assert {m.id for m in (*filing.marks.all, *filing.marks.bin)} == {mark(n).id for n in range(1, 6)}
            paths = {"", *(found.path for found in filing.marks.folders)}
            assert {m.folder for m in filing.marks.all} <= paths
            assert {found.parent for found in filing.marks.folders} <= paths
        shown = filing.marks.all, filing.marks.folders
        filing.marks.reload()
        assert (filing.marks.all, filing.marks.folders) == shown
        while filing.marks.undo.canUndo():
            assert done(filing.marks.taking_back())
        assert state(filing.marks) == start
        assert refused == []
        notebook.close()
