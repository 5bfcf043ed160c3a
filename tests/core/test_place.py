# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Addresses: what is one, what is not, and that every place has one that leads back."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.errors import BadAddress
from asem_reader.core.place import BUNDLED, BlockId, LibraryId, Place, Slug, parted, slug_in

names = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
libraries = st.just(BUNDLED) | names.map(LibraryId)
slugs = st.builds(slug_in, libraries, names)
blocks = st.none() | st.from_regex(r"[a-z0-9]+", fullmatch=True).map(BlockId)
views = st.just("") | st.from_regex(r"[A-Za-z0-9.,:=&+%_-]+", fullmatch=True)
places = st.builds(Place, slugs, blocks, st.just("")) | st.builds(Place, slugs, st.none(), views)


@given(places)
def test_every_address_leads_back(place: Place) -> None:
    assert Place.parse(place.address) == place
    assert Place.parse(f"  {place.address.upper()}\n") == place._replace(view=place.view.upper())
    assert Place.parse(place.address.replace("asem:", "asem://")) == place
    assert place.topic == Place(place.slug)


@given(libraries, names)
def test_a_slug_says_in_which_library_it_is(library: LibraryId, name: str) -> None:
    assert parted(slug_in(library, name)) == (library, name)
    assert Place(slug_in(library, name)).library == library
    assert Place.parse(f"asem:{library}/{name}") == Place(slug_in(library, name))
    assert Place.parse(name) == Place.parse(f"asem:{name}") == Place(Slug(name))


@given(st.text())
def test_any_other_text_is_refused_and_nothing_worse(text: str) -> None:
    with suppress(BadAddress):
        place = Place.parse(text)
        assert Place.parse(place.address) == place


@given(st.text())
def test_what_is_refused_is_named(text: str) -> None:
    with pytest.raises(BadAddress) as caught:
        Place.parse(f"{text} no address")
    assert f"“{text} no address”" in caught.value.sentence


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("asem:sea", Place(Slug("sea"))),
        ("asem://sea/", Place(Slug("sea"))),
        ("asem://sea/#b7k2", Place(Slug("sea"), BlockId("b7k2"))),
        ("Sea#B7K2", Place(Slug("sea"), BlockId("b7k2"))),
        ("asem", Place(Slug("asem"))),
        ("asem:asem/sea", Place(Slug("sea"))),
        ("ASEM:Other/Sea#B7K2", Place(Slug("other/sea"), BlockId("b7k2"))),
        ("asem://other/sea/", Place(Slug("other/sea"))),
        ("asem://other/", Place(Slug("other"))),
        ("ASEM:Sea?show=scatter&with=SGP,MLT", Place(Slug("sea"), view="show=scatter&with=SGP,MLT")),
        ("asem:other/sea/?x", Place(Slug("other/sea"), view="x")),
        ("sea?", Place(Slug("sea"))),
    ],
)
def test_forms_of_an_address(text: str, place: Place) -> None:
    assert Place.parse(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "asem:",
        "asem://",
        "#b7k2",
        "asem:#b7k2",
        "a--b",
        "-a",
        "a-",
        "a b",
        "a#",
        "a#b#c",
        "a#b-c",
        "a/b",
        "asem:a/b/c",
        "asem:a//b",
        "asem:/a/b",
        "asem:a_b/c",
        "http:sea",
        "http://sea",
        "asem:///sea",
        "asem:asem:sea",
        "a_b",
        "é",
        "ſea",
        "a\nb",
        "a\x00",
        "\ud800",
        "٣",
        "a?b c",
        "a?b\nc",
        "a?b?c",
        "a?é",
        "a?b#c",
        "a#b?c",
        "?a",
    ],
)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(BadAddress):
        Place.parse(text)


def test_places_are_values() -> None:
    assert len({Place(Slug("sea")), Place(Slug("sea")), Place(Slug("sea"), BlockId("b"))}) == 2
    assert len({Place(Slug("sea"), view=view) for view in ("", "show=tiles", "show=scatter")}) == 3
    with pytest.raises(AttributeError):
        Place(Slug("sea")).slug = Slug("land")  # type: ignore[misc]
