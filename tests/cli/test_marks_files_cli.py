# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line: marks are added and listed, and go out into files and back."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support.commandline import Run
from support.marks import keep, mark

from asem_reader.core.marks.mark import Mark
from asem_reader.core.marks.record import to_record
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook


def test_marks_are_added_listed_and_removed(run: Run, read: Callable[..., Any]) -> None:
    code, out, err = run("marks", "add", "POL-05", "--note", "Ask about Ω\nand 中文")
    assert (code, err) == (0, "")
    name = out.strip()
    run("marks", "add", "climate-change")
    first, second = read("marks", "list")
    assert (first["id"], first["kind"], first["slug"]) == (name, "note", "maritime-security")
    assert first["body"] == "Ask about Ω\nand 中文"
    assert (second["kind"], second["block"]) == ("bookmark", None)
    assert name in run("marks", "list")[1]
    assert run("marks", "remove", name) == (0, "", "")
    assert [each["id"] for each in read("marks", "list")] == [second["id"]]


def test_a_mark_on_a_block_keeps_its_words(run: Run, read: Callable[..., Any], library: Library) -> None:
    block = library.article(library.find("POL-05").slug).sections[1].blocks[0]
    run("marks", "add", f"maritime-security#{block.id}")
    (mark_,) = read("marks", "list")
    assert (mark_["block"], mark_["quote"]) == (block.id, block.text)
    assert mark_["before"]
    assert mark_["after"]


def test_an_unknown_mark_is_said(run: Run, tmp_path: Path) -> None:
    code, out, err = run("marks", "remove", "0" * 32)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert not (tmp_path / "home").exists()


def test_a_home_without_marks_is_listed_and_not_made(
    run: Run, read: Callable[..., Any], tmp_path: Path
) -> None:
    assert read("marks", "list") == []
    assert run("marks", "check")[0] == 0
    assert json.loads(run("marks", "export", "-")[1])["marks"] == []
    assert not (tmp_path / "home").exists()


def test_marks_go_out_and_come_back(run: Run, read: Callable[..., Any], tmp_path: Path) -> None:
    for place in ("POL-05", "climate-change"):
        run("marks", "add", place, "--note", "Ω 😀 \"'")
    before = read("marks", "list")
    file = tmp_path / "marks.json"
    assert run("marks", "export", str(file)) == (0, "", "")
    assert json.loads(file.read_text(encoding="utf-8"))["format"] == "asem-reader marks"
    for mark_ in before:
        run("marks", "remove", mark_["id"])
    assert run("marks", "import", str(file))[1] == "2 new, 0 already there\n"
    assert read("marks", "list") == before
    assert run("marks", "import", str(file))[1] == "0 new, 2 already there\n"
    assert read("marks", "list") == before


def test_an_export_is_the_same_on_standard_output(run: Run, tmp_path: Path) -> None:
    run("marks", "add", "POL-05")
    run("marks", "export", str(tmp_path / "x.json"))
    assert run("marks", "export", "-")[1] == (tmp_path / "x.json").read_text(encoding="utf-8")


def export(**changes: object) -> str:
    records = [to_record(mark(7)), {**to_record(mark(8)), **changes}]
    return json.dumps({"format": "asem-reader marks", "version": 1, "marks": records})


BAD = {
    "no JSON": ("not json", "JSON"),
    "empty": ("", "JSON"),
    "cut off": (export()[:-40], "JSON"),
    "deep": ("[" * 100_000, "JSON"),
    "a list": ("[]", "asem-reader marks"),
    "another format": (export().replace("asem-reader marks", "other"), "asem-reader marks"),
    "another version": (export().replace('"version": 1', '"version": 5'), "1 to 4"),
    "marks that are no list": ('{"format": "asem-reader marks", "version": 1, "marks": {}}', "marks must be"),
    "folders that are no list": (export().replace('"version": 1', '"version": 2'), "folders must be"),
    "mark that is no object": (export().replace('"marks": [', '"marks": [5, '), "mark 1"),
    "id": (export(id="short"), "mark 2: id"),
    "kind": (export(kind="poem"), "mark 2: kind"),
    "no body": (export(body=None), "mark 2: body"),
    "tags": (export(tags="one two"), "mark 2: tags"),
    "tag that is no text": (export(tags=[1]), "mark 2: tags"),
    "slug": (export(slug="no slug at all"), "mark 2"),
    "slug with a block in it": (export(slug="sea#bbbb", block=None), "mark 2"),
    "block that is no text": (export(block=["b"]), "mark 2"),
    "lone surrogate": (export(body="\ud800"), "mark 2"),
    "lone surrogate in a tag": (export(tags=["\udcff"]), "mark 2"),
}


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=BAD)
def test_a_bad_import_changes_nothing_and_says_why(
    run: Run, read: Callable[..., Any], tmp_path: Path, text: str, said: str
) -> None:
    run("marks", "add", "POL-05")
    before = read("marks", "list")
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    code, out, err = run("marks", "import", str(tmp_path / "bad.json"))
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert said in err
    assert str(tmp_path / "bad.json") in err
    assert read("marks", "list") == before


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"\x00" * 50])
def test_an_import_that_cannot_be_read_is_said(run: Run, tmp_path: Path, content: bytes | None) -> None:
    if content:
        (tmp_path / "bad.json").write_bytes(content)
    code, out, err = run("marks", "import", str(tmp_path / "bad.json"))
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert not (tmp_path / "home").exists()


def kept_before(folder: Path, *marks: Mark) -> None:
    """Keep marks as they were in an earlier edition: an import would place them."""
    with closing(Notebook.open(folder / "home" / "notebook.db")) as notebook:
        keep(notebook, marks)


def test_marks_check_names_what_has_lost_its_place(run: Run, tmp_path: Path) -> None:
    kept_before(tmp_path, mark(7), mark(8))
    run("marks", "add", "POL-05")
    code, out, _ = run("marks", "check")
    assert code == 1
    assert mark(7).id in out
    assert out.startswith("1 kept, 2 need you.")
    told = json.loads(run("marks", "check", "--json")[1])
    assert {each["id"] for each in told["waiting"]} == {mark(7).id, mark(8).id}
    assert {each["waiting"] for each in json.loads(run("marks", "list", "--json")[1])} == {None}


def test_marks_place_writes_what_became_of_them(run: Run, tmp_path: Path, library: Library) -> None:
    text = library.article(mark(7).slug).sections[0].blocks[0].text
    old = mark(7)._replace(quote=text)
    kept_before(tmp_path, old, old._replace(id=mark(8).id))
    code, out, _ = run("marks", "place")
    assert (code, out.splitlines()[0]) == (0, "0 kept, 2 moved.")
    assert list((tmp_path / "home" / "backups").glob("*before-edition-*"))


def test_marks_place_on_no_marks_writes_nothing(run: Run, tmp_path: Path) -> None:
    assert run("marks", "place")[:2] == (0, "0 kept.\n")
    assert not (tmp_path / "home").exists()
