# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is printed, as values: sheets, packs, binders, and what a printer is asked for."""
