# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Filing loses nothing, keeps order, and says exactly what differs."""

import pytest
from support.marks import mark

from asem_reader.core.marks.index import MarkIndex
from asem_reader.core.marks.mark import Folder, Mark
from asem_reader.core.marks.workingcopy import WorkingCopy, outermost, renamed


def filed(*places: tuple[int, str, int]) -> list[Mark]:
    """Marks by number, folder and position."""
    return [mark(number)._replace(folder=folder, position=place) for number, folder, place in places]


def working_copy(*places: tuple[int, str, int], folders: str = "A A/B C") -> WorkingCopy:
    there = [Folder(path, place) for place, path in enumerate(folders.split())]
    return WorkingCopy(MarkIndex().after((), filed(*places)), there)


def order(there: WorkingCopy, path: str) -> list[int]:
    return [int(each.id, 16) for each in there.in_folder(path)]


def below(there: WorkingCopy, path: str = "") -> list[str]:
    return [folder.path for folder in there.below(path)]


ONE, TWO, THREE, FOUR = (mark(number).id for number in range(1, 5))


def test_equals_stand_by_age_until_they_are_put_in_order() -> None:
    there = working_copy((1, "A", 0), (2, "A", 0), (3, "A", 0))
    there.put([THREE], "A", before=ONE)
    assert order(there, "A") == [3, 1, 2]


def test_what_is_put_behind_all_moves_no_other() -> None:
    there = working_copy((1, "A", 0), (2, "A", 0), (3, "", 0))
    there.put([THREE], "A")
    assert [each.id for each in there.change("Move").new] == [THREE]
    assert order(there, "A") == [1, 2, 3]


def test_what_is_put_between_two_moves_neither_while_there_is_room() -> None:
    there = working_copy((1, "A", 1000), (2, "A", 2000), (3, "", 0), (4, "", 0))
    there.put([FOUR, THREE], "A", before=TWO)
    assert [each.id for each in there.change("Move").new] == [FOUR, THREE]
    assert order(there, "A") == [1, 4, 3, 2]


def test_many_can_be_put_before_the_same_mark() -> None:
    there = working_copy(*((number, "A", 0) for number in range(1, 60)), folders="A")
    for number in range(59, 1, -1):
        there.put([mark(number).id], "A", before=ONE)
    assert order(there, "A") == [*range(59, 1, -1), 1]


@pytest.mark.parametrize(
    ("moving", "step", "expected"),
    [
        ({1}, -1, [1, 2, 3, 4]),
        ({1}, 1, [2, 1, 3, 4]),
        ({3}, -1, [1, 3, 2, 4]),
        ({4}, 1, [1, 2, 3, 4]),
        ({2, 3}, 1, [1, 4, 2, 3]),
        ({2, 4}, -1, [2, 4, 1, 3]),
    ],
)
def test_marks_go_up_and_down_together(moving: set[int], step: int, expected: list[int]) -> None:
    there = working_copy(*((number, "A", 0) for number in range(1, 5)))
    there.shift({mark(number).id for number in moving}, step)
    assert order(there, "A") == expected


def test_a_folder_takes_along_what_is_in_it() -> None:
    there = working_copy((1, "A", 0), (2, "A/B", 0))
    assert there.carry("A", "C/A")
    assert (below(there, "C"), below(there, "C/A")) == (["C/A"], ["C/A/B"])
    assert (order(there, "C/A"), order(there, "C/A/B")) == ([1], [2])


@pytest.mark.parametrize("target", ["A/B/A", "A/A", ""])
def test_a_folder_goes_neither_into_itself_nor_nowhere(target: str) -> None:
    there = working_copy((1, "A", 0))
    assert not there.carry("A", target)
    assert not there.change("Move")


def test_a_folder_whose_path_only_begins_alike_stays() -> None:
    there = working_copy((1, "A", 0), (2, "A B", 0), folders="A")
    there.add("A B")
    assert there.carry("A", "C/A")
    assert order(there, "A B") == [2]


