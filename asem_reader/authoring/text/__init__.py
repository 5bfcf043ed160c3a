# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Helps to read and set text: numbers in words, dates, typography."""
