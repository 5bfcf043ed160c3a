# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Words are found again in a text that was reworded, in the right one of several places, or not at all."""

import pytest

from asem_reader.core.anchoring.requote import requoted
from asem_reader.core.anchoring.wording import Wording
from asem_reader.core.marks.mark import span

OLD = "Ministers met in Rome in May, and ministers met again in Bonn."


@pytest.mark.parametrize(
    ("new", "words", "nth", "found"),
    [
        (OLD, "met", 1, ("met", 1)),
        (f"In short: {OLD}", "met", 1, ("met", 1)),
        (OLD.replace("Rome in May", "Oslo"), "in", 4, ("in", 3)),
        (OLD.replace("Rome in May", "Oslo"), "in", 2, None),
        (OLD.replace("met in Rome", "dined in Rome"), "met", 1, ("met", 0)),
        (OLD.replace("met in Rome", "dined in Rome"), "met", 0, None),
        (OLD.replace("again in", "again, in"), "again in Bonn", 0, ("again, in Bonn", 0)),
        (
            OLD.replace("met again in Bonn", "met once more in Bonn"),
            "met again in Bonn",
            0,
            ("met once more in Bonn", 0),
        ),
        ("Bonn saw ministers meet.", "Rome", 0, None),
        ("Nothing of it.", "Ministers met", 0, None),
        (f"Envoys met in Rome in June. {OLD}", "met in Rome", 0, ("met in Rome", 1)),
        (f"Ministers met. {OLD}", "Ministers met", 0, ("Ministers met", 1)),
        (OLD.replace("met in Rome in May, and ministers met again", "met again"), "met", 0, None),
    ],
)
def test_words_are_carried(new: str, words: str, nth: int, found: tuple[str, int] | None) -> None:
    assert requoted(Wording(OLD), words, nth, Wording(new)) == found


@pytest.mark.parametrize("words", ["inist", "Rome in M", "in May,", ", and", "–", ""])
def test_what_is_carried_into_the_same_text_with_more_before_it_stands_there(words: str) -> None:
    new = f"First of all, {OLD}"
    found = requoted(Wording(OLD), words, 0, Wording(new))
    if words in OLD and words.strip():
        assert found
        assert span(new, *found)
        assert words in found[0] or found[0] in words
    else:
        assert found is None


@pytest.mark.parametrize(
    ("old", "words", "new"),
    [
        ("ENVforum, Seoul · – · Seoul", "ENVforum, Seoul", "ENVforum, talks · – · Seoul"),
        (
            "Leaders’ work and laboratories, and more",
            "Leaders’ work and",
            "Leaders’ new plan, no more, and more",
        ),
        (
            "It met in Rome in 1996; all agreed",
            "met in Rome",
            "It met for talks that began in 1996; all agreed",
        ),
    ],
)
def test_words_that_stand_twice_do_not_stretch_what_is_carried(old: str, words: str, new: str) -> None:
    assert requoted(Wording(old), words, 0, Wording(new)) is None


def test_a_place_that_a_twin_fits_better_on_one_side_is_in_doubt() -> None:
    old = "It placed the ministers in Bali; the ministers met in Rome."
    new = "It placed Bali; the ministers in Rome."
    assert requoted(Wording(old), "in", 0, Wording(new)) is None


def test_in_a_text_of_which_much_is_gone_one_word_beside_a_place_does_not_tell_it() -> None:
    old = (
        "Editor’s note. The United Kingdom was a founding partner as an EU member state and has remained"
        " a partner in its own right since leaving the EU on 31 January 2020."
    )
    new = (
        "Serve festival Editor’s note. The transitions Kingdom exchange a partner an EU grows state and has"
        " team channel placements in its own right recalled leaving the EU on 31 January 2020."
    )
    assert requoted(Wording(old), "partner", 1, Wording(new)) is None
