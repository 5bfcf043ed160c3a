# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks find their places in another edition, or wait."""

from collections.abc import Sequence

import pytest

from asem_reader.core.anchoring.editionindex import EditionIndex, Fingerprint, IndexedText
from asem_reader.core.anchoring.reanchor import (
    Fate,
    Placement,
    Reanchorer,
    Report,
    kept_on_topic,
    placed_by_hand,
)
from asem_reader.core.marks.mark import Colour, Mark, MarkId, MarkKind, Waiting
from asem_reader.core.place import BlockId, Place, Slug

SEA, LAND = Slug("sea"), Slug("land")
FREE = "Leaders hold that the sea is free to all ships, and that the law of the sea binds every state."
NAVY = "Four navies patrol the strait by turns, and tell one another at noon where they are."
CREW = "Crews who were taken hostage came home after eleven months, most of them in good health."
RICE = "Rice from both regions is stored in Bangkok for years in which the monsoon fails."
Lines = Sequence[tuple[str, Slug, str]]
OLD: Lines = (("b1", SEA, FREE), ("b2", SEA, NAVY), ("b3", SEA, CREW), ("b4", LAND, RICE))


def index(lines: Lines, **titles: str) -> EditionIndex:
    names = {SEA: "The sea", LAND: "The land"} if not titles else {Slug(s): t for s, t in titles.items()}
    blocks = [IndexedText(slug, BlockId(block), text) for block, slug, text in lines]
    return EditionIndex(blocks, [IndexedText(slug, None, title) for slug, title in names.items()])


def mark(block: str | None, words: str = "", nth: int = 0, kind: MarkKind = MarkKind.NOTE) -> Mark:
    """A mark as it was made in the old edition."""
    old = index(OLD)
    location = old.locations[old.by_id[BlockId(block)]] if block else old.topics[SEA]
    on = location.anchor(words, nth)
    when = "2026-11-23T12:00:00Z"
    texts = (on.quote, on.before, on.after, "Why?", "", ())
    return Mark(MarkId("0" * 32), kind, on.slug, on.block, *texts, when, when, words, nth)


def place(one: Mark, lines: Lines, fingerprint: Fingerprint | None = None, **titles: str) -> Placement:
    known = index(OLD).fingerprint if fingerprint is None else fingerprint
    return Reanchorer(index(lines, **titles), known, [one]).place(one)


def changed(block: str, *new: tuple[str, Slug, str]) -> Lines:
    """The old edition with others in the place of a block."""
    return [each for line in OLD for each in (new if line[0] == block else (line,))]


def test_nothing_changes_in_the_same_edition() -> None:
    one = mark("b2", "patrol the strait")
    assert place(one, OLD) == Placement(one, one)


def test_a_reworded_paragraph_keeps_its_mark_and_gives_it_the_new_text() -> None:
    text = NAVY.replace("Four", "Five").replace("noon", "dawn")
    found = place(mark("b2", "patrol the strait"), changed("b2", ("b2", SEA, text)))
    assert found.fate is Fate.KEPT
    assert (found.new.quote, found.new.words) == (text, "patrol the strait")


@pytest.mark.parametrize("fingerprint", [None, Fingerprint()])
def test_an_id_that_now_says_something_else_is_not_trusted(fingerprint: Fingerprint | None) -> None:
    found = place(mark("b2"), changed("b2", ("b2", SEA, "Rain fell on the harbour all week.")), fingerprint)
    assert found.new.waiting is Waiting.IN_DOUBT
    assert found.new.quote == NAVY


@pytest.mark.parametrize("fingerprint", [None, Fingerprint()])
def test_a_paragraph_that_lost_its_id_is_found_by_its_words(fingerprint: Fingerprint | None) -> None:
    found = place(mark("b2"), changed("b2", ("x9", SEA, NAVY)), fingerprint)
    assert (found.fate, found.new.block) == (Fate.MOVED, "x9")


def test_a_paragraph_that_went_to_another_topic_takes_its_mark_along() -> None:
    found = place(mark("b2"), [*changed("b2"), ("x9", LAND, NAVY)])
    assert found.new.place == Place(LAND, BlockId("x9"))


