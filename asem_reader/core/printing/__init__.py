# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Values for printing: sheets, packs, binders, and what a printer is asked for."""
