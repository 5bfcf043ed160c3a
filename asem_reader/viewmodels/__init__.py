# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What widgets look at: QtCore and QtGui, never QtWidgets."""
