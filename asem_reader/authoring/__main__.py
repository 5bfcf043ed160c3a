# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""`python -m asem_reader.authoring build|check`: compiles the content, or says what is wrong with it."""

import argparse
import sys
import tempfile
from pathlib import Path

from asem_reader.authoring.bundle import build, compile_library
from asem_reader.authoring.problem import ContentError

DATA = Path(__file__).parents[2] / "data"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 with what is wrong on stderr."""
    parser = argparse.ArgumentParser(prog="python -m asem_reader.authoring", description=__doc__)
    parser.add_argument("command", choices=("build", "check"))
    parser.add_argument("--data", type=Path, default=DATA, help="the folder with the sources")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.command == "build":
            build(chosen.data, chosen.data / "asem.db")
        else:
            with tempfile.TemporaryDirectory() as folder:
                compile_library(chosen.data, Path(folder) / "asem.db")
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
