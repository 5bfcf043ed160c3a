# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Bookmarks: ours come back without loss, a browser's as far as they lead to places."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.mark_strategies import NOW, by_id, parcels, texts
from support.marks import mark

from asem_reader.core.exchange import bookmarks
from asem_reader.core.exchange.parcel import DEEPEST, Parcel, Unreadable
from asem_reader.core.exchange.tag import tags
from asem_reader.core.marks.mark import Folder, MarkKind

# As Firefox 128 writes them, but for the number of entries.
FIREFOX = """\
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<meta http-equiv="Content-Security-Policy"
      content="default-src 'self'; script-src 'none'; img-src data: *; object-src 'none'"></meta>
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>

<DL><p>
    <DT><H3 ADD_DATE="1764072000" LAST_MODIFIED="1764072000">Cooking</H3>
    <DL><p>
        <DT><A HREF="https://example.org/" ADD_DATE="1764072000" LAST_MODIFIED="1764072000">A soup</A>
        <DD>with leeks
    </DL><p>
    <DT><H3 ADD_DATE="1764072000" PERSONAL_TOOLBAR_FOLDER="true">Work / ASEM</H3>
    <DD>Add bookmarks to this folder
    <DL><p>
        <DT><A HREF="asem:maritime-security#dzhb" ADD_DATE="1764072000" TAGS="sea,to do">Piracy &amp; law</A>
        <DD>Ask the desk &lt;soon&gt;
        <DT><A HREF='ASEM://climate-change' ICON="data:image/png;base64,iVBORw0KGgo=" ADD_DATE="x">Climate</A>
    </DL><p>
    <HR>
    <DT><A HREF="asem:">Nowhere</A>
</DL>
"""
HEAD = f"{bookmarks.HEAD}\n"
LOOSE = ["<", ">", "<a ", "<DL>", "</DL>", "<DT>", "<DD>", "<H3 x=", "href=asem:x", '"', "'", "&#", "=", "/"]


@given(parcels)
def test_a_parcel_comes_back_without_loss(parcel: Parcel) -> None:
    back = bookmarks.read(bookmarks.written(parcel, {}), NOW)
    assert by_id(back) == by_id(parcel)
    assert set(back.folders) == set(parcel.folders)
    assert back.left_out == 0


def test_a_browser_s_are_taken_where_they_lead_to_places() -> None:
    found = bookmarks.read(FIREFOX, NOW)
    note, bookmark = found.marks
    assert found.left_out == 2
    assert (note.kind, note.body, note.folder) == (MarkKind.NOTE, "Ask the desk <soon>", "Work - ASEM")
    assert (note.tags, note.created) == (("sea", "to-do"), "2025-11-25T12:00:00Z")
    assert (bookmark.kind, bookmark.place.address) == (MarkKind.BOOKMARK, "asem:climate-change")
    assert (bookmark.created, bookmark.position) == (NOW, 1)
    assert found.folders == ()


def test_a_browser_finds_what_it_knows() -> None:
    text = bookmarks.written(Parcel((mark(),), (Folder("Folder"), Folder("Empty"))), {mark().slug: "The sea"})
    assert text.startswith("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n")
    assert '<DT><A HREF="asem:maritime-security#b7k2" ADD_DATE="1795435200" LAST_MODIFIED' in text
    assert 'TAGS="one,two"' in text
    assert ">The sea: What it is on</A>\n        <DD>A note\n" in text
    assert text.count("<DL><p>") == text.count("</DL><p>") == 3


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("<html>", 1, "begin"),
        (f"{HEAD}<DL>\n<A HREF='asem:sea", 3, "quote"),
        (f"{HEAD}<DL>\n<A HREF=asem:sea ", 3, "end"),
        (f"{HEAD}<DL>\n\n<DT><A HREF='asem:sea' DATA-KIND='poem'>x</A>", 4, "kind"),
        (f"{HEAD}{'<DL>' * (DEEPEST + 2)}", 2, "deep"),
        (f"{HEAD}<A HREF='asem:sea'>x</A>\n<DD>&#{'9' * 5000};", 3, "number"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as raised:
        bookmarks.read(text, NOW)
    assert raised.value.line == line


@given(st.lists(st.sampled_from(LOOSE) | texts))
def test_any_text_ends_in_marks_or_a_sentence(parts: list[str]) -> None:
    with suppress(Unreadable):
        assert isinstance(bookmarks.read(HEAD + "".join(parts), NOW), Parcel)


@pytest.mark.parametrize("endless", ["<a ", '<a href="', "<a href=asem:x ", "<", "<a b='c\"", "a "])
def test_tags_that_never_end_are_read_once(endless: str) -> None:
    # As many as html.parser of Python 3.11 would need hours for.
    with suppress(Unreadable):
        assert list(tags(endless * 300_000)) == []
