# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The fixtures of the glass, for these tests."""

from support.screen import home, open_window, patient, swept, window

__all__ = ["home", "open_window", "patient", "swept", "window"]
