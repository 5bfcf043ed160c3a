# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a restored backup would change is found some marks at a time."""

import pytest
from builders import mark

from asem_reader.core.marks.backup import RestorePreview, comparing
from asem_reader.core.marks.mark import Folder, Mark

NOW = [mark(number, "now" if number % 3 else "same") for number in range(30)]
THEN = [mark(number, "then" if number % 3 else "same") for number in range(10, 40)]


def compared(now: list[Mark], then: list[Mark]) -> tuple[int, RestorePreview]:
    """How many steps it took, and what came of them."""
    steps, count = comparing(now, then, [Folder("Desk")], [Folder("Sea")]), 0
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return count, end.value
        count += 1


def test_what_comes_back_what_is_otherwise_and_what_goes_is_told() -> None:
    _, found = compared(NOW, [*THEN, mark(50).binned("2026-11-24T12:00:00Z")])
    assert found.back == tuple(THEN[20:])
    assert found.other == tuple(each for each in THEN[:20] if each.body != "same")
    assert found.gone == tuple(NOW[:10])


def test_the_change_makes_marks_and_folders_what_they_were() -> None:
    _, found = compared(NOW, THEN)
    left = {each.id: each for each in NOW if each not in found.change.old}
    assert {**left, **{each.id: each for each in found.change.new}} == {each.id: each for each in THEN}
    assert (found.change.old_folders, found.change.new_folders) == ((Folder("Desk"),), (Folder("Sea"),))


def test_many_marks_are_compared_in_many_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = compared(NOW, THEN)[1]
    monkeypatch.setattr("asem_reader.core.marks.backup._SOME", 5)
    count, found = compared(NOW, THEN)
    assert (found, count >= 18) == (whole, True)
