# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What `marks check` and `marks place` do: marks and another edition of the Library. No Qt."""

import argparse
import json
from contextlib import closing
from pathlib import Path

from asem_reader.cli.terminal import tell
from asem_reader.core.anchoring.reanchor import Fate, Placement, Reanchorer, Report
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Waiting
from asem_reader.core.place import Place
from asem_reader.store.blocks import edition_index
from asem_reader.store.library import Library
from asem_reader.store.notebook.lastedition import LastEdition
from asem_reader.store.notebook.notebook import Notebook

WHY = {
    Waiting.TOPIC_GONE: "its topic is gone",
    Waiting.BLOCK_GONE: "its paragraph is gone",
    Waiting.WORDS_GONE: "its words are gone",
    Waiting.IN_DOUBT: "its place is in doubt",
}
_SHORT = 70


def check(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Say which marks keep their place in this Library, move or wait; exit code 1 if some wait."""
    with closing(Library.open(library_file)) as library:
        report = _placed(notebook, library)
    _tell(report, as_json=chosen.json)
    return 1 if report.of(Fate.WAITING) else 0


def place(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Give marks their places in this Library, after a backup; exit code 1 if some wait."""
    with closing(Library.open(library_file)) as library:
        report = _placed(notebook, library)
        edition, last = library.edition(), LastEdition(notebook)
        if report.placements and (report.changes or last.digest != edition.digest):
            last.back_up(edition)
            pairs = [(each.mark, each.new) for each in report.changes]
            old, new = (tuple(marks) for marks in zip(*pairs, strict=True)) if pairs else ((), ())
            notebook.change(Change("", old, new))
            last.keep(edition, edition_index(library).fingerprint)
    _tell(report, as_json=chosen.json)
    return 1 if report.of(Fate.WAITING) else 0


def _placed(notebook: Notebook, library: Library) -> Report:
    marks = notebook.marks()
    placing = Reanchorer(edition_index(library), LastEdition(notebook).fingerprint, marks)
    return Report(tuple(placing.place(mark) for mark in marks))


def _tell(report: Report, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(_record(report), ensure_ascii=False, indent=2))
        return
    tell(report)
    for each in report.of(Fate.MOVED):
        tell(f"{each.mark.id}  {each.mark.place.address} is now {each.new.place.address}")
    for each in report.of(Fate.WAITING):
        why = WHY[each.new.waiting] if each.new.waiting else ""
        tell(f"{each.mark.id}  {each.mark.place.address}: {why}")
        tell(f"    “{_short(each.mark.words or each.mark.quote)}”")
        if each.candidates:
            tell(f"    perhaps {each.candidates[0].place.address} “{_short(each.candidates[0].text)}”")


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rstrip()} …"


def _record(report: Report) -> dict[str, object]:
    kept, moved, waiting = (report.of(fate) for fate in Fate)
    return {
        "kept": len(kept),
        "moved": [
            {"id": each.mark.id, "from": _place(each.mark.place), "to": _place(each.new.place)}
            for each in moved
        ],
        "waiting": [_waiting(each) for each in waiting],
    }


def _waiting(placement: Placement) -> dict[str, object]:
    mark = placement.mark
    return {
        "id": mark.id,
        "from": _place(mark.place),
        "why": str(placement.new.waiting),
        "quote": mark.quote,
        "words": mark.words,
        "candidates": [
            {**_place(location.place), "text": location.text} for location in placement.candidates
        ],
    }


def _place(place: Place) -> dict[str, object]:
    return {"slug": place.slug, "block": place.block}
