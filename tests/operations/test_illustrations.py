# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Which figures belong to a topic, what they show of it, and where their parts lead."""

import re

import pytest
from support.figures import outside, overlaps

from asem_reader.core.content import Illustration, Kind
from asem_reader.core.drawing.figure import Dot, Label, Tone
from asem_reader.core.place import Slug
from asem_reader.operations.illustrations import CHRONOLOGY, Illustrations
from asem_reader.operations.partnerfigures import ROUNDS
from asem_reader.store.library import Library

NAMED = r"\b((?:ASEM|FMM)[0-9]+)\b"


@pytest.fixture(scope="module")
def illustrations(library: Library) -> Illustrations:
    return Illustrations(library)


def of(illustrations: Illustrations, library: Library, slug: str) -> tuple[Illustration, ...]:
    return illustrations.of(library.article(Slug(slug)))


def labels(one: Illustration) -> list[str]:
    return [shape.text for shape in one.figure.shapes if isinstance(shape, Label)]


def test_each_issue_shows_which_meetings_its_positions_are_of(
    illustrations: Illustrations, library: Library
) -> None:
    for topic in library.topics():
        if topic.kind is Kind.ISSUE:
            (strip,) = of(illustrations, library, topic.slug)
            position = next(
                each for each in library.article(topic.slug).sections if each.title == strip.section
            )
            heads = " ".join(block.text.partition(".")[0] for block in position.blocks)
            said = " ".join(block.text for block in position.blocks)
            named = {*re.findall(NAMED, heads), *re.findall(rf"\bat {NAMED}", said)}
            rows = dict(strip.figure.table.rows)
            assert len(rows) == 27
            assert {name for name, spoke in rows.items() if spoke == "yes"} == named & set(rows)
            filled = sum(isinstance(each, Dot) and not each.hollow for each in strip.figure.shapes)
            assert filled == len(named & set(rows))


def test_silence_shows(illustrations: Illustrations, library: Library) -> None:
    (strip,) = of(illustrations, library, "maritime-security")
    assert dict(strip.figure.table.rows)["ASEM2"] == "no"
    assert "10 of 27 meetings spoke of it: FMM9, ASEM8," in strip.figure.alt


@pytest.mark.parametrize(
    ("slug", "name", "spoke"),
    [
        ("iran-jcpoa", "FMM9", "yes"),
        ("agriculture-food-security", "ASEM4", "no"),
    ],
)
def test_a_meeting_spoke_if_a_position_says_what_was_said_at_it(
    illustrations: Illustrations, library: Library, slug: str, name: str, spoke: str
) -> None:
    (strip,) = of(illustrations, library, slug)
    assert dict(strip.figure.table.rows)[name] == spoke


def test_columns_of_a_map_are_named_by_what_they_hold(illustrations: Illustrations, library: Library) -> None:
    accession, hosted = of(illustrations, library, ROUNDS)
    assert accession.figure.table.head[3:] == ("Joined in", "Shade stands for")
    assert hosted.figure.table.head[3] == "Meetings hosted"
    (index,) = of(illustrations, library, "indicator-lpi")
    assert index.figure.table.head[3] == "Score"


@pytest.mark.parametrize(("slug", "name"), [("asem9", "ASEM9"), ("asemfmm14", "FMM14"), ("asem13", "ASEM13")])
def test_a_meeting_is_marked_among_all(
    illustrations: Illustrations, library: Library, slug: str, name: str
) -> None:
    (one,) = of(illustrations, library, slug)
    assert f"{name} is marked." in one.figure.alt
    marked = [shape for shape in one.figure.shapes if isinstance(shape, Label) and shape.tone is Tone.ACCENT]
    assert [label.text for label in marked] == [name]
    assert len(one.figure.table.rows) == 27


def test_a_series_stands_beside_the_summits(illustrations: Illustrations, library: Library) -> None:
    (one,) = of(illustrations, library, "finance-ministers-meetings")
    series = {row[0] for row in one.figure.table.rows}
    assert series == {"Summits", "ASEM Finance Ministers’ Meeting"}
    assert "is marked" not in one.figure.alt


def test_the_chronology_has_every_track(illustrations: Illustrations, library: Library) -> None:
    (one,) = of(illustrations, library, CHRONOLOGY)
    tracks = {topic.title for topic in library.topics() if topic.parent == "ministerial-tracks"}
    shown = {row[0] for row in one.figure.table.rows}
    assert len(tracks - shown) == 1  # those that met once are no series
    assert {"Summits", "Foreign ministers"} <= shown


def test_each_partner_with_figures_has_its_profile_and_its_own_tile(
    illustrations: Illustrations, library: Library
) -> None:
    partners = [topic for topic in library.topics() if topic.kind is Kind.PARTNER and topic.slug != ROUNDS]
    found = {topic.slug: of(illustrations, library, topic.slug) for topic in partners}
    assert {len(figures) for figures in found.values()} == {0, 3}
    assert {slug for slug, figures in found.items() if not figures} == {"european-union", "asean-secretariat"}
    accession, hosted, profile = found[Slug("singapore")]
    assert "1996: 25; 2004: 13" in accession.figure.alt
    assert "China" in hosted.figure.alt
    assert "Singapore stands best in “Physical connectivity”, with rank 1" in profile.figure.alt
    assert labels(accession).count("SGP") == 1


def test_years_have_no_thousands(illustrations: Illustrations, library: Library) -> None:
    accession, _hosted = of(illustrations, library, ROUNDS)
    assert {"1996", "2014"} <= set(labels(accession))
    assert not any("1,9" in text or "2,0" in text for text in labels(accession))


def test_narrow_forms_of_all_figures_show_the_same(illustrations: Illustrations, library: Library) -> None:
    found = [one for topic in library.topics() for one in of(illustrations, library, topic.slug)]
    for one in found:
        assert one.narrow
        assert (one.narrow.width, one.narrow.title) == (345, one.figure.title)
        assert len(one.narrow.targets) in (0, len(one.figure.targets))  # a line of meetings has none
        assert overlaps(one.narrow) == outside(one.narrow) == []


def test_all_parts_of_all_figures_lead_somewhere(illustrations: Illustrations, library: Library) -> None:
    for topic in library.topics():
        for one in illustrations.of(library.article(topic.slug)):
            keys = {target.key for target in one.figure.targets}
            assert keys <= set(one.places)
            for place in {one.places[key] for key in keys}:
                assert library.find(place.address) == place


def test_other_topics_have_none(illustrations: Illustrations, library: Library) -> None:
    for slug in ("political", "asia-europe-foundation", "glossary"):
        assert of(illustrations, library, slug) == ()
