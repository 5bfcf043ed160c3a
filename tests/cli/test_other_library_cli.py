# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line on another Library than the bundled one says whose a topic is, and takes no other's."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.content import Data

from asem_reader.cli.arguments import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(data: Data, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command on a made Library that says it is `other`: exit code, stdout, stderr."""
    data.files["edition.yaml"] += "library: other\n"
    file = data.build()

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["--library", str(file), "--home", str(tmp_path / "home"), *arguments])
        return code, *capsys.readouterr()

    return run


def read(run: Run, *arguments: str) -> Any:
    return json.loads(run(*arguments, "--json")[1])


@pytest.mark.parametrize("place", ["piracy", "POL-01", "asem:other/piracy"])
def test_a_topic_of_the_library_is_shown(run: Run, place: str) -> None:
    shown = json.loads(run("show", place, "--format", "json")[1])
    assert (shown["library"], shown["slug"], shown["parent"]) == ("other", "piracy", "security")
    assert shown["related"] == ["other-topic"]


@pytest.mark.parametrize("place", ["asem:piracy", "asem:third/piracy"])
def test_a_topic_of_a_library_that_is_not_open_is_refused_in_a_sentence(run: Run, place: str) -> None:
    code, out, err = run("show", place)
    library = place.removeprefix("asem:").removesuffix("piracy").rstrip("/") or "asem"
    assert (code, out) == (1, "")
    assert err.startswith(f"“{place}” is in the Library “{library}”, which is not open.")


def test_hits_and_the_tree_say_their_library(run: Run) -> None:
    assert {(hit["library"], hit["slug"]) for hit in read(run, "search", "ashore")} == {
        ("other", "other-topic"),
        ("other", "piracy"),
    }
    assert {topic["library"] for topic in read(run, "outline")} == {"other"}


def test_a_mark_is_on_its_topic_and_told_of_by_its_address(run: Run) -> None:
    assert run("marks", "add", "piracy", "--note", "Ask.")[0] == 0
    assert "asem:other/piracy" in run("marks", "list")[1]
    (mark,) = read(run, "marks", "list", "--topic", "asem:other/piracy")
    assert (mark["library"], mark["slug"]) == ("other", "piracy")


def test_marks_on_another_library_are_no_matter_of_this_ones_edition(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "marks.csv"
    file.write_text("address,quote\nasem:piracy#b7k2,What it is on\n", encoding="utf-8")
    assert run("marks", "import", str(file))[0] == 0
    assert run("marks", "place")[:2] == (0, "0 kept.\n")
    (mark,) = read(run, "marks", "list")
    assert ("library" in mark, mark["slug"], mark["waiting"]) == (False, "piracy", None)
