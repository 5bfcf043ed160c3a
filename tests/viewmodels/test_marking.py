# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Gestures on the page: several spots in one step, and a writing that is one step to undo."""

import pytest

from asem_reader.core.content import Article
from asem_reader.core.marks import Colour
from asem_reader.core.place import Slug
from asem_reader.store.library import Library
from asem_reader.store.notebook import Notebook
from asem_reader.viewmodels.marking import Marking, Spot
from asem_reader.viewmodels.marks import Marks

SLUG = Slug("maritime-security")


@pytest.fixture
def article(library: Library) -> Article:
    return library.article(SLUG)


@pytest.fixture
def marks(notebook: Notebook) -> Marks:
    return Marks(notebook, str)


@pytest.fixture
def spots(article: Article) -> list[Spot]:
    return [Spot(article, block.id, block.text[:9]) for block in article.sections[1].blocks[:3]]


def colours(marks: Marks) -> list[Colour | None]:
    return [mark.colour for mark in marks.on(SLUG)]


def test_several_spots_are_one_step(marks: Marks, spots: list[Spot]) -> None:
    assert Marking(marks).highlight_all(spots, Colour.BLUE)
    assert colours(marks) == [Colour.BLUE] * 3
    marks.take_back()
    assert colours(marks) == []


def test_spots_with_and_without_a_highlight_get_the_same(marks: Marks, spots: list[Spot]) -> None:
    Marking(marks).highlight(spots[0], Colour.ROSE)
    Marking(marks).highlight_all(spots, Colour.GREEN)
    assert colours(marks) == [Colour.GREEN] * 3
    marks.take_back()
    assert colours(marks) == [Colour.ROSE]


def test_the_same_again_takes_all_away(marks: Marks, spots: list[Spot]) -> None:
    for _ in range(2):
        Marking(marks).highlight_all(spots, Colour.GREEN)
    assert colours(marks) == []
    marks.take_back()
    assert colours(marks) == [Colour.GREEN] * 3


def test_a_topic_cannot_be_highlighted(marks: Marks, article: Article) -> None:
    assert not Marking(marks).highlight_all([Spot(article)], Colour.GREEN)
    assert marks.on(SLUG) == ()


def test_a_writing_is_one_step_however_often_it_is_kept(marks: Marks, spots: list[Spot]) -> None:
    for body in ("A", "As", "Ask"):
        Marking(marks).note(spots[0], body, writing=1)
    assert [mark.body for mark in marks.on(SLUG)] == ["Ask"]
    marks.take_back()
    assert marks.on(SLUG) == ()
    assert not marks.undo.canUndo()
    marks.do_again()
    assert [mark.body for mark in marks.on(SLUG)] == ["Ask"]


def test_another_writing_is_another_step(marks: Marks, spots: list[Spot]) -> None:
    for writing, body in enumerate(("One", "Two")):
        Marking(marks).note(spots[0], body, writing)
    marks.take_back()
    assert [mark.body for mark in marks.on(SLUG)] == ["One"]


def test_what_came_between_parts_a_writing(marks: Marks, spots: list[Spot]) -> None:
    Marking(marks).note(spots[0], "One", writing=1)
    Marking(marks).highlight(spots[1], Colour.BLUE)
    Marking(marks).note(spots[0], "One and two", writing=1)
    marks.take_back()
    assert [mark.body for mark in marks.on(SLUG)] == ["One", ""]
