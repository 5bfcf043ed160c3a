# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""`python -m asem_reader.authoring build|check|report`: compiles the content, checks it, counts it."""

import argparse
import sys
import tempfile
from pathlib import Path

from asem_reader.authoring.bundle import build, compile_library
from asem_reader.authoring.checks.spelling import NoDictionary, misspelt
from asem_reader.authoring.compiled import compile_content
from asem_reader.authoring.problem import ContentError
from asem_reader.authoring.proof.proof import proofread
from asem_reader.authoring.proof.report import insert, written

DATA = Path(__file__).parents[2] / "data"
REPORT = DATA.with_name("docs") / "content.md"


def _build(data: Path) -> None:
    build(data, data / "asem.db")


def _check(data: Path) -> None:
    """Compile aside, with all that only authors need to know of."""
    with tempfile.TemporaryDirectory() as folder:
        compile_library(data, Path(folder) / "asem.db")
    compiled = compile_content(data)
    problems = list(proofread(compiled, data))
    try:
        problems += misspelt(compiled.content, compiled.renderings)
    except NoDictionary as missing:
        print(missing, file=sys.stderr)
    if problems:
        raise ContentError(problems)


def _report(data: Path) -> None:
    report = written(compile_content(data), data)
    if data == DATA:
        REPORT.write_text(insert(report, REPORT.read_text(encoding="utf-8")), encoding="utf-8")
    print(report)


_COMMANDS = {"build": _build, "check": _check, "report": _report}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 with what is wrong on stderr."""
    parser = argparse.ArgumentParser(prog="python -m asem_reader.authoring", description=__doc__)
    parser.add_argument("command", choices=("build", "check", "report"))
    parser.add_argument("--data", type=Path, default=DATA, help="the folder with the sources")
    chosen = parser.parse_args(arguments)
    try:
        _COMMANDS[chosen.command](chosen.data)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
