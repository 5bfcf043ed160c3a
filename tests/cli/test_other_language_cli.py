# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line speaks the reader's language; JSON and options are the same in all."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.commandline import Run
from support.otherlanguage import speaking

# As argparse says it, and what is no word: options and their values.
_OWN = ("show this help message and exit", "show program's version number and exit")
_NO_WORDS = re.compile("[a-z]+(, [a-z]+)+|--profile large")


@pytest.fixture(autouse=True)
def other_language() -> Iterator[None]:
    with speaking():
        yield


@pytest.mark.parametrize(
    "command", ["", "print", "search", "marks", "marks add", "marks list", "marks export", "marks restore"]
)
def test_help_explains_in_it(run: Run, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    _usage, _, said = run(*command.split(), "--help")[1].partition("\n\n")
    told = [parts[1] for line in said.splitlines() if len(parts := re.split("  +", line.strip())) == 2]
    told = [each for each in told if each not in _OWN and not _NO_WORDS.fullmatch(each)]
    assert told
    assert [each for each in told if not each.startswith("«")] == []


def test_what_a_search_mends_is_told_in_it(run: Run) -> None:
    _, out, err = run("search", "saftey")
    assert err.startswith("«Nothing has “saftey”. Results for “safety”.»")
    assert "(«spelling: saftey»)" in out


def test_a_check_is_told_in_it(run: Run) -> None:
    library, notebook = run("check")[1].splitlines()
    assert re.fullmatch(r"«Library .*: edition .*, whole»", library)
    assert re.fullmatch(r"«Notebook .*: 0 marks, whole»", notebook)


def test_what_became_of_an_import_is_told_in_it(run: Run, tmp_path: Path) -> None:
    run("marks", "add", "POL-05")
    run("marks", "export", str(tmp_path / "marks.json"))
    assert run("marks", "import", str(tmp_path / "marks.json"))[1] == "«0 new», «1 already there»\n"
    assert run("marks", "check")[1] == "«1 kept».\n"


def test_a_fault_is_told_in_it(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "marks.json"
    broken.write_text('{"format": "asem-reader marks", "version": 2, "folders": [], "marks": [{}]}')
    code, _, err = run("marks", "import", str(broken))
    assert code == 1
    assert "«line 1: «mark 1: «kind must not be null»»»" in err


def test_json_is_the_same_in_all(read: Callable[..., Any]) -> None:
    assert read("outline")[0]["kind"] == "pillar"
    assert "«" not in str(read("marks", "list"))
