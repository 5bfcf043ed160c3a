# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is taken in gets the form in which a Notebook keeps it."""

import pytest
from hypothesis import given
from support.mark_strategies import marks
from support.marks import mark

from asem_reader.core.exchange.parcel import DEEPEST, id_of, moment, tidy
from asem_reader.core.marks.mark import Mark


def test_folders_and_tags_are_put_in_order() -> None:
    odd = mark()._replace(folder=" Desk // Sea /", tags=("#one", "to do", "one", "one", " "))
    assert (tidy(odd).folder, tidy(odd).tags) == ("Desk/Sea", ("#one", "to-do", "one"))


@given(marks)
def test_what_is_in_order_stays(one: Mark) -> None:
    assert tidy(one) is one


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2026-11-25T12:00:00Z", "2026-11-25T12:00:00Z"),
        ("2026-11-25T12:00:00+01:00", "2026-11-25T11:00:00Z"),
        ("2026-11-25 12:00", "2026-11-25T12:00:00Z"),
        ("2026-11-25", "2026-11-25T00:00:00Z"),
    ],
)
def test_times_are_kept_in_utc(text: str, kept: str) -> None:
    assert moment(text, "created") == kept


@pytest.mark.parametrize(
    "text", ["", "noon", "2026-13-01T00:00:00Z", "0001-01-01T00:00:00+23:00", "25/11/2026"]
)
def test_what_is_no_time_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="modified"):
        moment(text, "modified")


def test_a_folder_may_not_lie_endlessly_deep() -> None:
    assert tidy(mark()._replace(folder="/".join("x" * DEEPEST))).folder.count("/") == DEEPEST - 1
    with pytest.raises(ValueError, match="deep"):
        tidy(mark()._replace(folder="/".join("x" * (DEEPEST + 1))))


def test_an_id_is_made_of_the_content_alone() -> None:
    assert id_of("sea", "", "note") == id_of("sea", "", "note")
    assert len({id_of("sea", "", "note"), id_of("sea", "note", ""), id_of("sea", "note")}) == 3
    assert tidy(mark()._replace(id=id_of("sea")))
