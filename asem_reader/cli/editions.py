# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What `marks check` and `marks place` do: marks and another edition of the Library. No Qt."""

import argparse
from contextlib import closing
from pathlib import Path

from asem_reader.cli.records import named
from asem_reader.cli.terminal import tell, tell_json
from asem_reader.core.anchoring.reanchor import Fate, Placement, Report
from asem_reader.core.language import N_, _
from asem_reader.core.marks.mark import Waiting
from asem_reader.core.place import Place
from asem_reader.core.steps import done
from asem_reader.operations.editions import keeping, placing
from asem_reader.store.blocks import edition_index
from asem_reader.store.library import Library
from asem_reader.store.notebook.lastedition import LastEdition
from asem_reader.store.notebook.notebook import Notebook

WHY = {
    Waiting.TOPIC_GONE: N_("its topic is gone"),
    Waiting.BLOCK_GONE: N_("its paragraph is gone"),
    Waiting.WORDS_GONE: N_("its words are gone"),
    Waiting.IN_DOUBT: N_("its place is in doubt"),
}
_SHORT = 70


def check(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Say which marks keep their place in this Library, move or wait; exit code 1 if some wait."""
    with closing(Library.open(library_file)) as library:
        report = _placed(notebook, library)
    return _tell(report, as_json=chosen.json)


def place(chosen: argparse.Namespace, notebook: Notebook, library_file: Path) -> int:
    """Give marks their places in this Library, after a backup; exit code 1 if some wait."""
    with closing(Library.open(library_file)) as library:
        report = _placed(notebook, library)
        edition, last = library.edition(), LastEdition(notebook, library.id)
        if report.placements and (report.changes or last.digest != edition.digest):
            fingerprint = edition_index(library).fingerprint
            done(keeping(report, edition, fingerprint, last, notebook.change))
    return _tell(report, as_json=chosen.json)


def _placed(notebook: Notebook, library: Library) -> Report:
    marks = tuple(mark for mark in notebook.marks() if mark.library == library.id)
    return done(placing(marks, edition_index(library), LastEdition(notebook, library.id).fingerprint))


def _tell(report: Report, *, as_json: bool) -> int:
    """Say what becomes of the marks; return the exit code."""
    waiting = report.of(Fate.WAITING)
    if as_json:
        tell_json(_record(report))
        return 1 if waiting else 0
    tell(report)
    for each in report.of(Fate.MOVED):
        old, new = each.mark.place.address, each.new.place.address
        tell(f"{each.mark.id}  {_('{old} is now {new}').format(old=old, new=new)}")
    for each in waiting:
        why = _(WHY[each.new.waiting]) if each.new.waiting else ""
        tell(f"{each.mark.id}  {each.mark.place.address}: {why}")
        tell(f"    “{_short(each.mark.words or each.mark.quote)}”")
        if each.candidates:
            likeliest = each.candidates[0]
            perhaps = _("perhaps {address} “{text}”")
            tell(f"    {perhaps.format(address=likeliest.place.address, text=_short(likeliest.text))}")
    return 1 if waiting else 0


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
    return {**named(place.slug), "block": place.block}
