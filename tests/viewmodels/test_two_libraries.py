# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Two Libraries that share a slug, as the window would have them: reads, finds and marks stay in each."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from support.marks import keep

from asem_reader import paths
from asem_reader.core.anchoring.reanchor import Report
from asem_reader.core.errors import NoSuchLibrary, ReaderError
from asem_reader.core.exchange.format import FOR_READING, MarksFormat
from asem_reader.core.exchange.parcel import Wanted
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Colour, Mark, MarkKind, anchor
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.printing.binder import Binder, BinderId, BinderItem
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import Cover
from asem_reader.core.printing.proof import PrintRequest
from asem_reader.core.reading import State
from asem_reader.core.steps import done
from asem_reader.paper import typeset
from asem_reader.store.libraries import Libraries
from asem_reader.store.notebook.lastedition import LastEdition
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.readinglog import ReadingLog
from asem_reader.store.output import Output
from asem_reader.viewmodels.editions.editions import Editions
from asem_reader.viewmodels.exchange.exchange import Exchange, ImportOutcome
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.printing.compositor import Compositor
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.viewmodels.reading.readings import Readings
from asem_reader.viewmodels.search.hits import HitsModel

BOTH = HERE, THERE = Slug("piracy"), Slug("other/piracy")


@pytest.fixture
def marks(notebook: Notebook, libraries: Libraries) -> Marks:
    """A note on the shore of each Library's topic, in a folder each."""
    for slug in BOTH:
        keep(notebook, [note(notebook, libraries, slug)])
    titles = {topic.slug: topic.title for topic in libraries.topics()}
    return Marks(notebook, titles.__getitem__)


def shore(libraries: Libraries, slug: Slug) -> BlockId:
    blocks = libraries.article(slug).blocks.values()
    return next(block.id for block in blocks if "came ashore" in block.text)


def note(notebook: Notebook, libraries: Libraries, slug: Slug) -> Mark:
    on = anchor(libraries.article(slug), shore(libraries, slug), "came ashore")
    made = notebook.draft(MarkKind.NOTE, on, f"Ask {slug}.", folder=f"Of {slug.replace('/', ' ')}")
    return made._replace(tags=("sea",))


def test_the_desk_opens_each_and_refuses_what_is_not_open(libraries: Libraries) -> None:
    desk, refused = Desk(libraries), list[ReaderError]()
    desk.refused.connect(refused.append)
    titles = []
    for place in (Place(HERE), Place(THERE), Place(Slug("third/piracy"))):
        desk.go(place)
        titles.append(desk.page.article.topic.title if desk.page else "")
    assert titles == ["Piracy at sea", "Piracy on the air", "Piracy on the air"]
    assert [type(error) for error in refused] == [NoSuchLibrary]
    desk.up()
    assert desk.trail.places == (Place(HERE), Place(THERE), Place(Slug("other/security")))


def test_links_on_a_page_lead_to_places_in_its_library(libraries: Libraries) -> None:
    desk = Desk(libraries)
    desk.go(Place(THERE))
    assert desk.page
    assert 'href="asem:other/other-topic' in desk.page.html
    assert desk.page.html.count('href="asem:') == desk.page.html.count('href="asem:other/')


def test_marks_of_the_one_are_not_on_the_page_of_the_other(marks: Marks) -> None:
    for _ in ("asked of the file", "known"):
        assert [[mark.body for mark in marks.on(slug)] for slug in BOTH] == [
            ["Ask piracy."],
            ["Ask other/piracy."],
        ]
        assert {mark.library for mark in marks.all} == {"asem", "other"}


def test_a_mark_is_made_changed_and_taken_back_on_each(marks: Marks, libraries: Libraries) -> None:
    for slug in BOTH:
        before = marks.on(slug)
        lit = marks.notebook.draft(MarkKind.HIGHLIGHT, anchor(libraries.article(slug), None), "", Colour.BLUE)
        assert marks.make(Change("Highlight", new=(lit,)))
        assert len(marks.on(slug)) == 2
        assert done(marks.taking_back())
        assert marks.on(slug) == before


def test_search_and_notes_lead_to_each(marks: Marks, libraries: Libraries) -> None:
    hits = HitsModel(libraries.search, marks)
    hits.ask("smugglers ashore")
    hits.finish()
    assert hits.answer.hits[0].place.slug == THERE
    hits.ask("has:note ashore")
    hits.finish()
    assert {hit.place.slug for hit in hits.answer} == set(BOTH)


