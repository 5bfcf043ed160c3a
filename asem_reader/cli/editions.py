# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The actions `marks check` and `marks place`: marks and another edition of the Library. No Qt."""

from collections.abc import Iterator

from asem_reader.cli.records import Record, place_record
from asem_reader.cli.terminal import Call
from asem_reader.core.anchoring.reanchor import Fate, Placement, Report
from asem_reader.core.language import N_, _
from asem_reader.core.marks.mark import Waiting
from asem_reader.core.steps import done
from asem_reader.operations.editions import keeping, placing
from asem_reader.store.library import Library, edition_index
from asem_reader.store.notebook.lastedition import LastEdition
from asem_reader.store.notebook.notebook import Notebook

WHY = {
    Waiting.TOPIC_GONE: N_("its topic is gone"),
    Waiting.BLOCK_GONE: N_("its paragraph is gone"),
    Waiting.WORDS_GONE: N_("its words are gone"),
    Waiting.IN_DOUBT: N_("its place is in doubt"),
}
_SHORT = 70


def check(call: Call, notebook: Notebook) -> int:
    """Say which marks keep their place in this Library, move or wait; exit code 1 if some wait."""
    with call.library() as library:
        report = _placed(notebook, library)
    return _tell(report, call)


def place(call: Call, notebook: Notebook) -> int:
    """Give marks their places in this Library, after a backup; exit code 1 if some wait."""
    with call.library() as library:
        report = _placed(notebook, library)
        edition, last = library.edition(), LastEdition(notebook, library.id)
        if report.placements and (report.changes or last.digest != edition.digest):
            fingerprint = edition_index(library).fingerprint
            done(keeping(report, edition, fingerprint, last, notebook.change))
    return _tell(report, call)


def _placed(notebook: Notebook, library: Library) -> Report:
    marks = tuple(mark for mark in notebook.marks() if mark.library == library.id)
    return done(placing(marks, edition_index(library), LastEdition(notebook, library.id).fingerprint))


def _tell(report: Report, call: Call) -> int:
    """Say what becomes of the marks; return the exit code."""
    kept, moved, waiting = (report.of(fate) for fate in Fate)
    record = {
        "kept": len(kept),
        "moved": [
            {"id": each.mark.id, "from": place_record(each.mark.place), "to": place_record(each.new.place)}
            for each in moved
        ],
        "waiting": [_waiting(each) for each in waiting],
    }
    call.answer(record, _lines(report))
    return 1 if waiting else 0


def _lines(report: Report) -> Iterator[str]:
    yield str(report)
    for each in report.of(Fate.MOVED):
        old, new = each.mark.place.address, each.new.place.address
        yield f"{each.mark.id}  {_('{old} is now {new}').format(old=old, new=new)}"
    for each in report.of(Fate.WAITING):
        why = _(WHY[each.new.waiting]) if each.new.waiting else ""
        yield f"{each.mark.id}  {each.mark.place.address}: {why}"
        yield f"    “{_short(each.mark.words or each.mark.quote)}”"
        for likeliest in each.candidates[:1]:
            perhaps = _("perhaps {address} “{text}”")
            yield f"    {perhaps.format(address=likeliest.place.address, text=_short(likeliest.text))}"


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rstrip()} …"


def _waiting(placement: Placement) -> Record:
    mark = placement.mark
    return {
        "id": mark.id,
        "from": place_record(mark.place),
        "why": str(placement.new.waiting),
        "quote": mark.quote,
        "words": mark.words,
        "candidates": [{**place_record(each.place), "text": each.text} for each in placement.candidates],
    }
