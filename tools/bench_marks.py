# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Times the pane of marks over many marks, each thing painted before it is counted."""

import datetime
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from asem_reader.core.content import Article
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.grouping import View
from asem_reader.core.marks.mark import Colour, Mark, MarkKind, anchor
from asem_reader.core.steps import done
from asem_reader.start import tune_collector
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from tools.figures import report, spread, timed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from asem_reader.widgets.frame.window import Window

FAST, MANY = 5_000, 50_000
_BUDGETS = {FAST: "p95 16 ms", MANY: ""}  # so many are to be fast; with very many the window must listen
_SEED = 2026
_FOLDERS = ("", "Visits", "Visits/Brussels", "Visits/Hanoi", "Speeches", "Speeches/Drafts", "To check")
_TAGS = ("visit", "figures", "ask", "minister", "urgent")
_TYPED = ("piracy", "the", "a", "asem", "hanoi 2004", "#visit ministers", "editor's note", "zzz")
_STEPS = 120
_HOLD = "100 ms at a time"
Value = TypeVar("Value")


def made_marks(notebook: Notebook, library: Library, number: int) -> Iterator[Mark]:
    """Yield marks as a diligent reader makes them over two years, the same each time."""
    chance = random.Random(_SEED)
    articles: list[Article] = [library.article(topic.slug) for topic in library.topics() if topic.words]
    start = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)
    for _ in range(number):
        article = chance.choice(articles)
        block = chance.choice(list(article.blocks.values()))
        kind = chance.choice(list(MarkKind))
        words = " ".join(block.text.split()[: chance.randrange(3, 20)])
        mark = notebook.draft(kind, anchor(article, block.id), words if kind is MarkKind.NOTE else "")
        when = start - datetime.timedelta(minutes=chance.randrange(1_000_000))
        yield mark._replace(
            colour=chance.choice(list(Colour)) if kind is MarkKind.HIGHLIGHT else None,
            folder=chance.choice(_FOLDERS),
            tags=tuple(chance.sample(_TAGS, chance.randrange(3))),
            created=when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        )


def measure_marks(home: Path) -> None:
    """A large Notebook, then one larger than anybody's."""
    for number in (FAST, MANY):
        measure_pane(home / str(number), number)


class Trial:
    """Gestures in the pane of marks of a window, each until all that it shows is painted."""

    def __init__(self, app: "QApplication", window: "Window") -> None:
        self._app = app
        self._tree = window.left.marks.tree
        self._model = window.context.mark_tree
        self.holds: list[float] = []

    def times(self, gesture: Callable[[Value], object], values: Iterable[Value]) -> list[float]:
        """How long each takes; a moment goes by in between, as under a reader's hands."""
        self.holds.clear()
        taken = []
        for value in values:
            taken.append(timed(lambda _, value=value: self._show(gesture, value), None))
            self.rest()
        return taken

    def rest(self) -> None:
        """Let the window do what is left to do."""
        while self._model.is_waiting:
            self._hold(self._app.processEvents)

    def _show(self, gesture: Callable[[Value], object], value: Value) -> None:
        self._hold(lambda: (gesture(value), self._tree.viewport().repaint()))
        while self._model.is_waiting:
            self._hold(self._app.processEvents)
            if not self._model.is_waiting:
                self._hold(self._tree.viewport().repaint)

    def _hold(self, work: Callable[[], object]) -> None:
        self.holds.append(timed(lambda _: work(), None))


def measure_pane(home: Path, number: int) -> None:
    """Opening, grouping, filtering, scrolling and changing, in the real window."""
    from asem_reader import paths
    from asem_reader.app import application, make_window
    from asem_reader.start import show_first

    app, library, place = application(), Library.open(paths.library()), paths.home(home)
    notebook = Notebook(place.notebook)
    notebook.change(Change("", new=tuple(made_marks(notebook, library, number))))
    notebook.close()
    window = make_window(app, library, place)
    window.restore_shape()
    window.show()
    show_first(window, None)
    app.processEvents()
    assert window.dispatcher  # as a moment after the first page
    measure_gestures(Trial(app, window), window, f"{number:,} marks", _BUDGETS[number])
    window.close()
    window.context.marks.close()
    library.close()


def measure_gestures(trial: Trial, window: "Window", name: str, budget: str) -> None:
    """What a reader does in the pane."""
    pane, bar = window.left.marks, window.left.marks.tree.verticalScrollBar()

    def scrolled(_: object) -> None:
        bar.setValue(bar.value() + bar.pageStep())

    def tagged(turn: int) -> None:
        window.context.mark_tree.filing.tag([window.context.marks.all[turn]], [f"new{turn}"])

    def moved(turn: int) -> None:
        window.context.mark_tree.filing.put([window.context.marks.all[turn].id], [], _FOLDERS[1 + turn % 2])

    def show_by(view: View) -> None:
        pane.show_by(view)
        trial.rest()

    def measured(what: str, gesture: Callable[[Value], object], values: Iterable[Value], wish: str) -> None:
        spread(f"{name}: {what}", trial.times(gesture, values), wish)
        report("  the window held at most", f"{max(trial.holds):.0f} ms", _HOLD)

    first = trial.times(lambda _: window.actions_by_name["marks"].trigger(), [None])
    longest = f"{first[0]:.0f} ms, longest hold {max(trial.holds):.0f} ms"
    report(f"{name}: read and first shown", longest, _HOLD)
    tune_collector()  # as the start does, and again when all marks are known
    views = [view for view in View if view is not View.BIN]
    measured("another view", pane.show_by, views * 3, "")
    show_by(View.FOLDERS)
    keys = [word[: end + 1] for word in _TYPED for end in range(len(word))]
    measured("key in the filter", pane.filter.setText, keys, budget)
    pane.filter.clear()
    show_by(View.DATES)
    measured("a page down", scrolled, range(_STEPS), budget)
    show_by(View.FOLDERS)
    day = trial.times(tagged, [0])
    longest = f"{day[0]:.0f} ms, longest hold {max(trial.holds):.0f} ms"
    report(f"{name}: first change of a day, backed up", longest, _HOLD)
    measured("a change, kept and shown", tagged, range(1, 41), budget)
    measured("moved to another folder", moved, range(40), budget)
    measured("the same undone", lambda _: done(window.context.marks.taking_back()), range(40), budget)
