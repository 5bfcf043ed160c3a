# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Times 50,000 marks on the way out and in, in each format, and the import of all into an empty Notebook."""

import datetime
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from asem_reader import paths
from asem_reader.core.exchange.format import FOR_READING, MarksFormat, written
from asem_reader.core.exchange.parcel import packed
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkId, MarkKind, anchor
from asem_reader.core.steps import done
from asem_reader.operations.parcelfile import read
from asem_reader.start import tune_collector
from asem_reader.store.library import Library
from tools.figures import held, report

MANY = 50_000
NOW = "2026-11-25T12:00:00Z"
_NOTE = "Ask **the desk** for:\n- the list of 2025\n- the date of the next seminar"
Result = TypeVar("Result")


def measure_exchange(home: Path) -> None:
    """Each format in memory, then files into a Notebook, as the window does it; undo of it."""
    from asem_reader.core.exchange.parcel import Wanted
    from asem_reader.store.notebook.backup import back_up
    from asem_reader.store.notebook.notebook import Notebook
    from asem_reader.store.output import Output
    from asem_reader.viewmodels.exchange.exchange import Exchange
    from asem_reader.viewmodels.marks.marks import Marks

    library = Library.open(paths.library())
    guide = library.guide()
    parcel = packed(made(library, MANY), [Folder(f"Folder {number}") for number in range(40)])
    for kind in MarksFormat:
        if kind in FOR_READING:
            continue
        text, out = taken(lambda kind=kind: written(parcel, kind, guide, "today"))  # type: ignore[misc]
        back, in_ = taken(lambda kind=kind, text=text: read(text, kind, NOW))  # type: ignore[misc]
        shown = {mark._replace(before="", after="") for mark in parcel.marks}
        assert {mark._replace(before="", after="") for mark in back.marks} == shown
        said = f"{len(text.encode()) / 1e6:.0f} MB, out {out:.1f} s, in {in_:.1f} s"
        report(f"{MANY:,} marks as {kind}", said, "seconds")
    home.mkdir(parents=True, exist_ok=True)
    marks = Marks(Notebook(home / "notebook.db"), str)
    exchange = Exchange(marks, library, Output([home], library.path))
    (home / "marks.json").write_text(written(parcel, MarksFormat.JSON, guide, ""), encoding="utf-8")
    tune_collector()  # as the start does
    file, again = home / "marks.json", home / "again.json"
    for what, begin, right in (
        ("import of a file", lambda: exchange.importing(file), lambda taken: taken.new == MANY),
        ("the same again", lambda: exchange.importing(file), lambda taken: taken.there == MANY),
        ("export of all", lambda: exchange.exporting(again, MarksFormat.JSON, Wanted()), MANY.__eq__),
        ("undo of the import", marks.taking_back, bool),
    ):
        result, seconds, longest = held(begin())
        assert right(result)
        said = f"{seconds:.1f} s, window held {longest:.0f} ms"
        report(f"{MANY:,} marks, {what}", said, "Cancel over 1 s; 100 ms")
    done(marks.doing_again())
    with marks.notebook.file.reading() as connection:
        assert connection
        back_up(connection, marks.notebook.path, datetime.date(2026, 11, 25))
    done(marks.taking_back())
    preview, seconds, longest = held(exchange.previewing(done(exchange.listing())[0]))
    assert len(preview.back) == MANY
    said = f"{seconds:.1f} s, window held {longest:.0f} ms"
    report(f"{MANY:,} marks, preview of a backup", said, "Cancel over 1 s; 100 ms")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    report("most memory while exchanging", f"{peak:.0f} MB", "")
    marks.close()


def made(library: Library, count: int) -> Iterator[Mark]:
    """Marks of all kinds on real paragraphs; the seed repeats them."""
    chance = random.Random(5)
    articles = [library.article(topic.slug) for topic in library.topics() if topic.words]
    for number in range(count):
        article = chance.choice(articles)
        block = chance.choice(list(article.blocks))
        words = " ".join(article.blocks[block].text.split(" ")[1:4])
        on = anchor(article, block, words if number % 2 else "")
        kind = chance.choice(list(MarkKind))
        mark = Mark(
            MarkId(f"{number:032x}"),
            kind,
            *on[:5],
            _NOTE if kind is MarkKind.NOTE else "",
            f"Folder {number % 40}",
            ("one", "two"),
            NOW,
            NOW,
        )
        colour = chance.choice(list(Colour)) if kind is MarkKind.HIGHLIGHT else None
        yield mark._replace(words=on.words, colour=colour, position=number // 40)


def taken(work: Callable[[], Result]) -> tuple[Result, float]:
    """What some work gives, and the seconds it takes this process: others have the machine too."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start
