# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The two ends of a command: its call, and what it says, in which no letter commands the terminal."""

import argparse
import json
import re
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from asem_reader import paths

if TYPE_CHECKING:
    from asem_reader.core.marks.mark import Mark
    from asem_reader.store.library import Library
    from asem_reader.store.notebook.notebook import Notebook

# All that moves the cursor, colours, or turns the order of letters (ECMA-48, UAX #9), but tab and line end.
_COMMANDING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Call(NamedTuple):
    """The call of a command: its options, the Library's file, and where personal files are kept.

    The stores are loaded by the first that asks for one: a usage or a second start waits for neither.
    """

    options: argparse.Namespace
    library_file: Path
    home: paths.Home

    def library(self) -> "closing[Library]":
        """Open the Library for a `with` block."""
        from asem_reader.store.library import Library

        return closing(Library.open(self.library_file))

    def notebook(self) -> "closing[Notebook]":
        """Open the Notebook for a `with` block."""
        from asem_reader.store.notebook.notebook import Notebook

        return closing(Notebook.open(self.home.notebook))

    def marks(self) -> "tuple[Mark, ...]":
        """All marks in use."""
        with self.notebook() as notebook:
            return notebook.marks()

    def answer(self, record: object, lines: Iterable[object]) -> None:
        """Print the record as JSON if that is asked for, else the lines."""
        if self.options.json:
            tell_json(record)
        else:
            for line in lines:
                tell(line)


def visible(text: str) -> str:
    r"""Return a text with each control character as an escape, such as ``\x1b``."""
    return _COMMANDING.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def tell(said: object) -> None:
    """Print a line or several on standard output."""
    print(visible(str(said)))


def warn(said: object) -> None:
    """Print a line or several on standard error."""
    print(visible(str(said)), file=sys.stderr)


def tell_json(value: object) -> None:
    """Print a value as JSON on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def heed_interrupts() -> None:
    """Have Ctrl+C raise KeyboardInterrupt again, as Python does, if it ended the process until now."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def ended_by_interrupts() -> Iterator[None]:
    """Have Ctrl+C end the process at once in a `with` block: around long work that writes nothing."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        heed_interrupts()
