# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Each rule that content must keep, broken once: the file, the line and the reason are named."""

import pytest
from support.content import Data, article

PIRACY = Data.piracy
BULLET = "- Fact 3: ministers"
# What stands there, what it becomes, a text on the line that is at fault, a part of what is said.
BODY = {
    "dead link": ("(asem:other-topic)", "(asem:nowhere)", "asem:nowhere", "asem:nowhere leads nowhere"),
    "dead link to a block": ("(asem:other-topic)", "(asem:other-topic#0000)", "#0000", "leads nowhere"),
    "dead link that begins well": ("(asem:other-topic)", "(asem:other-)", "asem:other-", "leads nowhere"),
    "unknown source": (
        " [@two]{as_of",
        " [@three]{as_of",
        "[@three]",
        "the source three is not in sources.yaml",
    ),
    "unknown source beside a known one": (
        "[@one] [@two]",
        "[@one] [@four]",
        "[@four]",
        "the source four is not",
    ),
    "paragraph without citation": (" [@two]{as_of=2021-08}", "", "Pirates came", "no citation"),
    "item without citation": ("A declaration. [@two]", "A declaration.", "A declaration", "no citation"),
    "row without citation": ("1982 [@one]", "1982", "Law of the sea |", "no citation"),
    "note without citation": ("them. [@one]", "them.", "> **Editor", "no citation"),
    "unknown acronym": (
        BULLET,
        "- Fact 3: the ABCDE and ministers",
        "ABCDE",
        "acronym ABCDE is not in glossary",
    ),
    "unknown part of an acronym": (BULLET, "- Fact 3: ASEM-OPEC ministers", "OPEC", "acronym ASEM-OPEC"),
    "unknown acronym in a heading": (BULLET, "- Fact 3: OPEC ministers", "OPEC", "acronym OPEC"),
    "timeline out of order": (
        "- 2012: A",
        "- 2009-01: A",
        "2009-01",
        "out of order: 2009-01 after 2010-05-04",
    ),
    "timeline without a date": ("- 2012: A", "- In 2012 a", "In 2012", "begins with its date"),
    "timeline with a month that is none": ("- 2012: A", "- 2012-13: A", "2012-13", "begins with its date"),
    "recently": (BULLET, "- Fact 3: recently ministers", "recently", "“recently” will not be true for long"),
    "Latest": (BULLET, "- Fact 3: Latest ministers", "Latest", "“Latest” will not be true for long"),
    "this year": (BULLET, "- Fact 3: this year ministers", "this year", "“this year” will not"),
    "unknown heading": ("## Instruments", "## Papers", "## Bottom", "the sections must be Bottom line,"),
    "heading left out": ("## Background\n\n", "", "## Bottom", "the sections must be Bottom line,"),
    "headings in another order": ("## Instruments", "## Timeline", "## Bottom", "the sections must be"),
    "heading with nothing under it": (
        "## Instruments",
        "## Timeline\n\n## Instruments",
        "## Bottom",
        "sections",
    ),
    "text before the headings": (
        "## Bottom line",
        "Hello. [@one]\n\n## Bottom line",
        "",
        "before the first heading",
    ),
    "heading of another rank": ("> **Editor", "### More\n\n> **Editor", "### More", "<h3> has no form"),
    "list within a list": (BULLET, "- Fact 2\n    - Fact 3: ministers", "Fact 2\n", "a list within a list"),
    "numbered list": ("> **Editor", "1. First [@one]\n\n> **Editor", "1. First", "<ol> has no form"),
    "image": (BULLET, "- Fact 3: ![](x.png) ministers", "x.png", "<img> has no form"),
    "code": (BULLET, "- Fact 3: `code` ministers", "`code`", "<code> has no form"),
    "link out of the Library": (
        BULLET,
        "- Fact 3: [x](https://example.org) ministers",
        "[x]",
        "<a> has no form",
    ),
    "raw HTML": (BULLET, "- Fact 3: <b>bold</b> ministers", "<b>", "<b> has no form"),
    "raw HTML of a block": ("> **Editor", "<div>raw</div>\n\n> **Editor", "<div>", "<div> has no form"),
    "script": ("> **Editor", "<script>alert(1)</script>\n\n> **Editor", "<script>", "<script> has no form"),
    "long bottom line": (
        "the sea is free.",
        "the sea is free" + " and open" * 20 + ".",
        "## Bottom",
        "more than 40",
    ),
}


@pytest.mark.parametrize(("old", "new", "at", "said"), BODY.values(), ids=BODY)
def test_a_fault_in_the_text_is_named_with_its_line(
    data: Data, old: str, new: str, at: str, said: str
) -> None:
    data.change(old, new)
    line = data.line(at) if at else data.line("---\n\n") + 1
    problems = data.problems()
    assert [p for p in problems if (p.file, p.line) == (PIRACY, line) and said in p.sentence], problems


