# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Annotations of other makers, in their shapes: read as far as they lead to a place, else counted."""

import json
import time
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.mark_strategies import NOW, texts

from asem_reader.core.exchange import annotationreading
from asem_reader.core.exchange.parcel import Parcel, Unreadable
from asem_reader.core.marks.mark import Colour, Mark, MarkKind

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
QUOTE = {"type": "TextQuoteSelector", "exact": "the sea", "prefix": "Law of ", "suffix": " is old"}


def annotation(**more: object) -> dict[str, object]:
    """An annotation on a paragraph of ours, with as little as it must have."""
    usual = {"@context": CONTEXT, "id": "https://a.example/1", "type": "Annotation"}
    return {**usual, "target": "asem:sea#b1", **more}


# As Thorium 3 exports one of its books: a note, a bookmark and a highlight.
THORIUM = {
    "@context": CONTEXT,
    "id": "urn:uuid:6d0a3c9e-0b51-4b6e-9c0f-2d2a0c4d7f10",
    "type": "AnnotationSet",
    "generator": {"id": "https://a.example/reader", "type": "Software", "name": "A reader"},
    "generated": "2026-11-20T10:00:00.000Z",
    "title": "Law",
    "about": {"dc:title": "Law of the sea", "dc:creator": ["A. Writer"], "dc:format": "application/epub+zip"},
    "items": [
        {
            "@context": CONTEXT,
            "id": f"urn:uuid:6d0a3c9e-0b51-4b6e-9c0f-2d2a0c4d7f1{number}",
            "created": "2026-11-19T09:30:00.250Z",
            "type": "Annotation",
            "body": {
                "type": "TextualBody",
                "value": value,
                "format": "text/plain",
                "color": colour,
                "tag": tag,
            },
            "creator": {"id": "urn:uuid:1", "type": "Person", "name": "R. Eader"},
            "target": {
                "source": "text/chapter1.xhtml",
                "meta": {"headings": [{"level": 1, "txt": "Law"}], "page": "7"},
                "selector": [
                    {
                        "type": "CssSelector",
                        "value": "p",
                        "refinedBy": {"type": "TextPositionSelector", "start": 7},
                    },
                    QUOTE,
                    {
                        "type": "FragmentSelector",
                        "conformsTo": "http://a.example/cfi",
                        "value": "epubcfi(/6/4)",
                    },
                ],
            },
            "motivation": motivation,
        }
        for number, (value, colour, tag, motivation) in enumerate(
            [
                ("Ask the desk", "purple", "to do", "highlighting"),
                ("", "yellow", "", "bookmarking"),
                ("", "blue", "", "highlighting"),
            ]
        )
    ],
}
# As a search by the API of hypothes.is gives it: a note, a reply, the note of a page.
HYPOTHESIS = {
    "total": 3,
    "rows": [
        {
            "id": "Zx-Q1mKbEe6",
            "created": "2026-11-19T09:30:00.123456+00:00",
            "updated": "2026-11-20T09:30:00.123456+00:00",
            "user": "acct:reader@a.example",
            "uri": "https://a.example/law",
            "text": "See **this**",
            "tags": ["to do", "#sea"],
            "group": "__world__",
            "target": [
                {
                    "source": "https://a.example/law",
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/div[1]/p[2]", "startOffset": 7},
                        {"type": "TextPositionSelector", "start": 107, "end": 114},
                        QUOTE,
                    ],
                }
            ],
            "document": {"title": ["Law"]},
        },
        {"id": "r", "references": ["Zx-Q1mKbEe6"], "uri": "https://a.example/law", "text": "Yes", "tags": []},
        {"id": "p", "uri": "asem:sea", "text": "A page", "tags": [], "target": [{"source": "asem:sea"}]},
    ],
}


def read(whole: object) -> Parcel:
    return annotationreading.read(json.dumps(whole), NOW)


def one(**more: object) -> Mark:
    (found,) = read(annotation(**more)).marks
    return found


