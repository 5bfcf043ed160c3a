# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The YAML of reference: what is refused in it, and the pages that templates make of it."""

from pathlib import Path

import pytest
from support.content import Data

from asem_reader.authoring.files.reference import Reference, read_reference
from asem_reader.authoring.files.yamlfile import read_yaml
from asem_reader.authoring.problem import ContentError
from asem_reader.authoring.text.machinedate import machine_dates

FOLDER = "reference"
SUMMITS, PARTNERS, MILESTONES = (f"{FOLDER}/{name}.yaml" for name in ("summits", "partners", "milestones"))
TRACKS, SERIES, TERMS = (f"{FOLDER}/{name}.yaml" for name in ("ministerial-tracks", "series", "terms"))


def test_no_folder_is_an_empty_reference(tmp_path: Path) -> None:
    assert read_reference(tmp_path) == Reference()


def test_entries_are_read_as_values(full: Data) -> None:
    reference = read_reference(full.write())
    assert [meeting.slug for meeting in reference.meetings] == [
        *("asem1", "asem5", "asem8", "asem13"),
        "asemfmm6",
    ]
    assert reference.summits[1].admitted == ("cambodia",)
    assert reference.summits[0].outcomes[1].sources == ("two",)
    assert reference.tracks[0].editions[1].number == "6 (first attempt)"


@pytest.mark.parametrize(("code", "slug"), [("BE", "belgium"), ("XX", ""), ("", "")])
def test_a_country_is_found_by_its_code(full: Data, code: str, slug: str) -> None:
    found = read_reference(full.write()).country(code)
    assert (found.slug if found else "") == slug


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (SUMMITS, "  city: Hanoi\n", "", "entry 2 (asem5)"),
        (SUMMITS, "number: 8", "number: eighth", "entry 3 (asem8)"),
        (SUMMITS, "number: 8", "colour: red\n  number: 8", "colour"),
        (PARTNERS, "accession: 2004", "accession: '2004'", "entry 4 (cambodia)"),
        (TERMS, "term: FMM", "term: 7", "entry 2 (7)"),
        (TERMS, "category: texts, ", "", "(Seoul Declaration)"),
        (MILESTONES, "'2004'", "2004", "entry 3 (2004)"),
        (MILESTONES, "date: '2010-10-04'", "date: 2010-10-04", "entry 1 (2010-10-04)"),
        (MILESTONES, "date: '2004', ", "", "entry 3 (without a name)"),
        (SERIES, "sources: [one, two]", "sources: one", "editions[0].sources"),
        (SERIES, "status: held", "status: planned", "planned"),
        (SUMMITS, 'title: "Chair\'s Statement of Hanoi", ', "", "entry 2 (asem5)"),
        (
            TRACKS,
            "start: 1997-09",
            "start: 2005-09",
            "(finance-ministers-meetings): its editions do not stand",
        ),
    ],
)
def test_an_entry_of_another_shape_is_named(full: Data, file: str, old: str, new: str, said: str) -> None:
    full.change(old, new, file)
    (problem,) = full.problems()
    assert problem.file == file
    assert said in problem.sentence


@pytest.mark.parametrize(
    ("file", "old", "new", "date"),
    [
        (SUMMITS, "They met.", "They met in 2010-10.", "2010-10"),
        (SERIES, "document: A report", "document: A report of 1999-06-29", "1999-06-29"),
        (MILESTONES, "Some say November.", "Some say 1994-11.", "1994-11"),
    ],
)
def test_a_machine_date_in_a_text_is_refused(full: Data, file: str, old: str, new: str, date: str) -> None:
    full.change(old, new, file)
    assert [f"{date} is no date for readers; write it out" in one.sentence for one in full.problems()] == [
        True
    ]


@pytest.mark.parametrize("text", ["2012-2013", "the plan 2018-19b", "JRC-2010-10", "2010-10-04", "10-12 May"])
def test_a_span_of_years_a_name_or_a_field_for_dates_is_no_machine_date(text: str) -> None:
    assert list(machine_dates({"text": text, "sources": ["a of 2010-10"]})) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a: [1", "is not YAML"),
        ("- a: 1\n  a: 2", "“a” stands twice"),
        ("a: 1", "must hold a list"),
        ("", "must hold a list"),
        ("- just a text", "entry 1 (without a name)"),
        ("\x00", "is not YAML"),
    ],
)
def test_a_file_that_is_no_list_of_entries_is_named(full: Data, text: str, said: str) -> None:
    full.files[PARTNERS] = text
    (problem,) = full.problems()
    assert problem.file == PARTNERS
    assert said in problem.sentence


def test_a_missing_file_is_named(full: Data) -> None:
    del full.files[TERMS]
    assert [(problem.file, problem.sentence) for problem in full.problems()] == [(TERMS, "is missing")]


def test_faults_of_all_files_are_told_at_once(full: Data) -> None:
    full.change("  city: Hanoi\n", "", SUMMITS)
    full.change("  city: Brussels\n", "", SUMMITS)
    full.files[TERMS] = "{}"
    assert [problem.file for problem in full.problems()] == [SUMMITS, SUMMITS, TERMS]


def test_yaml_knows_its_line_and_is_called_by_its_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("a: 1\nb: 2\na: 3\n")
    with pytest.raises(ContentError) as raised:
        read_yaml(tmp_path / "x.yaml", dict)
    (problem,) = raised.value.problems
    assert (problem.file, problem.line) == ("x.yaml", 3)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (SUMMITS, "country: VN", "country: XX", "asem5: XX is no partner’s ISO code"),
        (TRACKS, "country: VN", "country: XX", "finance-ministers-meetings: XX is no partner’s ISO code"),
        (SUMMITS, "[cambodia]", "[nowhere]", "asem5 admits the unknown partner nowhere"),
        (PARTNERS, "summit: asem5", "summit: asem6", "cambodia joined at the unknown summit asem6"),
        (SUMMITS, "end: '2010-10-05'", "end: '2010-10-03'", "2010-10-03 is before 2010-10-04"),
        (SERIES, "start: '1999-06-27'", "start: '1999-13-27'", "1999-13-27 is no date"),
        (MILESTONES, "'2010-10-05'", "'2009'", "2009 is before 2010-10-04"),
        (TERMS, "finance-ministers-meetings", "nowhere", "the term FinMM is about the unknown topic nowhere"),
        ("glossary.yaml", "ASEM8:", "FMM:", "FMM stands in reference/terms.yaml too"),
    ],
)
def test_what_does_not_fit_together_is_told(full: Data, file: str, old: str, new: str, said: str) -> None:
    full.change(old, new, file)
    assert [problem for problem in full.problems() if said in problem.sentence]


def test_a_symbol_or_a_slug_of_reference_is_no_other_topics(full: Data) -> None:
    full.change("symbol: SUM-05", "symbol: SUM-01", SUMMITS)
    full.change("slug: asef", "slug: piracy", f"{FOLDER}/bodies.yaml")
    told = {problem.sentence for problem in full.problems()}
    assert "the symbol SUM-01 is another topic’s too" in told
    assert "the slug piracy is another topic’s too" in told
