# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Figures on sheets: their alternative texts, labels and tables, read back from the finished PDF."""

import re
from collections.abc import Callable
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.figures import labels
from support.pdf_layout import solid, words
from support.pdf_structure import structure
from support.sheet_readers import READERS, Html
from support.sheet_readers import solid as letters

from asem_reader.core.content import Kind
from asem_reader.core.drawing.figure import Figure
from asem_reader.core.indicators.dataset import Dataset
from asem_reader.core.indicators.scheme import Mean, Missing, Scale, Scheme
from asem_reader.core.indicators.view import Show, ViewState
from asem_reader.core.indicators.wording import changes
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import BinderItem
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.form import DocumentFormat, Form, Paper, Profile
from asem_reader.core.printing.pack import Cover, Outfit, Pack
from asem_reader.core.printing.sheet import Entry, Shape, Sheet
from asem_reader.core.span import plain
from asem_reader.operations.printing import Makeup
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.paper.typeset import Press
from asem_reader.paper.writers import WRITERS
from asem_reader.store.indicators import read_dataset
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

INDEX = "sustainable-connectivity-index"
CHANGED = "mean=geometric&weights=physical:2"
# A topic of each kind that has figures, and a view of each picture.
TOPICS = ("maritime-security", "asem5", "singapore", INDEX, "indicator-lpi", "rounds-of-accession")
VIEWS = [f"show={show}&with=SGP,MLT&{CHANGED}" for show in Show]

Made = Callable[..., Pack]
Printed = Callable[..., bytes]

forms = pytest.mark.parametrize("profile", [Profile.STANDARD, Profile.LARGE, Profile.ARTICLE])


@pytest.fixture(scope="module")
def made(library: Library) -> Made:
    def made(*items: BinderItem, profile: Profile = Profile.STANDARD, cover: Cover | None = None) -> Pack:
        return Makeup(library).pack(items, Wish("now", profile=profile), cover, Outfit(), (), Event())

    return made


@pytest.fixture(scope="module")
def printed(press: Press, template: str) -> Printed:
    def printed(pack: Pack, form: Form = Form()) -> bytes:  # noqa: B008 (frozen)
        return press.pdf(source(pack, form, template), "sheets")

    return printed


@pytest.fixture(scope="module")
def dataset(library: Library) -> Dataset:
    return read_dataset(library)


def topic(slug: str, **chosen: tuple[str, ...]) -> BinderItem:
    return BinderItem(Slug(slug), "", **chosen)


def view(text: str, slug: str = INDEX) -> BinderItem:
    return BinderItem(Slug(slug), "", view=text)


def figures(*sheets: Sheet) -> list[Figure]:
    return [entry.figure for entry in entries(*sheets) if entry.figure and entry.shape is Shape.FIGURE]


def entries(*sheets: Sheet) -> list[Entry]:
    return [entry for sheet in sheets for portion in sheet.portions for entry in portion.entries]


def structures(pdf: bytes) -> list[tuple[str, str]]:
    return [element for page in range(typeset.count(pdf)) for element in structure(pdf, page)]


@forms
def test_each_figure_has_its_alternative_text_and_its_words_in_the_pdf(
    made: Made, printed: Printed, profile: Profile
) -> None:
    pack = made(*map(topic, TOPICS), *map(view, VIEWS), profile=profile)
    pdf = printed(pack, Form(profile=profile))
    heard = [alt for kind, alt in structures(pdf) if kind == "Figure"]
    shown = figures(*pack.sheets)
    assert len(shown) >= len(TOPICS) - 1 + len(VIEWS)
    assert all(alt.startswith(f"{each.title}. {each.alt}") for alt, each in zip(heard, shown, strict=True))
    whole = "".join(words(pdf))
    assert [label.text for each in shown for label in labels(each) if solid(label.text) not in whole] == []


