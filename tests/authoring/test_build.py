# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What compiling writes: the same bytes from the same sources, all or nothing."""

import hashlib
import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from support.content import Data, article
from support.processes import ROOT, child

from asem_reader.authoring.bundle import LEDGER, build, compile_library
from asem_reader.authoring.problem import ContentError
from asem_reader.authoring.source import read_content
from asem_reader.core.content import Article, BlockKind
from asem_reader.core.place import Slug
from asem_reader.store import schema
from asem_reader.store.connect import digest_agrees
from asem_reader.store.library import Library


def read(library: Path, slug: str = "piracy") -> Article:
    with closing(Library.open(library)) as opened:
        return opened.article(Slug(slug))


def ledger(data: Data) -> str:
    return (data.folder / LEDGER).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small Library, built once to be read."""
    return Data(tmp_path_factory.mktemp("built") / "data").build()


def test_two_builds_give_the_same_bytes(data: Data) -> None:
    first = data.build().read_bytes()
    before = ledger(data)
    data.target.unlink()
    assert data.build().read_bytes() == first
    assert ledger(data) == before


def test_folder_times_and_order_of_files_make_no_difference(data: Data, tmp_path: Path) -> None:
    first = data.build().read_bytes()
    other = Data(tmp_path / "other #1 Ω")
    other.files = dict(reversed(data.files.items()))
    other.write()
    shutil.copy(data.folder / LEDGER, other.folder / LEDGER)
    for number, file in enumerate(sorted(other.folder.rglob("*"))):
        os.utime(file, (10_000 * number, 10_000 * number))
    compile_library(other.folder, tmp_path / "elsewhere.db")
    assert (tmp_path / "elsewhere.db").read_bytes() == first
    assert (tmp_path / "elsewhere.db.sha256").read_text().endswith("  elsewhere.db\n")


def test_another_process_gives_the_same_bytes(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    first = data.build().read_bytes()
    data.target.unlink()
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    ran = child("-m", "asem_reader.authoring", "build", "--data", str(data.folder))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert data.target.read_bytes() == first


def test_line_ends_of_windows_make_no_difference_to_the_digest(data: Data) -> None:
    before = read_content(data.write())
    for name, text in data.files.items():
        (data.folder / name).write_bytes(text.replace("\n", "\r\n").encode())
    assert read_content(data.folder) == before


def test_the_real_content_is_sound_and_its_ledger_up_to_date(tmp_path: Path, library_file: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("asem.db*"))
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    compile_library(tmp_path / "data", tmp_path / "asem.db")
    assert digest_agrees(tmp_path / "asem.db")
    assert (tmp_path / "asem.db").read_bytes() == library_file.read_bytes()


def test_the_digest_lies_beside_in_the_form_of_sha256sum(built: Path) -> None:
    digest = hashlib.sha256(built.read_bytes()).hexdigest()
    assert built.with_name("asem.db.sha256").read_text() == f"{digest}  asem.db\n"


def test_the_file_says_what_it_is(built: Path) -> None:
    with closing(sqlite3.connect(built)) as connection:
        for pragma, value in (
            ("application_id", schema.APPLICATION_ID),
            ("user_version", schema.VERSION),
            ("integrity_check", "ok"),
            ("journal_mode", "delete"),
        ):
            assert connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        about = dict(connection.execute("SELECT key, value FROM about"))
    assert (about["edition"], about["date"]) == ("2026.1", "2026-11-23")


@pytest.mark.parametrize("file", ["glossary.yaml", "edition.yaml", "sources.yaml", "tree.yaml", Data.piracy])
def test_any_change_of_a_source_changes_the_digest(data: Data, file: str) -> None:
    before = read_content(data.write()).edition.digest
    data.files[file] += "\n"
    assert read_content(data.write()).edition.digest != before


def test_nothing_but_the_library_its_digest_and_the_ledger_is_written(data: Data) -> None:
    data.write()
    before = set(data.folder.rglob("*"))
    build(data.folder, data.target)
    assert {file.name for file in set(data.folder.rglob("*")) - before} == {
        "asem.db",
        "asem.db.sha256",
        LEDGER,
    }


def test_a_build_that_fails_leaves_the_old_library(data: Data) -> None:
    first = data.build().read_bytes()
    before = ledger(data)
    data.change("[@two]", "[@three]")
    with pytest.raises(ContentError):
        data.build()
    assert data.target.read_bytes() == first
    assert digest_agrees(data.target)
    assert ledger(data) == before


def test_a_ledger_out_of_date_is_refused_and_nothing_written(data: Data) -> None:
    data.build()
    before = ledger(data), data.target.read_bytes()
    data.change("Pirates came ashore", "Robbers came ashore")
    (problem,) = data.problems()
    assert problem.file == LEDGER
    assert "out of date" in problem.sentence
    assert (ledger(data), data.target.read_bytes()) == before


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("# note\nrubbish\n", "line 2 is neither slug and symbol nor slug, id and text"),
        ("piracy\n", "line 1 is neither slug and symbol nor slug, id and text"),
        ("piracy\tb7k2\tone\ttwo\n", "line 1 is neither"),
        ("piracy\tb7k2\tone\nother-topic\tb7k2\ttwo\n", "the id b7k2 stands twice"),
        ("piracy\tb7k2\tone\n\n", "line 2 is neither"),
        ("<<<<<<< HEAD\n", "line 1 is neither"),
    ],
)
def test_a_broken_ledger_is_named_by_its_line(data: Data, lines: str, said: str) -> None:
    data.write()
    (data.folder / LEDGER).write_text(lines)
    (problem,) = data.problems()
    assert problem.file == LEDGER
    assert said in problem.sentence


def test_an_empty_field_of_a_source_says_nothing(data: Data) -> None:
    data.change("  date: '2015-11'\n", "  date: null\n", "sources.yaml")
    assert [source.date for source in read(data.build()).sources] == ["", ""]


def test_an_article_arrives_whole(built: Path) -> None:
    found = read(built)
    assert (found.topic.symbol, found.topic.title, found.topic.parent) == (
        "POL-01",
        "Piracy at sea",
        "security",
    )
    assert [crumb.slug for crumb in found.crumbs] == ["political", "security"]
    assert [source.title for source in found.sources] == ["The chair’s statement", "A newsletter"]
    assert [topic.slug for topic in found.related] == ["other-topic"]
    kinds = {block.kind for block in found.blocks.values()}
    assert kinds == set(BlockKind)
    texts = [block.text for block in found.blocks.values()]
    assert "4 May 2010: A seminar on piracy." in texts
    assert "Law of the sea · 1982" in texts
    assert "Editor’s note. Nobody counted them." in texts


def test_articles_stand_before_groups_and_by_symbol(data: Data) -> None:
    data.files["content/overview.md"] = article("POL-09", "Overview").replace(
        "parent: security", "parent: political"
    )
    data.build()
    with closing(Library.open(data.target)) as library:
        order = [topic.slug for topic in library.topics()]
    assert order == ["political", "overview", "security", "piracy", "other-topic", "economic"]


def test_a_library_with_no_article_can_be_built(data: Data) -> None:
    data.files = {name: text for name, text in data.files.items() if name.endswith("yaml")}
    data.files["sources.yaml"] = "{}"
    with closing(Library.open(data.build())) as library:
        assert len(library.topics()) == 3


# What becomes of an article's text, and that each block keeps its id through it.


def ids(data: Data) -> dict[str, str]:
    return {block.text: block.id for block in read(data.build()).blocks.values()}


def test_an_edited_paragraph_keeps_its_id(data: Data) -> None:
    before = ids(data)
    data.change("Leaders hold that the sea is free.", "All leaders still hold that the sea is free.")
    after = ids(data)
    assert (
        after["All leaders still hold that the sea is free."] == before["Leaders hold that the sea is free."]
    )
    assert {text: after[text] for text in before if text in after} == {
        text: before[text] for text in before if text in after
    }


def test_a_moved_paragraph_keeps_its_id_and_a_new_one_gets_a_new_id(data: Data) -> None:
    before = ids(data)
    lines = data.files[data.piracy].splitlines(keepends=True)
    facts = [line for line in lines if line.startswith("- Fact")]
    start = lines.index(facts[0])
    random.Random(3).shuffle(facts)
    lines[start : start + len(facts)] = ["- Something else entirely. [@one]\n", *facts]
    data.files[data.piracy] = "".join(lines)
    after = ids(data)
    new = after.pop("Something else entirely.")
    assert after == before
    assert new not in before.values()


def test_a_paragraph_that_is_gone_and_comes_back_has_its_id_again(data: Data) -> None:
    line = "- Another matter altogether, of cod. [@one]\n"
    anchor = "\n## If asked"
    data.change(anchor, f"{line}{anchor}")
    before = ids(data)["Another matter altogether, of cod."]
    data.change(line, "")
    assert before not in ids(data).values()
    data.change(anchor, f"- Whales are no fish. [@one]\n{anchor}")
    assert ids(data)["Whales are no fish."] != before
    data.change(anchor, f"{line}{anchor}")
    assert ids(data)["Another matter altogether, of cod."] == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_command_says_what_is_wrong_and_ends_with_one(data: Data, command: str) -> None:
    data.change("[@two]", "[@three]")
    data.write()
    ran = child("-m", "asem_reader.authoring", command, "--data", str(data.folder))
    assert ran.returncode == 1
    assert f"data/{data.piracy}:{data.line('[@three]')}: " in ran.stderr.decode()
    assert b"Traceback" not in ran.stderr
    assert not data.target.exists()
