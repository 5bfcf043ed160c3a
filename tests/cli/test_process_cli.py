# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line in a process of its own: exit codes, pipes, and what is loaded."""

import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support.commandline import COMMANDS, MODULE
from support.processes import ROOT, child

from asem_reader.core.errors import Stopped


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["outline"], 0), (["show", "nowhere-at-all"], 1), (["search"], 2), (["--version"], 0)],
)
def test_the_exit_code_reaches_the_shell(arguments: list[str], code: int) -> None:
    ran = child(*MODULE, *arguments)
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    "arguments", [["show", b"\xff"], ["search", b"\xff"], ["marks", "add", "POL-05", "--note", b"\xff"]]
)
def test_bytes_that_are_no_text_make_no_traceback(tmp_path: Path, arguments: list[str | bytes]) -> None:
    ran = child(*MODULE, "--home", str(tmp_path / "home"), *arguments)
    assert b"Traceback" not in ran.stderr, ran.stderr.decode(errors="replace")
    assert ran.returncode in (0, 1)


LOADED = """
import sys
from asem_reader.cli.arguments import main
code = main(sys.argv[1:])
heavy = "PySide6 shiboken6 markdown sqlite_utils yaml typst pypdfium2 asem_reader.authoring".split()
print([name for name in heavy if name in sys.modules], code, file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [*COMMANDS[:4], ["marks", "list"], ["marks", "add", "POL-05"], ["show", "POL-05", "--format", "html"]],
    ids=" ".join,
)
def test_a_command_loads_no_window_and_no_compiler(
    tmp_path: Path, library_file: Path, arguments: list[str]
) -> None:
    ran = child("-c", LOADED, "--library", str(library_file), "--home", str(tmp_path), *arguments)
    assert ran.stderr.decode().splitlines()[-1] == "[] 0", ran.stderr.decode()


def test_until_a_command_is_known_neither_stores_nor_dataclasses_are_loaded() -> None:
    loaded = child("-c", "import sys, asem_reader.cli.arguments; print(*sys.modules)").stdout.decode().split()
    assert "asem_reader.cli.terminal" in loaded
    late = ("dataclasses", "sqlite3", "asem_reader.store.library", "asem_reader.store.notebook.notebook")
    assert [name for name in late if name in loaded] == []


def test_print_loads_no_window(tmp_path: Path) -> None:
    ran = child("-c", LOADED, "print", "POL-05", "-o", str(tmp_path / "x.pdf"))
    assert "PySide6" not in ran.stderr.decode()
    assert ran.stderr.decode().strip() == "['typst', 'pypdfium2'] 0"


@pytest.mark.parametrize(
    "arguments", [["outline"], ["show", "POL-05", "--format", "html"], ["search", "the", "--json"]]
)
def test_a_reader_that_has_seen_enough_is_no_fault(arguments: list[str]) -> None:
    """As with `| head -1`, and sooner: nobody reads any more when the first line is written."""
    with subprocess.Popen(
        [sys.executable, *MODULE, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
    assert said == ""
    assert process.returncode == 0


def test_head_takes_one_line() -> None:
    line = f"'{sys.executable}' -m asem_reader show POL-05 | head -1"
    ran = subprocess.run(line, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert re.fullmatch(r"Maritime security · POL-05 · as of [A-Z][a-z]+ \d{4}\n", ran.stdout)
    assert ran.stderr == ""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_knows_few_letters_makes_no_traceback(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    ran = child(*MODULE, "show", "POL-05")
    assert b"Traceback" not in ran.stderr, ran.stderr.decode(errors="replace")
    assert ran.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is a device of Linux")
@pytest.mark.parametrize("arguments", [["outline"], ["show", "POL-05", "--format", "html"]])
def test_a_full_disk_behind_standard_output_is_said(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, *MODULE, *arguments], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert b"Traceback" not in ran.stderr, ran.stderr.decode()
    assert ran.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are closed by a POSIX shell")
@pytest.mark.parametrize("arguments", ["outline", "show POL-05", "print POL-05 --format txt -o -"])
def test_a_closed_standard_output_is_no_fault(arguments: str) -> None:
    command = f"{shlex.quote(sys.executable)} -m asem_reader {arguments} >&-"
    ran = subprocess.run(command, shell=True, cwd=ROOT, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


INTERRUPTED = """
import os, runpy, signal, sys
at = sys.argv.pop(1)
class Stop:
    def find_spec(self, name, *_):
        if name == at:
            os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Stop())
runpy.run_module("asem_reader", run_name="__main__")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no Ctrl+C to a process by itself")
@pytest.mark.parametrize(
    ("at", "code", "said"),
    [
        ("asem_reader.cli.parser", -signal.SIGINT, []),
        ("asem_reader.cli.commands", -signal.SIGINT, []),
        ("asem_reader.paper.typeset", 130, [str(Stopped())]),
        ("typst", -signal.SIGINT, []),
    ],
)
def test_ctrl_c_makes_no_traceback(at: str, code: int, said: list[str]) -> None:
    ran = child("-c", INTERRUPTED, at, "print", "POL-05", "-o", "-")
    assert (ran.returncode, ran.stderr.decode().splitlines()) == (code, said)
