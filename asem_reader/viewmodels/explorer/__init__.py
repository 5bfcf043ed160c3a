# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The explorer of the connectivity figures: a ranking as a table, its pictures, and what changes them."""
