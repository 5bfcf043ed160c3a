# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Measures the search: how good its answers are, and how long each key takes."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from asem_reader import paths
from asem_reader.core.errors import ReaderError
from asem_reader.core.query import parse
from asem_reader.store.library import Library
from asem_reader.store.search import Search
from tests import judged
from tools import made_library
from tools.figures import report, spread, timed

if TYPE_CHECKING:
    from asem_reader.widgets.window import Window

SAMPLE = 1_500
LONGEST_READ_MS = 50


def measure_answers(*, failures: bool) -> None:
    """How good the answers to the judged queries are, by kind; if wanted, those with no good topic first."""
    library = Library.open(paths.library())
    answered = judged.answers(Search(library), judged.read())
    whole = judged.score(answered)
    report(f"{whole.answers} judged queries", str(whole), "s@1 0.90, s@3 0.97")
    for kind, score in judged.by_kind(answered).items():
        report(f"  {kind} ({score.answers})", str(score))
    for answer in answered:
        if failures and answer.rank != 1:
            asked = answer.judged
            print(f"{asked.kind}: {asked.query!r} at {answer.rank or 'none'}, not {', '.join(asked.best)}")
            print(f"    but {', '.join(answer.topics[:4]) or 'nothing'}")
    library.close()


def measure_keys(home: Path) -> None:
    """Each key of the judged queries, in our Library."""
    _measure(paths.library(), home, prefixes(), "", "p95 16 ms")


def measure_made(home: Path) -> None:
    """The same on 100,000 sections, for a sample of the keys."""
    keys = random.Random(1).sample(prefixes(), SAMPLE)
    _measure(made_library.ready(), home, keys, ", 100,000 sections", "p95 50 ms")


def prefixes() -> list[str]:
    """All that stands in the field while the judged queries are typed, each text once."""
    queries = [asked.query for asked in judged.read()]
    return list(dict.fromkeys(query[:end] for query in queries for end in range(1, len(query) + 1)))


def _measure(file: Path, home: Path, keys: Sequence[str], where: str, budget: str) -> None:
    _measure_engine(file, keys, where)
    _measure_window(file, home, keys, where, budget)


def _measure_engine(file: Path, keys: Sequence[str], where: str) -> None:
    library = Library.open(file)
    search = Search(library)
    refused: list[str] = []

    def find(text: str) -> None:
        try:
            search.find(parse(text))
        except ReaderError:
            refused.append(text)

    took = [(timed(find, key), key) for key in keys]
    spread(f"search alone{where}", [time for time, _ in took], f"no read over {LONGEST_READ_MS} ms")
    slow = sorted((pair for pair in took if pair[0] > LONGEST_READ_MS), reverse=True)
    if slow:
        worst = ", ".join(f"{key!r} {time:.0f}" for time, key in slow[:5])
        report(f"  over {LONGEST_READ_MS} ms: {len(slow)} of {len(keys)}", worst)
    if refused:
        report(f"  not answered: {len(refused)}", ", ".join(map(repr, refused[:5])))
    library.close()


def _measure_window(file: Path, home: Path, keys: Sequence[str], where: str, budget: str) -> None:
    from asem_reader.app import start

    app, window = start(file, paths.home(home), None)
    app.processEvents()
    times = [timed(lambda text: typed(window, text), key) for key in keys]
    spread(f"key to results painted, {len(keys)} keys{where}", times, budget)
    window.close()
    window.parts.marks.close()
    window.parts.desk.library.close()
    app.processEvents()


def typed(window: "Window", text: str) -> None:
    """Put a text into the field and paint what it finds."""
    from PySide6.QtWidgets import QApplication

    window.field.setText(text)
    window.left.results.viewport().repaint()
    QApplication.sendPostedEvents()
