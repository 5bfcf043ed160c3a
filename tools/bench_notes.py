# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Times the window over many notes: opened, read ahead, walked through, searched."""

import gc
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.start import tune_collector
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from tools.bench_marks import FAST, MANY, made_marks
from tools.bench_search import measure_typing, prefixes
from tools.figures import longest_hold, report, spread, timed

if TYPE_CHECKING:
    from asem_reader.widgets.frame.window import Window

_LONG = 200  # letters of a note
_OPENED = 7
_KEYS = 1_500


def long_notes(notebook: Notebook, library: Library, number: int) -> Iterator[Mark]:
    """Yield notes of a realistic length: words of the Library, put together anew."""
    chance = random.Random(7)
    topics = [library.article(topic.slug) for topic in library.topics() if topic.words]
    texts = [block.text for article in topics for block in article.blocks.values()]
    for mark in made_marks(notebook, library, number):
        body = " ".join(chance.choice(texts) for _ in range(4))[:_LONG]
        yield mark._replace(kind=MarkKind.NOTE, colour=None, body=body)


def measure_notes(home: Path) -> None:
    """A large Notebook of notes, then one larger than anybody's."""
    for number in (FAST, MANY):
        measure_window_over(home / str(number), number)


def measure_window_over(home: Path, number: int) -> None:
    """From the start to a search, with so many notes and with none."""
    from asem_reader import paths
    from asem_reader.app import application, make_window
    from asem_reader.start import show_first

    app, library = application(), Library.open(paths.library())
    full, empty = paths.home(home / "full"), paths.home(home / "empty")
    notebook = Notebook(full.notebook)
    notebook.change(Change("", new=tuple(long_notes(notebook, library, number))))
    notebook.close()

    def opened(place: paths.Home) -> "Window":
        window = make_window(app, library, place)
        window.restore_shape()
        window.show()
        show_first(window, None)
        app.processEvents()
        return window

    def closed(window: "Window") -> None:
        window.close()
        window.context.close()
        window.context.marks.close()
        window.context.readings.close()
        window.deleteLater()

    def again(place: paths.Home) -> float:
        start = time.perf_counter()
        window = opened(place)
        taken = (time.perf_counter() - start) * 1000
        closed(window)
        return taken

    pairs = [(again(empty), again(full)) for _ in range(_OPENED)][1:]
    without, within = (statistics.median(times) for times in zip(*pairs, strict=True))
    name, budget = f"{number:,} notes", "p95 16 ms" if number == FAST else ""
    report(f"{name}: window opened; with none", f"{within:.0f}; {without:.0f} ms", "the same")
    window = opened(full)
    tune_collector()  # as the start does, now and when all marks are known
    window.watch.known.connect(gc.freeze)
    window.watch.start()
    marks = window.context.marks
    whole, hold = longest_hold(app, lambda: marks.are_known and marks.haystacks.is_ready(marks.all))
    report(f"{name}: read ahead, made ready", f"{whole:.1f} s, longest hold {hold:.0f} ms", "100 ms")
    topics = [topic for topic in library.topics() if topic.words]

    def went(number: int) -> None:
        window.context.desk.go(topics[number % len(topics)].place)
        window.reader.viewport().repaint()

    spread(f"{name} known: click to page painted", [timed(went, n) for n in range(100)], budget)

    keys = random.Random(1).sample(prefixes(), _KEYS)
    measure_typing(app, window, keys, f", {name}", budget)
    closed(window)
    library.close()
