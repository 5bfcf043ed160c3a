# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A binder keeps its topics once and in order, and comes back from JSON as it was."""

import json
from dataclasses import replace

import pytest

from asem_reader.core.content import Edition, Kind, Topic
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder, BinderId, BinderItem, Layout, read, written
from asem_reader.core.printing.form import Profile
from asem_reader.core.printing.pack import Cover, Outfit
from asem_reader.core.printing.selection import Selection

A, B, C, D = (Slug(name) for name in "abcd")
COVER = Cover("Sea and climate", "SOM “2”", "Brussels", "2026-12-03", "The Minister")


def topic(slug: str, title: str = "") -> Topic:
    return Topic(Slug(slug), Kind.ISSUE, title or slug.upper(), "", "", "", None, 100)


def binder(*slugs: str) -> Binder:
    empty = Binder(BinderId("0" * 32), "December", COVER, edition="2026.1")
    return empty.added(topic(slug) for slug in slugs)


def test_a_topic_is_in_it_once() -> None:
    assert binder("a", "b").added([topic("b"), topic("c"), topic("c")]).slugs == (A, B, C)


@pytest.mark.parametrize(
    ("moving", "before", "order"),
    [
        ("d", 0, "dabc"),
        ("a", 4, "bcda"),
        ("bd", 1, "abdc"),
        ("b", 1, "abcd"),
        ("b", 2, "abcd"),
        ("ad", 2, "badc"),
    ],
)
def test_topics_move_together_and_in_their_order(moving: str, before: int, order: str) -> None:
    assert binder(*"abcd").moved(map(Slug, moving), before).slugs == tuple(order)


@pytest.mark.parametrize(("slug", "step", "order"), [("b", -1, "bac"), ("b", 1, "acb"), ("c", 1, "abc")])
def test_a_topic_is_shifted_and_stays_at_the_end(slug: str, step: int, order: str) -> None:
    assert binder(*"abc").shifted(Slug(slug), step).slugs == tuple(order)


def test_what_is_left_out_of_a_topic_can_come_back() -> None:
    without = binder("a", "b").omitting(A, "timeline", wished=True).omitting(A, "notes", wished=True)
    assert [item.omit for item in without.items] == [("timeline", "notes"), ()]
    assert without.omitting(A, "timeline", wished=False).items[0].omit == ("notes",)


def test_a_topic_that_is_gone_keeps_its_name_and_its_place() -> None:
    old = binder("a", "b")
    known = {B: topic("b", "Newer title")}
    fresh = old.refreshed(known, Edition("2027.1", "2027-01-01", ""))
    assert fresh.slugs == (A, B)
    assert fresh.items[1].title == "Newer title"
    assert [item.title for item in fresh.gone(known)] == ["A"]
    assert fresh.edition == "2027.1"


def test_it_comes_back_from_json_as_it_was() -> None:
    layout = Layout(Profile.CARD, "Destroy", notes=True, codes=True, margin=True, our_line=True)
    kept = replace(binder("a", "b").omitting(B, "timeline", wished=True), layout=layout)
    kept = kept.limited(A, ("key-facts", "dzhb"))
    assert read(written(kept)) == (kept.cover, kept.items, kept.outfit, kept.edition, layout)
    assert kept.items[0].selection == Selection(("key-facts", "dzhb"))


def test_what_a_later_program_wrote_is_passed_over() -> None:
    text = json.dumps({"leaves": [{"slug": "a", "colour": "blue"}], "outfit": {"binding": 3}, "more": []})
    assert read(text) == (Cover(""), (BinderItem(A, "a"),), Outfit(), "", Layout())
    assert read('{"layout": {"profile": "poster", "codes": true}}')[-1] == Layout(codes=True)


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ("[]", "binder"),
        ('{"cover": 1}', "cover"),
        ('{"cover": {"place": null}}', "place"),
        ('{"leaves": {}}', "leaves"),
        ('{"leaves": [{}]}', "slug"),
        ('{"leaves": [{"slug": "a", "omit": [1]}]}', "omit"),
        ('{"outfit": {"terms": "yes"}}', "terms"),
        ('{"edition": 2}', "edition"),
    ],
)
def test_a_field_that_is_wrong_is_named(content: str, field: str) -> None:
    with pytest.raises(ValueError, match=field):
        read(content)
