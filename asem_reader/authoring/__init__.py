# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The content compiler: Markdown and YAML in, one SQLite file out."""
