# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The documents tell the truth about today."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.processes import ROOT

from asem_reader.cli import parser
from asem_reader.core.content import Kind
from asem_reader.core.exchange import archive
from asem_reader.core.exchange.entry import NAMES
from asem_reader.core.exchange.parcel import DEEPEST
from asem_reader.core.marks.mark import Mark
from asem_reader.operations.parcelfile import LARGEST
from asem_reader.store import schema
from asem_reader.store.library import Library

README = (ROOT / "README.md").read_text(encoding="utf-8")
MANUAL = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
METAINFO = (ROOT / "resources" / "desktop" / "org.asem_reader.AsemReader.metainfo.xml").read_text(
    encoding="utf-8"
)
MARKS = (ROOT / "docs" / "marks.md").read_text(encoding="utf-8")
LIBRARY = (ROOT / "docs" / "decisions" / "library.md").read_text(encoding="utf-8")
MAP = ROOT / "docs" / "architecture.md"
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
FOLDERS = [ROOT / name for name in ("asem_reader", "data", "resources", "tests", "tools")]
FILES = {
    f"{file.as_posix()}{'/' * file.is_dir()}"
    for folder in FOLDERS
    for file in (folder, *folder.rglob("*"))
    if "__pycache__" not in file.parts
}
TABLES = re.findall(
    r"CREATE (?:VIRTUAL )?TABLE (?!temp\.)(\w+)", schema.TABLES + schema.LEXICON + schema.INDEXES
)


def actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return parser._actions


def parsers(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command with its parser, and those below it."""
    yield name, parser
    for action in actions(parser):
        if isinstance(action, argparse._SubParsersAction):
            for word, below in action.choices.items():
                yield from parsers(below, f"{name} {word}")


ALL = dict(parsers(parser._commands(), "asem-reader"))


@pytest.mark.parametrize("name", ALL)
def test_every_command_and_option_is_in_the_manual_of_the_command_line(name: str) -> None:
    assert name in CLI
    options = {word for action in actions(ALL[name]) for word in action.option_strings} - {"-h", "--help"}
    assert [option for option in options if option not in CLI] == []


@pytest.mark.parametrize("option", ["--library", "--home", "--smoke", "--version"])
def test_options_for_all_are_in_the_manual_of_the_command_line(option: str) -> None:
    assert option in CLI


@pytest.mark.parametrize("told", [README, MANUAL, METAINFO], ids=["README", "manual", "metainfo"])
def test_what_is_there_is_counted(library: Library, told: str) -> None:
    topics = library.topics()
    articles = sum(topic.kind is Kind.ISSUE for topic in topics)
    pages = sum(topic.words > 0 and topic.kind is not Kind.HANDBOOK for topic in topics)
    sources = library.connection.execute("SELECT count(*) FROM sources").fetchone()[0]
    assert f"{articles} articles" in told
    assert f"{pages - articles} pages of reference" in told
    assert f"{sources} sources" in told


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_explained(table: str) -> None:
    assert f"`{table}`" in LIBRARY


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_links_and_pictures_are_there(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    missing = [link for link in links if not (file.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("file", [MAP, ROOT / "docs" / "bench.md", *DECISIONS], ids=lambda file: file.name)
def test_every_file_that_the_map_or_a_decision_names_is_there(file: Path) -> None:
    named = re.findall(r"`([\w./-]+(?:\.(?:py|typ|yaml|lock)|/))`", file.read_text(encoding="utf-8"))
    assert [name for name in named if not any(each.endswith(f"/{name}") for each in FILES)] == []


def test_the_map_leads_to_every_decision_and_is_short() -> None:
    text = MAP.read_text(encoding="utf-8")
    assert [file.name for file in DECISIONS if f"(decisions/{file.name})" not in text] == []
    assert sum(len(line.split()) for line in text.splitlines() if not line.startswith("|")) < 1_100


@pytest.mark.parametrize("name", Mark._fields)
def test_every_field_of_a_mark_is_explained(name: str) -> None:
    assert re.search(rf"^\| (`\w+`, )?`{name}`(, `\w+`)? \|", MARKS, re.MULTILINE)
    assert f'"{name}": ' in CLI


@pytest.mark.parametrize("name", NAMES)
def test_every_column_of_a_table_of_marks_is_explained(name: str) -> None:
    assert f"`{name}`" in MARKS[MARKS.index("## CSV") :]


def test_the_exports_in_the_manual_can_be_read() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", MARKS, re.DOTALL)
    parcel = archive.read(example)
    assert parcel.marks[0].place.address == "asem:maritime-security#dzhb"
    assert archive.written(parcel) == example
    assert f"no larger than {LARGEST // 2**20} MB" in MARKS
    assert f"At most {DEEPEST} folders" in MARKS
