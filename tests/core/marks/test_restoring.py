# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a restored backup would change."""

from support.marks import mark

from asem_reader.core.marks.backup import preview
from asem_reader.core.marks.mark import Folder

NOW = [mark(number, "now" if number % 3 else "same") for number in range(30)]
THEN = [mark(number, "then" if number % 3 else "same") for number in range(10, 40)]


def test_what_comes_back_what_is_otherwise_and_what_goes_is_told() -> None:
    found = preview(NOW, [*THEN, mark(50).binned("2026-11-24T12:00:00Z")], (), ())
    assert found.back == tuple(THEN[20:])
    assert found.other == tuple(each for each in THEN[:20] if each.body != "same")
    assert found.gone == tuple(NOW[:10])


def test_the_change_makes_marks_and_folders_what_they_were() -> None:
    found = preview(NOW, THEN, [Folder("Desk")], [Folder("Sea")])
    left = {each.id: each for each in NOW if each not in found.change.old}
    assert {**left, **{each.id: each for each in found.change.new}} == {each.id: each for each in THEN}
    assert (found.change.old_folders, found.change.new_folders) == ((Folder("Desk"),), (Folder("Sea"),))
