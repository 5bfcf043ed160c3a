# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line: what a search says, and the shape that it promises."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from support.commandline import Run

from asem_reader.cli.records import found_records
from asem_reader.core.search.hit import Found
from asem_reader.store.library import Library


def test_the_search_keeps_its_promised_shape(read: Callable[..., Any]) -> None:
    hits = read("search", "piracy")
    assert hits
    for hit in hits:
        assert {"slug", "block", "title", "snippet", "why"} <= set(hit)
        assert hit["block"] is None or isinstance(hit["block"], str)
        assert all(isinstance(hit[name], str) for name in ("slug", "title", "snippet", "why"))


@pytest.mark.parametrize(
    ("words", "slug"),
    [(["freedom of navigation"], "maritime-security"), (["climate", "change"], "climate-change")],
)
def test_the_best_hit_comes_first(read: Callable[..., Any], words: list[str], slug: str) -> None:
    assert read("search", *words)[0]["slug"] == slug


def test_every_hit_can_be_shown(read: Callable[..., Any], run: Run) -> None:
    for hit in read("search", "UNCLOS"):
        place = hit["slug"] + (f"#{hit['block']}" if hit["block"] else "")
        assert run("show", place)[0] == 0


@pytest.mark.parametrize("arguments", [["--limit", "2", "the"], ["the", "--limit=2"]])
def test_there_are_no_more_hits_than_asked_for(read: Callable[..., Any], arguments: list[str]) -> None:
    assert len(read("search", *arguments)) == 2


def test_an_unwanted_word_may_be_typed(read: Callable[..., Any], run: Run) -> None:
    assert read("search", "piracy -somalia")
    code, out, err = run("search", "piracy", "-somalia", "--json")
    assert code == 0, err
    assert json.loads(out) == read("search", "piracy -somalia")


def test_a_search_that_finds_nothing_offers_a_way_on(run: Run) -> None:
    code, out, err = run("search", "xqzzy")
    assert (code, out) == (0, "")
    assert err.strip().endswith(".")
    assert json.loads(run("search", "xqzzy", "--json")[1]) == []


def test_a_slip_is_mended_and_told_unless_it_is_meant_literally(run: Run) -> None:
    code, out, err = run("search", "saftey")
    assert code == 0
    assert out
    assert "“saftey”" in err
    assert "“safety”" in err
    assert run("search", "--literal", "saftey")[1] == ""
    assert json.loads(run("search", "saftey", "--json")[1])[0]["why"] == "spelling: saftey"


def test_what_is_not_there_is_told_first(run: Run) -> None:
    code, out, err = run("search", "piracy", "xqzzy")
    assert (code, err) == (0, "Nothing here on “xqzzy”; nearest:\n")
    assert "maritime-security" in out


@pytest.mark.parametrize("absent", ["xqzzy", "heroin"])
def test_each_hit_lacks_what_the_library_lacks(run: Run, absent: str) -> None:
    hits = json.loads(run("search", "piracy", absent, "--json")[1])
    assert hits
    assert all(absent in hit["without"] for hit in hits)


def test_what_may_have_been_meant_is_asked_and_what_a_hit_lacks_is_told(run: Run) -> None:
    assert "Did you mean “piracy”?" in run("search", "pirac ")[2]
    hits = json.loads(run("search", "snapback museums", "--json")[1])
    assert ["museums"] in [hit["without"] for hit in hits]
    assert "(without: museums)" in run("search", "snapback museums")[1]


def test_what_may_have_been_meant_stands_in_the_json(run: Run) -> None:
    first, *others = json.loads(run("search", "museums pirac ", "--json")[1])
    assert first["did_you_mean"] == [{"typed": "pirac", "meant": "piracy"}]
    assert not any("did_you_mean" in hit for hit in others)
    assert run("search", "pirac ", "--json")[1:] == ("[]\n", "Did you mean “piracy”?\n")


def test_a_question_whose_matter_is_not_there_is_told_so(run: Run) -> None:
    _code, out, err = run("search", "penguins kangaroos giraffes piracy ")
    assert "Nothing here on “penguins”, “kangaroos”, “giraffes”; nearest:" in err
    assert "maritime-security" in out


def test_notes_and_filters_narrow(run: Run, read: Callable[..., Any]) -> None:
    assert read("search", "has:note") == []
    run("marks", "add", "POL-05", "--note", "Ask the Danes")
    run("marks", "add", "climate-change")
    assert [hit["slug"] for hit in read("search", "has:note")] == ["maritime-security"]
    assert {hit["slug"] for hit in read("search", "kind:meeting", "in:meetings", "piracy")} >= {
        "piracy-seminars"
    }


def test_an_answer_stands_first_in_the_text_and_in_the_first_object(
    read: Callable[..., Any], run: Run
) -> None:
    first, *others = read("search", "where was asem7?")
    assert (first["slug"], first["answer"]["text"]) == ("asem7", "Place. Beijing, China.")
    assert run("show", f"{first['answer']['slug']}#{first['answer']['block']}")[1].startswith(
        "- Place. Beijing"
    )
    assert first["answer"]["source"]["kind"] == "official"
    assert not [hit for hit in others if "answer" in hit]
    assert run("search", "where was asem7?")[1].startswith("asem:asem7#zdw9\n  Answer · SUM-07 · ASEM7")


def test_an_answer_without_hits_is_the_one_object(library: Library) -> None:
    (only,) = found_records(Found(answer=library.search.answer("where was asem7?")))
    assert (only["slug"], only["snippet"]) == ("asem7", "Place. Beijing, China.")
    assert only["answer"]


def test_a_literal_search_answers_no_question(read: Callable[..., Any]) -> None:
    assert "answer" in read("search", "venue asem7")[0]
    assert not [hit for hit in read("search", "--literal", "venue asem7") if "answer" in hit]
