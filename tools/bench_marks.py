# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Times the pane of marks over many marks, each thing painted before it is counted."""

import datetime
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from asem_reader.core.content import Article
from asem_reader.core.grouping import View
from asem_reader.core.marks import Colour, Mark, MarkKind, anchor
from asem_reader.store.library import Library
from asem_reader.store.notebook import Notebook
from tools.figures import report, spread, timed

MANY, USUAL = 50_000, 300
_SEED = 2026
_FOLDERS = ("", "Visits", "Visits/Brussels", "Visits/Hanoi", "Speeches", "Speeches/Drafts", "To check")
_TAGS = ("visit", "figures", "ask", "minister", "urgent")
_TYPED = ("piracy", "the", "a", "asem", "hanoi 2004", "#visit ministers", "editor's note", "zzz")
_STEPS = 120


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
        yield replace(
            mark,
            colour=chance.choice(list(Colour)) if kind is MarkKind.HIGHLIGHT else None,
            folder=chance.choice(_FOLDERS),
            tags=tuple(chance.sample(_TAGS, chance.randrange(3))),
            created=when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        )


def measure_marks(home: Path) -> None:
    """A usual Notebook, then a very large one."""
    for number in (USUAL, MANY):
        measure_pane(home / str(number), number)


def measure_pane(home: Path, number: int) -> None:
    """Opening, grouping, filtering, scrolling and changing, in the real window."""
    from asem_reader import paths
    from asem_reader.app import application, make_window, show_first

    app, library, place = application(), Library.open(paths.library()), paths.home(home)
    notebook = Notebook(place.notebook)
    notebook.put(made_marks(notebook, library, number))
    notebook.close()
    window = make_window(app, library, place)
    window.restore_shape()
    window.show()
    show_first(window, None)
    app.processEvents()
    assert window.hands  # as a moment after the first page
    pane, tree = window.left.marks, window.left.marks.tree

    def painted(_: object = None) -> None:
        tree.viewport().repaint()

    def opened(_: object) -> None:
        window.actions_by_name["marks"].trigger()
        painted()

    def grouped(view: View) -> None:
        pane.show_by(view)
        painted()

    def filtered(text: str) -> None:
        pane.filter.setText(text)
        painted()

    def scrolled(_: object) -> None:
        tree.verticalScrollBar().setValue(tree.verticalScrollBar().value() + tree.viewport().height())
        painted()
        app.processEvents()

    def tagged(turn: int) -> None:
        window.parts.mark_tree.filing.tag([window.parts.marks.all[turn]], [f"new{turn}"])
        painted()

    name = f"{number:,} marks"
    report(f"{name}: first shown", f"{timed(opened, None):.0f} ms")
    views = [view for view in View if view is not View.BIN]
    spread(f"{name}: another view", [timed(grouped, view) for view in views * 3], "")
    first = timed(filtered, "q")
    filtered("")
    keys = [word[: end + 1] for word in _TYPED for end in range(len(word))]
    budget = "p95 16 ms" if number == USUAL else "p95 50 ms"
    spread(
        f"{name}: key in the filter", [timed(filtered, text) for text in keys], budget, f"first {first:.0f}, "
    )
    filtered("")
    grouped(View.DATES)
    spread(f"{name}: a page down", [timed(scrolled, None) for _ in range(_STEPS)], "p95 16 ms")
    grouped(View.FOLDERS)
    spread(f"{name}: a change, kept and shown", [timed(tagged, turn) for turn in range(20)], "")
    window.close()
    window.parts.marks.close()
    library.close()
