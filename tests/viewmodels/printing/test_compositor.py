# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Compositor: preview, file and printer get the same pages."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest
from support.pdf_structure import structure
from support.sheet_readers import portion_of

from asem_reader import paths
from asem_reader.core.content import Kind
from asem_reader.core.errors import NoSuchPlace, Stopped
from asem_reader.core.marks.mark import Target
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder, BinderId, BinderItem
from asem_reader.core.printing.form import DocumentFormat, Form
from asem_reader.core.printing.pack import Cover, Outfit
from asem_reader.core.printing.parts import Part
from asem_reader.core.printing.proof import PrintRequest, Proof
from asem_reader.paper import typeset
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.output import Output
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.printing.compositor import Compositor

SLUG, OTHER = Slug("maritime-security"), Slug("migration")
LEAVES = (BinderItem(SLUG, "Maritime security"), BinderItem(OTHER, "Migration"))
BINDER = Binder(BinderId("0" * 32), "December", Cover("Sea"), LEAVES)
ZONE = datetime.timezone(datetime.timedelta(hours=7))
NOW = datetime.datetime(2026, 11, 23, 12, 5, tzinfo=ZONE)


@pytest.fixture
def marks(notebook: Notebook) -> Marks:
    return Marks(notebook, str)


@pytest.fixture
def compositor(library: Library, marks: Marks, output: Output) -> Iterator[Compositor]:
    template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
    press = typeset.Press(paths.resources() / "fonts")
    compositor = Compositor(library, marks, press, template, output, lambda: NOW)
    yield compositor
    compositor.close()


def proof(compositor: Compositor, request: PrintRequest) -> Proof:
    return compositor.begin(request, Event()).result()


def words(pdf: bytes) -> str:
    return "".join("".join(typeset.text(pdf)).split())


def test_what_the_first_job_would_wait_for_can_be_made_ready(compositor: Compositor) -> None:
    assert compositor.warm().result()
    assert "Printed23November2026" in words(compositor.pdf([SLUG], Form()))


def test_printed_with_its_zone(compositor: Compositor) -> None:
    assert "Printed23November2026,12:05UTC+07:00" in words(compositor.pdf([SLUG], Form()))


def test_notes_go_along_only_when_wished(compositor: Compositor, marks: Marks, library: Library) -> None:
    article = library.article(SLUG)
    Marking(marks).note(Target(article, article.sections[0].blocks[0].id), "Not-for-the-press")
    assert "Not-for-the-press" not in words(compositor.pdf([SLUG], Form()))
    assert "Not-for-the-press" in words(compositor.pdf([SLUG], Form(), with_notes=True))


def test_a_pack_has_what_its_binder_says(compositor: Compositor) -> None:
    plain = Outfit(contents=False, terms=False, joined=False)
    full, bare = (
        proof(compositor, PrintRequest(binder=replace(BINDER, outfit=o))) for o in (Outfit(), plain)
    )
    assert full.pack.sources
    assert full.pack.terms
    assert "Contents" in words(full.pdf)
    assert not bare.pack.sources
    assert not bare.pack.terms
    assert "Contents3" not in words(bare.pdf)
    assert typeset.measured(bare.pdf, bare.pack, Form())[1].fits


@pytest.mark.parametrize("wanted", [DocumentFormat.HTML, DocumentFormat.MARKDOWN, DocumentFormat.TEXT])
def test_a_pack_without_contents_has_none_in_any_form(compositor: Compositor, wanted: DocumentFormat) -> None:
    with_them, without = (
        compositor.written(made.pack, Form(), wanted).decode().casefold()
        for made in (
            proof(compositor, PrintRequest(binder=replace(BINDER, outfit=Outfit(contents=contents))))
            for contents in (True, False)
        )
    )
    assert ">contents<" in with_them or "contents\n" in with_them
    assert ">contents<" not in without
    assert "contents\n" not in without


def test_figures_are_on_the_pages_that_are_shown(compositor: Compositor) -> None:
    alts = [alt for kind, alt in structure(compositor.pdf([SLUG], Form())) if kind == "Figure"]
    assert len(alts) == 1
    assert "meetings spoke of it" in alts[0]


def test_a_pack_goes_without_topics_that_are_gone(compositor: Compositor) -> None:
    gone = replace(BINDER, items=(BinderItem(Slug("atlantis"), "Atlantis"), *BINDER.items))
    assert [sheet.topic.slug for sheet in proof(compositor, PrintRequest(binder=gone)).pack.sheets] == [
        SLUG,
        OTHER,
    ]


def test_a_pack_leaves_out_what_is_not_wanted_of_one_topic(compositor: Compositor) -> None:
    without = BINDER.omitting(SLUG, "key-facts", wished=True)
    first, second = proof(compositor, PrintRequest(binder=without)).pack.sheets
    assert portion_of(first, Part.FACTS) is None
    assert portion_of(second, Part.FACTS)


def test_the_pages_of_the_meetings_named_come_behind(compositor: Compositor) -> None:
    with_meetings = replace(BINDER, outfit=Outfit(meetings=True))
    sheets = proof(compositor, PrintRequest(binder=with_meetings)).pack.sheets
    assert [sheet.topic.slug for sheet in sheets[:2]] == [SLUG, OTHER]
    assert {sheet.topic.kind for sheet in sheets[2:]} == {Kind.MEETING}


def test_notes_on_what_comes_behind_go_along(compositor: Compositor, marks: Marks, library: Library) -> None:
    request = PrintRequest(binder=replace(BINDER, outfit=Outfit(meetings=True)), notes=True)
    meeting = proof(compositor, request).pack.sheets[-1].topic.slug
    Marking(marks).note(Target(library.article(meeting), None), "Not-for-the-press")
    assert [note.body for note in proof(compositor, request).pack.sheets[-1].notes] == ["Not-for-the-press"]


def test_a_job_that_is_stopped_makes_nothing(compositor: Compositor) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        compositor.begin(PrintRequest((SLUG,)), stop).result()


@pytest.mark.parametrize("wanted", [DocumentFormat.HTML, DocumentFormat.MARKDOWN, DocumentFormat.TEXT])
def test_other_formats_say_the_same(compositor: Compositor, wanted: DocumentFormat) -> None:
    made = proof(compositor, PrintRequest((SLUG,)))
    assert wanted in compositor.formats
    # Plain text has its headings in capitals.
    assert "maritime security" in compositor.written(made.pack, Form(), wanted).decode().casefold()


def test_several_topics_make_one_document(compositor: Compositor) -> None:
    pdf = compositor.pdf([SLUG, Slug("migration")], Form())
    assert "Maritimesecurity" in words(pdf)
    assert "rootcausesofirregularmigration" in words(pdf).lower() or "Migration" in words(pdf)


def test_a_topic_that_is_not_there_is_named(compositor: Compositor) -> None:
    with pytest.raises(NoSuchPlace, match="atlantis"):
        compositor.pdf([Slug("atlantis")], Form())
