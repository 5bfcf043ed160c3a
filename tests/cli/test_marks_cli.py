# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks on the command line: found by filters, taken out and in, put into the bin and brought back."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from builders import mark

from asem_reader import paths
from asem_reader.cli.arguments import _COLOURS, _FORMATS, _KINDS, main
from asem_reader.core.exchange.format import MarksFormat, written
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import Colour, MarkKind
from asem_reader.core.printing.pack import Cover
from asem_reader.store.library import Library
from asem_reader.store.notebook.backup import folder_of
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(library_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `marks` with what follows, in a home of its own: exit code, stdout, stderr."""

    where = ("--library", str(library_file), "--home", str(tmp_path / "home"))

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main([*where, "marks", *arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def read(run: Run) -> Callable[..., Any]:
    """What a command that must succeed says in JSON."""

    def read(*arguments: str) -> Any:
        code, out, err = run(*arguments, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return read


Read = Callable[..., Any]
PLACE = "maritime-security#dzhb"


def counted(**told: int) -> dict[str, int]:
    """What an import says in JSON."""
    return {"new": 0, "there": 0, "other": 0, "waiting": 0, "left_out": 0, **told}


def bodies(read: Read, *arguments: str) -> list[str]:
    return [each["body"] for each in read("list", *arguments)]


def test_the_choices_are_those_of_the_core() -> None:
    assert set(_COLOURS) == set(Colour)
    assert set(_KINDS) == set(MarkKind)
    assert set(_FORMATS) == set(MarksFormat)


def test_a_mark_is_added_with_all_that_it_can_be(read: Read) -> None:
    words = ("--words", "anti-piracy agreement")
    filed = ("--folder", " Desk / Sea", "--tag", "#to do", "--tag", "sea", "--note", "Why?")
    made = read("add", PLACE, "--highlight", "rose", *words, *filed)
    assert (made["kind"], made["colour"], made["words"]) == ("highlight", "rose", "anti-piracy agreement")
    assert (made["folder"], made["tags"], made["body"]) == ("Desk/Sea", ["to-do", "sea"], "Why?")
    assert read("list") == [made]


def test_highlights_of_one_colour_become_one_with_all_that_was_on_them(run: Run, read: Read) -> None:
    rose = ("add", PLACE, "--highlight", "rose")
    first = read(*rose, "--words", "the first anti", "--note", "One", "--tag", "a")
    read("add", PLACE, "--highlight", "blue", "--words", "anti-piracy")
    second = ("--words", "anti-piracy agreement", "--note", "Two", "--tag", "b", "--folder", "Sea")
    made = read(*rose, *second)
    assert (made["id"], made["words"]) == (first["id"], "the first anti-piracy agreement")
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
    old = Parcel((mark(1), mark(2)))
    (tmp_path / "x.json").write_text(written(old, MarksFormat.JSON, Guide(), ""), encoding="utf-8")
    assert run("import", str(tmp_path / "x.json"))[1] == "2 new, 2 need you, 0 already there\n"
    assert run("remove", mark(1).id)[0] == 0
    assert run("bring-back", mark(1).id) == (0, "1 needs you\n", "")
    assert [each["waiting"] for each in read("list")] == ["in doubt", "in doubt"]


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


@pytest.mark.parametrize(
    ("name", "start"), [("a.json", "{"), ("a.csv", "\ufeff"), ("a.md", "# "), ("a.HTML", "<!")]
)
def test_the_ending_tells_the_format(run: Run, tmp_path: Path, name: str, start: str) -> None:
    run("add", "POL-05")
    assert run("export", str(tmp_path / name)) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_an_export_replaces_a_file_only_by_force(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(b"old")
    code, out, err = run("export", str(file))
    assert (code, out, file.read_bytes()) == (1, "", b"old")
    assert err.startswith(f"{file} is there already.")
    assert "--force" in err
    assert run("export", str(file), "--force") == (0, "", "")
    assert file.read_bytes().startswith(b"{")


def test_an_export_never_replaces_the_program_s_own_files(
    run: Run, read: Read, tmp_path: Path, library_file: Path
) -> None:
    before = read("add", "POL-05")["id"]
    for file in (tmp_path / "home" / "notebook.db", tmp_path / "home" / "reading.db", library_file):
        code, _, err = run("export", str(file), "--force")
        assert (code, "one of ASEM Reader's own files" in err) == (1, True)
    assert [each["id"] for each in read("list")] == [before]
    assert run("export", str(tmp_path / "home" / "mine.json")) == (0, "", "")


@pytest.mark.parametrize("form", MarksFormat)
def test_marks_go_out_and_come_back_as_they_were(run: Run, read: Read, tmp_path: Path, form: str) -> None:
    run("add", PLACE, "--highlight", "green", "--words", "first", "--folder", "A/B", "--tag", "x")
    run("add", "POL-05", "--note", "=1+1\n- two")
    before = read("list")
    file = str(tmp_path / "out")
    assert run("export", file, "--format", form) == (0, "", "")
    run("remove", *(each["id"] for each in before))
    assert run("import", file, "--format", form)[1] == "2 new, 0 already there\n"
    assert read("list") == before
    assert read("import", file, "--format", form) == counted(there=2)
    assert (read("list"), read("bin")) == (before, [])


def test_marks_without_ids_can_be_taken_in_twice(
    run: Run, read: Read, tmp_path: Path, library: Library
) -> None:
    (tmp_path / "x.csv").write_text(f"address,note\nasem:{PLACE},Ask\nasem:{PLACE},Soon\n", encoding="utf-8")
    assert read("import", str(tmp_path / "x.csv"))["new"] == 2
    assert run("import", str(tmp_path / "x.csv"))[1] == "0 new, 2 already there\n"
    block = library.find(PLACE).block
    assert block
    quote = library.article(library.find(PLACE).slug).blocks[block].text
    assert [each["quote"] for each in read("list")] == [quote, quote]


def test_an_export_of_a_folder_has_its_marks_and_no_other_folder(run: Run, tmp_path: Path) -> None:
    run("add", "POL-05", "--folder", "Desk/Sea")
    run("add", "POL-05", "--folder", "Home")
    code, out, _ = run("export", "-", "--folder", "Desk", "--format", "json")
    whole = json.loads(out)
    assert code == 0
    assert [each["path"] for each in whole["folders"]] == ["Desk", "Desk/Sea"]
    assert [each["folder"] for each in whole["marks"]] == ["Desk/Sea"]


def test_an_import_never_replaces(run: Run, read: Read, tmp_path: Path) -> None:
    made = read("add", "POL-05", "--note", "Mine")
    other = Parcel((mark(1), mark(2)))
    text = written(other, MarksFormat.JSON, Guide(), "").replace(mark(1).id, made["id"])
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    assert read("import", str(tmp_path / "x.json")) == counted(new=1, there=1, other=1, waiting=1)
    assert read("list", "--topic", "POL-05", "--kind", "note", "--search", "Mine") == [made]


def test_a_browser_s_other_bookmarks_are_counted(run: Run, tmp_path: Path) -> None:
    links = "<A HREF='https://x.example'>x</A>\n<A HREF='asem:climate-change'>c</A>"
    text = f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n{links}"
    (tmp_path / "b.html").write_text(text, encoding="utf-8")
    said = "1 new, 0 already there, 1 left out that leads to no place in a Library\n"
    assert run("import", str(tmp_path / "b.html")) == (0, said, "")


def backed_up(run: Run, tmp_path: Path) -> str:
    """The name of a backup that the next change has to make, for there is none of today."""
    run("add", "POL-05", "--note", "first")
    run("add", "POL-05", "--note", "second")
    return next((tmp_path / "home" / "backups").iterdir()).name


def test_backups_are_listed_and_restored_only_when_asked(run: Run, read: Read, tmp_path: Path) -> None:
    name = backed_up(run, tmp_path)
    (listed,) = read("backups")
    assert (listed["name"], listed["day"], listed["marks"], listed["whole"]) == (name, name[9:19], 1, True)
    assert listed["size"] > 0
    code, out, err = run("restore", name)
    assert (code, err) == (0, "")
    assert "1 go into the bin" in out
    assert "Nothing was changed" in out
    assert bodies(read) == ["first", "second"]
    shown = read("restore", listed["day"], "--yes")
    assert (shown["restored"], [each["body"] for each in shown["gone"]]) == (True, ["second"])
    assert bodies(read) == ["first"]
    assert [each["body"] for each in read("bin")] == ["second"]


def test_a_damaged_backup_is_called_so_and_not_restored(run: Run, read: Read, tmp_path: Path) -> None:
    name = backed_up(run, tmp_path)
    file = tmp_path / "home" / "backups" / name
    file.write_bytes(file.read_bytes()[:5000])
    assert read("backups")[0]["whole"] is False
    assert "damaged" in run("backups")[1]
    code, out, err = run("restore", name, "--yes")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert bodies(read) == ["first", "second"]


def test_a_newer_notebook_can_be_taken_out_and_is_left_as_it_is(run: Run, read: Read, tmp_path: Path) -> None:
    made = read("add", "POL-05")
    file = tmp_path / "home" / "notebook.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert read("list") == [made]
    assert run("export", str(tmp_path / "x.json"))[0] == 0
    bytes_before = file.read_bytes()
    for arguments in (("add", "POL-01"), ("remove", made["id"]), ("import", str(tmp_path / "x.json"))):
        code, _, err = run(*arguments)
        assert (code, "newer" in err) == (1, True)
    assert file.read_bytes() == bytes_before


def test_words_are_kept_where_no_backup_can_be_and_it_is_said(run: Run, read: Read, tmp_path: Path) -> None:
    run("add", PLACE, "--note", "One")
    folder_of(paths.home(tmp_path / "home").notebook).write_text("in the way")
    code, _, err = run("add", PLACE, "--note", "Two")
    assert code == 0
    assert err.startswith("Your change is saved, but no backup")
    assert sorted(bodies(read)) == ["One", "Two"]


def test_another_notebook_is_imported_with_its_binders(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other" / "notebook.db"
    with closing(Notebook(other)) as notebook:
        notebook.put([mark(1)])
        binders = Binders(notebook.file)
        binders.put(binders.draft("For Vientiane", Cover(""), ""))
    code, out, _ = run("import", str(other))
    assert (code, out.strip()) == (0, "1 new, 1 needs you, 0 already there")
    with closing(Notebook(tmp_path / "home" / "notebook.db")) as mine:
        assert [binder.name for binder in Binders(mine.file).all()] == ["For Vientiane"]


@pytest.mark.parametrize(
    ("letters", "seen"), [("\x1b[31m", r"\x1b[31m"), ("\x9b2J", r"\x9b2J"), ("\u202eabc", r"\u202eabc")]
)
def test_no_letter_of_a_note_commands_the_terminal(run: Run, read: Read, letters: str, seen: str) -> None:
    run("add", PLACE, "--note", f"{letters} – naïve 日本")
    _, out, _ = run("list")
    assert f"{seen} – naïve 日本" in out
    assert letters not in out
    assert letters in read("list")[0]["body"]
    assert letters not in run("list", "--folder", letters)[2]
