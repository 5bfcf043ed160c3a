# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Two Notebooks are merged on the command line, through one file."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support.marks import keep, mark

from asem_reader.cli.arguments import main
from asem_reader.core.marks.change import Change, removal
from asem_reader.store.notebook.notebook import Notebook

Said = Callable[..., tuple[int, str]]


@pytest.fixture
def at(tmp_path: Path, library_file: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs `marks` in a place, office or laptop."""

    def run(place: str, *arguments: str) -> tuple[int, str]:
        code = main(["--library", str(library_file), "--home", str(tmp_path / place), "marks", *arguments])
        out, err = capsys.readouterr()
        return code, out + err

    for place in ("office", "laptop"):
        edit(tmp_path / place, Change("", new=(mark(1), mark(2))))
    return run


def edit(home: Path, change: Change) -> None:
    with closing(Notebook(home / "notebook.db")) as notebook:
        notebook.change(change)


def says(body: str) -> Change:
    return Change("", (mark(1),), (mark(1, body),))


def test_one_file_on_a_stick_makes_both_alike(at: Said, tmp_path: Path) -> None:
    stick = str(tmp_path / "stick.db")
    with closing(Notebook(tmp_path / "office" / "notebook.db")) as office:
        keep(office, [mark(3)])
    edit(tmp_path / "laptop", removal((mark(2),)))
    for place in ("office", "laptop", "office"):
        assert at(place, "merge", stick, "--both-ways")[0] == 0
    listed = [json.loads(at(place, "list", "--json")[1]) for place in ("office", "laptop")]
    assert listed[0] == listed[1]
    assert [int(each["id"], 16) for each in listed[0]] == [1, 3]


def test_a_dry_run_says_what_would_change_and_changes_nothing(at: Said, tmp_path: Path) -> None:
    with closing(Notebook(tmp_path / "laptop" / "notebook.db")) as laptop:
        keep(laptop, [mark(3)])
    before = at("office", "list")
    code, said = at("office", "merge", str(tmp_path / "laptop/notebook.db"), "--dry-run", "--json")
    counts = {"new": 1, "changed": 0, "deleted": 0, "conflicts": 0, "forgotten": 0}
    assert (code, json.loads(said)) == (0, {"merged": False, **counts})
    assert at("office", "list") == before


def test_two_texts_are_shown_until_one_is_chosen(at: Said, tmp_path: Path) -> None:
    for place in ("office", "laptop"):
        edit(tmp_path / place, says(f"of the {place}"))
    assert "1 with a text of each side" in at("office", "merge", str(tmp_path / "laptop/notebook.db"))[1]
    (found,) = json.loads(at("office", "conflicts", "--json")[1])
    assert sorted(found["texts"]) == ["of the laptop", "of the office"]
    assert at("office", "choose", found["id"], "2") == (0, "")
    assert (found["texts"][1] in at("office", "list")[1], at("office", "conflicts")[1]) == (True, "")


@pytest.mark.parametrize("number", ["0", "3"])
def test_a_text_that_is_not_there_is_not_chosen(at: Said, number: str) -> None:
    code, said = at("office", "choose", mark(1).id, number)
    assert (code, "has no such text" in said) == (1, True)


@pytest.mark.parametrize("content", [b"", b"no Notebook", b"SQLite format 3\0 but no more"])
def test_what_is_no_notebook_is_not_merged(at: Said, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.db"
    file.write_bytes(content)
    code, said = at("office", "merge", str(file), "--both-ways")
    assert (code, said.startswith(f"{file} was not merged:")) == (1, True)
    assert file.read_bytes() == content


def test_the_notebook_of_another_home_is_not_written_as_a_stick(at: Said, tmp_path: Path) -> None:
    code, said = at("office", "merge", str(tmp_path / "office/notebook.db"), "--both-ways")
    assert (code, "own files" in said) == (1, True)
