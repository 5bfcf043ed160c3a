# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""JSON: nothing is lost on the way out and back, and a fault is named with its line."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.mark_strategies import parcels
from support.marks import mark

from asem_reader.core.exchange import archive
from asem_reader.core.exchange.parcel import Parcel, Unreadable
from asem_reader.core.marks.mark import Folder
from asem_reader.core.marks.record import to_record

TWO = archive.written(Parcel((mark(1), mark(2)), (Folder("Folder", 3),)))


@given(parcels)
def test_a_parcel_comes_back_without_loss(parcel: Parcel) -> None:
    assert archive.read(archive.written(parcel)) == parcel


@given(parcels, st.sampled_from([None, 2, "\t"]))
def test_another_writer_may_lay_it_out_otherwise(parcel: Parcel, indent: Any) -> None:
    again = json.dumps(json.loads(archive.written(parcel)), indent=indent)
    assert archive.read(again) == parcel


def test_the_first_version_is_still_read() -> None:
    record = to_record(mark())
    for late in ("words", "nth", "colour", "position", "deleted", "waiting"):
        del record[late]
    old = json.dumps({"format": archive.NAME, "version": 1, "marks": [record]})
    assert archive.read(old) == Parcel((mark(),))


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "poem"), ("nth", -1), ("created", "yesterday"), ("folder", "/".join("x" * 65))],
)
def test_a_wrong_field_is_named_with_the_line_of_its_mark(
    field: str, value: object, indent: int | None
) -> None:
    whole = json.loads(TWO)
    whole["marks"][1][field] = value
    text = json.dumps(whole, indent=indent) if indent else TWO.replace(*_changed(field, value))
    with pytest.raises(Unreadable, match=f"mark 2: {field}") as raised:
        archive.read(text)
    begins = text.rindex("{", 0, text.index(f'"{2:032x}"'))
    assert raised.value.line == text[:begins].count("\n") + 1


def _changed(field: str, value: object) -> tuple[str, str]:
    line = TWO.splitlines()[line_of(TWO, f"{2:032x}") - 1]
    return line, f"    {json.dumps({**json.loads(line), field: value}, ensure_ascii=False)}"


def test_a_wrong_folder_is_named_with_its_line() -> None:
    with pytest.raises(Unreadable, match="folder 1: position") as raised:
        archive.read(TWO.replace('"position": 3', '"position": "first"'))
    assert raised.value.line == line_of(TWO, '"path"')


@pytest.mark.parametrize(
    ("text", "line"),
    [("", 1), ("{\n  x", 2), (TWO[:-30], 9), ("[" * 99_999, 0)],
)
def test_what_is_no_json_is_named_with_its_line(text: str, line: int) -> None:
    with pytest.raises(Unreadable, match="JSON") as raised:
        archive.read(text)
    assert raised.value.line == line


def test_an_endless_number_is_a_sentence() -> None:
    with pytest.raises(Unreadable):
        archive.read(TWO.replace('"nth": 0', f'"nth": {"9" * 5000}'))


def test_of_two_marks_with_one_id_the_first_counts() -> None:
    twice = archive.written(Parcel((mark(1, "first"), mark(1, "second"))))
    assert archive.read(twice) == Parcel((mark(1, "first"),), again=1)


@given(
    st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x))
)
def test_any_json_ends_in_marks_or_a_sentence(value: Any) -> None:
    whole = json.loads(TWO)
    for name in ("marks", "folders", "version", "format"):
        _read_or_refuse(json.dumps({**whole, name: value}))
        _read_or_refuse(json.dumps({**whole, "marks": [{**whole["marks"][0], name: value}, value]}))


def _read_or_refuse(text: str) -> None:
    with suppress(Unreadable):
        assert isinstance(archive.read(text), Parcel)


def test_a_mark_on_a_view_is_hidden_from_programs_that_know_none() -> None:
    view = mark(2, block=None)._replace(view="with=SGP")
    assert json.loads(archive.written(Parcel((mark(1), view))))["version"] == 4
    assert json.loads(TWO)["version"] == 2
