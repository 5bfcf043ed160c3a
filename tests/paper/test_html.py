# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""HTML that can be heard, leads everywhere it says, and fetches nothing."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from support.sheet_readers import Html, levels

from asem_reader.core.place import Slug
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.form import Form, Paper, Profile
from asem_reader.core.printing.pack import Cover, Pack, bind
from asem_reader.core.printing.sheet import Note, Sheet
from asem_reader.core.theme import CONTRAST, DARK, DARK_CONTRAST, LIGHT, Theme
from asem_reader.paper.html import written
from asem_reader.paper.stylesheet import stylesheet
from asem_reader.store.library import Library

CODES = Form(codes=True)


@pytest.fixture(scope="module")
def sheets(library: Library) -> list[Sheet]:
    """Sheets of topics that lead to one another, one of them twice."""
    slugs = ("maritime-security", "asem12", "china", "security-and-peace", "maritime-security")
    edition = library.edition()
    return [compose(library.article(Slug(slug)), edition, Wish("now")) for slug in slugs]


@pytest.fixture(scope="module")
def pack(sheets: list[Sheet]) -> Pack:
    return bind(sheets, Cover("For Vientiane"))


@pytest.fixture(scope="module", params=["bound", "loose", "single"])
def page(request: pytest.FixtureRequest, sheets: list[Sheet], pack: Pack) -> Html:
    kinds = {"bound": pack, "loose": Pack(tuple(sheets)), "single": Pack(tuple(sheets[:1]))}
    return Html(written(kinds[request.param], CODES))


def test_no_id_stands_twice(page: Html) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids)) > 10


def test_every_link_leads_somewhere(page: Html) -> None:
    ids = {f"#{name}" for name in page.values("id")}
    for address in page.values("href"):
        assert address in ids or address.startswith(("https://", "http://")), address


def test_what_is_named_by_another_element_is_named(page: Html) -> None:
    names = {name for value in page.values("aria-labelledby") for name in value.split()}
    assert names <= set(page.values("id"))


def test_no_two_landmarks_are_called_alike(sheet: Sheet, note: Callable[..., Note]) -> None:
    noted = replace(sheet, notes=(note("Mine."),))
    named = Html(written(Pack((noted, noted)), CODES))
    landmarks = [
        e["aria-labelledby"]
        for tag in ("aside", "section")
        for e in named.all(tag)
        if len(e) > 1 or tag == "aside"
    ]
    assert len(landmarks) == len(set(landmarks)) == 4


def test_headings_go_down_by_one_level_at_most(page: Html) -> None:
    found = list(levels(page))
    assert found[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(found))


def test_nothing_is_run_or_fetched(page: Html) -> None:
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "base", "font", "center"}
    assert not page.values("src")
    policy = next(meta for meta in page.all("meta") if meta.get("http-equiv"))
    assert policy["content"].startswith("default-src 'none'")


def test_the_page_has_language_title_and_landmarks(page: Html) -> None:
    assert page.all("html") == [{"lang": "en-GB"}]
    assert all(len(page.all(tag)) == 1 for tag in ("title", "main", "footer"))
    assert page.elements[[tag for tag, _ in page.elements].index("body") + 1] == (
        "a",
        {"class": "skip", "href": "#text"},
    )


def test_columns_and_rows_of_tables_have_their_heads(page: Html) -> None:
    assert {head["scope"] for head in page.all("th")} == ({"col", "row"} if page.all("table") else set())
    assert len(page.all("table")) == len(page.all("thead"))


def test_each_source_leads_back_to_where_it_is_cited(page: Html) -> None:
    cited = [link["href"] for link in page.all("a") if link.get("role") == "doc-biblioref"]
    back = [link["href"] for link in page.all("a") if link.get("role") == "doc-backlink"]
    sources = [item for item in page.all("li") if "source-" in item.get("id", "")]
    assert set(cited) <= {f"#{source['id']}" for source in sources}
    assert len(back) >= len(sources)
    assert {name.removeprefix("#") for name in back} == {
        n for n in page.values("id") if n.startswith("cite-")
    }


def test_sheets_lead_to_sheets_of_the_pack_only(pack: Pack) -> None:
    whole, alone = written(pack, CODES).decode(), written(Pack(pack.sheets[1:2]), CODES).decode()
    assert 'href="#sheet-2"' in whole
    assert "#sheet-" not in alone.partition("<body>")[2]


def test_own_notes_are_set_apart(sheet: Sheet, note: Callable[..., Note]) -> None:
    noted = written(Pack((replace(sheet, notes=(note("Mine."),)),)), CODES).decode()
    assert re.search(
        r'<aside aria-labelledby="notes title">\n<h2 id="notes">My notes</h2>.*Mine.*</aside>',
        noted,
        re.DOTALL,
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST, DARK_CONTRAST])
def test_the_look_follows_the_system(sheet: Sheet, theme: Theme) -> None:
    look = stylesheet(Pack((sheet,)), CODES)
    assert f"--ink: {theme.ink};" in look
    assert "prefers-color-scheme: dark" in look


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (Form(), "size: A4 portrait"),
        (Form(Paper.LETTER), "size: letter portrait"),
        (Form(profile=Profile.CARD), "size: A5 portrait"),
        (Form(profile=Profile.LARGE), "font-size: 14.0pt"),
        (Form(margin=True), "24mm 68mm 24mm 20mm"),
        (Form(marking="</style><b>"), r"'\3c \2f STYLE\3e \3c B\3e '"),
        (Form(marking="';}a{"), r"'\27 \3b \7d A\7b '"),
    ],
)
def test_paper_is_as_the_form_says(sheet: Sheet, form: Form, words: str) -> None:
    assert words in stylesheet(Pack((sheet,)), form)


def test_an_address_that_is_no_link_is_text(sheet: Sheet) -> None:
    odd = replace(sheet, sources=(sheet.sources[0]._replace(url="javascript:alert(1)"),))
    page = written(Pack((odd,)), CODES).decode()
    assert ". javascript:alert(1) <" in page
    assert 'href="javascript' not in page


def test_a_number_without_a_source_leads_nowhere(sheet: Sheet) -> None:
    page = Html(written(Pack((replace(sheet, sources=()),)), CODES))
    assert "Agreed texts name no sea.1" in page.text
    assert not [link for link in page.all("a") if link.get("role")]


def test_numbers_of_lists_stand_within_their_column_and_their_page(pack: Pack) -> None:
    """In print a browser cuts off what hangs out of the page; padding of a list is in one column alone."""
    told = dict(re.findall(r"^ *(.+) \{ (.*);", stylesheet(pack, Form()), re.MULTILINE))
    assert told["ol"] == "padding-left: 0"
    assert "padding" not in told[".sources ol"]
    assert [told[names].partition("(")[0] for names in ("ol > li", ".sources li")] == [
        "margin-left: calc"
    ] * 2
