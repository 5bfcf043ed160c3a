# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The fixtures of the screen, for these tests."""

import pytest
from PySide6.QtWidgets import QApplication
from support.screen import driver, home, open_driver, patient, swept

__all__ = ["driver", "home", "open_driver", "patient", "swept"]


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Timers run only where there is an application."""
    return qapp
