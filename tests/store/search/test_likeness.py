# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""However a thing is spelled, the same is found; what isn't there is told; a question is understood."""

from collections.abc import Callable, Iterable

import pytest

from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Correction, Found, Hit
from asem_reader.core.search.query import parse
from asem_reader.core.steps import done
from asem_reader.store.search.search import Search

Find = Callable[..., Found]


def topics(found: Iterable[Hit]) -> set[Slug]:
    return {hit.place.slug for hit in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("labour", "labor"),
        ("centre", "center"),
        ("programme", "program"),
        ("ageing", "aging"),
        ("defence", "defense"),
        ("counterterrorism", "counter-terrorism"),
        ("cyber-security", "cybersecurity"),
        ("Godollo", "Gödöllő"),
        ("PIRACY", "Pirácy"),
        ("people's forum", "people’s forum"),
        ("leaders'", "leaders’"),
        ("saftey", "safety"),
        ("e-commerce", "E-Commerce"),
        ("wellbeing", "well-being"),
        ("maritimesecurity", '"maritime security"'),
        ("P.D.R.", "PDR"),
    ],
)
def test_both_spellings_find_the_same_topics(find: Find, one: str, other: str) -> None:
    assert topics(find(f"{one} ")) == topics(find(f"{other} ")) != set()


@pytest.mark.parametrize(
    ("one", "other"),
    [("co-operation", "cooperation"), ("Hanoi", "Ha Noi"), ("WMD", "weapons of mass destruction")],
)
def test_one_word_finds_what_two_find(find: Find, one: str, other: str) -> None:
    assert topics(find(f"{one} ", 10)) & topics(find(f"{other} ", 10))
    assert {hit.without for hit in find(f"{other} ", 3)} == {()}


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("saftey ", (("saftey", "safety"),)),
        ("maritme securty ", (("maritme", "maritime"), ("securty", "security"))),
        ("climatechange", ()),
        ("safety ", ()),
        ("snapback ", ()),
        ("snapb", ()),
        ("piracy xqzzy ", ()),
    ],
)
def test_what_was_mended_is_told(find: Find, typed: str, mended: tuple[tuple[str, str], ...]) -> None:
    found = find(typed)
    assert found
    assert found.mended == tuple(Correction(*each) for each in mended)


@pytest.mark.parametrize("typed", ["climatechange ", "climatechange talks "])
def test_words_that_were_run_together_are_taken_apart_and_that_is_told(find: Find, typed: str) -> None:
    (first, *_others), plain = find(typed), find(typed.replace("tec", "te c"))
    assert first.place == plain.hits[0].place
    assert first.why.startswith("climatechange = climate change")


@pytest.mark.parametrize("typed", ["saftey ", "terorism ", "climatechange "])
def test_literally_a_slip_finds_nothing(find: Find, typed: str) -> None:
    found = find(typed, literal=True)
    assert (found.hits, found.mended, found.missing) == ((), (), ())


@pytest.mark.parametrize("typed", ["pirates ", "WMD ", "negotiate ", "labor ", "ninth summit "])
def test_literally_no_other_word_and_no_other_form_will_do(find: Find, typed: str) -> None:
    reasons = {hit.why for hit in find(typed, literal=True)}
    assert {why for why in reasons if not why.startswith("also called")} <= {""}
    assert {hit.why for hit in find(typed)} - reasons


def test_literally_no_word_is_left_out(find: Find) -> None:
    assert find("seminar negotiate ")
    assert not find("seminar negotiate ", literal=True)


def test_literally_other_forms_are_neither_counted_nor_marked(search: Search) -> None:
    query = parse("negotiate ", literal=True)
    (topic,) = {hit.place.slug for hit in search.find(query, 1)}
    assert search.words(query, topic) == ("negotiate",)
    assert done(search.topic_steps(query)) == {hit.place.slug for hit in search.find(query)}