def test_a_paragraph_that_was_reworded_on_its_way_to_another_topic_takes_its_mark_along() -> None:
    found = place(mark("b2"), [*changed("b2"), ("x9", LAND, NAVY.replace("noon", "dawn"))])
    assert found.new.place == Place(LAND, BlockId("x9"))


def test_but_not_where_another_paragraph_says_much_the_same() -> None:
    old = [*OLD, ("b5", LAND, NAVY.replace("strait", "coast"))]
    new = [*changed("b2"), *old[4:], ("x9", LAND, NAVY.replace("noon", "dawn"))]
    assert place(mark("b2"), new, index(old).fingerprint).new.waiting is Waiting.IN_DOUBT


def test_a_part_with_the_same_words_and_other_signs_is_not_it() -> None:
    part = NAVY.rstrip(".") + ","
    parts = [("b2", SEA, part), ("x8", SEA, "as the harbour towns have it.")]
    new = [("x7", SEA, "Ports open at dawn."), *parts, *changed("b2"), ("x9", LAND, NAVY)]
    assert place(mark("b2"), new).new.place == Place(LAND, BlockId("x9"))


def test_a_twin_in_another_topic_is_not_it_where_what_is_left_of_it_stands_at_home() -> None:
    reworded = NAVY.replace("Four navies patrol", "Five fleets guard").replace("noon", "dawn")
    found = place(mark("b2"), [*changed("b2", ("x8", SEA, reworded)), ("x9", LAND, NAVY)])
    assert (found.new.block, found.fate) in (("x8", Fate.MOVED), ("b2", Fate.WAITING))
    assert found.new.slug == SEA


def test_of_several_that_said_the_same_nobody_tells_which_it_is_that_went_to_another_topic() -> None:
    old = [*OLD, ("b5", LAND, NAVY)]
    found = place(mark("b2"), [*changed("b2"), *old[4:], ("x9", LAND, NAVY)], index(old).fingerprint)
    assert found.new.waiting is Waiting.IN_DOUBT
    assert found.candidates[0].block == "x9"


def test_what_is_rather_the_neighbours_is_no_part_of_a_split() -> None:
    rest, end = "Statement · outcome document of the summit · November 2021", ("b7", SEA, f"{RICE} Indeed.")
    old = [*OLD, ("b5", SEA, f"ASEM13 Chair’s {rest}"), ("b6", SEA, f"Phnom Penh {rest}"), end]
    halves = ("x7", SEA, "ASEM13 Chair’s Statement · outcome"), ("x8", SEA, rest.partition("outcome ")[2])
    on = index(old)
    one = mark("b2")._replace(**on.locations[on.by_id[BlockId("b5")]].anchor()._asdict())
    new = [*OLD, *halves, ("x9", SEA, f"Penh {rest}".replace(" · Nov", " Nov")), end]
    found = place(one, new, on.fingerprint)
    assert found.new.waiting is Waiting.IN_DOUBT
    assert {location.block for location in found.candidates[:2]} == {"x7", "x8"}


def test_an_id_on_a_text_that_was_anothers_is_not_trusted() -> None:
    old = [*OLD, ("b5", LAND, NAVY.replace("Four", "Five"))]
    new = [*changed("b2", ("b2", SEA, old[-1][2]))]
    assert place(mark("b2"), new, index(old).fingerprint).new.waiting is Waiting.IN_DOUBT


def test_a_longer_text_that_spoke_of_it_before_is_not_it_and_another() -> None:
    spoke = f"Of old it was said in the harbour towns: {NAVY} So pilots say. {RICE} {RICE} {RICE}"
    old, new = [*OLD, ("b5", SEA, spoke)], changed("b2", ("x9", SEA, spoke.replace("old", "late")))
    assert place(mark("b2"), new, index(old).fingerprint).new.waiting


def test_of_two_that_say_much_the_same_the_neighbours_words_are_not_it() -> None:
    one, other = (f"{name} of Poland was elected in July 2024, and has led the fund since." for name in "AB")
    old = [*OLD, ("b5", LAND, one), ("b6", LAND, other)]
    new = [*OLD, ("b6", LAND, f"{other} {CREW.replace('Crews', 'Those')}")]
    on = index(old)
    gone = mark("b2")._replace(**on.locations[on.by_id[BlockId("b5")]].anchor()._asdict())
    assert place(gone, new, on.fingerprint).new.waiting