def test_folders_of_one_name_come_together_and_part_again() -> None:
    there = working_copy((1, "A/B", 0), (2, "B", 0), folders="A A/B B")
    assert there.carry("A/B", "B")
    assert order(there, "B") == [1, 2]
    change = there.change("Move")
    assert {folder.path for folder in change.reverse.new_folders} >= {"A/B"}
    assert "B" not in {f.path for f in change.new_folders} - {f.path for f in change.old_folders}


def test_a_name_that_a_folder_beside_has_is_not_given() -> None:
    there = working_copy()
    assert not there.rename("A", "C")
    assert there.rename("A/B", "C")
    assert below(there, "A") == ["A/C"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a/b", "a-b"), (" two \n words ", "two words"), ("<b>&'\"%_*", "<b>&'\"%_*"), ("…", "…")],
)
def test_odd_names_are_kept_as_one_folder(typed: str, kept: str) -> None:
    there = working_copy((1, "A", 0))
    assert there.rename("A", typed)
    assert order(there, kept) == [1]


@pytest.mark.parametrize("empty", ["", "  ", "/"[:0]])
def test_a_folder_keeps_its_name_where_none_is_given(empty: str) -> None:
    assert not working_copy().rename("A", empty)


def test_a_folder_goes_where_it_is_put_among_its_like() -> None:
    there = working_copy(folders="A B C D")
    there.carry("D", "D", before="B")
    assert below(there) == ["A", "D", "B", "C"]
    there.shift_folders({"A", "D"}, 1)
    assert below(there) == ["B", "A", "D", "C"]


def test_a_folder_in_a_folder_that_is_not_there_brings_it_along() -> None:
    there = working_copy(folders="")
    there.add("X/Y/Z")
    assert [folder.path for folder in there.change("New").new_folders] == ["X", "X/Y", "X/Y/Z"]


def test_a_mark_comes_back_from_the_bin_into_its_folder() -> None:
    gone = mark(1)._replace(folder="Gone/Deep", deleted="2026-11-23T12:00:00Z")
    there = working_copy(folders="")
    there.take_in([gone])
    assert order(there, "Gone/Deep") == [1]
    assert {folder.path for folder in there.change("Back").new_folders} == {"Gone", "Gone/Deep"}


def test_what_is_removed_is_all_that_is_in_it() -> None:
    there = working_copy((1, "A/B", 0), (2, "A", 0), (3, "C", 0), (4, "", 0))
    there.remove([FOUR], ["A"])
    change = there.change("Removal")
    assert {each.id for each in change.old} == {ONE, TWO, FOUR}
    assert {folder.path for folder in change.old_folders} == {"A", "A/B"}


def test_tags_are_given_and_taken() -> None:
    there = working_copy((1, "A", 0))
    there.tag([ONE], ["#three", "to do", "two", "  "], ["one"])
    assert there.change("Tags").new[0].tags == ("two", "#three", "to-do")


def test_what_becomes_as_it_was_is_no_change() -> None:
    there = working_copy((1, "A", 0), (2, "A", 0))
    there.tag([ONE], ["new"], [])
    there.tag([ONE], [], ["new"])
    assert not there.change("Nothing")


def test_only_the_outermost_of_nested_folders_count() -> None:
    assert outermost(["A/B", "A", "C/D", "A/B/E", "AB"]) == ["A", "C/D", "AB"]


@pytest.mark.parametrize(
    ("before", "after", "heirs"),
    [
        ({"A", "A/B"}, {"C", "C/B"}, {"A": "C", "A/B": "C/B"}),
        ({"A", "A/B"}, {"A", "A/C"}, {"A/B": "A/C"}),
        ({"A", "B"}, {"A"}, {}),
        ({"A"}, {"A", "B"}, {}),
        ({"A", "B"}, {"C", "D"}, {}),
    ],
)
def test_a_folder_is_known_again_by_what_is_in_it(
    before: set[str], after: set[str], heirs: dict[str, str]
) -> None:
    assert renamed(before, after) == heirs
