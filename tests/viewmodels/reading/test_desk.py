# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Desk: one verb moves the reader, back and forward return to where they were."""

import pytest

from asem_reader.core.place import Place
from asem_reader.core.tabs import Tab, Tabs
from asem_reader.core.theme import DARK
from asem_reader.core.trail import Trail
from asem_reader.store.library import Library
from asem_reader.viewmodels.reading.desk import Desk

A, B, C = (Place.parse(slug) for slug in ("migration", "middle-east", "climate-change"))


@pytest.fixture
def desk(library: Library) -> Desk:
    return Desk(library)


def title(desk: Desk) -> str:
    return desk.page.title if desk.page else ""


def test_going_opens_the_page(desk: Desk) -> None:
    pages: list[object] = []
    desk.opened.connect(pages.append)
    assert desk.go(A)
    assert pages == [desk.page]
    assert title(desk) == "Migration"


def test_back_and_forward(desk: Desk) -> None:
    for place in (A, B, C):
        desk.go(place)
    desk.back()
    desk.back()
    assert title(desk) == "Migration"
    desk.forward()
    assert title(desk) == "Middle East situation"


def test_back_leads_to_the_paragraph_where_one_rested(desk: Desk) -> None:
    desk.go(A)
    block = next(iter(desk.page.article.blocks)) if desk.page else None
    desk.rest_at(block)
    desk.go(B)
    desk.back()
    assert desk.page
    assert desk.page.place == Place(A.slug, block)


def test_a_place_that_is_not_there_is_refused_and_nothing_moves(desk: Desk) -> None:
    refused: list[object] = []
    desk.refused.connect(refused.append)
    desk.go(A)
    assert not desk.go(Place.parse("atlantis"))
    assert len(refused) == 1
    assert title(desk) == "Migration"
    assert desk.trail.here == A


def test_up_goes_to_the_group_and_the_pillar(desk: Desk) -> None:
    desk.go(A)
    desk.up()
    assert title(desk) == "Security and peace"
    desk.up()
    desk.up()
    assert title(desk) == "Political pillar"


def test_another_look_is_not_another_step(desk: Desk) -> None:
    desk.go(A)
    before = desk.trail
    desk.show_in(DARK, 18)
    assert desk.trail == before
    assert desk.page
    assert DARK.ink in desk.page.html
    assert desk.page.size == 18


def test_a_lost_place_of_last_time_is_not_restored(desk: Desk) -> None:
    assert not desk.show(Tabs((Tab(Trail((Place.parse("atlantis"),), 0)),)))
    assert not desk.show(Tabs())


def test_a_view_is_wished_for_when_its_page_lies_open_and_the_way_has_none(desk: Desk) -> None:
    met: list[tuple[str, Place]] = []
    desk.viewed.connect(lambda place: met.append((title(desk), place)))
    view = Place.parse("connectivity-index?with=SGP")
    desk.go(A)
    assert desk.go(view)
    assert met == [("Index: connectivity", view)]
    assert desk.trail.places == (A, view.topic)
    assert desk.page
    assert desk.page.place == view.topic
    assert not desk.go(Place.parse("atlantis?with=SGP"))
    assert len(met) == 1


def test_each_tab_has_its_own_way_and_a_topic_behind_is_not_read(desk: Desk) -> None:
    pages: list[object] = []
    desk.go(A)
    desk.opened.connect(pages.append)
    desk.open_behind(B)
    assert (title(desk), pages) == ("Migration", [])
    assert desk.show(desk.tabs.beside(1))
    assert (title(desk), desk.trail.places) == ("Middle East situation", (B,))
    desk.go(C)
    desk.show(desk.tabs.beside(1))
    assert (title(desk), desk.trail.can_go_back) == ("Migration", False)


def test_a_tab_whose_topic_is_gone_does_not_come_to_the_front(desk: Desk) -> None:
    desk.go(A)
    desk.open_behind(Place.parse("atlantis"))
    assert not desk.show(desk.tabs.beside(1))
    assert (title(desk), desk.tabs.at) == ("Migration", 0)
