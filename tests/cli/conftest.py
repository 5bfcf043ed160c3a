# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""One command on the real Library and a home of its own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.commandline import Run

from asem_reader.cli.arguments import main


@pytest.fixture
def run(library_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command on the real Library and a home of its own: exit code, stdout, stderr."""

    def run(*arguments: str, library: Path = library_file) -> tuple[int, str, str]:
        try:
            code = main(["--library", str(library), "--home", str(tmp_path / "home"), *arguments])
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
