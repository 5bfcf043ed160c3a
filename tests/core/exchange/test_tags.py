# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Tags of any signs go out and come back as they were, in every format, and as a reader writes them."""

import pytest
from builders import mark
from hypothesis import given
from parcels import NOW, ODD_TAGS, tags

from asem_reader.core.exchange.format import MarksFormat, read, written
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import tag_of, tidy_tag, written_tag


def back(form: MarksFormat, *those: str) -> tuple[str, ...]:
    """The tags of a mark that went out and came back in."""
    parcel = Parcel((mark()._replace(tags=those),))
    return read(written(parcel, form, Guide(), "25 November 2026"), form, NOW).marks[0].tags


@pytest.mark.parametrize("form", MarksFormat)
@pytest.mark.parametrize("tag", ODD_TAGS)
def test_an_odd_tag_comes_back_in_every_format(form: MarksFormat, tag: str) -> None:
    assert back(form, tag, "sea", f"#{tag}") == tuple(dict.fromkeys((tag, "sea", f"#{tag}")))


@pytest.mark.parametrize("form", MarksFormat)
@given(tags)
def test_any_tag_comes_back_in_every_format(form: MarksFormat, tag: str) -> None:
    assert back(form, tag) == (tag,)


@given(tags)
def test_what_is_written_for_a_tag_is_read_as_that_tag(tag: str) -> None:
    assert tag_of(written_tag(tag)) == tidy_tag(tag) == tag


@pytest.mark.parametrize(
    ("text", "tag"), [("sea", "sea"), ("#sea", "sea"), ("##sea", "#sea"), ("to do", "to-do")]
)
def test_the_sign_that_leads_a_tag_is_none_of_it(text: str, tag: str) -> None:
    assert tag_of(text) == tag
