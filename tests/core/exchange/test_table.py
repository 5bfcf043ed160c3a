# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""CSV: read back without loss, from other programs too, and no formula for a spreadsheet."""

import csv
import re

import pytest
from hypothesis import given
from support.mark_strategies import NOW, parcels, texts
from support.marks import mark

from asem_reader.core.exchange import table
from asem_reader.core.exchange.parcel import Parcel, Unreadable
from asem_reader.core.marks.mark import Colour, MarkKind

SMALL = "address,note\r\nasem:sea#b7k2,Ask\r\nasem:sea,\r\n"


@given(parcels)
def test_marks_come_back_without_loss(parcel: Parcel) -> None:
    assert table.read(table.written(parcel, {}), NOW).marks == parcel.marks


@given(texts)
def test_the_guard_is_undone(cell: str) -> None:
    for text in (cell, f"={cell}", f"'={cell}", f"''@{cell}", f"'{cell}"):
        assert table.unguarded(table.guarded(text)) == text


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1"])
def test_no_cell_begins_as_a_formula(cell: str) -> None:
    text = table.written(Parcel((mark(body=cell),)), {})
    _, cells = csv.reader(re.findall("[^\n]*\n", text))
    assert f"'{cell}" in cells
    assert not any(each[:1] in set("=+-@\t\r\n＝") for each in cells if each)


def test_it_is_a_table_by_rfc_4180() -> None:
    text = table.written(Parcel((mark(body='"a", b\nc'),)), {mark().slug: "Maritime security"})
    assert text.startswith("\ufefftopic,kind,colour,")
    assert '"""a"", b\nc"' in text
    assert "Maritime security,note," in text
    assert text.endswith("\r\n")


def test_only_the_address_must_be_there() -> None:
    note, bookmark = table.read(SMALL, NOW).marks
    assert (note.kind, note.body, note.place.address) == (MarkKind.NOTE, "Ask", "asem:sea#b7k2")
    assert (bookmark.kind, bookmark.block, bookmark.created) == (MarkKind.BOOKMARK, None, NOW)


def test_marks_without_an_id_get_the_same_each_time() -> None:
    first, again = table.read(SMALL, NOW), table.read(SMALL, "2027-01-01T00:00:00Z")
    assert [mark.id for mark in first.marks] == [mark.id for mark in again.marks]
    assert len({mark.id for mark in first.marks}) == 2


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_other_spreadsheets_are_read(sign: str, end: str) -> None:
    rows = (
        ("Note", "Colour", "ADDRESS", "x", "created"),
        ("a", "Rose", "asem:sea", "?", "2026-11-25"),
        ("",) * 5,
    )
    text = end.join(sign.join(row) for row in rows)
    (found,) = table.read(text, NOW).marks
    assert (found.kind, found.colour, found.body) == (MarkKind.HIGHLIGHT, Colour.ROSE, "a")
    assert found.created == "2026-11-25T00:00:00Z"


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\r\nkind;address;note\r\nnote;asem:piracy;Ask\r\n",
        "sep=|\nkind|address|note\nnote|asem:piracy|Ask\n",
        "kind,address,note\rnote,asem:piracy,Ask\r",
    ],
)
def test_a_told_delimiter_and_old_ends_of_lines_are_read(text: str) -> None:
    (found,) = table.read(text, NOW).marks
    assert (found.slug, found.body) == ("piracy", "Ask")


def test_a_very_long_note_is_no_fault() -> None:
    (found,) = table.read(table.written(Parcel((mark(body="x" * 500_000),)), {}), NOW).marks
    assert len(found.body) == 500_000
    assert csv.field_size_limit() == 131_072


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 0, "empty"),
        ("a,b\n1,2\n", 1, "address"),
        ("address\nasem:sea\nno place at all\n", 3, "address"),
        ('address,note\nasem:sea,"two\nlines"\nasem:,\n', 4, "address"),
        ("address,kind\nasem:sea,poem\n", 2, "kind"),
        ("address,nth\nasem:sea,-1\n", 2, "nth"),
        ("address,position\nasem:sea,١\n", 2, "position"),
        ("address,created\nasem:sea,noon\n", 2, "created"),
        ("address,id\nasem:sea,7\n", 2, "id"),
        ('address,note\nasem:sea,"open\n', 2, "CSV"),
        ('address,note\nasem:sea,a\nasem:sea,"a"b\n', 3, "CSV"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as raised:
        table.read(text, NOW)
    assert raised.value.line == line


def test_two_views_without_ids_are_two_marks_and_stay_so() -> None:
    text = "address\nasem:sea\nasem:sea?with=SGP\nasem:sea?with=MLT\n"
    first, again = table.read(text, NOW), table.read(text, "2027-01-01T00:00:00Z")
    assert [mark.view for mark in first.marks] == ["", "with=SGP", "with=MLT"]
    assert [mark.id for mark in first.marks] == [mark.id for mark in again.marks]


def test_an_address_with_a_block_and_a_view_is_refused_with_its_line() -> None:
    with pytest.raises(Unreadable, match="address must be one such as") as raised:
        table.read("address\nasem:sea\nasem:sea?a#b7k2\n", NOW)
    assert raised.value.line == 3
