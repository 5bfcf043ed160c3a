# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Measures the search: how good its answers are, and how long each key takes."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from asem_reader import paths
from asem_reader.core.errors import ReaderError
from asem_reader.core.search.query import parse
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search
from tests.support import judged_queries as judged
from tools import made_library
from tools.figures import report, spread, timed

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from asem_reader.widgets.frame.window import Window

SAMPLE = 1_500
LONGEST_READ_MS = 50
KEY_HITS = 16  # looked for at a key


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
    """The search alone, as a whole and by its longest read, after which the window is seen to."""
    library = Library.open(file)
    search = Search(library)
    refused: list[str] = []
    longest: list[tuple[float, str]] = []

    def find(text: str) -> None:
        steps = search.steps(parse(text), KEY_HITS)
        try:
            longest.append((max(_each(steps)), text))
        except ReaderError:
            refused.append(text)

    spread(f"search alone{where}", [timed(find, key) for key in keys], "")
    spread(f"  its longest read{where}", [time for time, _ in longest], f"max {LONGEST_READ_MS} ms")
    slow = sorted((pair for pair in longest if pair[0] > LONGEST_READ_MS), reverse=True)
    if slow:
        worst = ", ".join(f"{key!r} {time:.0f}" for time, key in slow[:5])
        report(f"  over {LONGEST_READ_MS} ms: {len(slow)} of {len(keys)}", worst)
    if refused:
        report(f"  not answered: {len(refused)}", ", ".join(map(repr, refused[:5])))
    library.close()


def _each(steps: Iterator[None]) -> Iterator[float]:
    """How long each of some steps takes."""
    over: list[bool] = []
    while not any(over):
        yield timed(lambda _: over.append(next(steps, True) is True), None)


def _measure_window(file: Path, home: Path, keys: Sequence[str], where: str, budget: str) -> None:
    from asem_reader.start import start

    app, window = start(file, paths.home(home), None)
    app.processEvents()
    assert window.dispatcher  # as a moment after the first page
    measure_typing(app, window, keys, where, budget)
    window.close()
    window.context.close()
    window.context.marks.close()
    window.context.desk.library.close()
    app.processEvents()


def measure_typing(
    app: "QCoreApplication", window: "Window", keys: Sequence[str], where: str, budget: str
) -> None:
    """Keys in the search field of a window, each until its answer is painted."""
    from PySide6.QtCore import QEventLoop

    held: list[float] = []

    def typed_and_answered(text: str) -> None:
        held.append(timed(lambda key: typed(window, key), text))
        while window.context.hits.asking:
            held.append(timed(app.processEvents, QEventLoop.ProcessEventsFlag.AllEvents))
            if not window.context.hits.asking:
                paint(window)

    times = [timed(typed_and_answered, key) for key in keys]
    spread(f"key to results painted, {len(keys)} keys{where}", times, budget)
    spread(f"  the window held at a time{where}", held, f"max {LONGEST_READ_MS} ms")
    pauses = [held for key in keys[::20] for held in pause(window, key)]
    spread(f"  ways to narrow counted in a pause{where}", pauses, f"max {LONGEST_READ_MS} ms")


def typed(window: "Window", text: str) -> None:
    """Put a text into the field and paint what is found at once."""
    window.field.setText(text)
    paint(window)


def paint(window: "Window") -> None:
    """Paint the results."""
    from PySide6.QtWidgets import QApplication

    window.left.found.results.viewport().repaint()
    QApplication.sendPostedEvents()


def pause(window: "Window", text: str) -> Iterator[float]:
    """Do what is done when no key comes for a while; say for how long each time the window is held."""
    from PySide6.QtWidgets import QApplication

    hits, counted = window.context.hits, list[bool]()
    typed(window, text)
    hits.finish()
    hits.counted.connect(lambda: counted.append(True))
    yield timed(lambda _: hits.count_scopes(), None)
    while not counted:
        yield timed(lambda _: QApplication.processEvents(), None)
