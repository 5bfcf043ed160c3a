# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Gestures on the page: several spots in one step, and a writing that is one step to undo."""

from collections.abc import Callable

import pytest

from asem_reader.core.content import Article
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Colour, MarkKind, Target, Waiting, occurrence
from asem_reader.core.place import Slug
from asem_reader.core.steps import done
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.marks import Marks

SLUG = Slug("maritime-security")
Over = Callable[[int, int], Target]


@pytest.fixture
def article(library: Library) -> Article:
    return library.article(SLUG)


@pytest.fixture
def marks(notebook: Notebook) -> Marks:
    return Marks(notebook, str)


@pytest.fixture
def targets(article: Article) -> list[Target]:
    return [Target(article, block.id, block.text[:9]) for block in article.sections[1].blocks[:3]]


def colours(marks: Marks) -> list[Colour | None]:
    return [mark.colour for mark in marks.on(SLUG)]


def test_several_spots_are_one_step(marks: Marks, targets: list[Target]) -> None:
    assert Marking(marks).highlight_all(targets, Colour.BLUE)
    assert colours(marks) == [Colour.BLUE] * 3
    done(marks.taking_back())
    assert colours(marks) == []


def test_spots_with_and_without_a_highlight_get_the_same(marks: Marks, targets: list[Target]) -> None:
    Marking(marks).highlight_all([targets[0]], Colour.ROSE)
    Marking(marks).highlight_all(targets, Colour.GREEN)
    assert colours(marks) == [Colour.GREEN] * 3
    done(marks.taking_back())
    assert colours(marks) == [Colour.ROSE]


def test_the_same_again_takes_all_away(marks: Marks, targets: list[Target]) -> None:
    for _ in range(2):
        Marking(marks).highlight_all(targets, Colour.GREEN)
    assert colours(marks) == []
    done(marks.taking_back())
    assert colours(marks) == [Colour.GREEN] * 3


def test_a_topic_is_highlighted_recoloured_and_no_longer(marks: Marks, article: Article) -> None:
    for colour in (Colour.GREEN, Colour.ROSE):
        assert Marking(marks).highlight_all([Target(article)], colour)
        (mark,) = marks.on(SLUG)
        assert (mark.kind, mark.block, mark.quote) == (MarkKind.HIGHLIGHT, None, article.topic.title)
        assert mark.colour is colour
    assert Marking(marks).highlight_all([Target(article)], Colour.ROSE)
    assert marks.on(SLUG) == ()


def words(marks: Marks) -> list[tuple[Colour | None, str]]:
    return [(mark.colour, mark.words) for mark in marks.on(SLUG)]


@pytest.fixture
def over(article: Article) -> Over:
    """A spot on the letters of one paragraph between two places."""
    block = article.sections[1].blocks[0]

    def over(start: int, end: int) -> Target:
        part = block.text[start:end]
        return Target(article, block.id, part, occurrence(block.text, part, start))

    return over


@pytest.mark.parametrize(("start", "end"), [(0, 10), (10, 30), (15, 18), (30, 40), (0, 40)])
def test_highlights_of_one_colour_that_overlap_or_touch_become_one(
    marks: Marks, over: Over, start: int, end: int
) -> None:
    Marking(marks).highlight_all([over(10, 30)], Colour.BLUE)
    before = marks.on(SLUG)
    union = over(min(start, 10), max(end, 30))
    if (start, end) != (10, 30):  # which would take it away
        Marking(marks).highlight_all([over(start, end)], Colour.BLUE)
    assert words(marks) == [(Colour.BLUE, union.words)]
    assert marks.on(SLUG)[0].nth == union.nth
    if (start, end) not in ((10, 30), (15, 18)):
        done(marks.taking_back())
    assert marks.on(SLUG) == before


def test_one_that_bridges_others_takes_in_both_with_what_was_written(marks: Marks, over: Over) -> None:
    marking = Marking(marks)
    for start, body in ((0, "One"), (40, "Two")):
        marking.highlight_all([over(start, start + 20)], Colour.BLUE)
        marking.write(marks.on(SLUG)[-1], body)
    first, last = marks.on(SLUG)
    marking.highlight_all([over(15, 45)], Colour.BLUE)
    (one,) = marks.on(SLUG)
    assert (one.id, one.body, one.words) == (first.id, "One\n\nTwo", over(0, 60).words)
    assert [mark.id for mark in marks.bin] == [last.id]
    done(marks.taking_back())
    assert (marks.on(SLUG), marks.bin) == ((first, last), ())


