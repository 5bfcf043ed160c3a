# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The ledger of ids: what keeps an id, what gets a new one, and that none is ever given twice."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asem_reader.authoring.ledger import Ledger
from asem_reader.core.place import BlockId, Slug

SEA = Slug("sea")
OTHER = Slug("other")
A = "Leaders met in Brussels in 2018 and spoke of ships"
B = "Leaders met in Brussels in 2019 and spoke of ships"
C = "Nothing like it"

texts = st.lists(
    st.text("abc déΩ😀-#0", min_size=1).map(lambda text: " ".join(text.split()) or "x"), max_size=12
)


def step(ledger: Ledger, *lines: str, slug: Slug = SEA) -> tuple[Ledger, list[BlockId]]:
    """Compile once, and read the ledger as the next compiling will."""
    given_ids = ledger.assign(slug, lines)
    return Ledger.parse(ledger.dump()), given_ids


def test_the_same_text_has_the_same_id() -> None:
    ledger, first = step(Ledger(), A, C)
    assert step(ledger, A, C)[1] == first
    assert step(ledger, C, A)[1] == first[::-1]


@pytest.mark.parametrize(
    "edited", [f"{A} again", A.replace("ships", "boats"), A.upper().title(), f"Then: {A}."]
)
def test_an_edited_text_keeps_its_id(edited: str) -> None:
    ledger, (first,) = step(Ledger(), A)
    if edited.istitle():
        edited = A.replace("Leaders", "leaders")
    assert step(ledger, edited)[1] == [first]


def test_another_text_gets_another_id() -> None:
    ledger, (first,) = step(Ledger(), A)
    ledger, (second,) = step(ledger, C)
    assert second != first


@pytest.mark.parametrize(
    ("new", "order"),
    [
        ([f"{A} too", B], [0, 1]),
        ([A, f"{B} too"], [0, 1]),
        ([f"{B} too", A], [1, 0]),
        ([f"{A} too", f"{B} too"], [0, 1]),
        ([f"{B} too", f"{A} too"], [1, 0]),
        ([B], [1]),
        ([f"{B} too"], [1]),
    ],
)
def test_two_like_paragraphs_do_not_swap(new: list[str], order: list[int]) -> None:
    ledger, first = step(Ledger(), A, B)
    assert step(ledger, *new)[1] == [first[index] for index in order]


def test_a_text_that_is_gone_gets_its_id_back() -> None:
    ledger, (first, _) = step(Ledger(), A, C)
    for _ in range(3):
        ledger, (kept,) = step(ledger, C)
        assert kept != first
    assert step(ledger, A, C)[1][0] == first


def test_an_id_that_is_gone_is_given_to_no_other_text() -> None:
    ledger, (first, _) = step(Ledger(), A, C)
    ledger, _ = step(ledger, C)
    _, now = step(ledger, C, "Fish swim", "Birds fly", "Stones sink")
    assert first not in now
    assert len(set(now)) == 4


def test_an_edited_text_takes_no_id_from_one_that_only_looks_like_it() -> None:
    """A stays, B is new and much like A: A's id is taken, B's must be new."""
    ledger, (first,) = step(Ledger(), A)
    _, (kept, new) = step(ledger, A, B)
    assert kept == first
    assert new != first


def test_the_same_text_twice_has_two_ids_that_stay() -> None:
    ledger, first = step(Ledger(), "–", "–", "–")
    assert len(set(first)) == 3
    assert step(ledger, "–", "–", "–")[1] == first


def test_topics_do_not_share_ids() -> None:
    ledger = Ledger()
    one, other = ledger.assign(SEA, [A, B]), ledger.assign(OTHER, [A, B])
    assert set(one).isdisjoint(other)


def test_a_topic_that_is_gone_keeps_its_ids_from_others() -> None:
    ledger, first = step(Ledger(), A, slug=OTHER)
    ledger, _ = step(ledger, C)
    again, _ = step(ledger, C)
    assert again.assign(OTHER, [A]) == first


def test_two_authors_of_the_same_block_give_the_same_id() -> None:
    assert step(Ledger(), A)[1] == step(Ledger(), A)[1]


