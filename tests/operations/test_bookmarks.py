# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Bookmarks: ours come back without loss, a browser's as far as they lead to places."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.mark_strategies import NOW, by_id, parcels, texts
from support.marks import mark

from asem_reader.core.exchange.bookmarks import written
from asem_reader.core.exchange.parcel import DEEPEST, Parcel, Unreadable
from asem_reader.core.marks.mark import Folder, MarkKind
from asem_reader.operations import bookmarks

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
HEAD = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n"
LOOSE = ["<", ">", "<a ", "<DL>", "</DL>", "<DT>", "<DD>", "<H3 x=", "href=asem:x", '"', "'", "&#", "=", "/"]


@given(parcels)
def test_a_parcel_comes_back_without_loss(parcel: Parcel) -> None:
    back = bookmarks.read(written(parcel, {}), NOW)
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
    text = written(Parcel((mark(),), (Folder("Folder"), Folder("Empty"))), {mark().slug: "The sea"})
    assert text.startswith("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n")
    assert '<DT><A HREF="asem:maritime-security#b7k2" ADD_DATE="1795435200" LAST_MODIFIED' in text
    assert 'TAGS="one,two"' in text
    assert ">The sea: What it is on</A>\n        <DD>A note\n" in text
    assert text.count("<DL><p>") == text.count("</DL><p>") == 3


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("<html><dl><dt>A word<dd>What it means</dl>", 0, "no file of bookmarks"),
        (f"{HEAD}<DL>\n<A HREF='asem:sea", 3, "quote"),
        (f"{HEAD}<DL>\n<A HREF=asem:sea ", 3, "end"),
        (f"{HEAD}<DL>\n\n<DT><A HREF='asem:sea' DATA-KIND='poem'>x</A>", 4, "kind"),
        (f"{HEAD}{'<DL>' * (DEEPEST + 2)}", 2, "deep"),
        (f"{HEAD}<A HREF='asem:sea'>x</A>\n<DD>2 < 3\n<DT><A HREF='asem:sea>\n<DT><A HREF=x>", 4, "cut off"),
        (f"{HEAD}<A HREF='asem:sea'>x</A>\n\n</D", 4, "cut off"),
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


@pytest.mark.parametrize(
    "endless",
    ["<a ", '<a href="', "<a href=asem:x ", "<", "<a b='c\"", "a ", "<dt>", "<dd><b>", "<!--", "&#9"],
)
def test_tags_that_never_end_are_read_once(endless: str) -> None:
    # As many as html.parser of Python 3.11 would need hours for.
    with suppress(Unreadable):
        assert bookmarks.read(HEAD + endless * 300_000, NOW).marks == ()


def test_a_thousand_bookmarks_without_ends_stand_in_one_folder() -> None:
    links = "".join(f"<DT><A HREF='asem:sea#b{number}'>x</A>\n" for number in range(1000))
    found = bookmarks.read(f"{HEAD}<DL><p><DT><H3>Sea</H3><DL><p>{links}</DL></DL>", NOW)
    assert {mark.folder for mark in found.marks} == {"Sea"}
    assert len(found.marks) == 1000


def test_a_file_without_a_declaration_is_one_by_its_links() -> None:
    found = bookmarks.read("<TITLE>Bookmarks</TITLE>\n<DL><p>\n<DT><A HREF='asem:sea'>x</A>\n</DL>", NOW)
    assert [mark.place.address for mark in found.marks] == ["asem:sea"]


@pytest.mark.parametrize("unit", [1, 1000, 1_000_000])
def test_a_date_is_the_same_in_any_unit(unit: int) -> None:
    text = f"{HEAD}<DT><A HREF='asem:sea' ADD_DATE='{1764072000 * unit + unit // 2}'>x</A>"
    assert bookmarks.read(text, NOW).marks[0].created == "2025-11-25T12:00:00Z"


def test_a_date_may_count_from_1601() -> None:
    text = '<DT><A HREF="asem:china" ADD_DATE="13286782800000000">x</A>'
    assert bookmarks.read(text, NOW).marks[0].created == "2022-01-16T05:00:00Z"


def test_a_line_between_bookmarks_ends_a_description() -> None:
    text = '<DT><A HREF="asem:china">x</A>\n<DD>one\ntwo\n<HR>\n<DT><A HREF="asem:japan">y</A>\n'
    assert [each.body for each in bookmarks.read(text, NOW).marks] == ["one\ntwo", ""]


def test_one_link_in_two_folders_is_one_mark_and_counted() -> None:
    folders = "".join(f"<DT><H3>{name}</H3><DL><p><DT><A HREF='asem:sea'>x</A></DL>" for name in ("A", "B"))
    found = bookmarks.read(f"{HEAD}<DL><p>{folders}</DL>", NOW)
    assert ([mark.folder for mark in found.marks], found.again) == (["A"], 1)


def test_a_description_with_markup_is_read_to_its_end() -> None:
    said = (
        "Ask <b>the desk</b>.<br>See <a href='https://example.org'>the list</a>\nand call.<ul><li>Soon</ul>"
    )
    found = bookmarks.read(
        f"{HEAD}<DL><p><DT><A HREF='asem:sea'>x</A>\n<DD>{said}\n<DT><A HREF='asem:x'>", NOW
    )
    assert found.marks[0].body == "Ask the desk.\nSee the list\nand call.\n\nSoon"
    assert (len(found.marks), found.left_out) == (2, 0)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines_are_one_sign(end: str) -> None:
    text = f"{HEAD}<DT><A HREF='asem:sea'>x</A>\n<DD>one\ntwo\n<DT><A HREF='asem:x'>y</A>\n<DD>\n</DL>"
    note, bookmark = bookmarks.read(text.replace("\n", end), NOW).marks
    assert (note.body, bookmark.kind) == ("one\ntwo", MarkKind.BOOKMARK)


def test_nothing_is_loaded_and_no_name_is_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    kinds = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{(tmp_path / "secret").as_uri()}"><!ENTITY b "{"&b;" * 9}">]>'
    found = bookmarks.read(f"{kinds}<DT><A HREF='asem:sea'>x</A><DD>&a;&b;</DD>", NOW)
    assert found.marks[0].body == "&a;&b;"
