# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The fixtures of the glass, for these tests."""

import pytest
from PySide6.QtWidgets import QApplication
from support.screen import home, open_window, patient, swept, window

__all__ = ["home", "open_window", "patient", "swept", "window"]


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Timers run only where there is an application."""
    return qapp
