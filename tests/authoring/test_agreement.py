# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Texts and tables: where they do not agree it is said, and where they do nothing is."""

import pytest
from msgspec.structs import replace
from support.content import Data, article

from asem_reader.authoring.compiled import Compiled, compile_content
from asem_reader.authoring.files.sheet import FactSheet, MeetingPosition
from asem_reader.authoring.problem import Problem
from asem_reader.authoring.proof.agreement import Agreement
from asem_reader.authoring.proof.claim import searched_again, unsupported
from asem_reader.authoring.proof.occasion import Occasions
from asem_reader.authoring.proof.proof import proofread
from asem_reader.authoring.proof.saying import Saying, of_sheet

STATEMENT = "7 September 2020: foreign ministers of Cambodia and Hanoi issue the statement on vaccines."


def saying(text: str, *sources: str, slug: str = "piracy", note: bool = False) -> Saying:
    return Saying("x.md", 1, slug, text, frozenset(sources), note)


@pytest.fixture(scope="session")
def occasions(compiled: Compiled) -> Occasions:
    """The small tables, with a building, and with a seminar that was only announced."""
    tables = compiled.content.reference
    first, fifth, eighth, last = tables.summits
    eighth = replace(eighth, venue="Royal Palace of Laeken", chair="Herman Van Rompuy (EU)")
    seminars = tables.series[0]
    planned = replace(seminars.editions[0], number=3, start="2001-05-03", end="", status="announced")
    more = replace(seminars, editions=(*seminars.editions, planned))
    return Occasions(replace(tables, summits=(first, fifth, eighth, last), series=(more,)))


def found(occasions: Occasions, *one: Saying) -> list[str]:
    """What does not agree in the first of some sayings."""
    return list(Agreement(occasions, one).problems(one[0]))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ASEM8, Brussels, October 2011.", "ASEM8 was held on 4–5 October 2010, not October 2011"),
        ("ASEM8 met in Brussels on 4–6 October 2010.", "ASEM8 was held on 4–5 October 2010, not 4–6"),
        ("The eighth ASEM Summit (Brussels, 2009) spoke.", "eighth ASEM Summit was held on"),
        ("5–6 October 2010: ASEM8 met.", "ASEM8 was held on 4–5 October 2010, not 5–6"),
        ("FinMM1, Bangkok, October 1997.", "FinMM1 was held on September 1997, not October 1997"),
        ("ASEM8, Hanoi, October 2010.", "ASEM8 was held in Brussels, not Hanoi"),
        ("FMM6 was held in Bangkok.", "FMM6 was held in Kildare, not Bangkok"),
        (
            "ASEM8 met. The King opened it at Holy Palace.",
            "ASEM8 was held at Royal Palace of Laeken, not at Holy",
        ),
        ("ASEM8 was chaired by Angela Merkel.", "ASEM8 was chaired by Herman Van Rompuy (EU), not by Angela"),
        ("Angela Merkel chaired ASEM8.", "not by Angela Merkel"),
        ("ASEM8, the ninth ASEM Summit, met.", "ASEM8 has the number 8, not “ninth”"),
        ("At ASEM5 all 45 partners met.", "ASEM5 had 39 partners, not 45"),
        (
            "From 27 to 28 June 1999 a seminar on freedom and order meets.",
            "27–28 June 1999 is",
        ),
        (
            "28 June 1999: seminar on human rights opens.",
            "28 June 1999 is 27–29 June 1999 in a table: ASEMHRS2",
        ),
        ("3 May 2001: third seminar, Bangkok.", "what was set for 3 May 2001 is not known to have been held"),
        ("ASEF was founded in Singapore in 1998.", "ASEF dates from 15 February 1997, not 1998"),
        ("The Asia-Europe Foundation, ASEF, opened on 16 February 1997.", "dates from 15 February 1997"),
        ("ASEF opened in Singapore, apparently in 1997.", "ASEF is dated 15 February 1997 in a table"),
        ("15 February 1997 is probably the birthday of ASEF.", "ASEF is dated 15 February 1997 in a table"),
    ],
)
def test_what_a_table_says_otherwise_is_named(occasions: Occasions, text: str, said: str) -> None:
    (sentence,) = found(occasions, saying(text))
    assert said in sentence


