# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Topics composed to a pack, as the window and the command line both ask for it."""

from collections.abc import Callable
from threading import Event

import pytest
from support.marks import mark

from asem_reader.core.content import Kind
from asem_reader.core.errors import NothingToPrint, Stopped
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import BinderItem
from asem_reader.core.printing.compose import Wish
from asem_reader.core.printing.pack import Cover, Outfit, Pack
from asem_reader.operations.printing import Makeup
from asem_reader.store.library import Library

SEA = Slug("maritime-security")
WITH_MEETINGS = Outfit(meetings=True)
Compose = Callable[..., Pack]


@pytest.fixture
def made(library: Library) -> Compose:
    def made(
        *leaves: BinderItem,
        cover: Cover | None = None,
        outfit: Outfit = WITH_MEETINGS,
        notes: tuple[Mark, ...] = (),
    ) -> Pack:
        return Makeup(library).pack(leaves, Wish(), cover, outfit, notes, Event())

    return made


def test_notes_go_along_on_whatever_is_printed(made: Compose) -> None:
    meeting = next(s for s in made(BinderItem(SEA, "")).sheets if s.topic.kind is Kind.MEETING).topic.slug
    notes = (mark(1, block=None), mark(2, block=None)._replace(slug=meeting))
    with_notes = {sheet.topic.slug for sheet in made(BinderItem(SEA, ""), notes=notes).sheets if sheet.notes}
    assert with_notes == {SEA, meeting}


def test_what_a_topic_has_nothing_of_is_left_out(made: Compose) -> None:
    other = BinderItem(Slug("migration"), "", only=("no-such-part",))
    sheets = made(BinderItem(SEA, ""), other, outfit=Outfit()).sheets
    assert [sheet.topic.slug for sheet in sheets] == [SEA]
    with pytest.raises(NothingToPrint):
        made(other)


def test_only_a_pack_has_one_list_of_sources(made: Compose) -> None:
    plain, bound = (made(BinderItem(SEA, ""), cover=cover) for cover in (None, Cover("Sea")))
    assert (plain.sources, bool(plain.sheets[0].sources)) == ((), True)
    assert (bool(bound.sources), bound.sheets[0].sources) == (True, ())


def test_who_no_longer_waits_gets_nothing(library: Library) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        Makeup(library).pack([BinderItem(SEA, "")], Wish(), None, Outfit(), (), stop)


def test_there_is_to_choose_from_what_the_sheets_have(library: Library, made: Compose) -> None:
    names = {portion.name for portion in Makeup(library).portions([SEA])}
    assert {portion.name for portion in made(BinderItem(SEA, "")).sheets[0].portions} <= names


def test_a_figure_with_a_heading_of_its_own_can_be_chosen(library: Library, made: Compose) -> None:
    slug = Slug("indicator-lpi")
    assert "ranking" in {portion.name for portion in Makeup(library).portions([slug])}
    (sheet,) = made(BinderItem(slug, "", only=("ranking",)), outfit=Outfit()).sheets
    assert [portion.title for portion in sheet.portions] == ["Ranking"]
    assert len([entry for entry in sheet.portions[0].entries if entry.figure]) == 1 + 1 + 51
