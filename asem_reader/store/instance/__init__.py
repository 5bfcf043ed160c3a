# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""One window for one home: the lock, and the mailbox of a second start."""
