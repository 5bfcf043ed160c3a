# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Measures how a Notebook of 50,000 marks is placed in another edition, and how long a window waits."""

import gc
import random
import time
from pathlib import Path

from tools.figures import report

MARKS = 50_000
MEETS = 0.1  # of the marks, those whose paragraph was reworded


def measure_editions(home: Path) -> None:
    """Times the placing of marks of an earlier edition, whole and in the slices that the window has."""
    from PySide6.QtCore import QCoreApplication

    from asem_reader import paths
    from asem_reader.core.marks.change import Change
    from asem_reader.core.marks.mark import Mark, MarkKind
    from asem_reader.store.blocks import edition_index
    from asem_reader.store.library import Library
    from asem_reader.store.notebook.notebook import Notebook
    from asem_reader.viewmodels.editions.editions import Editions
    from asem_reader.viewmodels.marks.marks import Marks

    app = QCoreApplication.instance() or QCoreApplication([])
    library = Library.open(paths.library())
    locations, dice = edition_index(library).locations, random.Random(5)
    notebook = Notebook(home / "notebook.db")

    def old(number: int) -> Mark:
        location = dice.choice(locations)
        mark = notebook.draft(MarkKind.NOTE, location.anchor(), f"Note {number}")
        return mark._replace(quote=f"Once, {location.text}") if dice.random() < MEETS else mark

    notebook.change(Change("", new=tuple(old(number) for number in range(MARKS))))
    marks = Marks(notebook, str)
    while not marks.read_ahead():
        pass
    gc.freeze()  # as the start does when all marks are known
    editions = Editions(library, marks)
    told: list[object] = []
    editions.placed.connect(lambda placed, _kept: told.append(placed))
    editions.begin()
    start, slices = time.perf_counter(), []
    while not told:
        before = time.perf_counter()
        app.processEvents()
        slices.append((time.perf_counter() - before) * 1000)
    whole = time.perf_counter() - start
    slices.sort()
    report(f"{MARKS} marks placed in another edition", f"{whole:.1f} s ({told[0]})", "")
    report(
        "  the window waits, p95 and longest",
        f"{slices[len(slices) * 95 // 100]:.0f}, {slices[-1]:.0f} ms",
        "50 ms",
    )
    report("  steps to undo", str(marks.undo.count()), "1")
    begun = time.perf_counter()
    editions.begin()
    report("  the same edition again", f"{(time.perf_counter() - begun) * 1000:.1f} ms", "")
    notebook.close()
