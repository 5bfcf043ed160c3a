# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a screen reader is told of a PDF: where links lead, and what is a list; and what is copied from it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from support.pdf_layout import opened
from support.pdf_structure import links, nested

from asem_reader.core.printing.form import Form, Profile
from asem_reader.core.printing.sheet import Sheet
from asem_reader.paper import typeset

Pdf = Callable[..., bytes]
ARTICLE = Form(profile=Profile.ARTICLE)


def lists(pdf: bytes, index: int = 0) -> list[int]:
    """How many items each list on a page has."""
    found: list[tuple[int, int]] = []
    for depth, kind, _alt in nested(pdf, index):
        if kind == "L":
            found.append((depth, 0))
        elif kind == "LI":
            at = next(at for at in range(len(found) - 1, -1, -1) if found[at][0] == depth - 1)
            found[at] = (depth - 1, found[at][1] + 1)
    return [count for _depth, count in found]


def test_the_number_of_a_source_says_where_it_leads(pdf: Pdf, sheet: Sheet) -> None:
    within = [link for link in links(pdf(sheet)) if "://" not in link]
    assert within[:3] == ["Source 1", "Source 1", "Source 2"]
    assert {"Source 3"} < set(within) <= {"Source 1", "Source 2", "Source 3"}


def test_in_a_pack_too_and_its_contents_say_which_topic(bound: bytes) -> None:
    said = [link for page in range(typeset.count(bound)) for link in links(bound, page) if "://" not in link]
    assert "Maritime security, page 3" in said
    assert "Source 1" in said
    assert not [link for link in said if link.startswith(("page", "Section"))]


@pytest.mark.parametrize("profile", Profile)
def test_sources_are_a_list(pdf: Pdf, sheet: Sheet, profile: Profile) -> None:
    """In two columns they are two."""
    printed = pdf(sheet, form=Form(profile=profile))
    found = [count for page in range(typeset.count(printed)) for count in lists(printed, page)]
    assert found[:1] == [2]  # of ASEM position
    assert sum(found[1:]) == len(sheet.sources)


def test_what_is_left_out_stands_below_the_list(pdf: Pdf, sheet: Sheet) -> None:
    first, position, *others = sheet.portions
    some = replace(position, entries=position.entries[:2], more=4)
    elements = nested(pdf(replace(sheet, portions=(first, some, *others))))
    depth = next(depth for depth, kind, _alt in elements if kind == "L")
    below = [kind for at, kind, _alt in elements if at == depth]
    assert below[below.index("L") :][:2] == ["L", "P"]


def test_an_address_is_copied_with_its_hyphens(pdf: Pdf, sheet: Sheet) -> None:
    with opened(pdf(sheet, form=ARTICLE)) as document:
        copied = "".join(page.get_textpage().get_text_range() for page in document)
    assert sheet.sources[0].url in "".join(copied.split())


def test_an_address_in_another_script_is_copied_as_a_link_is_written(pdf: Pdf, sheet: Sheet) -> None:
    foreign = sheet.sources[0]._replace(url="https://example.net/1187-الاجتماع-الوزاري")
    with opened(pdf(replace(sheet, sources=(foreign,)), form=ARTICLE)) as document:
        copied = "".join(page.get_textpage().get_text_range() for page in document)
    assert "https://example.net/1187-%D8%A7%D9%84%D8%A7" in "".join(copied.split())
