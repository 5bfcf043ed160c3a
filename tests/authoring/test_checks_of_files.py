# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Each rule that files of content must keep, broken once: sources, YAML, symbols, reference."""

import re

import pytest
from support.content import Data, article

SOURCE = "three:\n  title: T\n  publisher: P\n  kind: official\n  url: https://example.org\n"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (SOURCE, "source three is cited nowhere"),
        (SOURCE.replace("official", "copy"), "source three"),
        (SOURCE.replace("  url: https://example.org\n", ""), "source three"),
        (SOURCE.replace("official", "rumour"), "unknown kind “rumour”"),
        (SOURCE + "  word: press\n", "cannot be the word of “press”"),
        (SOURCE.replace("  title: T\n", ""), "source three has no title"),
    ],
    ids=["cited by none", "copy with an address", "no address", "unknown kind", "word of nobody", "no title"],
)
def test_a_fault_in_the_sources_is_named(data: Data, entry: str, said: str) -> None:
    data.files["sources.yaml"] += entry
    assert [p.file for p in data.problems() if said in p.sentence] == ["sources.yaml"]


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "said"),
    [
        (Data.piracy, "symbol: POL-01", "symbol: [POL-01", "parent:", "is not YAML"),
        (
            Data.piracy,
            "symbol: POL-01",
            "symbol: POL-01\ntitle: again",
            "title: again",
            "“title” stands twice",
        ),
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
        (Data.piracy, "---\n- a\n- list\n---\n\n## Bottom line\n"),
        (Data.piracy, ""),
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
    del data.files[Data.piracy]
    (data.folder / Data.piracy).unlink()
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
