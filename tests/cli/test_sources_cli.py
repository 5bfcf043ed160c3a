# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command `sources`: what topics, paragraphs and packs cite, for other programs."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from support.commandline import Run

from asem_reader.core.place import BlockId, Slug
from asem_reader.core.printing.binder import BinderItem
from asem_reader.core.printing.pack import Cover
from asem_reader.store.library import Library
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook


def ids(run: Run, *arguments: str) -> list[str]:
    code, out, err = run("sources", *arguments, "--format", "csl")
    assert (code, err) == (0, "")
    return [item["id"] for item in json.loads(out)]


def names(library: Library, slug: str) -> list[str]:
    return [source.name for source in library.article(Slug(slug)).sources]


def test_a_topic_has_its_list_and_several_have_each_source_once(run: Run, library: Library) -> None:
    sea, china = names(library, "maritime-security"), names(library, "china")
    assert ids(run, "POL-05") == sea
    assert ids(run, "POL-05", "china") == list(dict.fromkeys([*sea, *china]))


def test_a_paragraph_and_a_heading_have_what_they_cite(run: Run, library: Library) -> None:
    article = library.article(Slug("maritime-security"))
    section = article.sections[1]
    names = {source.number: source.name for source in article.sources}
    (first, *_more) = (block for block in section.blocks if block.sources)
    assert ids(run, first.id) == [names[number] for number in first.sources]
    cited = sorted({number for block in section.blocks for number in block.sources})
    assert ids(run, f"maritime-security#{BlockId(section.heading.id)}") == [names[number] for number in cited]


def test_a_binder_has_those_of_its_topics(run: Run, library: Library, tmp_path: Path) -> None:
    with closing(Notebook.open(tmp_path / "home" / "notebook.db")) as notebook:
        binders = Binders(notebook.file)
        items = (BinderItem(Slug("tein"), "TEIN"), BinderItem(Slug("gone-since"), "Gone"))
        binders.put(replace(binders.draft("For Vientiane", Cover("", ""), "2026.1"), items=items))
    assert ids(run, "--binder", "for vientiane") == names(library, "tein")


@pytest.mark.parametrize(("name", "starts"), [("a.bib", b"@"), ("a.ris", b"TY  - "), ("a.json", b"[\n")])
def test_the_ending_of_the_file_decides(run: Run, tmp_path: Path, name: str, starts: bytes) -> None:
    file = tmp_path / name
    assert run("sources", "POL-05", "-o", str(file)) == (0, "", "")
    assert file.read_bytes().startswith(starts)
    code, _out, err = run("sources", "POL-05", "-o", str(file))
    assert (code, "is there already" in err) == (1, True)
    assert run("sources", "POL-05", "-o", str(file), "--force")[0] == 0


@pytest.mark.parametrize(
    ("given", "code", "told"),
    [
        (["political"], 1, "There are no sources on asem:political. Name a topic"),
        (["nowhere-at-all"], 1, "There is no"),
        ([], 2, "a PLACE or --binder must be given"),
    ],
)
def test_what_is_not_there_is_said(run: Run, given: list[str], code: int, told: str) -> None:
    ended, out, err = run("sources", *given)
    assert (ended, out, told in err) == (code, "", True)
