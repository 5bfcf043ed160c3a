# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Use cases: what the window and the command line both do, once and without Qt."""
