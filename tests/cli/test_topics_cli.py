# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line: the outline, and topics as text, HTML and JSON."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.commandline import Run

from asem_reader.core.content import BlockKind, Kind
from asem_reader.core.dates import spoken
from asem_reader.store.library import Library


def flat(topics: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for topic in topics for one in (topic, *flat(topic["children"]))]


def test_the_outline_lists_every_topic_by_its_depth(run: Run, library: Library) -> None:
    code, out, err = run("outline")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == len(library.topics())
    assert "Political pillar  (political)" in lines
    assert "    POL-05  Maritime security  (maritime-security)" in lines


def test_the_outline_keeps_its_promised_shape(read: Callable[..., Any], library: Library) -> None:
    topics = flat(read("outline"))
    assert [topic["slug"] for topic in topics] == [topic.slug for topic in library.topics()]
    for topic in topics:
        assert {"slug", "title", "kind", "symbol", "children"} <= set(topic)
        assert topic["kind"] in set(Kind)
        assert topic["symbol"] is None or re.fullmatch("[A-Z]{3}-[A-Z0-9]+", topic["symbol"])


def test_show_gives_the_whole_text(run: Run, library: Library) -> None:
    article = library.article(library.find("POL-05").slug)
    code, out, err = run("show", "POL-05")
    assert (code, err) == (0, "")
    assert out.startswith(f"Maritime security · POL-05 · as of {spoken(article.topic.as_of)}\n")
    for section in article.sections:
        assert f"\n{section.title.upper()}\n" in out
        assert all(block.text in out for block in section.blocks if block.kind is BlockKind.ITEM)
    assert "\nSOURCES\n" in out
    assert "\n[1] " in out


def test_show_gives_one_block(run: Run, library: Library) -> None:
    block = library.article(library.find("POL-05").slug).sections[0].blocks[0]
    code, out, _ = run("show", f"asem:maritime-security#{block.id}")
    assert code == 0
    assert out.startswith(block.text)
    assert len(out.splitlines()) == 1
    assert run("show", block.id.upper())[1] == out


@pytest.mark.parametrize("place", ["POL-05", "political"])
def test_show_gives_html_and_json(run: Run, place: str) -> None:
    code, out, _ = run("show", place, "--format", "html")
    assert code == 0
    assert "<h1>" in out
    record = json.loads(run("show", place, "--format", "json")[1])
    assert {"slug", "title", "kind", "symbol", "summary", "sections", "sources"} <= set(record)


@pytest.mark.parametrize(
    ("place", "suggestion"),
    [("maritme-security", "maritime-security"), ("POL-5", "pol-"), ("seccurity", "security")],
)
@pytest.mark.parametrize("command", ["show", "marks add", "print"])
def test_an_unknown_place_is_said_with_the_nearest(
    run: Run, tmp_path: Path, command: str, place: str, suggestion: str
) -> None:
    output = ["-o", str(tmp_path / "x.pdf")] if command == "print" else []
    code, out, err = run(*command.split(), place, *output)
    assert (code, out) == (1, "")
    assert "Did you mean" in err
    assert suggestion in err.lower()
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "home").exists()
