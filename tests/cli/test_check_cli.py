# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line: whether Library and Notebook are whole."""

import json
from contextlib import closing
from pathlib import Path

from support.commandline import Run

from asem_reader.core.printing.pack import Cover
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook


def test_check_names_a_damaged_binder(run: Run, tmp_path: Path) -> None:
    with closing(Notebook.open(tmp_path / "home" / "notebook.db")) as notebook:
        binders = Binders(notebook.file)
        binders.put(binders.draft("December", Cover(""), "2026.1"))
        with notebook.file.writing() as connection:
            connection.execute("UPDATE binders SET content = 'x'")
    code, _, err = run("check")
    assert (code, "“December” is damaged" in err) == (1, True)


def test_check_finds_the_real_library_whole(run: Run) -> None:
    run("marks", "add", "POL-05")
    code, out, err = run("check")
    assert (code, err) == (0, "")
    assert "whole" in out
    assert "damaged" not in out
    record = json.loads(run("check", "--json")[1])
    assert record["library"]["problems"] == record["notebook"]["problems"] == []


def test_check_misses_the_digest(run: Run, own_library: Path) -> None:
    own_library.with_name("asem.db.sha256").unlink()
    code, _, err = run("check", library=own_library)
    assert code == 1
    assert "asem.db.sha256" in err


def test_check_says_that_the_notebook_is_damaged(run: Run, tmp_path: Path) -> None:
    run("marks", "add", "POL-05")
    notebook = tmp_path / "home" / "notebook.db"
    notebook.write_bytes(bytes(100) + notebook.read_bytes()[100:])
    before = notebook.read_bytes()
    code, out, err = run("check")
    assert (code, out) == (1, "")
    assert str(notebook) in err
    assert notebook.read_bytes() == before
