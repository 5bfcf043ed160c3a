# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The report on content: what it counts, what it finds left out, and where it is put."""

import re

import pytest
from support.content import Data, article
from support.processes import child

from asem_reader.authoring.checks.form import word_count
from asem_reader.authoring.compiled import Compiled, compile_content
from asem_reader.authoring.proof.report import BEGIN, END, ReportRow, insert, rows, written

WHALES = "- {text: 'Whales | of the <Arctic> Ocean sing.', sources: [two]}\n"


def counted(data: Data) -> tuple[Compiled, list[ReportRow]]:
    compiled = compile_content(data.write())
    return compiled, list(rows(compiled, data.folder))


def test_each_article_with_facts_has_a_row_in_the_order_of_the_tree(with_facts: Data) -> None:
    _, found = counted(with_facts)
    assert [row.draft.slug for row in found] == ["piracy", "other-topic"]
    del with_facts.files["facts/piracy.yaml"]
    (with_facts.folder / "facts" / "piracy.yaml").unlink()
    assert [row.draft.slug for row in counted(with_facts)[1]] == ["other-topic"]


def test_a_row_counts_words_citations_and_those_that_are_official(with_facts: Data) -> None:
    compiled, (row, _) = counted(with_facts)
    body = row.draft.body
    assert row.words == word_count(compiled.renderings["piracy"])
    assert sum(row.citations) == body.count("[@")
    assert max(row.citations) == 2
    assert row.trusted == body.count("[@one]")
    assert (row.facts, row.told, row.untold) == (2, 2, ())


def test_an_untold_fact_is_told_by_the_report(with_facts: Data) -> None:
    with_facts.files["facts/piracy.yaml"] += WHALES
    compiled, (row, _) = counted(with_facts)
    assert (row.facts, row.told) == (3, 2)
    assert row.untold[0].text == "Whales | of the <Arctic> Ocean sing."
    text = written(compiled, with_facts.folder)
    assert re.search(r"^- POL-01: Whales +of the +Arctic +Ocean sing\.$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("mark", "newest"),
    [("{as_of=2021-08}", "2021-11"), ("{as_of=2022-08}", "2022-08"), ("", "2021-11")],
)
def test_an_article_is_as_new_as_its_newest_figure(with_facts: Data, mark: str, newest: str) -> None:
    with_facts.change("{as_of=2021-08}", mark)
    assert counted(with_facts)[1][0].newest == newest


def test_the_report_is_a_table_between_its_marks(with_facts: Data) -> None:
    compiled, found = counted(with_facts)
    lines = written(compiled, with_facts.folder).splitlines()
    assert (lines[0], lines[-1]) == (BEGIN, END)
    table = [line for line in lines if line.startswith("|")]
    assert len({line.count("|") for line in table}) == 1
    assert len(table) == 2 + len(found)
    row = found[0]
    notes = sum(row.citations)
    assert table[2].startswith(f"| POL-01 piracy | November 2021 | {row.words} | 2 of 2 | {notes} |")
    assert table[2].endswith(f"| 2 of 2 | 2 | 3 | 2 | 2; {notes / len(row.citations):.1f} |")


def test_views_steps_and_questions_of_a_brief_are_counted(with_facts: Data) -> None:
    with_facts.files[with_facts.piracy] = article().replace(
        "They *want* law. [@one]", "They *want* law. [@two]"
    )
    compiled, (row, _) = counted(with_facts)
    assert (row.founded, row.positions, row.sides, row.steps, row.questions) == (1, 2, 2, 3, 2)
    text = written(compiled, with_facts.folder)
    assert "3 of 4 positions (75 %) rest on" in text
    assert "4 views, 6 dated steps, 4 questions" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{as_of=2021-08}", "{as_of=2019-10}"),
        ("ashore on 4-5 May 2010.", "ashore on 4-5 May 2010, as of October 2019."),
        ("{as_of=2021-08}", "{as_of=2018}"),
    ],
)
def test_what_is_two_years_older_than_its_article_is_listed(with_facts: Data, old: str, new: str) -> None:
    assert "older than their article, by" not in written(counted(with_facts)[0], with_facts.folder)
    with_facts.change(old, new)
    text = written(counted(with_facts)[0], with_facts.folder)
    assert f"- POL-01: {with_facts.line('Pirates came')}\n" in text
    assert "1 statements are two years older" in text


def test_totals_are_of_all_pages(with_facts: Data) -> None:
    compiled, found = counted(with_facts)
    text = written(compiled, with_facts.folder)
    words = sum(word_count(rendering) for rendering in compiled.renderings.values())
    blocks = sum(map(len, compiled.ids.values()))
    assert (
        f"5 topics, 2 of them with a page; 20 sections; {blocks} blocks; {words:,} words; 2 sources." in text
    )
    assert "2 articles tell 4 of 4 facts (100 %)" in text
    assert f"with {sum(sum(row.citations) for row in found)} citations" in text
    assert "4 of 4 positions (100 %) rest on an official text or an institution" in text


def test_a_library_without_facts_has_an_empty_report(data: Data) -> None:
    text = written(compile_content(data.write()), data.folder)
    assert "0 articles tell 0 of 0 facts (–), with 0 citations, 0 an article" in text
    assert "left" not in text


def test_the_report_takes_the_place_of_the_old_one() -> None:
    page = f"# Content\n\n{BEGIN}\nold\n{END}\n\nmore\n"
    once = insert(f"{BEGIN}\nnew\n{END}", page)
    assert once == f"# Content\n\n{BEGIN}\nnew\n{END}\n\nmore\n"
    assert insert(f"{BEGIN}\nnew\n{END}", once) == once


@pytest.mark.parametrize("page", ["", "# Content", BEGIN, END, f"{END}{BEGIN}"])
def test_a_page_with_no_place_for_a_report_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="the page has no"):
        insert("report", page)


def test_the_command_prints_the_report(with_facts: Data) -> None:
    with_facts.build()
    ran = child("-m", "asem_reader.authoring", "report", "--data", str(with_facts.folder))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode().startswith(BEGIN)
