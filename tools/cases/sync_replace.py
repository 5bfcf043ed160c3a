# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A program that syncs puts another machine's Notebook in the place of the open one: nothing is lost."""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from PySide6.QtTest import QTest
from started import judge, started
from support.marks import keep

from asem_reader.core.marks.mark import MarkKind, anchor
from asem_reader.core.place import Slug
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook

ROOT = Path(__file__).parents[2]
TOLD = "put another Notebook in the place of yours"


def fill(file: Path, count: int, said: str) -> None:
    """Put notes into a Notebook."""
    with (
        closing(Library.open(ROOT / "data" / "asem.db")) as library,
        closing(Notebook.open(file)) as notebook,
    ):
        article = library.article(Slug("maritime-security"))
        notes = [notebook.draft(MarkKind.NOTE, anchor(article, None), f"{said} {n}") for n in range(count)]
        keep(notebook, notes)


def bookmark(slug: str) -> None:
    driver.open(slug).command("bookmark")
    QTest.qWait(300)


root = Path(tempfile.mkdtemp())
mine, other = root / "home" / "notebook.db", root / "other" / "notebook.db"
fill(mine, 200, "both")
shutil.copytree(mine.parent, other.parent)
fill(other, 150, "theirs")
driver = started(mine.parent)
for slug in ("china", "japan"):
    bookmark(slug)
mine.rename(mine.with_name("notebook (conflicted copy).db"))
shutil.copy(other, mine.with_name("part"))
mine.with_name("part").rename(mine)
QTest.qWait(2_500)
for slug in ("environment", "asem12"):
    bookmark(slug)
told = driver.notice
before = len(driver.marks)
driver.click_notice()
held = {mark.body or mark.slug for mark in driver.marks}
print("told:", repr(told))
print("marks before and after what was set aside is brought in:", before, len(driver.marks))
driver.let_go()
judge(
    it_is_told=TOLD in told,
    all_354_are_there=len(held) == 354,
    nothing_is_written_into_the_copy_set_aside=mine.with_name("notebook (conflicted copy).db").exists(),
)
