# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Markdown is read back from what it shows, also when it was written on; plain links are marks too."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.mark_strategies import NOW, anchored, shown, texts
from support.marks import mark

from asem_reader.core.exchange import markdown, markdownreading
from asem_reader.core.exchange.escape import note, unnoted
from asem_reader.core.exchange.parcel import Parcel, Unreadable
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import Mark, MarkKind

LOOSE = [
    "#",
    "### Note",
    ": [x](asem:x)",
    "\n",
    "> ",
    "**",
    "<!-- mark-",
    "-->",
    "\\",
    "&#",
    "[",
    "*1 May 2021*",
]
SIGNS = ["**", "\\", "a", "\n", "- ", "# ", " ", "\t", "\r", "&lt;", "<", ">", "===", "---", "1. ", "`"]
LIST = """\
# To read

- [Maritime security](asem:maritime-security#dzhb)
- [ ] [Climate](asem:climate-change): ask the desk
  - and the other desk
1. [A page](https://example.org/)

## [Piracy](asem:maritime-security)

It says \\*all\\*.

    indented
"""


def page(*marks: Mark) -> str:
    return markdown.written(Guide().chapters(marks), "today")


def back(text: str) -> tuple[Mark, ...]:
    return markdownreading.read(text, NOW).marks


@given(anchored)
def test_marks_come_back_as_they_are_shown(marks: list[Mark]) -> None:
    assert {each.id: each for each in back(page(*marks))} == {each.id: shown(each) for each in marks}


@given(texts | st.lists(st.sampled_from(SIGNS)).map("".join))
def test_a_note_comes_back_blank_for_blank(text: str) -> None:
    assert unnoted(note(text).split("\n")) == text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_editor_may_change_ends_of_lines(end: str) -> None:
    one = mark(body="- one \n- two\n\nthree\nfour ")
    assert back(re.sub(r"[ \t]*\n", end, page(one))) == (shown(one),)


def test_it_holds_no_more_of_a_mark_than_it_shows() -> None:
    text = page(mark())
    hidden = [line for line in text.split("\n") if line.startswith("<!--")]
    assert hidden == [f"<!-- mark-{mark().id} created={mark().created} -->"]
    assert "before" not in text


def test_a_mark_whose_comment_was_cut_off_is_another() -> None:
    bare = "".join(line for line in page(mark()).splitlines(keepends=True) if not line.startswith("<!--"))
    (found,) = back(bare)
    assert back(bare) == (found,)
    assert (found.id == mark().id, found.created) == (False, "2026-11-23T00:00:00Z")
    times = {"created": mark().created, "modified": mark().modified}
    assert found._replace(id=mark().id, **times) == shown(mark())


def test_what_is_written_below_a_mark_is_in_its_note() -> None:
    assert back(page(mark()) + "\nAnd more.\n")[0].body == "A note\n\nAnd more."


def test_a_heading_ends_a_mark() -> None:
    first, second = back(f"{page(mark())}\n## Mine\n\nnothing\n\n### Note: [x](asem:sea#b1)\n\nhere")
    assert (first.body, second.body, second.place.address) == ("A note", "here", "asem:sea#b1")


def test_a_link_in_a_note_is_no_mark_of_its_own() -> None:
    one = mark(body="[see](asem:climate-change)\n- [and](asem:sea)")
    assert back(page(one)) == (shown(one),)


def test_a_list_of_links_is_bookmarks_and_notes() -> None:
    found = markdownreading.read(LIST, NOW)
    assert [(each.kind, each.place.address) for each in found.marks] == [
        (MarkKind.BOOKMARK, "asem:maritime-security#dzhb"),
        (MarkKind.NOTE, "asem:climate-change"),
        (MarkKind.NOTE, "asem:maritime-security"),
    ]
    assert found.marks[1].body == "ask the desk\n- and the other desk"
    assert found.left_out == 1
    assert found.marks[2].body == "It says *all*.\n\n    indented"
    assert back(LIST) == found.marks


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("nothing\n", 0, "no marks"),
        ("# Marks\n\n### Note: [x](elsewhere:1)\n", 3, "address"),
        ("# Marks\n\n### Note\n", 3, "address"),
        ("\n### Highlight, gold: [x](asem:sea#b)\n", 2, "colour"),
        ("\n### Note: [x](asem:sea)\n<!-- mark-12 -->\n", 2, "id"),
        ("\n### Note: [x](asem:sea)\n<!-- mark-12\n", 2, "comment"),
        (f"\n\n### Note: [x](asem:sea)\n<!-- mark-{'0' * 32} created=noon -->\n", 3, "created"),
        (f"### Note: [x](asem:sea)\n\n<!-- mark-{'0' * 32} position=x -->\n", 1, "position"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as raised:
        markdownreading.read(text, NOW)
    assert raised.value.line == line


@given(st.lists(st.sampled_from(LOOSE) | texts))
def test_any_text_ends_in_marks_or_a_sentence(parts: list[str]) -> None:
    with suppress(Unreadable):
        assert isinstance(markdownreading.read("[x](asem:x)\n" + "".join(parts), NOW), Parcel)