@pytest.mark.parametrize(("start", "end"), [(5, 15), (12, 20), (0, 40)])
def test_another_colour_lies_over_what_is_highlighted_and_both_stay(
    marks: Marks, over: Over, start: int, end: int
) -> None:
    Marking(marks).highlight_all([over(10, 30)], Colour.BLUE)
    Marking(marks).highlight_all([over(start, end)], Colour.ROSE)
    assert words(marks) == [(Colour.BLUE, over(10, 30).words), (Colour.ROSE, over(start, end).words)]


def test_a_colour_changed_into_that_beside_it_becomes_one_with_it(marks: Marks, over: Over) -> None:
    Marking(marks).highlight_all([over(10, 30)], Colour.BLUE)
    Marking(marks).highlight_all([over(20, 40)], Colour.ROSE)
    Marking(marks).highlight_all([over(20, 40)], Colour.BLUE)
    assert words(marks) == [(Colour.BLUE, over(10, 40).words)]


def test_words_that_make_up_the_paragraph_are_the_paragraph(
    marks: Marks, over: Over, article: Article
) -> None:
    length = len(article.sections[1].blocks[0].text)
    Marking(marks).highlight_all([over(0, 10)], Colour.BLUE)
    Marking(marks).highlight_all([over(5, length)], Colour.BLUE)
    assert words(marks) == [(Colour.BLUE, "")]


def test_one_that_waits_is_left_alone(marks: Marks, over: Over) -> None:
    Marking(marks).highlight_all([over(10, 30)], Colour.BLUE)
    (mark,) = marks.on(SLUG)
    waiting = mark._replace(waiting=Waiting.IN_DOUBT)
    marks.make(Change("Wait", (mark,), (waiting,)))
    Marking(marks).highlight_all([over(20, 40)], Colour.BLUE)
    assert marks.on(SLUG)[0] == waiting
    assert len(marks.on(SLUG)) == 2


def test_a_writing_is_one_step_however_often_it_is_kept(marks: Marks, targets: list[Target]) -> None:
    for body in ("A", "As", "Ask"):
        Marking(marks).note(targets[0], body, writing=1)
    assert [mark.body for mark in marks.on(SLUG)] == ["Ask"]
    done(marks.taking_back())
    assert marks.on(SLUG) == ()
    assert not marks.undo.canUndo()
    done(marks.doing_again())
    assert [mark.body for mark in marks.on(SLUG)] == ["Ask"]


def test_another_writing_is_another_step(marks: Marks, targets: list[Target]) -> None:
    for writing, body in enumerate(("One", "Two")):
        Marking(marks).note(targets[0], body, writing)
    done(marks.taking_back())
    assert [mark.body for mark in marks.on(SLUG)] == ["One"]


def test_what_came_between_parts_a_writing(marks: Marks, targets: list[Target]) -> None:
    Marking(marks).note(targets[0], "One", writing=1)
    Marking(marks).highlight_all([targets[1]], Colour.BLUE)
    Marking(marks).note(targets[0], "One and two", writing=1)
    done(marks.taking_back())
    assert [mark.body for mark in marks.on(SLUG)] == ["One", ""]


def test_a_highlight_of_a_topic_is_another_than_that_of_a_view_of_it(marks: Marks, article: Article) -> None:
    page, view = Target(article), Target(article, view="show=tiles")
    Marking(marks).highlight_all([page], Colour.ROSE)
    Marking(marks).highlight_all([view], Colour.ROSE)
    assert [mark.view for mark in marks.on(SLUG)] == ["", "show=tiles"]
    assert Marking(marks).highlights_on(view) == marks.on(SLUG)[1:]


def test_bookmarks_and_notes_on_views_are_each_its_own(marks: Marks, article: Article) -> None:
    targets = [Target(article, view=view) for view in ("", "show=tiles", "with=SGP")]
    for target in targets:
        assert Marking(marks).toggle_bookmark(target)
        assert Marking(marks).note(target, f"On {target.view}")
    assert [Marking(marks).note_on(target) for target in targets] == list(marks.on(SLUG)[1::2])
    assert Marking(marks).toggle_bookmark(targets[1])
    assert [mark.view for mark in marks.on(SLUG) if mark.kind is MarkKind.BOOKMARK] == ["", "with=SGP"]
