# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What tests stand on: the window's driver, makers of content and marks, readers of what was printed."""
