# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What each window has for a screen reader, compared with a listing; `LISTING=1` writes that anew."""

import pytest
from PySide6.QtWidgets import QDialog
from support.heard import Listener
from support.listing import LISTING, listed
from support.literal_text import kinds
from support.looked_at import compare
from support.shown_windows import EMPTY, FULL

from asem_reader import widgets


@pytest.mark.parametrize("name", EMPTY)
def test_a_window_has_what_is_listed(reader: Listener, name: str) -> None:
    compare(reader, name, EMPTY[name], next(iter(EMPTY)))


def test_every_dialog_is_in_the_listing() -> None:
    assert [*listed()] == [*EMPTY, *FULL]
    listing = LISTING.read_text(encoding="utf-8")
    without = {kind for kind in kinds(widgets, QDialog) if f"({kind})" not in listing}
    assert without == {"PrinterDialog"}  # Qt's own, with the printers of a machine