@pytest.mark.parametrize(
    "text",
    [
        "ASEM8, Brussels, October 2010, Chair’s Statement of 6 October 2010.",
        "ASEM8, Brussels (online), 2010. Leaders spoke of a meeting in Hanoi in 2004.",
        "4 October 2010: ASEM8 opens in Belgium. All 39 partners came.",
        "After ASEM8, Hanoi was host in 2011.",
        "ASEM5 foresaw ASEM8 in Hanoi in 2012.",
        "ASEM8, the first ASEM Summit of many, met at the Royal Palace.",
        "ASEM8 was chaired by Van Rompuy; Belgium chaired ASEM5.",
        "From 27 to 29 June 1999 a seminar on freedom and order meets.",
        "28 June 1999: the seminar on human rights debates freedom.",
        "26 June 1999, a day before: seminar on human rights opens its doors.",
        "27–28 June 1999: fishermen meet.",
        "3 May 2001 was announced for the third seminar, Bangkok.",
        "ASEF, based in Singapore, opened a path in 1999; it was launched in February 1997.",
        "ASEF was founded in 1997. Apparently nobody came.",
        "In 2012 ASEF was in Brussels.",
        "There were twelve editions of a book.",
        "At ASEM8, Hanoi, as host, asked for trade. At ASEM5 Bangkok agreed.",
        "3 May 2001: leaders meet in Bangkok.",
        "On 26 June 1999 a day of fish came before the seminar of 27–29 June 1999 on freedom and order.",
        "ASEF is in Singapore; of its days one is probably lost.",
        "Trade talks and freedom, of order, closed: 20–27 June 1999.",
    ],
)
def test_what_the_tables_bear_out_is_not_named(occasions: Occasions, text: str) -> None:
    assert found(occasions, saying(text)) == []


def test_a_note_may_tell_of_other_dates(occasions: Occasions) -> None:
    assert found(occasions, saying("ASEM8, Hanoi, October 2011, says a page.", note=True)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Seminars, nineteen entries from 1999.", ["the table has 2 entries, not nineteen"]),
        ("Two entries.", []),
        ("The 2nd and 4th have no entry here.", ["the table has number 2"]),
        ("The fourth has no entry here.", []),
        ("The days of the 2nd were not found.", []),
    ],
)
def test_what_a_series_says_of_its_table_is_counted(occasions: Occasions, text: str, said: list[str]) -> None:
    assert found(occasions, saying(text, slug="human-rights-seminars")) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("7 September 2020: foreign ministers issue the statement on vaccines.", True),
        ("On 7 September 2020 the statement on vaccines was issued by the ASEM foreign ministers.", True),
        ("8 September 2020: foreign ministers issue the statement on vaccines.", False),
        ("7 September 2020: foreign ministers dine.", False),
        ("7 September 2020: the leaders issue the statement on vaccines.", False),
        (STATEMENT, False),
    ],
)
def test_what_some_issued_was_not_issued_by_all(occasions: Occasions, text: str, said: bool) -> None:
    sentences = found(occasions, saying(text), saying(STATEMENT))
    assert sentences == ["elsewhere what is dated 7 September 2020 is by some foreign ministers only"] * said


# Claims.


@pytest.mark.parametrize("word", ["first", "only", "last", "all", "never"])
def test_a_claim_needs_a_fact_that_shares_a_source(occasions: Occasions, word: str) -> None:
    claim = saying(f"It was {word} so.", "one")
    facts = [saying("It was so.", "one"), saying(f"It was {word} so.", "two")]
    assert list(unsupported(claim, facts, occasions)) == [f"no fact with a source of this line says “{word}”"]
    assert list(unsupported(claim, [saying(f"So it is, {word}.", "one", "two")], occasions)) == []


@pytest.mark.parametrize(
    "text",
    [
        "It was the first half, at first; 26 in all; not only men; meant to last.",
        "Not all came; peace must come first.",
        "The first ten came. Was it the only one?",
        "In September 1997 finance ministers hold their first meeting, in Bangkok.",
        "An Asia First policy.",
    ],
)
def test_what_claims_nothing_or_stands_in_a_table_needs_no_fact(occasions: Occasions, text: str) -> None:
    assert list(unsupported(saying(text, "one"), [], occasions)) == []


