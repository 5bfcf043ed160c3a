# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A selection of marks: every wish narrows, and all wishes must be met."""

import pytest
from support.marks import mark

from asem_reader.core.exchange.parcel import Wanted
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkKind
from asem_reader.core.place import Slug

SEA, CLIMATE = Slug("maritime-security"), Slug("climate-change")
MARKS = (
    mark(1, "Ports")._replace(folder="Desk", tags=("one",)),
    mark(2, "Élan")._replace(folder="Desk/Sea", colour=Colour.ROSE, kind=MarkKind.HIGHLIGHT, tags=()),
    mark(3, "")._replace(folder="Desks", slug=CLIMATE, kind=MarkKind.BOOKMARK, tags=()),
)
FOLDERS = tuple(map(Folder, ("Desk", "Desk/Sea", "Desk/Air", "Desks", "Empty")))


def numbers(wanted: Wanted) -> list[int]:
    return [int(each.id, 16) for each in wanted.of(MARKS, {CLIMATE: "Climate change", SEA: "The sea"})]


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Wanted(), [1, 2, 3]),
        (Wanted(topic=CLIMATE), [3]),
        (Wanted(folder="Desk"), [1, 2]),
        (Wanted(folder="Desk/Sea"), [2]),
        (Wanted(tag="one"), [1]),
        (Wanted(colour=Colour.ROSE), [2]),
        (Wanted(kind=MarkKind.BOOKMARK), [3]),
        (Wanted(words="elan"), [2]),
        (Wanted(words="CHANGE climate"), [3]),
        (Wanted(words="sea ports"), [1]),
        (Wanted(folder="Desk", kind=MarkKind.BOOKMARK), []),
    ],
    ids=str,
)
def test_wishes_narrow(wanted: Wanted, left: list[int]) -> None:
    assert numbers(wanted) == left


def test_folders_go_along_with_what_stands_in_them() -> None:
    def paths(wanted: Wanted, marks: tuple[Mark, ...]) -> list[str]:
        return [folder.path for folder in wanted.folders(FOLDERS, marks)]

    assert paths(Wanted(), ()) == [folder.path for folder in FOLDERS]
    assert paths(Wanted(colour=Colour.ROSE), MARKS[1:2]) == ["Desk", "Desk/Sea"]
    assert paths(Wanted(topic=CLIMATE), MARKS[2:]) == ["Desks"]


def test_words_of_a_view_are_looked_for_too() -> None:
    view = mark(4, "", block=None)._replace(view="with=SGP")
    assert Wanted(words="singapore").of(
        [*MARKS, view], {}, {"": "", "with=SGP": "Singapore"}.__getitem__
    ) == (view,)
