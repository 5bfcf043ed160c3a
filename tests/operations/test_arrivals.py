# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks that arrive get their places in the Library of today, or are flagged."""

import pytest
from support.marks import mark

from asem_reader.core.content import Article
from asem_reader.core.marks.mark import Mark, Waiting, anchor
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.steps import done
from asem_reader.operations.editions import settling
from asem_reader.store.library import Library


def settled(marks: list[Mark], library: Library) -> tuple[Mark, ...]:
    return done(settling(marks, library))


@pytest.fixture
def article(library: Library) -> Article:
    return library.article(mark().slug)


@pytest.fixture
def there(article: Article) -> Mark:
    """A mark that stands on a paragraph of today."""
    block = article.sections[1].blocks[0].id
    on = anchor(article, block)
    return mark(block=block)._replace(quote=on.quote, before=on.before, after=on.after)


def test_what_stands_there_stays(library: Library, there: Mark) -> None:
    assert settled([there], library) == (there,)
    topic = mark(block=None)._replace(quote=library.topic(mark().slug).title, before="", after="")
    assert settled([topic], library) == (topic,)


@pytest.mark.parametrize("missing", [("quote", "before", "after"), ("before", "after")])
def test_what_came_without_is_completed(library: Library, there: Mark, missing: tuple[str, ...]) -> None:
    bare = there._replace(**dict.fromkeys(missing, ""))
    assert settled([bare], library) == (there,)


def test_a_mark_that_waited_elsewhere_has_its_place(library: Library, there: Mark) -> None:
    assert settled([there._replace(waiting=Waiting.IN_DOUBT)], library) == (there,)


def test_a_paragraph_that_went_elsewhere_is_followed(library: Library, there: Mark) -> None:
    (found,) = settled([there._replace(block=BlockId("zzzz"))], library)
    assert found == there


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"quote": "What no edition of today says"}, Waiting.IN_DOUBT),
        ({"quote": "", "words": "no such words"}, Waiting.IN_DOUBT),
        ({"quote": "", "block": BlockId("zzzz")}, Waiting.BLOCK_GONE),
        ({"quote": "", "slug": Slug("no-such-topic"), "block": None}, Waiting.TOPIC_GONE),
    ],
)
def test_what_is_not_sure_is_flagged_and_kept(
    library: Library, there: Mark, other: dict[str, object], why: Waiting
) -> None:
    odd = there._replace(**other)
    assert settled([odd], library) == (odd._replace(waiting=why),)


def test_what_lies_in_the_bin_is_left_alone(library: Library) -> None:
    binned = mark()._replace(deleted="2026-11-24T12:00:00Z")
    assert settled([binned], library) == (binned,)


INDEX = Slug("connectivity-index")


@pytest.mark.parametrize(
    ("view", "kept"),
    [
        ("WEIGHTS=p2p:2.0&with=sgp", "weights=p2p:2&with=SGP"),
        ("with=XYZ", "with=XYZ"),
        ("colour=red", "colour=red"),
    ],
)
def test_a_view_is_written_as_equal_ones_are_and_never_lost(library: Library, view: str, kept: str) -> None:
    there = mark(block=None)._replace(slug=INDEX, quote=library.topic(INDEX).title, before="", after="")
    assert settled([there._replace(view=view)], library) == (there._replace(view=kept),)


def test_a_view_on_a_topic_that_has_none_stays_with_its_mark(library: Library) -> None:
    odd = mark(block=None)._replace(quote="", before="", after="", view="show=tiles")
    (found,) = settled([odd], library)
    assert (found.view, found.waiting) == ("show=tiles", None)
