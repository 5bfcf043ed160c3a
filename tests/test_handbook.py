# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The handbook names every command, operator of the search and setting, as the program has them."""

import inspect
import re
from dataclasses import fields
from functools import cache

import pytest

from asem_reader.core.content import Article, Kind
from asem_reader.core.place import Slug
from asem_reader.core.search import query
from asem_reader.core.search.query import Query, QueryTerm
from asem_reader.store.library import Library
from asem_reader.viewmodels.session import choices, settings
from asem_reader.widgets.commands.dispatch import COMMANDS

KEPT = sorted(
    {
        *re.findall(r'"([a-z]+/[a-z]*)[{"]', inspect.getsource(settings)),
        *(each.name for each in choices.CHOICES),
    }
)


@cache
def page(library: Library, name: str) -> Article:
    return library.article(Slug(f"handbook-{name}"))


def rows(article: Article) -> list[list[str]]:
    """The rows of all tables: the text of each cell."""
    return [
        ["".join(span.text for span in cell) for cell in block.cells]
        for block in article.blocks.values()
        if len(block.cells) > 1
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_handbook_by_its_name_and_with_its_key(
    library: Library, name: str
) -> None:
    command = COMMANDS[name]
    called = command.text.replace("&", "").replace("'", "’").rstrip("…")
    told = [keys.split(", ") for keys, text in rows(page(library, "keys")) if text.startswith(called)]
    assert any(command.keys[0] in keys and set(keys) <= set(command.keys) for keys in told)


def test_the_handbook_has_no_key_that_is_none(library: Library) -> None:
    known = {key for command in COMMANDS.values() for key in command.keys} | {"key"}
    assert {key for keys, _ in rows(page(library, "keys")) for key in keys.split(", ")} <= known


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_that_a_search_may_ask_for_is_named(library: Library, kind: Kind) -> None:
    (told,) = (text for typed, text in rows(page(library, "search")) if typed.startswith("kind:"))
    assert re.search(rf"\b{kind}\b", told)


@pytest.fixture(scope="module")
def examples(library: Library) -> list[Query]:
    typed = [cell for cell, _ in rows(page(library, "search"))]
    return [query.parse(each) for cell in typed for each in re.split(r", (?=\w+:)", cell)]


# A question, words of another language and what Alt+Enter asks for are typed as they are.
@pytest.mark.parametrize(
    "operator", [f.name for f in fields(Query) if f.name not in ("hints", "literal", "asked", "foreign")]
)
def test_every_filter_and_operator_has_an_example(examples: list[Query], operator: str) -> None:
    assert any(getattr(each, operator) for each in examples)


@pytest.mark.parametrize("mark", [f.name for f in fields(QueryTerm)])
def test_every_sign_at_a_word_has_an_example(examples: list[Query], mark: str) -> None:
    assert any(getattr(term, mark) for each in examples for group in each.wanted for term in group)


def test_alternatives_have_an_example(examples: list[Query]) -> None:
    assert any(len(group) > 1 for each in examples for group in each.wanted)


@pytest.mark.parametrize("setting", KEPT)
def test_every_setting_is_named(library: Library, setting: str) -> None:
    assert any(setting in name.split(", ") for name, *_ in rows(page(library, "files")))
