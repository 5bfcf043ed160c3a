# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line in tests: how it is started, and what its commands are."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from asem_reader.paper import typeset

Run = Callable[..., tuple[int, str, str]]
Read = Callable[..., Any]
MODULE = ("-m", "asem_reader")
COMMANDS = (
    ["outline"],
    ["show", "POL-05"],
    ["search", "sea"],
    ["check"],
    ["print", "POL-05", "-o", "never.pdf"],
)


def printed(file: Path) -> str:
    return " ".join(" ".join(typeset.text(file.read_bytes())).split())
