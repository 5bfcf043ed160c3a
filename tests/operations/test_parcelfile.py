# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Files of marks: any bytes end in marks or a sentence, and no file is too large to be refused."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.mark_strategies import NOW, parcels
from support.marks import mark

from asem_reader.core.exchange.format import FOR_READING, MarksFormat, written
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.marks.errors import BadImport
from asem_reader.core.marks.guide import Guide
from asem_reader.operations import parcelfile
from asem_reader.operations.parcelfile import read_parcel

own_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@own_folder
@given(st.sampled_from([None, *MarksFormat]), st.binary())
def test_any_bytes_end_in_marks_or_a_sentence(
    tmp_path: Path, kind: MarksFormat | None, content: bytes
) -> None:
    (tmp_path / "any").write_bytes(content)
    with suppress(BadImport):
        assert isinstance(read_parcel(tmp_path / "any", kind, NOW)[0], Parcel)


@own_folder
@given(parcels, st.sampled_from(MarksFormat), st.data())
def test_a_damaged_export_ends_in_marks_or_a_sentence(
    tmp_path: Path, parcel: Parcel, kind: MarksFormat, data: st.DataObject
) -> None:
    content = bytearray(written(parcel, kind, Guide(), "today").encode())
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=5)):
        content[at] = data.draw(st.integers(0, 255))
    (tmp_path / "any").write_bytes(content[: data.draw(st.integers(0, len(content)))])
    with suppress(BadImport):
        assert isinstance(read_parcel(tmp_path / "any", kind, NOW)[0], Parcel)


@pytest.mark.parametrize("kind", [kind for kind in MarksFormat if kind not in FOR_READING])
@pytest.mark.parametrize("name", ["marks", "marks.txt", "marks.html"])
def test_the_format_is_found_by_what_the_file_begins_with(
    tmp_path: Path, kind: MarksFormat, name: str
) -> None:
    name = "marks.csv" if kind is MarksFormat.CSV else name  # a table begins with anything
    (tmp_path / name).write_text(written(Parcel((mark(),)), kind, Guide(), "today"), encoding="utf-8")
    (found,) = read_parcel(tmp_path / name, None, NOW)[0].marks
    assert found == mark()


# As files of Kindle, Zotero and KOReader begin, and a packed one.
@pytest.mark.parametrize("start", ["A Book (x)\n- Your Highlight", "TY  - JOUR", "-- Lua\nreturn {", "PK\3"])
def test_what_is_of_no_known_format_is_said_to_be_so(tmp_path: Path, start: str) -> None:
    (tmp_path / "export.txt").write_text(start, encoding="utf-8")
    with pytest.raises(BadImport, match="neither its name nor its beginning is of a format"):
        read_parcel(tmp_path / "export.txt", None, NOW)


@pytest.mark.parametrize("kind", FOR_READING)
@pytest.mark.parametrize("name", ["marks", "page.html", "notes.md"])
def test_what_is_for_reading_is_refused_and_the_forms_are_named(
    tmp_path: Path, kind: MarksFormat, name: str
) -> None:
    (tmp_path / name).write_text(written(Parcel((mark(),)), kind, Guide(), "today"), encoding="utf-8")
    with pytest.raises(BadImport, match="are for reading") as raised:
        read_parcel(tmp_path / name, None, NOW)
    assert "JSON, annotations (JSON-LD), CSV, browser bookmarks or a Notebook" in raised.value.cure


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_spreadsheets_write_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "x.csv").write_text("address;note\nasem:sea;Größe\n", encoding=encoding)
    assert read_parcel(tmp_path / "x.csv", None, NOW)[0].marks[0].body == "Größe"


def test_bytes_that_are_no_text_are_named_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"address\nasem:sea\n\xe4\n")
    with pytest.raises(BadImport, match="line 3: it is no text in UTF-8"):
        read_parcel(tmp_path / "x.csv", None, NOW)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="only Unix has files without an end")
def test_an_endless_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcelfile, "LARGEST", 2**20)
    with pytest.raises(BadImport, match="larger than 1 MB"):
        read_parcel(Path("/dev/zero"), None, NOW)


def test_a_file_of_a_gigabyte_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "huge.json").open("wb") as file:
        os.truncate(file.fileno(), 2**30)
    with pytest.raises(BadImport, match="larger than 128 MB"):
        read_parcel(tmp_path / "huge.json", None, NOW)


@pytest.mark.parametrize("name", ["", "missing.json"])
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadImport):
        read_parcel(tmp_path / name, None, NOW)