LIKE_IT = "Four navies patrol the strait at dawn and at dusk; each has a ship there."
REST = "Their captains meet in port on the first Monday of each month."
Blocks = tuple[tuple[str, str], ...]


@pytest.mark.parametrize(
    "parts",
    [
        (("b2", LIKE_IT), ("x8", REST)),  # the neighbour's first half has the id of what is gone
        (("x8", LIKE_IT), ("x9", REST)),
    ],
)
def test_a_part_of_the_neighbour_before_is_not_it(parts: Blocks) -> None:
    old = [("b1", SEA, f"{LIKE_IT} {REST}"), *OLD[1:]]
    new = [*((block, SEA, text) for block, text in parts), *OLD[2:]]
    on = index(old)
    gone = mark("b2")._replace(**on.locations[on.by_id[BlockId("b2")]].anchor()._asdict())
    assert place(gone, new, on.fingerprint).new.waiting


def test_the_end_of_the_neighbour_before_is_not_it() -> None:
    old = [
        ("b1", SEA, "The chair’s text, adopted by all in May 2009."),
        ("b2", SEA, "The annex, adopted in May 2009."),
    ]
    new = [("x8", SEA, "The chair’s text,"), ("x9", SEA, "adopted by all in May 2009."), *OLD[2:]]
    on = index([*old, *OLD[2:]])
    gone = mark("b2")._replace(**on.locations[on.by_id[BlockId("b2")]].anchor()._asdict())
    assert place(gone, new, on.fingerprint).new.waiting


def test_of_a_split_each_part_has_its_own_stretch() -> None:
    reworded = NAVY.replace("patrol the strait", "guard that water").replace("one another", "envoys")
    new = changed("b2", ("b2", SEA, reworded), ("x9", SEA, "Navies patrol the strait, tell one another."))
    assert place(mark("b2", "the strait"), new).new.block != "x9"


def test_words_that_a_split_cut_in_the_middle_ask_which_half_it_is() -> None:
    cut = NAVY.index("turns")
    new = changed("b2", ("b2", SEA, NAVY[:cut]), ("x9", SEA, NAVY[cut:]))
    assert place(mark("b2", "by turns"), new).new.waiting is Waiting.WORDS_GONE


def test_without_knowing_the_last_edition_no_mark_goes_to_another_topic_by_its_words_alone() -> None:
    found = place(mark("b2"), [*changed("b2"), ("x9", LAND, NAVY)], Fingerprint())
    assert found.new.waiting is Waiting.IN_DOUBT
    assert found.candidates[0].block == "x9"


def test_a_twin_that_stood_elsewhere_before_is_not_taken_for_the_paragraph_that_is_gone() -> None:
    old = [*OLD, ("b5", LAND, NAVY)]
    one = mark("b2")
    found = place(one, [*changed("b2"), ("b5", LAND, NAVY)], index(old).fingerprint)
    assert found.new == one._replace(waiting=Waiting.BLOCK_GONE)


def test_a_deleted_paragraph_leaves_its_mark_waiting_as_it_was() -> None:
    one = mark("b2", "patrol the strait")
    assert place(one, changed("b2")).new == one._replace(waiting=Waiting.BLOCK_GONE)


@pytest.mark.parametrize("ids", [("b2", "x9"), ("x9", "b2"), ("x8", "x9")])
@pytest.mark.parametrize(("words", "half"), [("patrol the strait", 0), ("at noon", 1)])
def test_words_go_with_the_half_of_a_split_paragraph_that_has_them(
    ids: tuple[str, str], words: str, half: int
) -> None:
    cut = NAVY.index("tell one")
    new = changed("b2", (ids[0], SEA, NAVY[:cut]), (ids[1], SEA, NAVY[cut:]))
    found = place(mark("b2", words), new)
    assert (found.new.block, found.new.words) == (ids[half], words)


