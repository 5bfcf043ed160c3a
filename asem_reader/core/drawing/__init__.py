# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Figures as values: what charts draw, without colour, toolkit or file."""