@given(texts, texts)
def test_ids_are_unique_and_easy_to_type(old: list[str], new: list[str]) -> None:
    ledger, first = step(Ledger(), *old)
    ledger, second = step(ledger, *new)
    for ids in (first, second):
        assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[b-df-hj-km-np-tv-z][b-df-hj-km-np-tv-z2-9]{3}", id_) for id_ in first + second)


@given(texts, texts)
def test_what_was_written_is_read_back(old: list[str], new: list[str]) -> None:
    ledger, _ = step(Ledger(), *old)
    ledger.assign(SEA, new)
    written = ledger.dump()
    again = Ledger.parse(written)
    again.assign(SEA, new)
    assert again.dump() == written


@given(texts, st.randoms(use_true_random=False))
def test_moving_changes_no_id(old: list[str], dice: random.Random) -> None:
    old = list(dict.fromkeys(old))
    ledger, first = step(Ledger(), *old)
    order = list(range(len(old)))
    dice.shuffle(order)
    _, second = step(ledger, *(old[index] for index in order))
    assert second == [first[index] for index in order]


def test_thousands_of_ids_do_not_meet() -> None:
    ids = [given for topic in range(20) for given in Ledger().assign(Slug(f"t{topic}"), [str(topic)])]
    ledger = Ledger()
    many = [
        given for topic in range(20) for given in ledger.assign(Slug(f"t{topic}"), list(map(str, range(500))))
    ]
    assert len(ids) == 20
    assert len(set(many)) == 10_000


# Symbols.


def test_a_symbol_is_noted_once_and_never_moves() -> None:
    ledger = Ledger()
    assert ledger.claim(SEA, "POL-01") is None
    assert ledger.claim(SEA, "POL-01") is None
    assert ledger.claim(OTHER, "POL-01") == SEA
    assert Ledger.parse(ledger.dump()).claim(OTHER, "POL-01") == SEA


def test_a_symbol_that_is_gone_is_kept_and_returns_to_its_topic() -> None:
    ledger = Ledger()
    ledger.claim(SEA, "POL-01")
    for _ in range(3):
        ledger = Ledger.parse(ledger.dump())
    assert "\n-sea\tPOL-01\n" in ledger.dump()
    assert ledger.claim(OTHER, "POL-01") == SEA
    ledger = Ledger.parse(ledger.dump())
    assert ledger.claim(SEA, "POL-01") is None
    assert "\nsea\tPOL-01\n" in ledger.dump()


def test_a_topic_may_change_its_symbol_and_keeps_the_old_one_from_others() -> None:
    ledger = Ledger()
    ledger.claim(SEA, "POL-01")
    ledger = Ledger.parse(ledger.dump())
    assert ledger.claim(SEA, "POL-02") is None
    assert "\n-sea\tPOL-01\nsea\tPOL-02\n" in ledger.dump()


@pytest.mark.parametrize("line", ["sea\tPOL-01", "-sea\tPOL-01", "sea\tb7k2\ttext", "-sea\tb7k2\ttext"])
def test_a_line_of_two_columns_is_a_symbol_and_one_of_three_a_block(line: str) -> None:
    ledger = Ledger.parse(f"# note\n{line}\n")
    owner = ledger.claim(OTHER, "POL-01")
    (given_id,) = ledger.assign(SEA, ["text"])
    assert (owner, given_id == "b7k2") == ((SEA, False) if "POL-01" in line else (None, True))


def test_symbols_stand_before_blocks_in_their_order() -> None:
    ledger = Ledger()
    ledger.assign(SEA, [A])
    for symbol in ("POL-02", "ECO-01", "POL-01"):
        ledger.claim(Slug(symbol.lower()), symbol)
    lines = [line for line in ledger.dump().splitlines() if not line.startswith("#")]
    assert [line.split("\t")[1] for line in lines[:3]] == ["ECO-01", "POL-01", "POL-02"]
    assert lines[3].startswith("sea\t")


def test_a_symbol_is_no_id_and_an_id_no_symbol() -> None:
    ledger, (first,) = step(Ledger(), A)
    assert ledger.claim(OTHER, first) is None
    assert step(ledger, A)[1] == [first]
