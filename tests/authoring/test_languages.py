# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What other languages call things: read, checked by line, and there for every topic that has a text."""

import sqlite3
from contextlib import closing

import pytest
from support.content import Data
from support.processes import ROOT

from asem_reader.authoring.files.languages import PARTNERS, TERMS
from asem_reader.authoring.source import read_content
from asem_reader.core.content import Kind

_TERMS = """\
# What others call it.
topic,english,french,german
piracy,robbery at sea,vol en mer;brigandage,Seeräuberei
,pirates,pirate des mers,Piraten
"""
_PARTNERS = """\
iso2,language,name
NO,fr,Norvège
NO,nb,Norge (Noreg)
"""


@pytest.fixture
def spoken(full: Data) -> Data:
    """Content with a table of terms and one of partners."""
    full.files |= {TERMS: _TERMS, PARTNERS: _PARTNERS.replace("NO", _iso2(full))}
    return full


def _iso2(data: Data) -> str:
    text = data.files["reference/partners.yaml"]
    return text[text.index("iso2: ") + 6 :][:2]


def test_each_name_is_kept_by_its_language(spoken: Data) -> None:
    with closing(sqlite3.connect(spoken.build())) as db:
        rows = db.execute("SELECT language, phrase, english FROM translations").fetchall()
    assert {("fr", "brigandag", "robbery at sea"), ("de", "seeraub", "robbery at sea")} & set(rows)
    assert [row[:2] for row in rows if row[0] in ("", "fr") and "nor" in row[1]] == [
        ("", "noreg"),
        ("", "norge"),
        ("fr", "norveg"),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (TERMS, "piracy,robbery", "robbers,robbery", "there is no topic robbers"),
        (TERMS, "piracy,robbery at sea", "piracy,weather", "“weather” is no name of piracy"),
        (TERMS, "pirate des mers", "les des", "“les des” has no word with weight"),
        (TERMS, "pirate des mers", "le vol en mer", "“le vol en mer” is “robbery at sea” already"),
        (TERMS, ",pirates,", "pirates,", "does not have the columns topic, english, french, german"),
        (TERMS, "topic,english", "english,topic", "does not have the columns topic, english, french, german"),
        (PARTNERS, ",nb,", ",", "does not have the columns iso2, language, name"),
    ],
)
def test_a_fault_is_named_with_its_line(spoken: Data, file: str, old: str, new: str, said: str) -> None:
    line = spoken.line(old, file)
    spoken.change(old, new, file)
    (problem,) = spoken.problems()
    assert (problem.file, problem.line, problem.sentence) == (file, line, said)


def test_a_partner_that_is_none_and_a_missing_table_are_named(spoken: Data) -> None:
    spoken.files[PARTNERS] += "XX,fr,Nulle part\n"
    (problem,) = spoken.problems()
    assert (problem.line, problem.sentence) == (4, "there is no partner XX")
    del spoken.files[PARTNERS]
    (spoken.folder / PARTNERS).unlink()
    assert [problem.file for problem in spoken.problems()] == [PARTNERS]


def test_every_issue_pillar_group_body_and_partner_has_a_name_in_both_languages() -> None:
    content = read_content(ROOT / "data")
    called = {(each.topic, each.language) for each in content.translations}
    english = {(each.english.lower(), each.language) for each in content.translations}
    kinds = (Kind.ISSUE, Kind.PILLAR, Kind.GROUP, Kind.BODY, Kind.PARTNER)
    lacking = [
        draft.slug
        for draft in content.drafts
        for language in ("fr", "de")
        if draft.kind in kinds and not draft.slug.startswith("figures-")
        if (draft.slug, language) not in called and (draft.title.lower(), language) not in english
    ]
    assert lacking == []
