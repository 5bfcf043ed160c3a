# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The form of a brief, each rule of it broken once: the line and the reason are named."""

import re

import pytest
from support.content import Data, article

PIRACY = Data.piracy
FOUND = "Nothing newer on piracy was found as of November 2026."
VIEW, STEP, ANSWER = "- **Norway.** It held in 2010", "- By December 2027: a", "Nobody did."
FACT = "- Fact 3: ministers"


@pytest.fixture
def paper(data: Data) -> Data:
    """The small folder of content, its first article a brief."""
    data.files[PIRACY] = article()
    return data


def test_a_brief_that_keeps_every_rule_is_sound(paper: Data) -> None:
    paper.build()
    assert paper.problems() == ()


# What stands there, what it becomes, a text on the line that is at fault, a part of what is said.
FAULTS = {
    "section left out": ("## If asked\n", "", "## Bottom", "the sections must be Bottom line"),
    "section that is unknown": ("## Instruments", "## Papers", "## Bottom", "the sections must be"),
    "sections in another order": ("## Who holds which view", "## Timeline", "## Bottom", "the sections must"),
    "long bottom line": ("is free.", "is" + " very" * 40 + " free.", "## Bottom", "47 words, more than 40"),
    "position without a place": (
        "Ministers, Kildare, April",
        "Ministers, April",
        "Ministers, April",
        "a position begins in bold",
    ),
    "position without a month": ("Brussels, October 2010", "Brussels, 2010", "Brussels", "begins in bold"),
    "position with a day": ("Brussels, October", "Brussels, 4 October", "Brussels", "begins in bold"),
    "position not in bold": ("**ASEM8, Brussels, October 2010.**", "ASEM8.", "ASEM8", "begins in bold"),
    "paragraph without number": (
        "paragraphs 3 and 4",
        "paragraph three",
        "Ministers, Kildare",
        "a position begins",
    ),
    "something after the paragraph": (
        "paragraphs 3 and 4",
        "paragraph 3, near",
        "Ministers, Kildare",
        "a position",
    ),
    "older position first": ("April 2004", "April 2014", "Ministers, Kildare", "the newest comes first"),
    "side not in bold": (VIEW, VIEW.replace("**", ""), "It held", "a view begins in bold"),
    "side without a stop": (VIEW, VIEW.replace("Norway.", "Norway"), "It held", "a view begins in bold"),
    "view without a date": (VIEW, VIEW.replace("2010", "time"), "It held", "a view has a date"),
    "step without a date": (STEP, "- Soon a", "Soon", "a step begins with its date"),
    "step without a colon": (STEP, "- By December 2027 a", "By December", "a step begins with its date"),
    "step that is a paragraph": (STEP, "\nDecember 2027: a", "December 2027", "a step begins"),
    "steps out of order": (STEP, "- From April 2027: a", "From April", "the oldest comes first"),
    "step within a year out of order": (
        "2028: an",
        "November 2027: an",
        "November",
        "the oldest comes first",
    ),
    "step without citation": ("a seminar. [@one]", "a seminar.", "a seminar", "no citation"),
    "search of another month": (
        "- 4-5 May 2027: a seminar. [@one]\n- By December 2027: a rule. [@two]\n- 2028: an end. [@two]",
        "No dated step was found as of May 2026.",
        "No dated step",
        "no citation",
    ),
    "one question": ("- **Who counted them?** Nobody did. [@two]\n", "", "## If asked", "1 questions"),
    "five questions": (ANSWER, f"{ANSWER} [@two]" + "\n- **Why?** So. [@one]" * 3, "## If", "5 questions"),
    "question without its mark": ("counted them?**", "counted them.**", "counted them", "with its mark"),
    "question not in bold": ("**Who counted them?**", "Who counted them?", "Who counted", "stands in bold"),
    "question without answer": ("Nobody did. ", "", "Who counted", "its answer after it"),
    "long answer": (ANSWER, "Nobody" + " ever" * 40 + ".", "Who counted", "the answer has 41 words"),
    "answer without citation": ("did. [@two]", "did.", "Nobody did", "no citation"),
    "fact about a page": (FACT, "- Fact 3: a page of ministers", "a page", "“page” belongs under"),
    "background about a page": ("Pirates came", "By the InfoBoard page pirates came", "By the", "belongs"),
    "talk of the sources": (FACT, "- Fact 3: sources read: ministers", "sources read", "belongs under"),
    "talk of the reader": (FACT, "- Fact 3: gathered for this reader", "gathered", "“this reader” belongs"),
    "talk of the article": (FACT, "- Fact 3: in the sources of this article", "in the sources", "belongs"),
    "four notes": (FACT, "- Fact 3: [@two] [@x] [@y] ministers", "[@x]", "has 4 notes, more than 3"),
    "four notes in a row": ("| Law of the sea |", "| Law [@two] [@x] [@y] |", "[@x]", "has 4 notes"),
    "four notes in the timeline": ("A declaration.", "A declaration. [@one] [@x] [@y]", "[@x]", "4 notes"),
    "told in": (FACT, "- Fact 3: this is told in full: ministers", "told in", "“is told in” is not"),
    "by turns": (FACT, "- Fact 3: by turns ministers", "by turns", "“by turns” is not written here"),
    "weight": (FACT, "- Fact 3: he puts weight on ministers", "puts", "“puts weight on” is not written"),
    "weights": (FACT, "- Fact 3: they put weight on ministers", "they put", "“put weight on” is not"),
    "according to": (
        "Pirates came",
        "According to A, and according to B, according to C pirates came",
        "According to A",
        "“according to” stands more than 2 times",
    ),
}


