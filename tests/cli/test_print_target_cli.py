# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line: packs that binders keep, and where and in which form they are written."""

import os
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from support.commandline import MODULE, Run, printed
from support.processes import ROOT, child

from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder, BinderItem, Layout
from asem_reader.core.printing.pack import Cover
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook


@pytest.fixture
def kept(tmp_path: Path) -> Binder:
    """A binder in the Notebook of the home."""
    with closing(Notebook.open(tmp_path / "home" / "notebook.db")) as notebook:
        binders = Binders(notebook.file)
        leaves = (
            BinderItem(Slug("tein"), "TEIN"),
            BinderItem(Slug("maritime-security"), "Sea", only=("key-facts",)),
        )
        binder = binders.draft("For Vientiane", Cover("", "FMM15", prepared_for="the Minister"), "2026.1")
        binder = replace(
            binder, items=leaves, layout=Layout(codes=True, handling="Destroy after use", our_line=True)
        )
        binders.put(binder)
    return binder


def test_print_makes_the_pack_that_a_binder_keeps(run: Run, tmp_path: Path, kept: Binder) -> None:
    file = tmp_path / "x.pdf"
    assert run("print", "--binder", "for  vientiane", "--occasion", "FMM16", "-o", str(file)) == (0, "", "")
    text = printed(file)
    for words in (kept.name, "FMM16", "the Minister", "Destroy after use", "Contents", "Our line", "dzhb"):
        assert words in text
    assert "Background" not in text[text.rindex("Topic 2 of 2") :]
    assert text.index("Trans-Eurasia") < text.index("Maritime security")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--search", "xqzwv kkkkq"], "Nothing was found for “xqzwv kkkkq”. Try other words"),
        (["--folder", "Nowhere"], "There is no folder of marks “Nowhere”. There are “Desk”."),
        (["--binder", "Nothing"], "There is no binder “Nothing”. There are “For Vientiane”."),
        (["nowhere-at-all"], "There is no"),
    ],
)
@pytest.mark.usefixtures("kept")
def test_what_is_not_there_is_said_and_nothing_written(
    run: Run, tmp_path: Path, options: list[str], told: str
) -> None:
    run("marks", "add", "POL-05", "--folder", "Desk")
    code, out, err = run("print", *options, "-o", str(tmp_path / "x.pdf"))
    assert (code, out) == (1, "")
    assert " ".join(err.split()).startswith(told)
    assert not (tmp_path / "x.pdf").exists()


def test_where_there_is_no_folder_of_marks_it_is_said_what_makes_one(run: Run, tmp_path: Path) -> None:
    code, _, err = run("print", "--folder", "Desk/Sea", "-o", str(tmp_path / "x.pdf"))
    assert code == 1
    assert "marks add --folder" in err
    run("marks", "add", "POL-05", "--folder", "Desk/Sea")
    assert run("print", "--folder", "Desk/Sea", "-o", str(tmp_path / "x.pdf"))[0] == 0


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("x.docx", [], b"PK"),
        ("x.html", [], b"<!DOCTYPE html>"),
        ("x.txt", [], b" "),
        ("x", [], b"%PDF"),
        ("x.out", ["--format", "md"], b"**"),
    ],
)
def test_the_form_is_that_of_the_files_ending_or_as_asked(
    run: Run, tmp_path: Path, name: str, options: list[str], begins: bytes
) -> None:
    assert run("print", "POL-05", "-o", str(tmp_path / name), *options) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("options", [[], ["--format", "docx"], ["--copies", "3", "--copy", "2"]])
def test_standard_output_gets_the_bytes_of_the_file_and_nothing_else(
    tmp_path: Path, options: list[str]
) -> None:
    ran = child(*MODULE, "print", "POL-05", *options, "-o", "-")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.startswith(b"PK" if "docx" in options else b"%PDF")
    again = child(*MODULE, "print", "POL-05", *options, "-o", str(tmp_path / "x"))
    assert again.returncode == 0
    # The minute, which is printed, may be another, and pack a few bytes shorter or longer.
    assert abs(len((tmp_path / "x").read_bytes()) - len(ran.stdout)) < 100


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminal to be had without a person")
@pytest.mark.parametrize(("form", "code"), [("pdf", 1), ("docx", 1), ("txt", 0)])
def test_a_terminal_gets_only_what_can_be_read_on_it(form: str, code: int) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, *MODULE, "print", "POL-05", "--blocks", "dzhb", "-o", "-", "--format", form]
    ran = subprocess.run(command, cwd=ROOT, stdout=theirs, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(theirs)
    os.close(ours)
    assert ran.returncode == code
    assert (b"it is a terminal" in ran.stderr) == bool(code)


@pytest.mark.parametrize("step", ["asem_reader.paper.typeset.Press.pdf", "os.fsync"])
def test_stopped_half_way_it_leaves_no_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(step, stop)
    code, out, err = run("print", "POL-05", "-o", str(tmp_path / "x.pdf"))
    assert (code, out) == (130, "")
    assert err.startswith("It was stopped.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["missing/x.pdf", "file/x.pdf", "folder"])
def test_a_target_that_cannot_be_written_is_said(run: Run, tmp_path: Path, target: str) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    code, out, err = run("print", "POL-05", "-o", str(tmp_path / target))
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert str(tmp_path / target) in err
    assert sorted(tmp_path.rglob("*")) == before
