# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Each rule that content must keep, broken once: the file, the line and the reason are named."""

import re

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
    "note without citation": ("them. [@one]", "them.", "Nobody", "no citation"),
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
    "no summary": ("summary: What partners say of piracy.\n", "", "no summary"),
    "empty summary": ("What partners say of piracy.", "''", "no summary"),
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
    "unknown field": ("symbol: POL-01", "symbol: POL-01\ncolour: red", "unknown field colour"),
    "list that is none": ("aliases: [robbery at sea]", "aliases: [1]", "aliases must be a list of texts"),
    "text for a list": ("aliases: [robbery at sea]", "aliases: robbery", "aliases must be a list of texts"),
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


@pytest.mark.parametrize(("start", "said"), [(12, "not 400 to 900"), (5, "not 400 to 900")])
def test_an_article_that_is_too_short_is_named(data: Data, start: int, said: str) -> None:
    lines = data.files[PIRACY].splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(tuple(f"- Fact {n}:" for n in range(1, start)))]
    data.files[PIRACY] = "".join(kept)
    assert any(p.file == PIRACY and said in p.sentence for p in data.problems())


def test_an_article_that_is_too_long_is_named(data: Data) -> None:
    data.change("Fact 3: ", "Fact 3: " + "sea " * 500)
    assert any(p.file == PIRACY and "not 400 to 900" in p.sentence for p in data.problems())


SOURCE = "three:\n  title: T\n  publisher: P\n  kind: official\n  url: https://example.org\n"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (SOURCE, "source three is cited nowhere"),
        (SOURCE.replace("official", "copy"), "source three"),
        (SOURCE.replace("  url: https://example.org\n", ""), "source three"),
        (SOURCE.replace("official", "rumour"), "unknown kind “rumour”"),
        (SOURCE.replace("  title: T\n", ""), "source three has no title"),
    ],
    ids=["cited by none", "copy with an address", "no address", "unknown kind", "no title"],
)
def test_a_fault_in_the_sources_is_named(data: Data, entry: str, said: str) -> None:
    data.files["sources.yaml"] += entry
    assert [p.file for p in data.problems() if said in p.sentence] == ["sources.yaml"]


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "said"),
    [
        (PIRACY, "symbol: POL-01", "symbol: [POL-01", "parent:", "is not YAML"),
        (PIRACY, "symbol: POL-01", "symbol: POL-01\ntitle: again", "title: again", "“title” stands twice"),
        ("sources.yaml", "  kind: copy", "  kind: 'copy", "", "is not YAML"),
        ("sources.yaml", "two:", "one:", "one:\n  title: A news", "“one” stands twice"),
        ("glossary.yaml", "ASEM8:", "ASEM:", "ASEM: 8th", "“ASEM” stands twice"),
        ("tree.yaml", "  groups:", "  title: again\n  groups:", "title: again", "“title” stands twice"),
    ],
)
def test_bad_yaml_is_named_with_its_line(
    data: Data, file: str, old: str, new: str, at: str, said: str
) -> None:
    data.change(old, new, file)
    (problem,) = data.problems()
    assert problem.file == file
    assert said in problem.sentence
    assert problem.line == data.line(at, file) if at else problem.line > 0


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("sources.yaml", "one: just a text\ntwo: {}\n"),
        ("sources.yaml", "- one\n- two\n"),
        ("glossary.yaml", "[]"),
        ("tree.yaml", "- just a text\n"),
        ("tree.yaml", "- slug: political\n  title: No summary\n"),
        ("tree.yaml", "{}"),
        ("edition.yaml", "name: '1'\n"),
        ("edition.yaml", ""),
        ("sources.yaml", "\x00"),
        (PIRACY, "---\n- a\n- list\n---\n\n## Bottom line\n"),
        (PIRACY, ""),
    ],
)
def test_a_file_of_another_shape_is_named(data: Data, file: str, text: str) -> None:
    data.files[file] = text
    assert {problem.file for problem in data.problems()} == {file}


@pytest.mark.parametrize("file", ["tree.yaml", "sources.yaml", "glossary.yaml", "edition.yaml"])
def test_a_missing_file_is_named(data: Data, file: str) -> None:
    del data.files[file]
    (problem,) = data.problems()
    assert (problem.file, problem.sentence) == (file, "is missing")


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


@pytest.mark.parametrize("symbol", ["POL-05", "PTN-VN", "BOD-SUMMIT", "ABC-12345678"])
def test_a_symbol_has_three_letters_and_up_to_eight_signs(data: Data, symbol: str) -> None:
    data.change("symbol: POL-01", f"symbol: {symbol}")
    assert not [problem for problem in data.problems() if "symbol" in problem.sentence]


def test_a_symbol_is_for_ever_that_of_its_topic(data: Data) -> None:
    data.build()
    data.change("symbol: POL-01", "symbol: POL-09")
    other = "content/political/other-topic.md"
    data.change("symbol: POL-02", "symbol: POL-01", other)
    (problem,) = data.problems()
    assert (problem.file, problem.line) == (other, 1)
    assert problem.sentence == "the symbol POL-01 of other-topic is that of piracy, for ever"


def test_a_symbol_of_a_topic_that_is_gone_is_given_to_no_other(data: Data) -> None:
    data.build()
    del data.files[PIRACY]
    (data.folder / PIRACY).unlink()
    data.change("(asem:piracy)", "(asem:security)", "content/political/other-topic.md")
    data.build()
    assert "\n-piracy\tPOL-01\n" in (data.folder / "blocks.lock").read_text()
    data.files["content/political/new.md"] = article("POL-01", related="[]")
    assert any("POL-01 of new is that of piracy, for ever" in problem.sentence for problem in data.problems())


def test_a_link_may_lead_to_a_block(data: Data) -> None:
    data.build()
    ledger = (data.folder / "blocks.lock").read_text()
    (block,) = re.findall(r"other-topic\t(\w+)\t2012: A declaration", ledger)
    data.change("(asem:other-topic)", f"(asem:other-topic#{block})")
    assert not [problem for problem in data.problems() if "leads nowhere" in problem.sentence]


def test_content_with_reference_is_sound(full: Data) -> None:
    full.build()
    assert full.problems() == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ASEM8 met in Brussels.", "ASEM8 met recently.", "“recently” will not be true for long"),
        ("ASEM8 met in Brussels.", "OPEC met in Brussels.", "the acronym OPEC is not in glossary.yaml"),
        ("Brussels., sources: [one]", "Brussels., sources: []", "no citation: “4–5 October 2010: ASEM8 met"),
        ("Brussels., sources: [one]", "Brussels., sources: [six]", "the source six is not in sources.yaml"),
    ],
)
def test_pages_of_reference_keep_the_rules_too(full: Data, old: str, new: str, said: str) -> None:
    full.change(old, new, "reference/milestones.yaml")
    named = {problem.file for problem in full.problems() if said in problem.sentence}
    assert named == {"reference/milestones.yaml"}
