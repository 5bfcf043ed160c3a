# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack as one Typst document: form, template, cover, contents, sheets, acronyms, sources."""

import math
from collections.abc import Iterator

from asem_reader.core.language import _
from asem_reader.core.place import Slug
from asem_reader.core.printing.form import Form, Profile
from asem_reader.core.printing.pack import CONTENTS_TITLE, TERMS_TITLE, Pack
from asem_reader.core.printing.sheet import Sheet
from asem_reader.paper import captions
from asem_reader.paper.pagesetup import PageSetup
from asem_reader.paper.sheet import sheet_call, sources_call
from asem_reader.paper.typstcode import arguments, array, breakable, call, day, literal

# So many letters go on a line, all lines counted; and what else takes room on a sheet, in lines.
_LETTERS, _SECTION, _HEAD = 53, 1.5, 5


def source(pack: Pack, form: Form, template: str) -> str:
    """Return the Typst document that prints a pack.

    Args:
        pack: what is printed.
        form: how it is laid out.
        template: the text of ``resources/paper/sheet.typ``.
    """
    sheets = "\n".join(_sheets(pack, form, PageSetup.of(form)))
    if pack.sources:
        sheets = f"context {{\nlet targets = placed()\n{sheets}\n}}"
    return "\n".join((_form(form), template, _setup(pack), f"#{{\n{sheets}\n}}", ""))


def _form(form: Form) -> str:
    page_setup = PageSetup.of(form)
    values = {
        "paper": literal(page_setup.paper),
        "size": f"{page_setup.size}pt",
        "small": f"{page_setup.small}pt",
        "head": f"{page_setup.head:.2f}pt",
        "foot": f"{page_setup.foot:.2f}pt",
        "marking": literal(page_setup.marking),
        "handling": literal(page_setup.handling),
        "copy": literal(captions.copy(form)),
        "page": literal("".join(captions.page_number())),
        "codes": str(form.codes).lower(),
        "margin": str(form.margin and form.profile is not Profile.CARD).lower(),
    }
    return f"#let form = (\n{arguments(values)})"


def _setup(pack: Pack) -> str:
    values = {
        "title": literal(pack.title),
        "author": literal(captions.AUTHOR),
        "keywords": array(map(literal, pack.keywords)),
        "date": day(pack.edition.date),
    }
    keys: dict[Slug, str] = {}
    for number, sheet in enumerate(pack.sheets, start=1):
        keys.setdefault(sheet.topic.slug, str(number))
    targets = ", ".join(f"{literal(slug)}: {literal(key)}" for slug, key in keys.items())
    return f"#show: setup.with(\n{arguments(values)})\n#let topic = topic.with(({targets}))\n"


def _sheets(pack: Pack, form: Form, page_setup: PageSetup) -> Iterator[str]:
    if pack.cover:
        yield _cover(pack, form)
    if pack.cover and pack.contents:
        symbols = ", ".join(
            f"{literal(f'sheet-{number}')}: {literal(sheet.topic.symbol)}"
            for number, sheet in enumerate(pack.sheets, start=1)
        )
        contents = f"contents({literal(_(CONTENTS_TITLE))}, ({symbols}))"
        yield f"leaf({_running(pack, page_setup)}, {{\n  {contents}\n}})\n"
    for number, sheet in enumerate(pack.sheets, start=1):
        place = captions.place(pack, number)
        letters = page_setup.title - (len(place) + 3 if place and form.profile is not Profile.CARD else 0)
        yield sheet_call(sheet, str(number), place, letters, _pages(sheet, page_setup) if pack.sources else 0)
    if pack.terms or pack.sources:
        yield f"leaf({_running(pack, page_setup)}, {{\n{chr(10).join(_end(pack))}\n}})\n"


def _cover(pack: Pack, form: Form) -> str:
    cover = pack.cover
    assert cover
    values = {
        "title": cover.title,
        "occasion": cover.occasion,
        "where": cover.where_and_when,
        "imprint": pack.imprint,
    }
    written = {name: breakable(text) for name, text in values.items()}
    told = array(array(map(breakable, line)) for line in captions.cover_lines(pack, form))
    return f"cover(\n{arguments({**written, 'told': told})})\n"


def _end(pack: Pack) -> Iterator[str]:
    if pack.terms:
        terms = (array(map(breakable, (term.term, term.expansion))) for term in pack.terms)
        yield call("acronyms", (literal(_(TERMS_TITLE)), *terms))
    if pack.sources:
        yield sources_call(pack.sources, "all")


def _pages(sheet: Sheet, page_setup: PageSetup) -> int:
    """How many pages a sheet without a list of sources will probably take; 179 of 182 do."""
    lines = len(sheet.text) / _LETTERS + _SECTION * len(sheet.portions) + _HEAD
    return math.ceil(lines / (page_setup.room / page_setup.line))


def _running(pack: Pack, page_setup: PageSetup) -> str:
    return f"{breakable(captions.shortened(pack.title, page_setup.title))}, {literal(pack.imprint)}"
