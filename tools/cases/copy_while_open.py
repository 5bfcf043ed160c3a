# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The file of the Notebook alone, copied while the window is open and idle, holds all marks."""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from PySide6.QtTest import QTest
from started import judge, started

from asem_reader.store.notebook.notebook import Notebook

SLUGS = ("maritime-security", "china", "japan", "energy-security")

root = Path(tempfile.mkdtemp())
driver = started(root / "home")
for slug in SLUGS:
    driver.open(slug).command("bookmark")
    QTest.qWait(200)
QTest.qWait(25_000)
(root / "copy").mkdir()
shutil.copy(root / "home" / "notebook.db", root / "copy")
with closing(Notebook.open(root / "copy" / "notebook.db")) as copy:
    held = [mark.slug for mark in copy.marks()]
print("marks in the copy:", len(held), "of", len(SLUGS))
driver.let_go()
judge(all_are_in_the_copy=set(held) == set(SLUGS))
