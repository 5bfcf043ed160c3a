# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Schemes and views as texts: what is said of them is read back, and what says nothing is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asem_reader.core.errors import BadScheme
from asem_reader.core.indicators.dataset import Dataset
from asem_reader.core.indicators.scheme import Mean, Missing, Scale, Scheme
from asem_reader.core.indicators.shown import figure
from asem_reader.core.indicators.view import Show, ViewState
from asem_reader.core.indicators.wording import view_said
from asem_reader.store.indicators import read_names
from asem_reader.store.library import Library

CODES = ("connectivity", "Physical", "P2P", "LPI")
weights = st.dictionaries(st.sampled_from(CODES), st.sampled_from((0, 0.25, 2, 3)).map(float)).map(
    lambda found: tuple(sorted(found.items()))
)
schemes = st.builds(Scheme, weights, st.sampled_from(Scale), st.sampled_from(Mean), st.sampled_from(Missing))
partners = st.lists(st.sampled_from(("SGP", "MLT", "CHE")), unique=True).map(tuple)


@given(scheme=schemes, shown=st.sampled_from(Show), with_=partners)
def test_a_view_is_read_back_from_its_text(
    dataset: Dataset, scheme: Scheme, shown: Show, with_: tuple[str, ...]
) -> None:
    view = ViewState(shown, with_, scheme)
    assert ViewState.parse(view.text, dataset) == view


def test_equal_views_are_equal_texts_in_any_case(dataset: Dataset) -> None:
    first = ViewState.parse("weights=P2P:0,physical:2.0,lpi:1&show=scatter&with=sgp,MLT,sgp", dataset)
    assert first.text == "show=scatter&weights=p2p:0,physical:2&with=SGP,MLT"
    assert ViewState.parse("", dataset) == ViewState()
    assert ViewState.parse(first.text.upper(), dataset) == first


def test_a_view_always_says_something(dataset: Dataset) -> None:
    assert ViewState().text == "show=ranking"
    assert ViewState(partners=("SGP",)).text == "with=SGP"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("colour=red", "“colour” is no key of a view"),
        ("show=scatter&show=tiles", "“show” is no key of a view, or stands twice"),
        ("show=pie", "“pie” is no picture"),
        ("with=SGP,XYZ", "no figures of “XYZ”"),
        ("scale=log", "“log” is no scale"),
        ("weights=lots", "“lots” weighs nothing"),
        ("weights=sea:2", "“sea:2” weighs nothing"),
        ("weights=physical", "“” is no weight for Physical"),
        ("weights=index:2", "“index:2” weighs nothing"),
        ("weights=physical:lots", "“lots” is no weight for Physical"),
        ("weights=physical:nan", "“nan” is no weight for Physical"),
        ("weights=physical:-1", "“-1” is no weight for Physical"),
        ("weights=physical:2,PHYSICAL:3", "Physical has two weights"),
    ],
)
def test_what_says_nothing_is_refused_in_a_sentence(dataset: Dataset, text: str, sentence: str) -> None:
    with pytest.raises(BadScheme, match=sentence):
        ViewState.parse(text, dataset)


def test_who_names_a_partner_by_name_learns_how_partners_are_written(dataset: Dataset) -> None:
    with pytest.raises(BadScheme, match=r"no figures of “MALTA”.*Partners are written as SGP"):
        ViewState.parse("with=Malta", dataset)


@given(number=st.floats(0, 100))
def test_any_weight_is_read_back_from_its_text(dataset: Dataset, number: float) -> None:
    view = ViewState.parse(f"weights=physical:{number!r}", dataset)
    assert ViewState.parse(view.text, dataset) == view
    assert view.scheme.weight("Physical") == pytest.approx(number, abs=1e-4)


def test_a_weight_is_not_too_small_to_be_divided_by(dataset: Dataset) -> None:
    assert ViewState.parse("weights=physical:-0,p2p:1e-320", dataset).text == "weights=p2p:0,physical:0"


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0"), (1919.4, "1,919"), (94.84, "94.8"), (0.0021, "0.0021"), (2e-6, "0.000002"), (-3.456, "-3.46")],
)
def test_a_figure_has_three_digits_that_say_something(number: float, said: str) -> None:
    assert figure(number) == said


NAMES = {"SGP": "Singapore", "MLT": "Malta", "PHYSICAL": "Physical", "P2P": "People"}


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("weights=physical:2&with=SGP,MLT", "Singapore, Malta; Physical 2"),
        ("show=scatter&weights=p2p:0,physical:0.25&with=SGP", "Singapore; People 0; Physical 0.25; scatter"),
        ("show=ranking", "ranking"),
        ("mean=geometric&scale=zscore", "z-scores; geometric mean of the pillars"),
        ("with=XYZ&weights=sea:2&show=pie&year=2031", "XYZ; sea 2; show=pie; year=2031"),
        ("X", "x="),
    ],
)
def test_a_view_is_said_in_words_be_it_of_another_edition(view: str, words: str) -> None:
    assert view_said(view, NAMES) == words


def test_every_code_has_a_name(dataset: Dataset, library: Library) -> None:
    names = read_names(library)
    assert {code.upper() for code in dataset.codes} | {one.iso3 for one in dataset.countries} == set(names)
    assert names["SGP"] == "Singapore"