def test_thorium_s_marks_have_their_words_and_wait_for_a_place() -> None:
    found = read(THORIUM)
    assert (found.marks, found.left_out) == ((), 0)
    note, bookmark, highlight = found.loose
    assert (note.kind, note.body, note.tags, note.colour) == (
        MarkKind.HIGHLIGHT,
        "Ask the desk",
        ("to-do",),
        Colour.ROSE,
    )
    assert (note.id, note.created) == ("6d0a3c9e0b514b6e9c0f2d2a0c4d7f10", "2026-11-19T09:30:00Z")
    assert (note.words, note.before, note.after) == ("the sea", "Law of ", " is old")
    assert (bookmark.kind, bookmark.colour) == (MarkKind.BOOKMARK, None)
    assert (highlight.kind, highlight.colour) == (MarkKind.HIGHLIGHT, Colour.BLUE)


def test_what_hypothesis_gives_is_read_and_a_reply_is_counted() -> None:
    found = read(HYPOTHESIS)
    (note,), (page,) = found.loose, found.marks
    assert (note.kind, note.body, note.tags) == (MarkKind.NOTE, "See **this**", ("to-do", "sea"))
    assert (note.modified, note.words) == ("2026-11-20T09:30:00Z", "the sea")
    assert (page.place.address, page.body, page.quote) == ("asem:sea", "A page", "")
    assert found.left_out == 1
    export = {"export_date": NOW, "client_version": "1", "annotations": HYPOTHESIS["rows"]}
    assert read(export) == found


@pytest.mark.parametrize(
    "shape",
    [
        lambda each: each,
        lambda each: [each],
        lambda each: {"type": "AnnotationPage", "items": [each]},
        lambda each: {"type": "AnnotationPage", "items": each},
        lambda each: {"@context": [CONTEXT, {"x": "https://x.example/"}], "@graph": [each]},
        lambda each: {
            "@context": CONTEXT,
            "type": "AnnotationCollection",
            "first": {"items": [each]},
            "total": 1,
        },
    ],
)
def test_every_shape_of_several_is_read(shape: Any) -> None:
    assert [mark.place.address for mark in read(shape(annotation())).marks] == ["asem:sea#b1"]


@pytest.mark.parametrize(
    ("body", "note", "tags"),
    [
        ("Ask", "Ask", ()),
        ({"type": "TextualBody", "value": "Ask"}, "Ask", ()),
        ([{"value": "Ask"}, {"value": "sea", "purpose": "tagging"}, "Soon"], "Ask\n\nSoon", ("sea",)),
        ({"value": {"fr": "Demander", "en": "Ask"}}, "Ask", ()),
        ({"value": {"@value": "Ask", "@language": "en"}}, "Ask", ()),
        ({"value": [{"@value": "Ask"}]}, "Ask", ()),
        ({"type": "Choice", "items": [{"value": "Ask"}, {"value": "Demander"}]}, "Ask", ()),
        ({"id": "https://a.example/x.png", "type": "Image"}, "https://a.example/x.png", ()),
        ({"source": "https://a.example/tag", "purpose": ["oa:tagging"]}, "", ("https://a.example/tag",)),
        (None, "", ()),
    ],
)
def test_a_body_may_be_many_things(body: object, note: str, tags: tuple[str, ...]) -> None:
    found = one(body=body)
    assert (found.body, found.tags) == (note, tags)


@pytest.mark.parametrize(
    ("target", "address", "words"),
    [
        ({"source": "asem:sea"}, "asem:sea", ""),
        ({"source": {"type": "Text", "id": "ASEM:sea#b1"}}, "asem:sea#b1", ""),
        ({"id": "asem:sea"}, "asem:sea", ""),
        (["https://a.example", "asem:sea"], "asem:sea", ""),
        ({"source": "asem:sea#b1", "selector": QUOTE}, "asem:sea#b1", "the sea"),
        ({"source": "asem:sea", "selector": {"value": "p", "refinedBy": QUOTE}}, "asem:sea", "the sea"),
        ({"source": "asem:sea", "selector": "https://a.example/selector"}, "asem:sea", ""),
    ],
)
def test_a_target_may_be_many_things(target: object, address: str, words: str) -> None:
    found = read(annotation(target=target))
    (mark,) = found.loose if words else found.marks
    assert (mark.place.address, mark.words) == (address, words)


