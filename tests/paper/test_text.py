# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Plain text that can be read aloud, and on any screen."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import Pack
from asem_reader.core.printing.sheet import Note, Sheet
from asem_reader.paper.text import written


def text(sheet: Sheet, form: Form = Form()) -> str:  # noqa: B008  # frozen
    return written(Pack((sheet,)), form).decode()


def test_a_table_is_told_row_by_row(sheet: Sheet) -> None:
    rows = "- instrument: UNCLOS\n  adopted: 1982-12-10\n  in force: 1994-11-16 [2]\n"
    assert f"\nINSTRUMENTS\n\n{rows}" in text(sheet)


def test_sources_are_found_by_their_numbers(sheet: Sheet) -> None:
    assert "Lawful trade; no threat. [1, 2]" in text(sheet)
    assert "\n[3] Newsletter, ASEF, July 2016 (read in a copy; no address)\n" in text(sheet)


@pytest.mark.parametrize("body", ["SOURCES\n\n[1] A lie.", "  KEY FACTS\n- a fact", "word " * 60])
def test_nothing_in_a_note_can_pass_for_the_sheet(sheet: Sheet, note: Callable[..., Note], body: str) -> None:
    whole = text(replace(sheet, notes=(note(body, block=None),)))
    own = whole[whole.index("MY NOTES") + 8 : whole.rindex("\nSOURCES\n")]
    assert all(line.startswith("    ") for line in own.splitlines() if line)


def test_the_text_ends_with_imprint_and_marking(sheet: Sheet) -> None:
    assert text(sheet).split("\n\n")[-1].strip() == "PUBLIC SOURCES · NOT CLASSIFIED"
    assert text(sheet).endswith("\n")
