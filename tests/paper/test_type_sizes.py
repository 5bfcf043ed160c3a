# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How large type is, taken back out of the PDF: it is read in a car, and by tired eyes."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.figures import labels
from support.pdf_layout import type_sizes
from support.printed_library import Printed, solid

from asem_reader.core.drawing import lettering
from asem_reader.core.place import Slug
from asem_reader.core.printing import citation
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.form import DEFAULT_MARKING, Form, Paper, Profile
from asem_reader.core.printing.pack import Cover, bind
from asem_reader.core.printing.sheet import Note, Sheet
from asem_reader.paper.pack import source
from asem_reader.paper.pagesetup import SMALLEST, PageSetup
from asem_reader.paper.typeset import Press
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

# Between the raised numbers of sources, for which the typeface has raised digits but no raised comma or dash.
RAISED = re.compile("[,–\u2060 ]+")
FORMS = [Form(paper, profile=profile, codes=True) for paper in Paper for profile in Profile]


def set_small(sizes: list[tuple[float, str]], least: float) -> list[str]:
    """What is set in smaller type, without white space."""
    small = [solid(text) for size, text in sizes if size < least and not RAISED.fullmatch(text)]
    return [text for text in small if text]


def apparatus(sheet: Sheet) -> Iterator[str]:
    """All that is no running text: head and foot, sources, and what is said aside."""
    yield from (DEFAULT_MARKING, sheet.named, sheet.as_of, sheet.imprint, f"Edition {sheet.edition.name}")
    yield " › ".join(crumb.title for crumb in sheet.crumbs)
    for item in sheet.sources:
        where = "" if item.kind == "copy" else f".{item.url}"
        yield f"{item.number}{citation.said(item)}{where}"
    for portion in sheet.portions:
        yield portion.rest
        yield from (entry.text.replace(" · ", "") for entry in portion.entries if entry.figure)
        yield from (f"({entry.dated})" for entry in portion.entries)


def labelled(sheet: Sheet) -> str:
    """All that is written in the figures of a sheet."""
    figures = [entry.figure for portion in sheet.portions for entry in portion.entries if entry.figure]
    return solid(" ".join(label.text for figure in figures for label in labels(figure)))


def test_nothing_but_the_apparatus_is_smaller_than_the_text(printed: Printed) -> None:
    for sheet, _, pages in printed.sheets:
        drawn = labelled(sheet)
        known = solid("".join(apparatus(sheet))) + drawn
        for page in printed.sizes[pages]:
            assert not set_small(page, lettering.SMALLEST)
            assert [text for text in set_small(page, SMALLEST) if text not in drawn] == []
            small = [text.removesuffix("…").replace("\u200b", "") for text in set_small(page, 10.5)]
            small = [text for text in small if text not in known]
            assert [text for text in small if not re.fullmatch(r"Page\d+of\d+|·|\)?\.?", text)] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.profile}-{form.paper}")
def test_no_profile_has_smaller_type_not_even_on_a_card(
    library: Library, press: Press, template: str, form: Form
) -> None:
    reference_tables = ReferenceTables(library)
    wish = Wish("now", "the Minister", form.profile)
    articles = [library.article(Slug(slug)) for slug in ("maritime-security", "asem12", "germany")]
    sheets = [compose(each, library.edition(), wish, reference_tables.meetings()) for each in articles]
    noted = replace(sheets[0], notes=(Note("Key facts", "Lawful trade", "Ask the desk.", None),))
    pdf = press.pdf(
        source(bind([noted, *sheets[1:]], Cover("Brief"), reference_tables.terms()), form, template), ""
    )
    pages, leaf = type_sizes(pdf), PageSetup.of(form)
    assert [text for page in pages for text in set_small(page, leaf.small)] == []
    large = sum(len(text) for page in pages for size, text in page if size >= leaf.size)
    assert large > 0.3 * sum(len(text) for page in pages for _, text in page)


@pytest.mark.parametrize(
    ("profile", "text", "apparatus"),
    [("standard", 10.5, 9), ("article", 10.5, 9), ("card", 11, 9), ("large", 14, 10)],
)
def test_sizes_are_those_that_are_documented(profile: str, text: float, apparatus: float) -> None:
    leaf = PageSetup.of(Form(profile=Profile(profile)))
    assert (leaf.size, leaf.small) == (text, apparatus)
