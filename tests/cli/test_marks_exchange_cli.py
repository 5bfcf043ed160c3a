# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks on the command line: taken out and in, and restored from a backup."""

import json
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from support.commandline import Read, Run
from support.marks import keep, mark

from asem_reader import paths
from asem_reader.core.exchange.format import FOR_READING, MarksFormat, written
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.marks.guide import Guide
from asem_reader.core.printing.pack import Cover
from asem_reader.store.library import Library
from asem_reader.store.notebook.backup import folder_of
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook


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


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.json", "{"), ("a.jsonld", "{"), ("a.csv", "\ufeff"), ("a.md", "# "), ("a.HTML", "<!")],
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


@pytest.mark.parametrize("form", [form for form in MarksFormat if form not in FOR_READING])
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
    assert "1 goes into the bin" in out
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
        keep(notebook, [mark(1)])
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


def test_annotations_of_another_maker_come_in_by_their_words_or_are_counted(
    run: Run, read: Read, tmp_path: Path, library: Library
) -> None:
    place = library.find(PLACE)
    assert place.block
    text = library.article(place.slug).blocks[place.block].text
    quotes = [text[:60], "words that no Library has"]
    items = [
        {
            "id": f"urn:x:{quote}",
            "type": "Annotation",
            "body": {"type": "TextualBody", "value": "Ask"},
            "target": {
                "source": "chapter.xhtml",
                "selector": [{"type": "TextQuoteSelector", "exact": quote}],
            },
        }
        for quote in quotes
    ]
    (tmp_path / "x.annotation").write_text(json.dumps({"type": "AnnotationSet", "items": items}), "utf-8")
    said = "1 new, 0 already there, 1 left out that leads to no place in a Library\n"
    assert run("import", str(tmp_path / "x.annotation")) == (0, said, "")
    (found,) = read("list")
    assert (found["block"], found["words"], found["body"], found["waiting"]) == (
        place.block,
        text[:60],
        "Ask",
        None,
    )
    assert read("import", str(tmp_path / "x.annotation")) == counted(there=1, left_out=1)


@pytest.mark.parametrize("form", FOR_READING)
def test_what_is_for_reading_is_not_taken_in(run: Run, tmp_path: Path, form: MarksFormat) -> None:
    run("add", "POL-05")
    file = str(tmp_path / f"x{form.ending}")
    assert run("export", file, "--format", form) == (0, "", "")
    code, out, err = run("import", file)
    assert (code, out, "are for reading" in err, "annotations (JSON-LD)" in err) == (1, "", True, True)
