# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""ASEM Reader: an offline briefing reader for the Asia-Europe Meeting."""

__version__ = "0.1.0"