@pytest.mark.parametrize(
    ("motivation", "body", "kind"),
    [
        ("bookmarking", "x", MarkKind.BOOKMARK),
        (["oa:highlighting"], "x", MarkKind.HIGHLIGHT),
        ("http://www.w3.org/ns/oa#commenting", None, MarkKind.NOTE),
        ("questioning", "x", MarkKind.NOTE),
        (None, None, MarkKind.BOOKMARK),
    ],
)
def test_a_motivation_tells_the_kind(motivation: object, body: object, kind: MarkKind) -> None:
    assert one(motivation=motivation, body=body).kind is kind


@pytest.mark.parametrize(
    ("whole", "line", "said"),
    [
        ({"@context": "https://a.example/recipes", "items": []}, 0, "its @context is not"),
        (
            {"@context": CONTEXT, "type": "AnnotationCollection", "first": "https://a.example/1"},
            0,
            "first page",
        ),
        ({"@context": CONTEXT, "type": "Annotation"}, 0, "holds no annotations"),
        ("text", 0, "holds no annotations"),
        ({"items": [annotation(), {"type": "Annotation"}]}, 1, "annotation 2: target is missing"),
        ([annotation(target=[])], 0, "annotation 1: target is missing"),
        ({"items": ["https://a.example/1"]}, 1, "annotation 1: it must be an object"),
        (annotation(target={"source": 5}), 0, "source must be a text"),
        (annotation(body={"value": 5}), 0, "body must be a text"),
        (annotation(created="noon"), 0, "created must be a time"),
        (annotation(body="\ud800"), 0, "body must be a text"),
        (annotation(generator="asem:ns/reader", **{"asem:ns/nth": -1}), 0, "nth must be"),
        ({"items": [], "asem:ns/folders": [{"asem:ns/path": ""}]}, 0, "folder 1: path"),
    ],
)
def test_a_fault_is_named(whole: object, line: int, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as raised:
        read(whole)
    assert raised.value.line == line


@pytest.mark.parametrize("part", ['{"body":', '{"target":{"source":', '{"items":[', '{"refinedBy":'])
def test_what_lies_endlessly_deep_ends_in_a_sentence(part: str) -> None:
    with pytest.raises(Unreadable):
        annotationreading.read(part * 100_000, NOW)


def test_a_text_in_many_lists_is_none() -> None:
    with pytest.raises(Unreadable, match="body must be a text"):
        one(body={"value": [[[[[[[[[["x"]]]]]]]]]]})


_KEYS = st.sampled_from(
    [*annotation(), "items", "body", "value", "selector", "refinedBy", "exact", "source", "tags"]
)
_JSON = st.recursive(
    st.none() | st.integers() | texts | st.sampled_from(["asem:sea", CONTEXT, "tagging"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=6),
    max_leaves=20,
)


@given(_JSON)
def test_any_json_ends_in_marks_or_a_sentence(whole: object) -> None:
    for each in (whole, annotation(body=whole), annotation(target=whole), annotation(motivation=whole)):
        with suppress(Unreadable):
            assert isinstance(read(each), Parcel)


def test_fifty_megabytes_of_annotations_are_read() -> None:
    many = {"items": [annotation(id=f"urn:x:{number}", body="note " * 110) for number in range(80_000)]}
    text = json.dumps(many)
    start = time.process_time()
    assert len(text) > 50_000_000
    assert len(annotationreading.read(text, NOW).marks) == 80_000
    assert time.process_time() - start < 30
