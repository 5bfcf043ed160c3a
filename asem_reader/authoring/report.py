# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The report on content: of each article its length, its sources, its age, and what it leaves out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from asem_reader.authoring.compiled import Compiled
from asem_reader.authoring.draft import Draft
from asem_reader.authoring.facts import told
from asem_reader.authoring.form import word_count
from asem_reader.authoring.sheet import Fact, FactSheet, read_facts
from asem_reader.core.content import Kind
from asem_reader.core.dates import spoken

BEGIN, END = "<!-- report: written by make content-report -->", "<!-- end of report -->"
_TRUSTED = ("official", "institution")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of the report: what is said of one article.

    Attributes:
        untold: the facts listed for it that it does not tell.
        trusted: how many of its citations are of official texts or of institutions.
    """

    draft: Draft
    words: int
    facts: int
    untold: tuple[Fact, ...]
    citations: int
    trusted: int
    newest: str

    @property
    def told(self) -> int:
        """How many of its facts the article tells."""
        return self.facts - len(self.untold)


def rows(compiled: Compiled, data: Path) -> Iterator[ReportRow]:
    """Yield a row for each article that has a sheet of facts, in the order of the tree."""
    sheets = read_facts(data)
    for draft in compiled.drafts:
        if draft.kind is Kind.ISSUE and draft.slug in sheets:
            yield _row(draft, compiled, sheets[draft.slug])


def _row(draft: Draft, compiled: Compiled, sheet: FactSheet) -> ReportRow:
    rendering = compiled.renderings[draft.slug]
    kinds = [
        compiled.content.sources[rendering.sources[number - 1]].kind
        for piece in rendering.pieces
        for number in piece.sources
    ]
    return ReportRow(
        draft,
        word_count(rendering),
        len(sheet.told),
        tuple(fact for fact in sheet.told if not told(fact, rendering)),
        len(kinds),
        sum(kind in _TRUSTED for kind in kinds),
        max((draft.as_of, *(piece.as_of for piece in rendering.pieces))),
    )


def written(compiled: Compiled, data: Path) -> str:
    """Return the report as Markdown."""
    found = list(rows(compiled, data))
    return "\n".join(
        (
            BEGIN,
            "",
            *_totals(compiled, found),
            "",
            "| article | words | facts told | citations | official | newest as of |",
            "| --- | --- | --- | --- | --- | --- |",
            *map(_line, found),
            "",
            *_left_out(found),
            END,
        )
    )


def _totals(compiled: Compiled, found: list[ReportRow]) -> Iterator[str]:
    pieces = [piece for rendering in compiled.renderings.values() for piece in rendering.pieces]
    headings = sum(piece.kind.value == "heading" for piece in pieces)
    words = sum(map(word_count, compiled.renderings.values()))
    facts, told_ = sum(row.facts for row in found), sum(row.told for row in found)
    citations = sum(row.citations for row in found)
    yield (
        f"{len(compiled.drafts)} topics, {len(compiled.renderings)} of them with a page; "
        f"{headings:,} sections; {len(pieces):,} blocks; {words:,} words; "
        f"{len(compiled.content.sources)} sources."
    )
    yield (
        f"{len(found)} articles tell {told_} of {facts} facts ({_share(told_, facts)}), "
        f"with {citations:,} citations, {citations // max(1, len(found))} an article, "
        f"{_share(sum(row.trusted for row in found), citations)} of them of official texts or institutions."
    )


def _line(row: ReportRow) -> str:
    return (
        f"| {row.draft.symbol} {row.draft.slug} | {row.words} | {row.told} of {row.facts} | {row.citations} "
        f"| {_share(row.trusted, row.citations)} | {spoken(row.newest)} |"
    )


def _left_out(found: Iterable[ReportRow]) -> Iterator[str]:
    missing = [(row.draft.symbol, fact.text) for row in found for fact in row.untold]
    if missing:
        yield "Facts that the measure does not find in their article:"
        yield ""
        yield from (f"- {symbol}: {re.sub(r'[|<>]', ' ', text)}" for symbol, text in missing)
        yield ""


def _share(part: int, whole: int) -> str:
    return f"{100 * part // whole} %" if whole else "–"


def insert(report: str, page: str) -> str:
    """Return the page with the report in place of the one it has.

    Raises:
        ValueError: the page has no place for one.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page has no “{BEGIN}” and “{END}”")
    return before + report + after
