# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""HTML for the glass, made from values: no Qt, no files."""