def test_a_position_may_say_what_an_article_claims(occasions: Occasions) -> None:
    position = MeetingPosition(
        "asem8", "Statement", "2010-10", "7", "urged", "To ratify all of it.", ("one",)
    )
    sheet = FactSheet((), positions=(position,))
    assert list(unsupported(saying("All ratify it.", "one"), of_sheet("piracy", sheet), occasions)) == []


def test_a_note_claims_nothing_and_a_summary_may_claim_what_any_fact_does(occasions: Occasions) -> None:
    assert list(unsupported(saying("The only one.", "one", note=True), [], occasions)) == []
    assert list(unsupported(saying("The only one."), [saying("The sole one.", "two")], occasions)) == []
    assert len(list(unsupported(saying("The only one."), [], occasions))) == 1


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("As of January 2024, no summit had been traced.", ["January 2024"]),
        ("None was found in the sources read up to 2025.", ["2025"]),
        ("No summit was found as of November 2026.", []),
        ("As of January 2024, two were found. No summit met.", []),
    ],
)
def test_a_search_that_found_nothing_is_as_new_as_the_edition(text: str, months: list[str]) -> None:
    again = "search again, as of November 2026"
    assert list(searched_again(saying(text), "2026-11-23")) == [
        f"found nothing as of {m}: {again}" for m in months
    ]


# All of it, by the build.

SHEET = """\
names: [ASEM8, Brussels, Hanoi, Norway, Japan, ASEF, "0 1 2 3 4 5 6 7 8 9 10 11", "1982", "2012 2028 2027"]
dates: [4-5 May 2010, 4-5 May 2027]
facts:
- {text: Leaders hold that the sea is free., sources: [one]}
"""


@pytest.fixture
def paper(full: Data) -> Data:
    """The small content with reference, in which one article is a brief."""
    full.files[full.piracy] = article()
    full.files["facts/piracy.yaml"] = SHEET
    full.files["facts/other-topic.yaml"] = SHEET
    return full


def marked(data: Data) -> list[Problem]:
    return list(proofread(compile_content(data.write()), data.folder))


def test_a_sound_brief_contradicts_nothing(paper: Data) -> None:
    assert marked(paper) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- In 2010 ASEM8, Hanoi, met", "ASEM8 was held in Brussels"),
        ("- Nobody was the only one", "no fact with a source of this line says “only”"),
        ("- No end was found as of May 2012", "found nothing as of May 2012"),
    ],
)
def test_a_contradiction_in_a_brief_is_named_with_file_and_line(paper: Data, text: str, said: str) -> None:
    paper.change("- Fact 3: ministers", f"{text}. Ministers")
    (problem,) = marked(paper)
    assert (problem.file, problem.line) == (paper.piracy, paper.line(text))
    assert said in problem.sentence


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("series", "what: Seminars on human rights.", "what: Three entries on human rights."),
        ("milestones", "ASEM8 met in Brussels.", "ASEM8 met in Hanoi."),
        ("summits", "Leaders of the 8 meetings spoke of trade.", "ASEM8 was held in Hanoi."),
        ("bodies", "The foundation links civil societies.", "FMM6 met in Hanoi."),
    ],
)
def test_a_contradiction_in_a_table_is_named_with_its_line(
    paper: Data, file: str, old: str, new: str
) -> None:
    name = f"reference/{file}.yaml"
    paper.change(old, new, name)
    (problem,) = marked(paper)
    assert (problem.file, problem.line) == (name, paper.line(new, name))


def test_a_contradiction_may_be_let_through_with_a_reason(paper: Data) -> None:
    paper.change("- Fact 3: ministers", "- In 2010 ASEM8, Hanoi, met. Ministers")
    paper.files["exceptions.yaml"] = "piracy: {'ASEM8, Hanoi': a tale}\n"
    assert marked(paper) == []
    paper.change("ASEM8, Hanoi", "ASEM8")
    assert [problem.sentence for problem in marked(paper)] == ["piracy needs no exception for “ASEM8, Hanoi”"]


def test_an_exception_of_an_unknown_topic_is_named(paper: Data) -> None:
    paper.files["exceptions.yaml"] = "nowhere: {Rome: no reason}\n"
    assert "there is no topic nowhere" in [problem.sentence for problem in marked(paper)]
