# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The fixtures of the screen, for these tests."""

from support.screen import driver, home, open_driver, patient, swept

__all__ = ["driver", "home", "open_driver", "patient", "swept"]
