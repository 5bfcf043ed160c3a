# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The table of the parts of a sheet."""

from asem_reader.core.place import Slug
from asem_reader.core.printing.parts import PARTS, Part
from asem_reader.core.printing.portions import portions_of
from asem_reader.store.library import Library


def test_every_part_has_its_rule() -> None:
    assert set(PARTS) == set(Part)


def test_an_issue_stands_in_the_order_of_the_table(library: Library) -> None:
    article = library.article(Slug("maritime-security"))
    turned = article._replace(sections=tuple(reversed(article.sections)))
    parts = [portion.part for portion in portions_of(turned, library.edition())[0]]
    assert len(parts) > 4
    assert parts == [part for part in PARTS if part in parts]
