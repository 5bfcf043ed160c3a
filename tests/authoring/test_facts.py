# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is known of an issue: whether its article tells it, and whether it tells anything else."""

from pathlib import Path

import pytest
from support.content import Data, rendered

from asem_reader.authoring.compiled import Compiled, compile_content
from asem_reader.authoring.files.exceptions import read_exceptions
from asem_reader.authoring.files.sheet import Fact, FactSheet, MeetingPosition, Side, Step, read_facts
from asem_reader.authoring.problem import ContentError
from asem_reader.authoring.proof.facts import (
    Either,
    Known,
    invented,
    known_everywhere,
    known_to,
    told,
)
from asem_reader.authoring.proof.proof import proofread

FACT = Fact("In 2010 Leaders in Brussels adopted 14 rules against piracy.", ("one",))


def found(body: str, *known: str) -> list[str]:
    """What of a body is not known."""
    return [what for _, what in invented(rendered(body), Known(known))]


@pytest.mark.parametrize(
    "body",
    [
        "In 2010 leaders in Brussels adopted 14 rules against piracy. [@one]",
        "Fourteen or 14 rules against piracy stand since Brussels, 2010. [@two] [@one]",
        "Leaders met in Brussels in 2010. [@one]\n\nPiracy has 14 rules. [@one]",
    ],
)
def test_a_fact_is_told_in_other_words_in_one_block_or_two(body: str) -> None:
    assert told(FACT, rendered(body))


@pytest.mark.parametrize(
    "body",
    [
        "In 2010 leaders in Brussels adopted 14 rules against piracy. [@two]",
        "Leaders in Madrid spoke of fish. [@one]",
        "In 2010. [@one]",
        "Brussels. [@one]\n\nIn 2010. [@two]\n\nRules, 14 of them, against piracy. [@two]",
        "",
    ],
)
def test_a_fact_is_untold_without_its_words_or_its_source(body: str) -> None:
    assert not told(FACT, rendered(body))


def test_of_a_fact_that_is_wrong_its_correction_is_told() -> None:
    fact = Fact("Hanoi hosted 99 guests.", ("one",), correction="Seoul received 38 visitors.")
    assert told(fact, rendered("Seoul received 38 visitors. [@one]"))
    assert not told(fact, rendered("Hanoi hosted 99 guests. [@one]"))


KNOWN = "On 4-5 May 2010 twelve Leaders and 1,250 guests from Côte d'Azur met in Brussels for EU-ASEAN talks."


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("Leaders came in 2011.", "2011"),
        ("They were 13 or 12.", "13"),
        ("They spent 1,251 euros.", "1,251"),
        ("They came on 6 May.", "6 May"),
        ("They came on 4–6 May.", "6 May"),
        ("They came on 4 June.", "4 June"),
        ("They came to Madrid.", "Madrid"),
        ("They read POL-7 at ASEAN.", "POL-7"),
    ],
)
def test_an_invented_figure_date_or_name_is_named(body: str, what: str) -> None:
    assert what in found(f"{body} [@one]", KNOWN)


@pytest.mark.parametrize(
    "body",
    [
        "The 12 came in 2010, with 1250 guests.",
        "The talks began on 4 May.",
        "On 4–5 May they met.",
        "It was May in Brussels’ streets.",
        "They saw the Cote and the Azur.",
        "It was an ASEAN day.",
        "Everybody came. Nobody left.",
        "They said: “Go to it”.",
    ],
)
def test_what_is_known_may_be_said_in_another_form(body: str) -> None:
    assert found(f"{body} [@one]", KNOWN) == []


def test_each_invention_is_told_once_with_its_line() -> None:
    body = "## Title in Rome\n\nIn Madrid and in Madrid. [@one]\n\n| in Oslo |\n| --- |\n| in Paris [@one] |"
    assert list(invented(rendered(body), Known(()))) == [(3, "Madrid"), (7, "Paris")]


def test_either_of_two_may_know() -> None:
    either = Either(Known(["in Rome"]), Known(["in 2010"]))
    assert [either.has(what) for what in ("Rome", "2010", "Oslo")] == [True, True, False]


@pytest.mark.parametrize("date", ["2010-05-04", "4 May 2010", "4-5 May 2010", "3–4 May", "4 May – 2 June"])
def test_a_day_is_known_from_any_way_to_write_it(date: str) -> None:
    assert Known([date]).has("4 May")
    assert not Known([date]).has("7 May")


def test_an_article_may_name_its_facts_and_the_documents_that_it_cites(compiled: Compiled) -> None:
    sheet = FactSheet(
        (Fact("In Rome.", ("one",), as_of="2010-05", note="Or Oslo."),), names=("Geneva Protocol",)
    )
    known = known_to(sheet, rendered("Text. [@two]"), compiled.content)
    assert all(known.has(what) for what in ("Rome", "Oslo", "2010", "Geneva", "Protocol", "ASEF"))
    assert not known.has("EEAS")