@pytest.mark.parametrize(("old", "new", "at", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_form_is_named_with_its_line(paper: Data, old: str, new: str, at: str, said: str) -> None:
    paper.change(old, new)
    problems = paper.problems()
    assert [p for p in problems if (p.file, p.line) == (PIRACY, paper.line(at)) and said in p.sentence], (
        problems
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Pirates came ashore on 4-5 May 2010. [@two]{as_of=2021-08}", FOUND),
        (FACT, f"- {FOUND}\n{FACT}"),
        ("## Background", f"{FOUND}\n\n## Background"),
        ("**ASEM8, Brussels, October 2010.**", "**ASEM8, Brussels, October 2010, on the sea.**"),
        ("paragraphs 3 and 4", "paragraph 3.1"),
        (STEP, "- From 30 May – 2 June 2027: a"),
        (STEP, "- 2027–2028: a"),
        ("Nobody counted", "This page is of a reader: nobody counted"),
        (FACT, "- Fact 3: a home-page and pageants, says one who reads; according to ministers"),
        ("- **Norway.** It", "- **Japan, Norway and others of St. Gallen.** It"),
    ],
)
def test_what_the_form_allows_is_no_fault(paper: Data, old: str, new: str) -> None:
    paper.change(old, new)
    paper.build()
    assert paper.problems() == ()


def test_no_step_may_be_known(paper: Data) -> None:
    steps = re.compile(r"(?<=## Next\n\n).*?(?=\n\n## Key)", re.DOTALL)
    paper.files[PIRACY] = steps.sub("No dated step was found as of November 2026.", paper.files[PIRACY])
    paper.build()
    assert paper.problems() == ()


@pytest.mark.parametrize(("words", "said"), [(500, []), (700, ["words, not 400 to 1100"])])
def test_a_brief_has_room_for_eleven_hundred_words(paper: Data, words: int, said: list[str]) -> None:
    paper.change(FACT, FACT + " sea" * words)
    assert [
        p.sentence[p.sentence.index("words") :] for p in paper.problems() if "words" in p.sentence
    ] == said


def test_the_summary_keeps_the_style_of_the_house(paper: Data) -> None:
    paper.change("What partners say of", "What partners say by turns of")
    assert [(p.line, p.sentence) for p in paper.problems() if "summary" not in p.sentence] == [
        (1, "“by turns” is not written here")
    ]
