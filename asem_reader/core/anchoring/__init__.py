# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finding again, in another edition, what a mark is on: the selectors of W3C Web Annotation, re-anchored."""