@forms
def test_each_figure_has_its_table_or_tells_it(made: Made, printed: Printed, profile: Profile) -> None:
    pack = made(*map(topic, TOPICS), *map(view, VIEWS), profile=profile)
    elements = structures(printed(pack, Form(profile=profile)))
    heard = [alt for kind, alt in elements if kind == "Figure"]
    rows = [each.figure for each in entries(*pack.sheets) if each.shape is Shape.HEAD and each.figure]
    for sheet in pack.sheets:
        for entry in entries(sheet):
            figure = entry.figure
            if not figure or entry.shape is not Shape.FIGURE or sheet.topic.kind is Kind.ISSUE:
                continue
            if entry.told:
                assert any(alt.endswith(figure.table.told()) for alt in heard)
            else:
                assert any(figure.table == row.table for row in rows)
    heads = sum(entry.shape is Shape.HEAD for entry in entries(*pack.sheets))
    assert len(rows) >= len(VIEWS)
    assert sum(kind == "Table" for kind, _alt in elements) >= heads


@pytest.mark.parametrize("paper", Paper)
def test_the_profile_of_each_partner_is_on_one_side_with_its_table(
    made: Made, printed: Printed, dataset: Dataset, paper: Paper
) -> None:
    items = [topic(one.topic, only=("connectivity-figures",)) for one in dataset.countries[::3]]
    pdf = printed(made(*items), Form(paper))
    assert typeset.count(pdf) == len(items)
    for page, one in enumerate(dataset.countries[::3]):
        elements = structure(pdf, page)
        [heard] = [alt for kind, alt in elements if kind == "Figure"]
        assert heard.startswith(one.name)
        assert "Median of Europe, Median of Asia: Sustainable connectivity, 56.9, 41.0;" in heard
        assert [kind for kind, _alt in elements].count("Table") == 3  # scores, strongest, weakest


@pytest.mark.parametrize("paper", Paper)
def test_a_profile_under_weights_and_choices_is_one_side(made: Made, printed: Printed, paper: Paper) -> None:
    text = "mean=geometric&scale=zscore&show=profile&weights=p2p:0.5,physical:2&with="
    items = [view(f"{text}{code}") for code in ("CHN", "LAO", "GBR")]
    assert typeset.count(printed(made(*items), Form(paper))) == len(items)


def test_a_partner_stands_among_all_on_a_line_of_its_sheet(made: Made, dataset: Dataset) -> None:
    sheets = made(*(topic(one.topic) for one in dataset.countries)).sheets
    lines = [figure for sheet in sheets for figure in figures(sheet)]
    assert len(lines) == len(sheets)
    assert {(line.height < 15, line.width) for line in lines} == {(True, 376)}
    singapore = next(line for line in lines if "Singapore" in line.alt)
    assert singapore.table.rows == (("Sustainable connectivity", "58.4, estimated", "14"),)
    assert "rank 14 of 51" in singapore.alt


def test_an_issue_says_in_one_line_which_meetings_spoke_of_it_and_loses_no_text_for_that(
    made: Made, library: Library
) -> None:
    issues = [topic(each.slug) for each in library.topics() if each.kind is Kind.ISSUE]
    with_strips, without = made(*issues).sheets, made(*issues, profile=Profile.CARD).sheets
    assert not figures(*without)
    for sheet in with_strips:
        (strip,) = figures(sheet)
        assert (strip.height < 20, strip.width) == (True, 376)
        spoke = [name for name, answer in strip.table.rows if answer == "yes"]
        assert strip.alt.endswith(f": {', '.join(spoke)}.") or not spoke


def test_no_text_goes_for_a_figure(made: Made, library: Library) -> None:
    slugs = [each.slug for each in library.topics() if each.kind in (Kind.MEETING, Kind.ISSUE)]
    shown = made(*map(topic, slugs)).sheets
    meetings, edition = ReferenceTables(library).meetings(), library.edition()
    for slug, sheet in zip(slugs, shown, strict=True):
        without = compose(library.article(slug), edition, Wish("now"), meetings)
        assert [entry for entry in entries(sheet) if not entry.figure] == entries(without)
    assert sum(bool(figures(sheet)) for sheet in shown) > 110


