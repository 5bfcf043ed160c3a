# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Trials that take minutes: `make torture` runs them, `make test` does not."""

import os

collect_ignore_glob = [] if "TORTURE" in os.environ else ["test_*.py"]
