# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Records of marks are read back without loss, and bad ones are named by their field."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.marks import mark

from asem_reader.core.marks.mark import (
    CONTEXT,
    Anchor,
    Colour,
    Mark,
    MarkKind,
    Waiting,
    anchor,
    occurrence,
    span,
)
from asem_reader.core.marks.record import from_record, to_record
from asem_reader.core.place import BlockId, Slug
from asem_reader.store.library import Library

texts = st.text(st.characters(exclude_categories=["Cs"]))
spots = st.from_regex("[a-z0-9]+", fullmatch=True).map(lambda block: {"block": block}) | st.sampled_from(
    ("", "show=scatter&with=SGP,MLT&weights=physical:2")
).map(lambda view: {"block": None, "view": view})
marks = st.builds(
    Mark,
    id=st.from_regex("[0-9a-f]{32}", fullmatch=True),
    kind=st.sampled_from(MarkKind),
    slug=st.from_regex("[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    block=st.none(),
    quote=texts,
    before=texts,
    after=texts,
    body=texts,
    folder=texts,
    tags=st.lists(texts).map(tuple),
    created=st.datetimes().map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ")),
    modified=st.datetimes().map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ")),
    words=texts,
    nth=st.integers(0, 9),
    colour=st.none() | st.sampled_from(Colour),
    position=st.integers(0, 99),
    deleted=st.sampled_from(["", "2026-11-25T12:00:00Z"]),
    waiting=st.none() | st.sampled_from(Waiting),
    view=st.just(""),
)


@given(marks, spots)
def test_a_record_is_read_back_without_loss(mark: Mark, spot: dict[str, Any]) -> None:
    one = mark._replace(**spot)
    assert from_record(json.loads(json.dumps(to_record(one)))) == one
    assert from_record(json.loads(json.dumps(to_record(one), ensure_ascii=False))) == one


FIELDS = ["id", "kind", "slug", "quote", "before", "after", "body", "folder", "created", "modified"]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("value", [None, 5, ["x"], {"x": 1}, True], ids=str)
def test_a_field_that_is_no_text_is_named(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=field):
        from_record({**to_record(mark()), field: value})


@pytest.mark.parametrize("field", FIELDS)
def test_a_missing_field_is_named(field: str) -> None:
    record = to_record(mark())
    del record[field]
    with pytest.raises(ValueError, match=field):
        from_record(record)


BAD: list[tuple[str, Any]] = [
    ("id", ""),
    ("id", "0" * 31),
    ("id", "0" * 33),
    ("id", "G" * 32),
    ("id", "0" * 32 + "\n"),
    ("id", "A" * 32),
    ("kind", "poem"),
    ("kind", "NOTE"),
    ("tags", "one"),
    ("tags", [1]),
    ("tags", {"a": "b"}),
    ("tags", None),
    ("slug", ""),
    ("slug", "two words"),
    ("slug", "sea#bbbb"),
    ("slug", "asem:sea"),
    ("slug", "-"),
    ("block", "two words"),
    ("block", 5),
    ("block", ["b"]),
    ("block", "a#b"),
    ("block", False),
    ("body", "\ud800"),
    ("quote", "\udcff"),
    ("tags", ["\ud800"]),
    ("colour", "red"),
    ("nth", -1),
    ("nth", True),
    ("position", 2**60),
    ("waiting", "for the bus"),
    ("words", None),
    ("view", "show=tiles#b7k2"),
    ("view", "two words"),
    ("view", None),
]


@pytest.mark.parametrize(("field", "value"), BAD)
def test_a_bad_value_is_named_by_its_field(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=field):
        from_record({**to_record(mark()), "block": None, field: value})


@pytest.mark.parametrize("record", [None, 5, "text", [], [("id", "x")], b"{}"])
def test_what_is_no_object_is_refused(record: object) -> None:
    with pytest.raises(ValueError, match="object"):
        from_record(record)


def test_a_view_is_of_a_whole_topic_alone() -> None:
    with pytest.raises(ValueError, match="view must be missing where there is a block"):
        from_record({**to_record(mark()), "view": "show=tiles"})
    assert "view" not in to_record(mark())


def test_unknown_fields_do_no_harm() -> None:
    assert from_record({**to_record(mark()), "shape": "round"}) == mark()


def test_what_the_first_version_did_not_know_may_be_missing() -> None:
    record = to_record(mark())
    for field in ("words", "nth", "colour", "position", "deleted", "waiting"):
        del record[field]
    assert from_record(record) == mark()


@given(st.text("ab ", max_size=30), st.text("ab", min_size=1, max_size=2), st.integers(0, 5))
def test_words_are_found_where_they_were_counted(text: str, words: str, nth: int) -> None:
    found = span(text, words, nth)
    if found:
        assert text[slice(*found)] == words
        assert occurrence(text, words, found[0]) == nth
    else:
        assert sum(text.startswith(words, at) for at in range(len(text))) <= nth


def test_other_words_leave_the_rest_as_it_is() -> None:
    changed = mark().with_body("Other", "2027-01-01T00:00:00Z")
    assert (changed.body, changed.modified) == ("Other", "2027-01-01T00:00:00Z")
    assert changed.with_body(mark().body, mark().modified) == mark()


def test_an_anchor_has_the_words_around_its_block(library: Library) -> None:
    article = library.article(Slug("maritime-security"))
    blocks = list(article.blocks.values())
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        found = anchor(article, block.id)
        assert found == Anchor(
            article.topic.slug, block.id, block.text, before.text[-CONTEXT:], after.text[:CONTEXT]
        )
    assert anchor(article, blocks[0].id).before == ""
    assert anchor(article, blocks[-1].id).after == ""


def test_the_anchor_of_a_topic_is_its_title(library: Library) -> None:
    article = library.article(Slug("maritime-security"))
    assert anchor(article, None) == Anchor(article.topic.slug, None, "Maritime security", "", "")
    with pytest.raises(KeyError):
        anchor(article, BlockId("zzzz"))
