# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Answers to questions: the line of the Library that a row of its tables stands in, or nothing."""

import pytest
from support.answered_questions import judge, read

from asem_reader.store.libraries import Libraries
from asem_reader.store.library import Library
from asem_reader.store.search.search import JointSearch, Search


@pytest.fixture(scope="module")
def search(library: Library) -> Search:
    return Search(library)


def line(search: Search, question: str) -> str:
    answer = search.answer(question)
    return f"{answer.title}: {answer.plain}" if answer else ""


def test_most_questions_of_the_set_are_answered_and_none_wrongly(search: Search) -> None:
    questions = read()
    verdicts = judge(search, questions)
    assert verdicts.wrong == ()
    assert len(verdicts.right) >= 0.9 * len(questions), verdicts.missed


@pytest.mark.parametrize(
    "question",
    [
        *(
            "where was ASEM 7 held",
            "asem7 venue",
            "ASEM VII where?",
            "Location of the seventh ASEM summit, please",
        ),
        *("which city hosted the 2008 summit", "in which city did the 7th leaders' meeting take place"),
    ],
)
def test_one_thing_is_asked_in_many_shapes(search: Search, question: str) -> None:
    assert line(search, question) == "ASEM7, Beijing 2008: Place. Beijing, China."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who chaired fmm14", "FMM14, Madrid 2019: Chair. High Representative Josep Borrell"),
        (
            "who hosted asem12",
            "ASEM12, Brussels 2018: Chair. European Council President Donald Tusk; hosted by",
        ),
        ("which summit did Tusk chair", "ASEM12, Brussels 2018: Chair. European Council"),
        ("which summit was in Copenhagen", "ASEM4, Copenhagen 2002: Dates. 22–24 September 2002. Place."),
        ("which summit was in Brussels", "Summits: ASEM8, Brussels 2010; ASEM12, Brussels 2018"),
        ("declaration of asem7", "ASEM7, Beijing 2008: Beijing Declaration on Sustainable Development"),
        (
            "theme of CMM7",
            "ASEM Culture Ministers’ Meeting: CMM7 · 22–24 June 2016; Gwangju, Korea · “Culture",
        ),
        (
            "who chaired the 4th finance ministers meeting",
            "ASEM Finance Ministers’ Meeting: Ministers of ten",
        ),
        ("when did South Korea join", "Korea: Partner since. 1996"),
        (
            "who joined in the fifth enlargement",
            "Partners by round of accession: Fifth enlargement, 2014 (2)",
        ),
        ("which partners were admitted at asem6", "ASEM6, Helsinki 2006: Partners admitted. Bulgaria"),
        (
            "which human rights seminar was about climate change",
            "Informal ASEM Seminar on Human Rights: 21st",
        ),
        ("when was the energy security ministerial", "Ministerial meetings held once: 1st ASEM Ministerial"),
        ("how many people came to the 9th people's forum", "Asia-Europe People’s Forum: The 9th Asia-Europe"),
        ("how many partners after asem6", "ASEM6, Helsinki 2006: Partners afterwards. 39."),
        ("how many members does ASEM have", "Partners and enlargement rounds: ASEM has 53 partners"),
        ("where is the global ageing centre", "ASEM Global Ageing Center: Seat. Seoul"),
        ("who heads the education secretariat", "ASEM Education Secretariat: Run by. The host country’s"),
        ("what does AEBF stand for", "Glossary: AEBF (Asia-Europe Business Forum)"),
        ("when was ASEM Day first marked", "Chronology: 1 March 2017: ASEM Day was marked"),
    ],
)
def test_each_kind_is_told_by_a_line_of_the_library(search: Search, question: str, said: str) -> None:
    assert line(search, question).startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        *(
            "who chaired the ASEM summit in Vienna",
            "ASEM 20 host",
            "when did Brazil join ASEM",
            "theme of ASEM2",
        ),
        *(
            "who paid for asem11",
            "when is migration a security issue",
            "how many refugees",
            "who was the chair?",
        ),
        *(
            "third last summit",
            "next asem meeting",
            "where was the human rights seminar",
            "who chairs ASEM now",
        ),
        *("which countries joined in 2008", "when did Norway leave ASEM", "when did the UK join the EU"),
        *("who was the first executive director of ASEF", "ASEF executive director 2020", "latest on piracy"),
        *("where was the people's forum of asem7", "who hosted the 1st AEEBF", "3rd meeting date"),
        *("Which countries joined ASEM in 2008?", "which partners joined in Brussels", "fmm14 next"),
        *("how many countries are in Europe", "who chairs ASEF", "how many partners does the AEBF have"),
        *("how many human rights seminars have been held", "asem7", "piracy", "", "?" * 500),
    ],
)
def test_what_is_not_surely_recognised_gets_no_answer(search: Search, question: str) -> None:
    assert search.answer(question) is None


@pytest.mark.parametrize(
    "question", ["asem3 -declaration where", "kind:meeting asem3 where", "year:2000 asem3 where"]
)
def test_filters_and_what_must_be_absent_ask_for_hits_alone(search: Search, question: str) -> None:
    assert search.answer("asem3 where")
    assert search.answer(question) is None


def test_no_meeting_asked_by_its_own_name_is_answered_by_another(library: Library, search: Search) -> None:
    rows = library.ask(
        lambda row: (row["name"], row["place"]),
        "SELECT m.name, coalesce(m.block_id, t.slug) AS place"
        " FROM meetings m JOIN topics t ON t.id = m.topic_id WHERE m.start IS NOT NULL",
    )
    found = [(search.answer(f"when was {name}"), place) for name, place in rows]
    wrong = [
        answer for answer, place in found if answer and place not in (answer.place.block, answer.place.slug)
    ]
    assert wrong == []
    assert sum(answer is not None for answer, _ in found) >= 0.95 * len(rows)


def test_the_next_meeting_is_reckoned_from_the_day_of_the_edition(search: Search) -> None:
    assert "No ASEM summit after ASEM13 (November 2021) was found" in line(search, "next ASEM summit")


def test_what_was_announced_is_said_to_be_no_more(search: Search) -> None:
    assert "announced; no report that it was held was found" in line(search, "ENVforum 2018 where")


def test_an_answer_says_its_place_source_and_date(search: Search, library: Library) -> None:
    answer = search.answer("asem7 venue")
    assert answer
    assert answer.place.block
    article = library.article(answer.place.slug)
    assert article.blocks[answer.place.block].text == answer.plain
    assert answer.source in article.sources
    assert answer.notes[-1] == "as of 25 October 2008"


def test_several_libraries_answer_with_the_first_that_can(libraries: Libraries) -> None:
    joined = JointSearch(library.search for library in libraries.libraries)
    alone = [library.search.answer("how many partners") for library in libraries.libraries]
    assert joined.answer("how many partners") == next(filter(None, alone), None)
    assert joined.answer("how many cats") is None
