# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks on the command line: added, found by filters, put into the bin and brought back."""

import io
import re
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from support.commandline import Read, Run
from support.marks import lost, mark

from asem_reader.cli.arguments import main
from asem_reader.core.exchange.format import MarksFormat, written
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import Colour, MarkKind
from asem_reader.store.library import Library


@pytest.fixture
def run(run: Run) -> Run:
    """Runs `marks` with what follows."""
    return partial(run, "marks")


PLACE = "maritime-security#dzhb"


def counted(**told: int) -> dict[str, int]:
    """What an import says in JSON."""
    return {"new": 0, "there": 0, "other": 0, "waiting": 0, "left_out": 0, **told}


def bodies(read: Read, *arguments: str) -> list[str]:
    return [each["body"] for each in read("list", *arguments)]


def test_the_choices_are_those_of_the_core(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["marks", "export", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    choices = (re.search(pattern, told) for pattern in (r"COLOUR ([a-z, ]+) -", r"KIND ([a-z, ]+) -"))
    colours, kinds = (set(found[1].split(", ")) for found in choices if found)
    (formats,) = set(re.findall(r"--format \{([^}]*)\}", told))
    assert (colours, kinds, set(formats.split(","))) == (set(Colour), set(MarkKind), set(MarksFormat))


@pytest.fixture
def words(library: Library) -> list[str]:
    """The words of the paragraph that is marked."""
    place = library.find(PLACE)
    assert place.block
    return library.article(place.slug).blocks[place.block].text.split()


def test_a_mark_is_added_with_all_that_it_can_be(read: Read, words: list[str]) -> None:
    some = " ".join(words[1:4])
    filed = ("--folder", " Desk / Sea", "--tag", "#to do", "--tag", "sea", "--note", "Why?")
    made = read("add", PLACE, "--highlight", "rose", "--words", some, *filed)
    assert (made["kind"], made["colour"], made["words"]) == ("highlight", "rose", some)
    assert (made["folder"], made["tags"], made["body"]) == ("Desk/Sea", ["to-do", "sea"], "Why?")
    assert read("list") == [made]


def test_highlights_of_one_colour_become_one_with_all_that_was_on_them(read: Read, words: list[str]) -> None:
    rose = ("add", PLACE, "--highlight", "rose")
    first = read(*rose, "--words", " ".join(words[:3]), "--note", "One", "--tag", "a")
    read("add", PLACE, "--highlight", "blue", "--words", words[2])
    second = ("--words", " ".join(words[2:5]), "--note", "Two", "--tag", "b", "--folder", "Sea")
    made = read(*rose, *second)
    assert (made["id"], made["words"]) == (first["id"], " ".join(words[:5]))
    assert (made["body"], made["tags"], made["folder"]) == ("One\n\nTwo", ["a", "b"], "Sea")
    assert [each["colour"] for each in read("list")] == ["rose", "blue"]


def test_the_same_highlight_again_changes_nothing(read: Read) -> None:
    made = read("add", PLACE, "--highlight", "rose", "--note", "One", "--folder", "Sea")
    assert read("add", PLACE, "--highlight", "rose") == made
    assert read("add", PLACE, "--highlight", "blue")["id"] == made["id"]
    assert (read("bin"), len(read("list"))) == ([], 1)


@pytest.mark.parametrize(
    "arguments",
    [(PLACE, "--words", "no such words"), ("POL-05", "--words", "x")],
)
def test_what_is_not_there_cannot_be_marked(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    code, out, err = run("add", *arguments)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert not (tmp_path / "home").exists()


def test_filters_narrow(run: Run, read: Read) -> None:
    run("add", PLACE, "--note", "one", "--folder", "Desk/Sea", "--tag", "a")
    run("add", "climate-change", "--note", "two", "--folder", "Desk")
    run("add", PLACE, "--highlight", "blue", "--note", "three")
    assert bodies(read, "--folder", "Desk") == ["one", "two"]
    assert bodies(read, "--topic", "POL-05") == ["one", "three"]
    assert bodies(read, "--tag", "#a") == ["one"]
    assert bodies(read, "--colour", "blue") == bodies(read, "--kind", "highlight") == ["three"]
    assert bodies(read, "--search", "CLIMATE two") == ["two"]
    assert bodies(read, "--folder", "Nowhere") == []


@pytest.mark.parametrize("typed", ["people's", "2010-2012", "lukasz", '"final"', "ＬＵＫＡＳＺ", "12 000"])
def test_a_search_of_marks_takes_what_a_keyboard_has(run: Run, read: Read, typed: str) -> None:
    run("add", PLACE, "--note", "Łukasz on the people’s “ﬁnal” word of 2010–2012: 12\u00a0000")
    assert len(bodies(read, "--search", typed)) == 1


def test_what_is_removed_lies_in_the_bin_and_comes_back(run: Run, read: Read) -> None:
    made = [read("add", "POL-05", "--note", str(number)) for number in range(3)]
    gone = read("remove", made[0]["id"], made[1]["id"])
    assert [each["id"] for each in gone] == [each["id"] for each in made[:2]]
    assert {each["id"] for each in read("bin")} == {each["id"] for each in made[:2]}
    assert read("bin") == read("list", "--bin")
    assert "in the bin since" in run("bin")[1]
    assert run("bring-back", made[0]["id"], made[1]["id"]) == (0, "", "")
    assert (read("list"), read("bin")) == (made, [])


def test_what_comes_back_without_a_sure_place_is_flagged(run: Run, read: Read, tmp_path: Path) -> None:
    old = Parcel((lost(1), lost(2)))
    (tmp_path / "x.json").write_text(written(old, MarksFormat.JSON, Guide(), ""), encoding="utf-8")
    assert run("import", str(tmp_path / "x.json"))[1] == "2 new, 2 need you, 0 already there\n"
    assert run("remove", mark(1).id)[0] == 0
    assert run("bring-back", mark(1).id) == (0, "1 needs you\n", "")
    assert [each["waiting"] for each in read("list")] == ["block gone", "block gone"]


def test_a_topic_is_highlighted(read: Read) -> None:
    made = read("add", "POL-05", "--highlight", "blue")
    assert (made["kind"], made["block"], made["colour"]) == ("highlight", None, "blue")


@pytest.mark.parametrize("action", ["remove", "bring-back"])
def test_of_several_ids_one_that_is_unknown_spoils_all(run: Run, read: Read, action: str) -> None:
    made = read("add", "POL-05")
    if action == "bring-back":
        run("remove", made["id"])
    code, out, err = run(action, made["id"], "0" * 32)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert len(read("list")) == (action == "remove")


class Piped(NamedTuple):
    """Stands in for standard input, into which another program writes."""

    buffer: io.BytesIO


@pytest.mark.parametrize("written", ["Who else? Ω", "two\nlines\n", ""])
def test_a_note_comes_from_standard_input(
    run: Run, read: Read, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setattr("sys.stdin", Piped(io.BytesIO(written.encode())))
    made = read("add", PLACE, "--note", "-")
    assert (made["kind"], made["body"]) == ("note", written.removesuffix("\n"))


@pytest.mark.parametrize("written", [b"\xff\xfe", b"x" * 1_000_001])
def test_a_note_that_is_no_text_or_endless_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, written: bytes
) -> None:
    monkeypatch.setattr("sys.stdin", Piped(io.BytesIO(written)))
    code, _out, err = run("add", PLACE, "--note", "-")
    assert (code, err.startswith("The note was not kept")) == (1, True)