FRONT = {
    "no summary": ("summary: What partners say of piracy.\n", "", "missing required field `summary`"),
    "empty summary": ("What partners say of piracy.", "''", "$.summary"),
    "long summary": ("What partners say of piracy.", "word " * 41, "41 words, more than 40"),
    "rotting summary": ("What partners say", "What partners currently say", "“currently”"),
    "twin symbol": ("symbol: POL-01", "symbol: POL-02", "symbol POL-02 is another"),
    "odd symbol": ("symbol: POL-01", "symbol: P1", "symbol P1"),
    "symbol in small letters": ("symbol: POL-01", "symbol: PTN-vn", "symbol PTN-vn is not of the form"),
    "symbol that is too long": ("symbol: POL-01", "symbol: POL-123456789", "is not of the form"),
    "symbol without an end": ("symbol: POL-01", "symbol: POL-", "is not of the form"),
    "no date": ("as_of: '2021-11'", "as_of: yesterday", "yesterday"),
    "date that is no text": ("as_of: '2021-11'", "as_of: 2021", "as_of"),
    "unknown parent": ("parent: security", "parent: nowhere", "nowhere is not in tree.yaml"),
    "parent that is an article": (
        "parent: security",
        "parent: other-topic",
        "other-topic is not in tree.yaml",
    ),
    "unknown related topic": ("[other-topic]", "[nowhere]", "nowhere does not exist"),
    "related to itself": ("[other-topic]", "[piracy]", "piracy does not exist"),
    "unknown field": ("symbol: POL-01", "symbol: POL-01\ncolour: red", "unknown field `colour`"),
    "list that is none": ("aliases: [robbery at sea]", "aliases: [1]", "$.aliases"),
    "text for a list": ("aliases: [robbery at sea]", "aliases: robbery", "$.aliases"),
    "no front matter": ("---\ntitle", "title", "no front matter"),
}


@pytest.mark.parametrize(("old", "new", "said"), FRONT.values(), ids=FRONT)
def test_a_fault_in_the_front_matter_is_named(data: Data, old: str, new: str, said: str) -> None:
    data.change(old, new)
    problems = data.problems()
    assert [p for p in problems if (p.file, p.line) == (PIRACY, 1) and said in p.sentence], problems


def test_sound_content_has_no_problems(data: Data) -> None:
    data.build()
    assert data.problems() == ()


def test_a_twin_slug_is_named_in_both_files(data: Data) -> None:
    data.files["content/economic/piracy.md"] = article("POL-03", related="[]")
    named = {p.file for p in data.problems() if "slug piracy is another" in p.sentence}
    assert named == {PIRACY, "content/economic/piracy.md"}


def test_a_slug_that_the_tree_has_is_a_twin_too(data: Data) -> None:
    data.files["content/political/security.md"] = article("POL-03", related="[]")
    assert any("slug security is another" in problem.sentence for problem in data.problems())


@pytest.mark.parametrize("name", ["Piracy at sea", "piracy_at_sea", "piracy--sea", "-piracy", "piràcy"])
def test_a_file_name_that_is_no_slug_is_named(data: Data, name: str) -> None:
    data.files[f"content/political/{name}.md"] = article("POL-03", related="[]")
    assert [p.file for p in data.problems() if "is no slug" in p.sentence] == [f"content/political/{name}.md"]


def test_an_article_that_is_too_short_is_named(data: Data) -> None:
    lines = data.files[PIRACY].splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(tuple(f"- Fact {n}:" for n in range(1, 12)))]
    data.files[PIRACY] = "".join(kept)
    assert any(p.file == PIRACY and "not 400 to 1100" in p.sentence for p in data.problems())


def test_an_article_that_is_too_long_is_named(data: Data) -> None:
    data.change("Fact 3: ", "Fact 3: " + "sea " * 700)
    assert any(p.file == PIRACY and "not 400 to 1100" in p.sentence for p in data.problems())


def test_all_faults_are_told_at_once_in_order(data: Data) -> None:
    data.change(BULLET, "- Fact 3: recently ministers")
    data.change("A declaration. [@two]", "A declaration.")
    problems = data.problems()
    assert len(problems) == 2
    assert list(problems) == sorted(problems)
    assert str(problems[0]).startswith(f"data/{PIRACY}:{data.line(BULLET[:9])}: ")


@pytest.mark.parametrize("word", ["todays", "latestness", "Nowhere", "now-famous".replace("now-", "know-")])
def test_only_whole_words_rot(data: Data, word: str) -> None:
    data.change(BULLET, f"- Fact 3: {word.lower()} ministers")
    assert not [p for p in data.problems() if "not be true" in p.sentence]


@pytest.mark.parametrize("text", ["ASEMs", "ASEM9", "XIV", "ASEM", "COVID", "john@ASEMX.org", "ASEM-ASEM8"])
def test_plurals_numbers_and_names_need_no_entry(data: Data, text: str) -> None:
    data.files["words.txt"] = "# Names\nCOVID\n"
    data.change(BULLET, f"- Fact 3: {text} ministers")
    assert not [p for p in data.problems() if "acronym" in p.sentence]