def test_a_paragraph_cut_in_the_middle_asks_which_half_it_is() -> None:
    cut = NAVY.index("and tell")
    found = place(mark("b2"), changed("b2", ("b2", SEA, NAVY[:cut]), ("x9", SEA, NAVY[cut:])))
    assert found.new.waiting is Waiting.IN_DOUBT
    assert {location.block for location in found.candidates} == {"b2", "x9"}


@pytest.mark.parametrize("block", ["b2", "b3", "x9"])
def test_a_merged_paragraph_takes_the_marks_of_both(block: str) -> None:
    new = [line for line in changed("b2", (block, SEA, f"{NAVY} {CREW}")) if line[2] != CREW]
    for name, words in (("b2", "four navies".title()), ("b3", "came home")):
        found = place(mark(name, words.replace("Navies", "navies")), new)
        assert (found.new.block, found.new.words.lower()) == (block, words.lower())


def test_a_highlight_of_a_whole_paragraph_stays_on_what_it_was_on_when_another_is_joined() -> None:
    new = [line for line in changed("b2", ("b2", SEA, f"{NAVY} {CREW}")) if line[2] != CREW]
    assert place(mark("b2", kind=MarkKind.HIGHLIGHT), new).new.words == NAVY
    assert place(mark("b2"), new).new.words == ""


@pytest.mark.parametrize("title", ["The sea", "The free sea"])
def test_a_renamed_topic_is_known_by_what_it_holds(title: str) -> None:
    new = [(f"x{block}", Slug("oceans") if slug == SEA else slug, text) for block, slug, text in OLD]
    for one in (mark(None), mark("b1")):
        assert place(one, new, oceans=title, land="The land").new.slug == "oceans"


def test_a_topic_that_is_gone_leaves_its_marks_waiting() -> None:
    for one in (mark(None), mark("b1")):
        found = place(one, [line for line in OLD if line[1] != SEA], land="The land")
        assert found.new == one._replace(waiting=Waiting.TOPIC_GONE)


def test_a_mark_that_waits_is_placed_when_its_paragraph_returns() -> None:
    one = mark("b2")._replace(waiting=Waiting.BLOCK_GONE)
    assert place(one, OLD, index(changed("b2")).fingerprint).new.waiting is None


def test_a_report_says_it_in_a_sentence() -> None:
    kept, gone = place(mark("b2"), OLD), place(mark("b2"), changed("b2"))
    moved = place(mark("b2"), changed("b2", ("x9", SEA, NAVY)))
    assert str(Report((kept, kept, moved, gone))) == "2 kept, 1 moved, 1 needs you."
    assert str(Report((gone, gone))) == "0 kept, 2 need you."
    assert str(Report((kept,))) == "1 kept."


def test_a_reader_may_put_a_mark_on_a_paragraph_without_its_words() -> None:
    location = index(OLD).locations[2]
    new = placed_by_hand(mark("b2", "at noon")._replace(waiting=Waiting.WORDS_GONE), location)
    assert (new.block, new.words, new.quote, new.waiting) == ("b3", "", CREW, None)


def test_a_mark_that_is_kept_on_its_topic_loses_none_of_the_words_that_it_was_on() -> None:
    one = mark("b2", "at noon", kind=MarkKind.HIGHLIGHT)._replace(colour=Colour.ROSE)
    new = kept_on_topic(one, index(OLD).topics[SEA])
    assert (new.kind, new.block, new.colour) == (MarkKind.NOTE, None, None)
    assert new.body == "Why?\n\n> at noon"


def test_a_mark_on_a_view_stays_on_its_topic_and_keeps_it() -> None:
    one = mark(None)._replace(view="with=SGP")
    assert place(one, OLD) == Placement(one, one)
    renamed = [(block, Slug("ocean") if slug == SEA else slug, text) for block, slug, text in OLD]
    found = place(one, renamed, ocean="The sea", land="The land")
    assert found.new.place == Place(Slug("ocean"), view="with=SGP")
    gone = place(one, [line for line in OLD if line[1] == LAND], land="The land").new
    assert (gone.view, gone.waiting) == ("with=SGP", Waiting.TOPIC_GONE)
