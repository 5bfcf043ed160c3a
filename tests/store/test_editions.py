# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks through editions edited in every way that there is, which tests/support/edited_editions.py makes.

In `make torture` 5,000 edits with another seed, and a table of what became of the marks by kind of edit;
"offered" are marks that wait, and the first place that is offered is the right one.
"""

import os
from collections import Counter, defaultdict

import pytest
from support.edited_editions import EDITS, LEDGER, LOST
from support.edition_trials import LOST as GONE
from support.edition_trials import OFFERED, RIGHT, RIGHTLY, WAITS, WRONG, Trial

from asem_reader.core.anchoring.editionindex import Fingerprint
from asem_reader.core.made import HANDBOOK
from asem_reader.store.library import Library, texts

TOTAL = int(os.environ.get("EDITIONS", "500"))
SEED = int(os.environ.get("SEED", "20261125"))
IN_ONE = 250  # edits in one new edition
ALL = "all edits"
Table = dict[str, Counter[str]]


def tried(library: Library, ids: str, *, remembered: bool = True) -> Table:
    """Make editions until there are enough edits; count the verdicts by kind of edit."""
    table: Table = defaultdict(Counter)
    # The manual changes with every command: the dice would fall otherwise each time.
    blocks, topics = ([each for each in some if HANDBOOK not in each.slug] for some in texts(library)[:2])
    for number in range(max(1, TOTAL // IN_ONE)):
        trial = Trial(blocks, topics, SEED + number, min(TOTAL, IN_ONE), ids)
        table["edits"].update(trial.editor.done)
        for marked, _, verdict in trial.place(trial.old.fingerprint if remembered else Fingerprint()):
            for row in (marked.edit, *([ALL] if marked.edit in EDITS else [])):
                table[row][verdict] += 1
    return table


def share(row: Counter[str]) -> float:
    """Of the marks that have a right place, those that are there."""
    return row[RIGHT] / max(1, row[RIGHT] + row[WRONG] + row[WAITS] + row[OFFERED])


def shown(table: Table, heading: str) -> None:
    print(f"\n{heading}\n{'edit':34} edits  marks  right      %  wrong  waits (offered)  rightly   lost")
    for name in (*EDITS, ALL, "nothing"):
        row = table[name]
        edits = table["edits"].total() if name == ALL else table["edits"][name]
        print(
            f"{name:34} {edits:5} {row.total():6} {row[RIGHT]:6} {100 * share(row):6.1f} {row[WRONG]:6}"
            f"  {row[WAITS] + row[OFFERED]:5} ({row[OFFERED]:7}) {row[RIGHTLY]:8} {row[GONE]:6}"
        )


@pytest.mark.parametrize(("ids", "least"), [(LEDGER, 0.975), (LOST, 0.945)])
def test_marks_are_placed_right_or_wait(library: Library, ids: str, least: float) -> None:
    table = tried(library, ids)
    shown(table, ids)
    assert table[ALL][GONE] == table[ALL][WRONG] == 0
    assert share(table[ALL]) >= least
    assert table["delete"][RIGHTLY] > 20
    assert share(table["nothing"]) == 1


def test_without_the_last_edition_more_marks_wait_and_none_is_wrong(library: Library) -> None:
    table = tried(library, LEDGER, remembered=False)
    shown(table, "ids of the ledger, the last edition not remembered")
    assert table[ALL][GONE] == table[ALL][WRONG] == 0
    assert share(table[ALL]) >= 0.6
    assert share(table["reword lightly"]) >= 0.95
