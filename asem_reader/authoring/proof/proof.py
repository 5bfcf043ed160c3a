# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Proofreading, spelling apart: borrowed wording, invention, contradiction, facts left out."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from asem_reader.authoring.compiled import Compiled
from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.exceptions import EXCEPTIONS, Exceptions, read_exceptions
from asem_reader.authoring.files.sheet import FOLDER, FactSheet, read_facts
from asem_reader.authoring.problem import Problem
from asem_reader.authoring.proof.agreement import Agreement
from asem_reader.authoring.proof.borrowed import borrowed, read_digests
from asem_reader.authoring.proof.claim import searched_again, unsupported
from asem_reader.authoring.proof.facts import Either, invented, known_everywhere, known_to
from asem_reader.authoring.proof.occasion import Occasions
from asem_reader.authoring.proof.report import rows
from asem_reader.authoring.proof.saying import of_article, of_reference, of_sheet
from asem_reader.core.content import Kind

_TENTHS = 9


def proofread(compiled: Compiled, data: Path) -> Iterator[Problem]:
    """Yield all that an editor would mark.

    Raises:
        ContentError: a sheet of facts, or the file of exceptions, has another shape.
    """
    digests = read_digests(data)
    for draft in compiled.drafts:
        if draft.body:
            yield from borrowed(draft, compiled.renderings[draft.slug], digests)
    sheets, exceptions = read_facts(data), read_exceptions(data)
    yield from _strangers(compiled, sheets, exceptions)
    if sheets:
        yield from _unfounded(compiled, sheets, exceptions)
    yield from contradictions(compiled, data, sheets, exceptions)
    yield from exceptions.unneeded()
    for row in rows(compiled, data):
        if 10 * row.told < _TENTHS * row.facts:
            sentence = f"tells {row.told} of {row.facts} facts, less than nine tenths; not this one: "
            yield Problem(row.draft.file, 1, sentence + row.untold[0].text)


def _issues(compiled: Compiled) -> tuple[Draft, ...]:
    return tuple(draft for draft in compiled.drafts if draft.kind is Kind.ISSUE)


def _strangers(
    compiled: Compiled, sheets: Mapping[str, FactSheet], exceptions: Exceptions
) -> Iterator[Problem]:
    """Sheets and exceptions of topics that do not exist."""
    issues = {draft.slug for draft in _issues(compiled)}
    pages = {draft.slug for draft in compiled.drafts}
    yield from (Problem(FOLDER, 0, f"there is no article {slug}") for slug in sheets if slug not in issues)
    yield from (
        Problem(EXCEPTIONS, 0, f"there is no topic {slug}")
        for slug in exceptions.entries
        if slug not in pages
    )


def _unfounded(
    compiled: Compiled, sheets: Mapping[str, FactSheet], exceptions: Exceptions
) -> Iterator[Problem]:
    """The figures, dates and names of articles that their facts do not have."""
    everywhere = known_everywhere(compiled.content)
    for draft in _issues(compiled):
        if draft.slug not in sheets:
            yield Problem(draft.file, 1, f"has no facts: data/facts/{draft.slug}.yaml is missing")
            continue
        rendering = compiled.renderings[draft.slug]
        known = Either(known_to(sheets[draft.slug], rendering, compiled.content), everywhere)
        for line, what in invented(rendering, known):
            if not exceptions.name(draft.slug, what):
                yield Problem(draft.file, line, f"“{what}” is not in the facts of {draft.slug}")


def contradictions(
    compiled: Compiled, data: Path, sheets: Mapping[str, FactSheet], exceptions: Exceptions
) -> Iterator[Problem]:
    """Yield where articles and tables contradict each other, or claim what no source says."""
    tables = list(of_reference(data))
    articles = {draft.slug: list(of_article(draft, compiled)) for draft in _issues(compiled)}
    said = [*tables, *(saying for sayings in articles.values() for saying in sayings)]
    occasions = Occasions(compiled.content.reference)
    agreement = Agreement(occasions, said)
    facts = {slug: [*of_sheet(slug, sheets[slug]), *tables] for slug in articles if slug in sheets}
    for saying in said:
        found = [*agreement.problems(saying), *searched_again(saying, compiled.content.edition.date)]
        if saying.slug in facts and saying.file.startswith("content/"):
            found += unsupported(saying, facts[saying.slug], occasions)
        if found and not exceptions.passage(saying.slug, saying.text):
            yield from (Problem(saying.file, saying.line, sentence) for sentence in found)