def test_an_edition_places_the_marks_on_its_library_alone(marks: Marks, libraries: Libraries) -> None:
    here, there = (marks.on(slug) for slug in BOTH)
    last = [LastEdition(marks.notebook, library.id) for library in libraries.libraries]
    for library, placed in zip(libraries.libraries, ([here], [here, there]), strict=True):
        editions, told = Editions(library, marks), list[Report]()
        editions.placed.connect(lambda report, _, told=told: told.append(report))
        assert not marks.is_placed_in(library.edition())
        editions.begin()
        editions.finish()
        assert [each.mark for each in told[0].placements] == list(placed[-1])
        assert [bool(each.digest) for each in last] == [True, len(placed) == 2]
        assert marks.is_placed_in(library.edition())
    assert (marks.on(HERE), marks.on(THERE)) == (here, there)
    assert Editions(libraries.libraries[0], marks).candidates(there[0]) == ()


@pytest.mark.parametrize("kind", [kind for kind in MarksFormat if kind not in FOR_READING])
def test_marks_on_both_go_out_and_come_back(
    marks: Marks, libraries: Libraries, output: Output, tmp_path: Path, kind: MarksFormat
) -> None:
    exchange, file = Exchange(marks, libraries, output), tmp_path / f"marks{kind.ending}"
    before = {slug: marks.on(slug) for slug in BOTH}
    assert done(exchange.exporting(file, kind, Wanted())) == 2
    marks.remove(*marks.all)
    assert done(exchange.importing(file)) == ImportOutcome(2, 0, 0, 0, 0, kept=True)
    assert {slug: marks.on(slug) for slug in BOTH} == before
    assert done(exchange.exporting(file, kind, Wanted(topic=THERE), replace=True)) == 1
    assert "asem:other/piracy" in file.read_text() or '"library": "other"' in file.read_text()


@pytest.mark.parametrize(("slug", "version"), [(HERE, 2), (THERE, 3)])
def test_a_file_says_a_later_version_only_where_an_earlier_program_would_go_wrong(
    marks: Marks, libraries: Libraries, output: Output, tmp_path: Path, slug: Slug, version: int
) -> None:
    file = tmp_path / "marks.json"
    done(Exchange(marks, libraries, output).exporting(file, MarksFormat.JSON, Wanted(topic=slug)))
    assert f'"version": {version},' in file.read_text()
    assert ('"library"' in file.read_text()) == (version == 3)


def test_a_text_of_a_topics_marks_is_of_that_topic(
    marks: Marks, libraries: Libraries, output: Output
) -> None:
    text = Exchange(marks, libraries, output).text_of(THERE)
    assert text.startswith("Piracy on the air (POL-01)\nasem:other/piracy\n")
    assert "Ask piracy." not in text


@pytest.fixture
def compositor(libraries: Libraries, marks: Marks, output: Output) -> Iterator[Compositor]:
    template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
    compositor = Compositor(libraries, marks, typeset.Press(paths.resources() / "fonts"), template, output)
    yield compositor
    compositor.close()


def test_a_pack_holds_a_sheet_of_each_with_its_own_notes_and_edition(compositor: Compositor) -> None:
    leaves = tuple(BinderItem(slug, slug) for slug in BOTH)
    job = PrintRequest(
        (), Form(), binder=Binder(BinderId("0" * 32), "Both", Cover("Both"), leaves), notes=True
    )
    first, other = compositor.begin(job, Event()).result().pack.sheets
    assert [sheet.topic.slug for sheet in (first, other)] == list(BOTH)
    assert (first.edition.name, other.edition.name) == ("2026.1", "7")
    assert "Ask piracy." in str(first)
    assert "Ask piracy." not in str(other)


def test_what_was_read_is_known_of_each(libraries: Libraries, tmp_path: Path) -> None:
    readings = Readings(ReadingLog(tmp_path / "reading.db"), libraries.digests)
    outline = OutlineModel(libraries.topics(), readings.state)
    readings.visited(THERE)
    readings.read(THERE)
    readings.close()
    again = Readings(ReadingLog(tmp_path / "reading.db"), libraries.digests)
    again.compare()
    assert [again.state(slug) for slug in BOTH] == [State.UNREAD, State.READ]
    assert [outline.place_at(outline.index_of(slug)) for slug in BOTH] == [Place(HERE), Place(THERE)]
    assert outline.rowCount() == len([topic for topic in libraries.topics() if not topic.parent])
    again.close()
