# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A composite indicator: what was measured of each partner, and the scores and ranks made of it."""
