# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Rows and handlers are joined at import, or not at all."""

from pathlib import Path
from typing import Any

import pytest

from asem_reader.widgets.commands import search
from asem_reader.widgets.commands.dispatch import HANDLERS
from asem_reader.widgets.frame.actions import Command, joined

TABLES = tuple(handler.commands for handler in HANDLERS)


def test_a_row_without_a_handler_is_an_error_at_import() -> None:
    source = Path(search.__file__).read_text(encoding="utf-8")
    exec(source, {"__name__": search.__name__})
    with pytest.raises(NameError, match="focus_search"):
        exec(source.replace("def focus_search", "def focus"), {"__name__": search.__name__})


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (Command("print", "Print again", ("Ctrl+Alt+9",), str), "print"),
        (Command("fly", "Fly", ("Ctrl+Alt+9",), str), "fly"),
    ],
    ids=["a second handler", "in no menu"],
)
def test_a_row_too_many_is_refused(row: Command[Any], wrong: str) -> None:
    with pytest.raises(ValueError, match=rf": {wrong}$"):
        joined(*TABLES, (row,))


def test_a_row_too_few_and_a_key_used_twice_are_refused() -> None:
    *others, (waiting,) = TABLES
    assert next(iter(joined(*TABLES))) == "print"
    with pytest.raises(ValueError, match=r": waiting$"):
        joined(*others)
    with pytest.raises(ValueError, match=r": Ctrl\+P$"):
        joined(*others, (waiting._replace(keys=("Ctrl+P",)),))
