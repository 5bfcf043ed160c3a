# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Two or three Notebooks become one in any order and any number of times, and nothing is lost."""

import datetime
import itertools
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pytest
from support.marks import keep, mark
from support.two_notebooks import Place, histories, seen_alone

from asem_reader.core.marks.change import Change, removal
from asem_reader.core.marks.history import Versioned
from asem_reader.core.marks.mark import Folder
from asem_reader.core.printing.pack import Cover
from asem_reader.core.steps import done
from asem_reader.operations.merging import between, joining, keep_merge
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.state import State, state_of

TOTAL = int(os.environ.get("MERGES", "150"))
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
Two = tuple[Notebook, Notebook]


def join(notebook: Notebook, other: State) -> None:
    """Join another Notebook to one."""
    mine = state_of(notebook)
    keep_merge(notebook, between(mine, done(joining(mine, other))))


def both(two: Two) -> None:
    """Join each of two Notebooks to the other."""
    states = [state_of(each) for each in two]
    for each, other in zip(two, reversed(states), strict=True):
        join(each, other)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    """Two Notebooks with the same three marks."""
    office, laptop = (Notebook(tmp_path / name / "notebook.db") for name in ("office", "laptop"))
    with closing(office), closing(laptop):
        for each in (office, laptop):
            keep(each, [mark(number) for number in (1, 2, 3)])
        yield office, laptop


def edit(notebook: Notebook, number: int = 1, **values: object) -> None:
    """Change a mark in a Notebook."""
    old = next(each for each in notebook.marks() if each.id == mark(number).id)
    notebook.change(Change("", (old,), (old._replace(**values),)))  # type: ignore[arg-type]


def ids(notebook: Notebook) -> list[int]:
    """The numbers of the marks in use."""
    return sorted(int(each.id, 16) for each in notebook.marks())


def see_that_all_become_alike(places: tuple[Place, ...]) -> None:
    """See that all orders of joining lead to the same, in which nothing is lost, and twice to no more."""
    states, alone = [place.state for place in places], seen_alone(places)
    for place, order in zip(places, itertools.permutations(states), strict=False):
        place.join(*order)
    assert all(place.shown == places[0].shown for place in places)
    assert alone <= places[0].texts
    ends = [place.state for place in places]
    again = [(end, state) for end in ends for state in (*states, *ends)]
    assert not any(between(end, done(joining(end, state))) for end, state in again)


@pytest.mark.parametrize("tenth", range(10))
def test_any_order_gives_the_same_twice_gives_the_same_and_nothing_is_lost(tenth: int) -> None:
    for seed in range(tenth, TOTAL, 10):
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            places = histories(seed, Path(folder))
            with ExitStack() as stack:
                for place in places:
                    stack.enter_context(closing(place.notebook))
                see_that_all_become_alike(places)


def test_what_each_side_wrote_and_changed_stands_on_both(two: Two) -> None:
    office, laptop = two
    keep(office, [mark(4)])
    edit(laptop, 2, tags=("new",))
    both(two)
    assert set(office.marks()) == set(laptop.marks())
    assert ids(laptop) == [1, 2, 3, 4]
    assert office.marks()[1].tags == ("new",)


def test_a_later_text_of_one_side_replaces_the_earlier_without_asking(two: Two) -> None:
    for body in ("first", "second"):
        edit(two[0], body=body)
    both(two)
    assert [each.marks()[0].body for each in two] == ["second", "second"]
    assert state_of(two[1])[mark().id].texts == ()


def test_two_texts_stand_side_by_side_also_after_one_is_written_on(two: Two) -> None:
    for each, body in zip(two, ("of the office", "of the laptop"), strict=True):
        edit(each, body=body)
    both(two)
    shown = two[0].marks()[0].body
    edit(two[0], body="written on")
    both(two)
    (other,) = {"of the office", "of the laptop"} - {shown}
    assert {"written on", other} == set(state_of(two[1])[mark().id].texts)


def test_the_same_text_on_both_sides_is_one(two: Two) -> None:
    for each in two:
        edit(each, body="Ask the desk.")
    both(two)
    assert state_of(two[0])[mark().id].texts == ()


def test_a_deletion_is_one_on_both_sides_but_a_change_elsewhere_is_kept(two: Two) -> None:
    office, laptop = two
    office.change(removal(office.marks()[:2]))
    edit(laptop, 2, body="Still needed")
    both(two)
    assert {each.body for each in office.marks()} == {"Still needed", "A note"}
    assert [each.id for each in laptop.bin()] == [mark(1).id]


def test_a_merge_is_taken_back_whole_and_can_be_made_again(two: Two) -> None:
    office, laptop = two
    keep(laptop, [mark(4)])
    edit(laptop, body="of the laptop")
    before, theirs = state_of(office), state_of(laptop)
    found = between(before, done(joining(before, theirs)))
    keep_merge(office, found)
    office.change(found.change.reverse)
    assert state_of(office) == before
    join(office, theirs)
    assert ids(office) == [1, 2, 3, 4]


def test_what_was_thrown_out_of_the_bin_stays_so_unless_it_was_changed(two: Two) -> None:
    office, laptop = two
    office.change(removal(office.marks()[:2]))
    later = office.file.clock() + datetime.timedelta(days=31)
    office.file.clock = lambda: later
    keep(office, [mark(9)])
    assert office.bin() == ()
    edit(laptop, 2, body="Still needed")
    both(two)
    assert ids(office) == ids(laptop) == [2, 3, 9]


def test_folders_that_were_taken_away_go_on_both_sides_unless_a_mark_is_in_them(two: Two) -> None:
    office, laptop = two
    folders = (Folder("Desk"), Folder("Hanoi"))
    for each in two:
        each.change(Change("", new_folders=folders))
    office.change(Change("", old_folders=folders))
    edit(laptop, folder="Hanoi")
    both(two)
    assert [[folder.path for folder in each.folders()] for each in two] == [["Folder", "Hanoi"]] * 2


def test_a_binder_that_both_changed_keeps_both(two: Two) -> None:
    files = [Binders(each.file) for each in two]
    binder = files[0].draft("December", Cover(""), "2026.1")
    for each, name in zip(files, ("one", "two"), strict=True):
        each.put(binder)
        each.put(replace(binder, name=name))
    both(two)
    assert {text[0] for text in state_of(two[0])[f"binder/{binder.id}"].texts} == {"one", "two"}


def test_a_history_that_is_damaged_loses_no_text() -> None:
    entry = Versioned({"body": "mine", "deleted": "", "created": "", "modified": ""}, "{")
    other = entry._replace(values={**(entry.values or {}), "body": "theirs"})
    assert set(entry.joined(other).texts) == {"mine", "theirs"}