@pytest.mark.parametrize(
    "what",
    [
        *("ASEM8", "FMM6", "FinMM15", "Hanoi", "Belgian", "Cambodia", "Revitalising"),
        *("4 October", "5 October", "27 June", "1994", "ASEF", "Seoul"),
    ],
)
def test_any_article_may_name_what_reference_does(compiled: Compiled, what: str) -> None:
    assert known_everywhere(compiled.content).has(what)


@pytest.mark.parametrize("what", ["Madrid", "6 October", "1789", "99"])
def test_nothing_else_is_known_everywhere(compiled: Compiled, what: str) -> None:
    assert not known_everywhere(compiled.content).has(what)


FULL = FactSheet(
    (FACT,),
    positions=(
        MeetingPosition("asem8", "Statement", "2010-10-05", "7", "urged", "Ratify the Rome text.", ("one",)),
    ),
    sides=(Side("Oslo", "Whales sing.", "2011-03-04", ("two",)),),
    next=(Step("A seminar in Paris.", "By June 2029", "", ("one",)),),
)


def test_views_and_steps_are_told_as_facts_are() -> None:
    body = "Leaders in Brussels in 2010: 14 rules on piracy, and the Rome text to ratify. [@one]\n\n"
    untold = [
        fact.text for fact in FULL.told if not told(fact, rendered(f"{body}In Oslo whales sing. [@one]"))
    ]
    assert untold == ["Oslo: Whales sing.", "A seminar in Paris."]


@pytest.mark.parametrize("what", ["5 October", "4 March", "Oslo", "Statement", "Rome", "2029", "Paris", "14"])
def test_positions_views_and_steps_may_be_named(what: str) -> None:
    assert Known([FULL.text]).has(what)


def test_the_day_of_the_edition_may_be_named(compiled: Compiled) -> None:
    assert known_everywhere(compiled.content).has("2026")


# The files.


def test_a_sheet_has_positions_views_and_steps(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "piracy.yaml").write_text(
        "facts: []\n"
        "positions: [{meeting: asem8, document: A, date: '2010', paragraph: '?', verb: urged, text: B,"
        " sources: [a], n_kind: counted, read: whole, doc_kind: official text, note: C}]\n"
        "sides: [{side: D, text: E, as_of: '2010', sources: [b], note: F}]\n"
        "next: [{text: G, when: '2027', as_of: '', sources: [c], note: H}]\n"
    )
    assert [fact.text for fact in read_facts(tmp_path)["piracy"].told] == ["D: E", "G"]


def test_no_folder_of_facts_is_none(tmp_path: Path) -> None:
    assert read_facts(tmp_path) == {}
    assert read_exceptions(tmp_path).entries == {}


@pytest.mark.parametrize(
    "text",
    [
        "facts: [{text: A}]",
        "facts: [{text: A, sources: [one], colour: red}]",
        "facts: [{text: A, sources: one}]",
        "facts: []\nsides: [{side: A, text: B, sources: [one]}]",
        "names: [A]",
        "- a list",
        "facts: [",
    ],
)
def test_a_sheet_of_another_shape_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "piracy.yaml").write_text(text)
    with pytest.raises(ContentError) as raised:
        read_facts(tmp_path)
    assert [problem.file for problem in raised.value.problems] == ["facts/piracy.yaml"]


def said(data: Data) -> list[str]:
    """What an editor would say of the small content's facts."""
    return [problem.sentence for problem in proofread(compile_content(data.write()), data.folder)]


def test_articles_that_tell_their_facts_and_no_more_are_sound(with_facts: Data) -> None:
    assert said(with_facts) == []


def test_an_article_without_facts_is_named(with_facts: Data) -> None:
    del with_facts.files["facts/other-topic.yaml"]
    assert said(with_facts) == ["has no facts: data/facts/other-topic.yaml is missing"]


def test_an_invention_needs_an_exception(with_facts: Data) -> None:
    with_facts.change("Nobody counted them", "Nobody counted them in Madrid")
    assert said(with_facts) == ["“Madrid” is not in the facts of piracy"]
    with_facts.files["exceptions.yaml"] = "piracy: {Madrid: where they sat}\n"
    assert said(with_facts) == []


@pytest.mark.parametrize("what", ["Madrid", "Brussels", "2010"])
def test_an_exception_that_nothing_needs_is_named(with_facts: Data, what: str) -> None:
    with_facts.files["exceptions.yaml"] = f"piracy: {{{what}: no reason}}\n"
    assert said(with_facts) == [f"piracy needs no exception for “{what}”"]


def test_an_article_that_tells_less_than_nine_tenths_is_named(with_facts: Data) -> None:
    sheet = with_facts.files["facts/piracy.yaml"]
    more = "- {text: Whales of the Arctic Ocean sing to one another., sources: [two]}\n"
    with_facts.files["facts/piracy.yaml"] = sheet + more
    (sentence,) = said(with_facts)
    assert sentence.startswith("tells 2 of 3 facts, less than nine tenths; not this one: Whales")
