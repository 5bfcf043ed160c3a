# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How much is left to the full article, reckoned from letters."""

from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.copyfit import SIDE, TWO_SIDES, LineMeasure, copyfitted, copyfitted_by_side
from asem_reader.core.printing.form import Profile
from asem_reader.core.printing.parts import Part
from asem_reader.core.printing.portions import portions_of
from asem_reader.core.printing.sheet import Entry, Portion, Shape
from asem_reader.core.span import Span
from asem_reader.store.library import Library


def portion(part: Part, count: int, shape: Shape = Shape.ITEM) -> Portion:
    cells = ((Span("2015"),), (Span("word " * 20),)) if shape is Shape.EVENT else ((Span("word " * 20),),)
    entries = tuple(Entry(shape, cells, 1) for _ in range(count))
    return Portion(part, part.value, part.value, None, entries)


def test_what_fits_stays_whole() -> None:
    small = (portion(Part.FACTS, 3), portion(Part.TIMELINE, 4, Shape.EVENT))
    assert copyfitted(small, (), "Title", "") == small


def test_each_part_gives_for_what_it_has_and_keeps_the_least() -> None:
    parts = (portion(Part.FACTS, 60), portion(Part.BACKGROUND, 60), portion(Part.INSTRUMENTS, 60))
    kept = copyfitted(parts, (), "Title", "")
    assert LineMeasure(kept, ()).lines(kept, "Title", "") <= TWO_SIDES
    assert all(len(part.entries) + part.more == 60 for part in kept)
    assert len(kept[0].entries) > len(kept[1].entries) >= 3


def test_of_events_the_newest_stay_and_of_facts_the_first() -> None:
    parts = (portion(Part.FACTS, 70), portion(Part.BACKGROUND, 70, Shape.EVENT))
    facts, background = copyfitted(parts, (), "Title", "")
    assert facts.entries[0] is parts[0].entries[0]
    assert background.entries[-1] is parts[1].entries[-1]
    assert (facts.newest, background.newest) == (False, True)


def test_each_side_gives_for_itself() -> None:
    short = portion(Part.NEXT, 2)
    front, *back = copyfitted_by_side((short, portion(Part.FACTS, 90)), (), "Title", "")
    assert front == short
    assert back[0].overleaf
    assert LineMeasure(back, ()).text(back) <= SIDE


def test_what_cannot_be_spared_stays() -> None:
    bottom = (portion(Part.BOTTOM_LINE, 300),)
    assert copyfitted(bottom, (), "Title", "") == bottom


def test_articles_give_up_nothing_that_would_have_fitted(library: Library) -> None:
    """What was left out last would not have gone on two sides, as far as can be reckoned."""
    for topic in library.topics()[:60]:
        article = library.article(topic.slug)
        sheet = compose(article, library.edition(), Wish(profile=Profile.STANDARD))
        whole, sources = portions_of(article, library.edition())
        if any(p.more for p in sheet.portions):
            assert LineMeasure(whole, sources).lines(whole, topic.title, "") > 0.75 * TWO_SIDES
