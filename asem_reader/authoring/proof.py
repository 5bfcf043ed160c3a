# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Proofreading, spelling apart: borrowed wording, invention, facts left out."""

from collections.abc import Iterator
from pathlib import Path

from asem_reader.authoring.borrowed import borrowed, read_digests
from asem_reader.authoring.compiled import Compiled
from asem_reader.authoring.facts import (
    EXCEPTIONS,
    Either,
    invented,
    known_everywhere,
    known_to,
    read_exceptions,
)
from asem_reader.authoring.problem import Problem
from asem_reader.authoring.report import rows
from asem_reader.authoring.sheet import FOLDER, read_facts
from asem_reader.core.content import Kind

_TENTHS = 9


def proofread(compiled: Compiled, data: Path) -> Iterator[Problem]:
    """Yield all that an editor would mark.

    Raises:
        ContentError: a sheet of facts has another shape.
    """
    digests = read_digests(data)
    for draft in compiled.drafts:
        if draft.body:
            yield from borrowed(draft, compiled.renderings[draft.slug], digests)
    yield from _unfounded(compiled, data)
    for row in rows(compiled, data):
        if 10 * row.told < _TENTHS * row.facts:
            sentence = f"tells {row.told} of {row.facts} facts, less than nine tenths; not this one: "
            yield Problem(row.draft.file, 1, sentence + row.untold[0].text)


def _unfounded(compiled: Compiled, data: Path) -> Iterator[Problem]:
    """What articles say that their facts do not, and exceptions that nothing needs any more."""
    sheets, exceptions = read_facts(data), read_exceptions(data)
    issues = {draft.slug for draft in compiled.drafts if draft.kind is Kind.ISSUE}
    for file, slugs in ((EXCEPTIONS, exceptions), (FOLDER, sheets)):
        yield from (Problem(file, 0, f"there is no article {slug}") for slug in slugs if slug not in issues)
    everywhere = known_everywhere(compiled.content)
    for draft in compiled.drafts:
        if draft.kind is not Kind.ISSUE or not sheets:
            continue
        if draft.slug not in sheets:
            yield Problem(draft.file, 1, f"has no facts: data/facts/{draft.slug}.yaml is missing")
            continue
        rendering = compiled.renderings[draft.slug]
        known = Either(known_to(sheets[draft.slug], rendering, compiled.content), everywhere)
        allowed = exceptions.get(draft.slug, {})
        yield from invented(draft, rendering, known, allowed)
        text = " ".join(piece.text for piece in rendering.pieces)
        for what in allowed:
            if what not in text or known.has(what):
                yield Problem(EXCEPTIONS, 0, f"{draft.slug} needs no exception for “{what}”")