@pytest.mark.parametrize("typed", ["piracy", "pirates", "dzhb", "ninth summit", "kind:meeting"])
@pytest.mark.parametrize("limit", [1, 2])
def test_there_are_no_more_than_are_wanted_and_they_are_the_best(find: Find, typed: str, limit: int) -> None:
    assert find(typed, limit).hits == find(typed).hits[:limit]


def test_a_word_that_also_stands_with_a_hyphen_is_found_so(find: Find) -> None:
    whole, hyphened = (
        topics(find(f"{typed} ", 500)) for typed in ("nonproliferation", '"non-proliferation"')
    )
    assert whole >= hyphened != set()
    assert "nonproliferation = non-proliferation" in {hit.why for hit in find("nonproliferation ")}


@pytest.mark.parametrize("typed", ["What does ASEM say about the death penalty?", "ASEM kangaroos "])
def test_what_has_only_a_word_that_most_sections_have_is_no_answer(find: Find, typed: str) -> None:
    found = find(typed)
    assert found.missing
    assert [hit for hit in found if "near" not in hit.why] == []


def test_an_unknown_word_is_told(find: Find) -> None:
    found = find("piracy xqzzy ")
    assert found.missing == ("xqzzy",)
    assert topics(found) == topics(find("piracy "))


def test_of_words_that_never_meet_the_one_that_says_most_comes_first(find: Find) -> None:
    first, *others = find("snapback ASEM ")
    assert "snapback" not in first.without
    assert {hit.without for hit in (first, *others)} == {(), ("snapback",), ("ASEM",)}


def test_it_is_told_that_less_than_half_is_there(find: Find) -> None:
    assert find("penguins kangaroos giraffes piracy ").far
    assert not find("piracy Somalia ").far


def test_no_word_is_dropped(find: Find) -> None:
    each = (topics(find(f"{word} ")) for word in ("snapback", "museums", "negotiate"))
    assert topics(find("snapback museums negotiate ")) == set().union(*each)


@pytest.mark.parametrize(
    "typed",
    [
        "children's ",
        "children’s ",
        "piracy-trade ",
        "pirate's ",
        "snapback stockpile ",
        "kazakstan ",
        "womens' rights ",
    ],
)
def test_there_is_no_dead_end(find: Find, typed: str) -> None:
    assert any(not hit.named for hit in find(typed))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did ASEM say about piracy ", "ASEM piracy "),
        ("what is the law of the sea ", "law sea "),
        ("Which partners are there in Asia ", "partners Asia "),
        ("the piracy of the seas ", "piracy seas "),
        ("Who founded ASEF? ", "founded ASEF "),
    ],
)
def test_function_words_carry_no_weight(find: Find, question: str, words: str) -> None:
    assert topics(find(question)) == topics(find(words)) != set()


def test_in_quotes_a_function_word_is_wanted(find: Find) -> None:
    assert len(find('"law of the sea"')) < len(find("law of the sea "))
    assert find("the ")


def test_the_year_of_a_question_makes_better_and_demands_nothing(find: Find) -> None:
    asked = find("What did ASEM say about terrorism in 2002? ")
    plain = find("What did ASEM say about terrorism? ")
    assert topics(asked.hits[:3]) & topics(plain.hits[:3])
    assert asked.missing == asked.mended == ()
    of_year, before = (sum("2002" in hit.plain for hit in found.hits[:10]) for found in (asked, plain))
    assert of_year > before


def test_the_year_of_no_question_is_a_word(find: Find) -> None:
    assert topics(find("snapback 2002 ")) == topics(find("snapback ")) | topics(find("2002 "))


def test_an_alternative_finds_what_each_of_it_finds(find: Find) -> None:
    either = topics(find("piracy OR museums "))
    assert either == topics(find("piracy ")) | topics(find("museums "))


def test_what_is_excluded_is_nowhere(find: Find) -> None:
    assert topics(find("piracy -somalia ")) <= topics(find("piracy "))
    for hit in find('terrorism -Bali -"human rights" '):
        assert "Bali" not in hit.plain
        assert "human rights" not in hit.plain.lower()
