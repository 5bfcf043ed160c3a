# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is taken along from the Library into other texts: excerpts and references."""
