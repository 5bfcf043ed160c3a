# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Which terms of the glossary a text uses."""

import pytest

from asem_reader.core.place import BlockId
from asem_reader.core.term import GlossaryTerm, used

TERMS = tuple(
    GlossaryTerm(name, f"what {name} is", BlockId("x"))
    for name in ("ASEF", "ASEM", "ASEM Day", "EU", "FMM", "ReCAAP", "Way Forward")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASEM leaders met.", ["ASEM"]),
        ("ASEM12 and two FMMs", ["ASEM", "FMM"]),
        ("On ASEM Day", ["ASEM Day"]),
        ("ASEFEdu, EUropa, non-EU, asem", []),
        ("(EU), ReCAAP’s", ["EU", "ReCAAP"]),
        ("the Way Forward", []),
        ("", []),
    ],
)
def test_an_acronym_is_used_as_a_word(text: str, expected: list[str]) -> None:
    assert [term.term for term in used(TERMS, text)] == expected


def test_without_terms_none_is_used() -> None:
    assert used((), "ASEM") == ()
