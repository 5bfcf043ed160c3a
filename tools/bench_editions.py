# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Measures how a Notebook of 50,000 marks is placed in another edition, and how long a window waits.

With ``--rules`` instead an ablation: what each rule of `core/anchoring` is worth. Marks go through the made
editions of `tests/support/edited_editions.py` with one rule switched off after the other, or with those off
that are named.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from pkgutil import resolve_name
from types import FunctionType
from typing import TYPE_CHECKING
from unittest.mock import patch

from asem_reader.start import tune_collector
from tools.figures import report

if TYPE_CHECKING:
    from support.edition_trials import Trial

    from asem_reader.core.anchoring.editionindex import Fingerprint

MARKS = 50_000
MEETS = 0.1  # of the marks, those whose paragraph was reworded
SEED = 888_000  # as in `make torture`
IN_ONE = 250  # edits in one made edition
OFFERED, RIGHTLY = (
    "waits, but the first offer is right",
    "waits rightly",
)  # of tests/support/edition_trials.py
ANCHORING = "asem_reader.core.anchoring"
# Each rule of `core/anchoring`, and what it says when it is off.
RULES: dict[str, object] = {
    "evidence.Evidence._is_anothers": False,
    "evidence.Evidence._is_as_long": True,
    "evidence.Evidence._is_between": False,
    "evidence.Evidence._is_crowded": False,
    "evidence.Evidence._is_joined": False,
    "evidence.Evidence._is_known": False,
    "evidence.Evidence._is_merged": False,
    "evidence.Evidence._is_neighbours": False,
    "evidence.Evidence._is_past": False,
    "evidence.Evidence._numbers_lost": False,
    "evidence.Evidence._was_there": False,
    "evidence.Evidence.is_new": False,
    "evidence.Evidence.is_part": False,
    "evidence.beyond_neighbours": (),
    "match._Search._elsewhere": None,
    "match._Search._is_replaced": False,
    "match._Search._is_same": True,
    "match._Search._moved": None,
    "match._Search._stayed": False,
    "requote._is_told": True,
    "requote._only": None,
    "requote._reworded": None,
}


def measure_editions(home: Path) -> None:
    """Times the placing of marks of an earlier edition, whole and in the slices that the window has."""
    from PySide6.QtCore import QCoreApplication

    from asem_reader import paths
    from asem_reader.core.marks.change import Change
    from asem_reader.core.marks.mark import Mark, MarkKind
    from asem_reader.store.library import Library, edition_index
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
    for _ in marks.learning():
        pass
    tune_collector()  # as the start does when all marks are known
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


def measure_rules(named: list[str], seeds: int, edits: int) -> None:
    """Print what marks come to with all rules on, and with each off, or all that are named."""
    from asem_reader import paths
    from asem_reader.core.anchoring.editionindex import Fingerprint
    from asem_reader.store.library import Library, texts

    sys.path.append(str(Path(__file__).parents[1] / "tests"))  # as pytest does
    from support.edited_editions import LEDGER, LOST
    from support.edition_trials import Trial

    rules = {rule.rpartition(".")[2]: rule for rule in RULES}
    ways = [(), tuple(rules[name] for name in named)] if named else [(), *((rule,) for rule in RULES)]
    cases = {"ids kept": LEDGER, "ids lost": LOST, "last edition forgotten": LEDGER}
    rows = {(case, off): Counter[str]() for case in cases for off in ways}
    library = texts(Library.open(paths.library()))[:2]
    for seed in range(SEED, SEED + 1000 * seeds, 1000):
        for number in range(seed, seed + max(1, edits // IN_ONE)):
            for case, ids in cases.items():
                trial = Trial(*library, number, min(edits, IN_ONE), ids)
                fingerprint = Fingerprint() if case == "last edition forgotten" else trial.old.fingerprint
                for off in ways:
                    rows[case, off] += judged(trial, fingerprint, off)
        print(f"seed {seed} done", file=sys.stderr, flush=True)
    print(f"{'':22}   marks  right %  wrong  waits (first offer right)  rules off")
    for (case, off), row in rows.items():
        marks = row.total()
        print(
            f"{case:22} {marks:7} {100 * row['right'] / marks:8.2f} {row['WRONG'] + row['LOST']:6} "
            f"{row['waits'] + row[OFFERED]:6} {f'({row[OFFERED]})':19}  {', '.join(off) or 'none'}"
        )


def judged(trial: "Trial", fingerprint: "Fingerprint", off: tuple[str, ...]) -> Counter[str]:
    """The verdicts on marks of edited paragraphs that have a right place, or a wrong one, with rules off."""
    with ExitStack() as without:
        for rule in off:
            without.enter_context(switched_off(rule))
        verdicts = trial.place(fingerprint)
        return Counter(is_ for each, _, is_ in verdicts if each.edit != "nothing" and is_ != RIGHTLY)


def switched_off(rule: str) -> AbstractContextManager[object]:
    """A context in which a rule says always the same."""
    where, _, name = rule.rpartition(".")
    owner, says = resolve_name(f"{ANCHORING}.{where}"), RULES[rule]
    is_asked = isinstance(vars(owner)[name], FunctionType)  # else it is read, as a property
    return patch.object(owner, name, (lambda *_: says) if is_asked else says)


def main() -> None:
    """Measure the placing, or what its rules are worth."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--rules", nargs="*", metavar="NAME", help="switch off these together, or each alone"
    )
    options.add_argument("--seeds", type=int, default=2, help="how many")
    options.add_argument("--edits", type=int, default=500, help="of each seed")
    chosen = options.parse_args()
    if chosen.rules is not None:
        measure_rules(chosen.rules, chosen.seeds, chosen.edits)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure_editions(Path(folder))


if __name__ == "__main__":
    main()