@pytest.mark.parametrize(
    ("slug", "paper"), [("education-ministers-meetings", Paper.A4), ("indicator-gas", Paper.LETTER)]
)
def test_no_figure_makes_a_third_side(made: Made, printed: Printed, slug: str, paper: Paper) -> None:
    assert typeset.count(printed(made(topic(slug)), Form(paper))) == 2


def test_a_figure_is_left_out_with_its_section_or_with_all_figures(made: Made) -> None:
    whole, none, less = (
        made(topic("singapore", omit=omit), profile=Profile.ARTICLE).sheets[0]
        for omit in ((), ("figures",), ("meetings-hosted",))
    )
    assert [len(figures(sheet)) for sheet in (whole, none, less)] == [3, 0, 2]
    assert not any(entry.figure for entry in entries(none))
    (alone,) = made(topic("singapore", only=("figures",))).sheets
    assert len(figures(alone)) == 3
    assert all(entry.figure for entry in entries(alone))


def test_equal_wishes_are_equal_bytes(made: Made, printed: Printed) -> None:
    items = (topic(INDEX), view(VIEWS[0]))
    assert printed(made(*items)) == printed(made(*items))


weights = st.dictionaries(
    st.sampled_from(["Physical", "P2P", "Environ", "connectivity", "LPI"]), st.sampled_from([0, 0.5, 2.0])
).map(lambda found: tuple(sorted(found.items())))
schemes = st.builds(
    Scheme, weights, st.sampled_from(Scale), st.sampled_from(Mean), st.sampled_from(Missing)
).filter(lambda scheme: scheme != Scheme())


@settings(max_examples=8, deadline=None)
@given(scheme=schemes, show=st.sampled_from(Show), profile=st.sampled_from(Profile))
def test_a_changed_ranking_is_never_printed_without_its_weights(
    made: Made, printed: Printed, dataset: Dataset, scheme: Scheme, show: Show, profile: Profile
) -> None:
    text = ViewState(show, ("SGP", "MLT"), scheme).text
    pack = made(BinderItem(Slug(INDEX), "", ("figures", "notes"), ("key-facts",), text), profile=profile)
    said = changes(dataset, scheme)
    assert said
    assert plain(pack.sheets[0].lead).startswith(said)
    for kind in (DocumentFormat.TEXT, DocumentFormat.HTML):
        assert letters(said) in letters(READERS[kind](WRITERS[kind](pack, Form(profile=profile))))
    first = words(printed(pack, Form(profile=profile)))[0]
    assert solid(said) in re.sub("\u200b", "", first)
    assert "ranking of your own" in pack.sheets[0].topic.title


@pytest.mark.parametrize("kind", WRITERS)
def test_other_forms_have_title_alternative_and_table(made: Made, kind: DocumentFormat) -> None:
    pack = made(*map(topic, TOPICS), view(VIEWS[0]))
    text = letters(READERS[kind](WRITERS[kind](pack, Form())))
    for sheet in pack.sheets:
        for each in figures(sheet):
            assert letters(each.title + each.alt) in text
            rows = each.table.rows if sheet.topic.kind is not Kind.ISSUE else ()
            assert [cell for row in rows for cell in row if letters(cell) not in text] == []


def test_html_shows_each_figure_as_svg(made: Made) -> None:
    pack = made(*map(topic, TOPICS), view(VIEWS[0]))
    page = Html(WRITERS[DocumentFormat.HTML](pack, Form()))
    assert [each["role"] for each in page.all("svg")] == ["img"] * len(figures(*pack.sheets))


def test_a_view_stands_in_a_pack_beside_its_topic(made: Made) -> None:
    pack = made(topic("maritime-security"), topic(INDEX), view("show=tiles"), cover=Cover("Brief"))
    assert [sheet.topic.slug for sheet in pack.sheets] == ["maritime-security", INDEX, INDEX]
    assert set(pack.sheets[2].cites) <= {each.number for each in pack.sources}
