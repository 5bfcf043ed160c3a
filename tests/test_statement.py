# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The accessibility statement rests on tests that are there."""

import re

from support.processes import ROOT

STATEMENT = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")


def test_every_test_that_the_statement_names_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/.]+)`", STATEMENT))
    assert len(named) > 9
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_what_is_met_names_a_test() -> None:
    rows = [line.split("|") for line in STATEMENT.splitlines() if re.match(r"\| (11|2)\.", line)]
    met = [row for row in rows if row[-3].strip() == "met"]
    assert len(met) > 14
    assert [row[1].strip() for row in met if "`tests/" not in row[-2]] == []
