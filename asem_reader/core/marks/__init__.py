# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks as values: what they are, how they are indexed, grouped, filtered and changed."""
