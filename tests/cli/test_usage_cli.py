# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line: wrong usage, options for all, and what stands in the way of any command."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from support.commandline import COMMANDS, MODULE, Run
from support.processes import ROOT, child

from asem_reader import __version__
from asem_reader.cli.arguments import main


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["search"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "many"],
        ["print", "POL-05"],
        ["figures", "--show", "tiles"],
        ["print", "-o", "x.pdf", "--limit", "3"],
        ["print", "-o", "x.pdf"],
        ["print", "POL-05", "-o", "x.pdf", "--paper", "a5"],
        ["marks"],
        ["marks", "burn"],
        ["marks", "add"],
        ["show", "POL-05", "--format", "pdf"],
        ["outline", "--yaml"],
        ["outline", "more"],
        ["--libary", "x", "outline"],
        ["POL-05", "POL-06"],
        ["--library"],
    ],
)
def test_wrong_usage_ends_with_two(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "usage:" in err


@pytest.mark.parametrize(
    "arguments", [["--help"], ["search", "--help"], ["marks", "add", "--help"], ["--version"]]
)
def test_help_and_version_are_no_faults(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    assert ("usage:" in out) or (__version__ in out)


@pytest.mark.parametrize("before", [True, False])
def test_the_options_for_all_stand_before_or_after(
    library_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], before: bool
) -> None:
    options = ["--library", str(library_file), "--home", str(tmp_path)]
    command = ["search", "piracy"]
    assert main([*options, *command] if before else [*command, *options]) == 0
    assert "maritime-security" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize("broken", ["missing", "text", "flipped"])
def test_a_broken_library_is_said_in_one_line(
    run: Run, own_library: Path, arguments: list[str], broken: str
) -> None:
    content = bytearray(own_library.read_bytes())
    content[50_000] ^= 1
    {
        "missing": own_library.unlink,
        "text": lambda: own_library.write_text("no database"),
        "flipped": lambda: own_library.write_bytes(content),
    }[broken]()
    code, out, err = run(*arguments, library=own_library)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert str(own_library) in err
    assert not (ROOT / "never.pdf").exists()


def test_personal_files_lie_where_the_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "Ω data"))
    ran = child(*MODULE, "marks", "add", "POL-05")
    assert ran.returncode == 0, ran.stderr.decode()
    if os.name == "posix" and sys.platform != "darwin":
        assert (tmp_path / "Ω data" / "asem-reader" / "notebook.db").is_file()


def test_without_a_screen_the_window_is_refused_in_a_sentence(library_file: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ran = subprocess.run(
        [sys.executable, *MODULE, "--library", str(library_file)],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in hidden},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("There is no screen")
    assert ran.stderr.count("\n") == 1


def test_without_qt_s_libraries_the_window_is_refused_in_a_sentence(library_file: Path) -> None:
    missing = "import sys; sys.modules['PySide6.QtWidgets'] = None"
    ran = child("-c", f"{missing}; from asem_reader.cli.arguments import main; sys.exit(main([]))")
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr.startswith(b"Windows cannot be drawn here: ")
    assert ran.stderr.count(b"\n") == 1


HOMELESS = """
import os, pwd, sys
from asem_reader.cli.arguments import main
os.environ.pop("HOME", None)
os.environ.pop("XDG_DATA_HOME", None)
pwd.getpwuid = {}.__getitem__
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="pwd is POSIX's")
@pytest.mark.parametrize("arguments", [[], ["marks", "list"], ["marks", "add", "POL-05"], ["check"]])
def test_without_a_home_folder_one_sentence_says_so(library_file: Path, arguments: list[str]) -> None:
    ran = child("-c", HOMELESS, "--library", str(library_file), *arguments)
    said = ran.stderr.decode().splitlines()
    assert (ran.returncode, len(said)) == (1, 1)
    assert said[0].startswith("Your notes cannot be kept in ~/.local/s")


@pytest.mark.skipif(sys.platform == "win32", reason="pwd is POSIX's")
@pytest.mark.parametrize(
    "arguments",
    [["outline"], ["show", "POL-05"], ["search", "piracy"], ["print", "POL-05", "-o", "{}/x.txt"]],
)
def test_what_needs_no_home_does_without_one(
    library_file: Path, tmp_path: Path, arguments: list[str]
) -> None:
    given = [argument.format(tmp_path) for argument in arguments]
    ran = child("-c", HOMELESS, "--library", str(library_file), *given)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_no_letter_of_a_title_commands_the_terminal(run: Run, own_library: Path) -> None:
    with closing(sqlite3.connect(own_library)) as database:
        database.execute(
            "UPDATE topics SET title = char(27) || '[2J' || title, summary = char(155) || summary"
        )
        database.commit()
    own_library.with_name("asem.db.sha256").unlink()
    for command in (("outline",), ("show", "maritime-security"), ("search", "piracy"), ("search", "\x1b")):
        _, out, err = run(*command, library=own_library)
        assert not re.search(r"[\x1b\x9b]", out + err)
    assert r"\x1b[2JMaritime" in run("show", "maritime-security", library=own_library)[1]


@pytest.mark.parametrize("locale", ["C", "POSIX", "xx_XX.UTF-8"])
def test_a_trial_says_each_step_and_nothing_of_the_locale(
    library_file: Path, monkeypatch: pytest.MonkeyPatch, locale: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    ran = child(*MODULE, "--library", str(library_file), "--smoke")
    assert (ran.returncode, ran.stderr) == (0, b"")
    steps = ran.stdout.decode().splitlines()
    assert len(steps) == 5
    assert all(step.startswith("ok: ") for step in steps)


def test_a_trial_that_fails_says_where(own_library: Path) -> None:
    with closing(sqlite3.connect(own_library)) as changed:
        emptied = "INSERT INTO sections_fts (sections_fts) VALUES ('delete-all');"
        changed.executescript(f"DELETE FROM names; DELETE FROM words; {emptied}")
    own_library.with_name("asem.db.sha256").unlink()
    ran = child(*MODULE, "--library", str(own_library), "--smoke")
    assert ran.returncode == 1
    assert "failed: the words are marked\n" in ran.stdout.decode()
    assert "Not so: the words are marked.\n" in ran.stderr.decode()
