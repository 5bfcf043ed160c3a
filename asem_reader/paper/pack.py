# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack as one Typst document: form, template, cover, contents, sheets, acronyms, sources."""

from collections.abc import Iterator

from asem_reader.core.form import Form, Profile
from asem_reader.core.pack import CONTENTS_TITLE, TERMS_TITLE, Pack
from asem_reader.core.place import Slug
from asem_reader.paper import label
from asem_reader.paper.leaf import Leaf
from asem_reader.paper.markup import arguments, array, call, day, literal
from asem_reader.paper.sheet import sheet_call, shortened, sources_call


def source(pack: Pack, form: Form, template: str) -> str:
    """Return the Typst document that prints a pack.

    Args:
        pack: what is printed.
        form: how it is laid out.
        template: the text of ``resources/paper/sheet.typ``.
    """
    return "\n".join((_form(form), template, _setup(pack), *_leaves(pack, Leaf.of(form).title), ""))


def _form(form: Form) -> str:
    leaf = Leaf.of(form)
    values = {
        "paper": literal(leaf.paper),
        "size": f"{leaf.size}pt",
        "small": f"{leaf.small}pt",
        "head": f"{leaf.head:.2f}pt",
        "foot": f"{leaf.foot:.2f}pt",
        "marking": literal(leaf.marking),
        "handling": literal(leaf.handling),
        "copy": literal(label.copy(form)),
        "codes": str(form.codes).lower(),
        "margin": str(form.margin and form.profile is not Profile.CARD).lower(),
    }
    return f"#let form = (\n{arguments(values)})"


def _setup(pack: Pack) -> str:
    values = {
        "title": literal(pack.title),
        "author": literal(label.AUTHOR),
        "keywords": array(map(literal, pack.keywords)),
        "date": day(pack.edition.date),
    }
    keys: dict[Slug, str] = {}
    for number, sheet in enumerate(pack.sheets, start=1):
        keys.setdefault(sheet.topic.slug, str(number))
    targets = ", ".join(f"{literal(slug)}: {literal(key)}" for slug, key in keys.items())
    return f"#show: setup.with(\n{arguments(values)})\n#let topic = topic.with(({targets}))\n"


def _leaves(pack: Pack, letters: int) -> Iterator[str]:
    if pack.cover:
        yield _cover(pack)
    if pack.cover and pack.contents:
        symbols = ", ".join(
            f"{literal(f'sheet-{number}')}: {literal(sheet.topic.symbol)}"
            for number, sheet in enumerate(pack.sheets, start=1)
        )
        contents = f"contents({literal(CONTENTS_TITLE)}, ({symbols}))"
        yield f"#leaf({_running(pack, letters)}, {{\n  {contents}\n}})\n"
    for number, sheet in enumerate(pack.sheets, start=1):
        place = label.place(pack, number)
        yield sheet_call(sheet, str(number), place, letters, len(pack.sources))
    if pack.terms or pack.sources:
        yield f"#leaf({_running(pack, letters)}, {{\n{chr(10).join(_end(pack))}\n}})\n"


def _cover(pack: Pack) -> str:
    cover = pack.cover
    assert cover
    values = {
        "title": cover.title,
        "occasion": cover.occasion,
        "where": cover.where_and_when,
        "prepared-for": cover.prepared_for,
        "count": label.count(pack),
        "imprint": pack.imprint,
    }
    return f"#cover(\n{arguments({name: literal(text) for name, text in values.items()})})\n"


def _end(pack: Pack) -> Iterator[str]:
    if pack.terms:
        terms = (array(map(literal, (term.term, term.expansion))) for term in pack.terms)
        yield call("acronyms", (literal(TERMS_TITLE), *terms))
    if pack.sources:
        yield sources_call(pack.sources, "all")


def _running(pack: Pack, letters: int) -> str:
    return f"{literal(shortened(pack.title, letters))}, {literal(pack.imprint)}"
