# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a file of marks changes: nothing that is there, and what lies in the bin only comes back."""

from support.marks import keep, mark

from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Folder
from asem_reader.core.steps import done
from asem_reader.operations.exchange import importing
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook

BINNED = "2026-11-22T12:00:00Z"


def taken(notebook: Notebook, library: Library, parcel: Parcel) -> tuple[int, int]:
    """Import a parcel; return how many marks were new, and how many were there."""
    used, binned = ({each.id: each for each in marks} for marks in (notebook.marks(), notebook.bin()))
    change, counts = done(importing(parcel, used, binned, notebook.folders(), library))
    notebook.change(change)
    return counts.new, counts.there


def test_a_mark_that_is_there_stays_as_it_is(notebook: Notebook, library: Library) -> None:
    keep(notebook, [mark(1, "old")])
    assert taken(notebook, library, Parcel((mark(1, "new"), mark(2)))) == (1, 1)
    assert [each.body for each in notebook.marks()] == ["old", "A note"]


def test_the_bin_gives_back_what_the_file_has_in_use(notebook: Notebook, library: Library) -> None:
    keep(notebook, [mark(1), mark(2)])
    notebook.change(Change("", (mark(1), mark(2))))
    (gone,) = (each for each in notebook.bin() if each.id == mark(2).id)
    file = mark(1), mark(2)._replace(deleted=BINNED), mark(3)._replace(deleted=BINNED)
    assert taken(notebook, library, Parcel(file)) == (2, 1)
    assert [each.id for each in notebook.marks()] == [mark(1).id]
    assert set(notebook.bin()) == {gone, file[2]}


def test_folders_come_along_and_none_is_moved(notebook: Notebook, library: Library) -> None:
    keep(notebook, [], [Folder("Desk", 5)])
    file = Parcel((mark(1)._replace(folder="New/Deep"),), (Folder("Desk", 1), Folder("Empty", 2)))
    taken(notebook, library, file)
    assert set(notebook.folders()) >= {Folder("Desk", 5), Folder("Empty", 2)}
    assert {folder.path for folder in notebook.folders()} == {"Desk", "Empty", "New", "New/Deep"}
