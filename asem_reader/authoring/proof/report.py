# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The report on content: of each article its length, its sources, its age, and what it leaves out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from asem_reader.authoring.checks.form import ASKED, NEXT, POSITION, SIDES, word_count
from asem_reader.authoring.compiled import Compiled
from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.sheet import Fact, FactSheet, read_facts
from asem_reader.authoring.piece import sections
from asem_reader.authoring.proof.claim import aged
from asem_reader.authoring.proof.facts import told
from asem_reader.authoring.proof.saying import Saying, of_article
from asem_reader.core.content import BlockKind, Kind
from asem_reader.core.dates import spoken

BEGIN, END = "<!-- report: written by make content-report -->", "<!-- end of report -->"
_COLUMNS = (
    *(
        "article",
        "newest as of",
        "words",
        "facts told",
        "citations",
        "official",
        "positions on official texts",
    ),
    *("views", "steps", "questions", "notes a line: most; mean"),
)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of the report: what is said of one article.

    Attributes:
        untold: the facts listed for it that it does not tell.
        citations: how many notes each line has that has any.
        trusted: how many of its citations are of official texts or of institutions.
        positions: how many positions it tells; `founded` of them rest on an official text or an institution.
        sides, steps, questions: how many views, dated steps and questions it has.
        old: what is more than two years older than the article itself.
    """

    draft: Draft
    words: int
    facts: int
    untold: tuple[Fact, ...]
    citations: tuple[int, ...]
    trusted: int
    newest: str
    positions: int
    founded: int
    sides: int
    steps: int
    questions: int
    old: tuple[Saying, ...]

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
    items = {
        heading.text: [piece for piece in under if piece.kind is BlockKind.ITEM]
        for heading, under in sections(rendering.pieces)
    }
    trusted = [compiled.content.sources[source].is_trusted for source in rendering.sources]
    positions = items.get(POSITION, [])
    return ReportRow(
        draft=draft,
        words=word_count(rendering),
        facts=len(sheet.told),
        untold=tuple(fact for fact in sheet.told if not told(fact, rendering)),
        citations=tuple(len(piece.sources) for piece in rendering.pieces if piece.sources),
        trusted=sum(trusted[number - 1] for piece in rendering.pieces for number in piece.sources),
        newest=max((draft.as_of, *(piece.as_of for piece in rendering.pieces))),
        positions=len(positions),
        founded=sum(any(trusted[number - 1] for number in piece.sources) for piece in positions),
        sides=len(items.get(SIDES, [])),
        steps=len(items.get(NEXT, [])),
        questions=len(items.get(ASKED, [])),
        old=tuple(one for one in of_article(draft, compiled) if aged(one, draft.as_of)),
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
            f"| {' | '.join(_COLUMNS)} |",
            f"|{' --- |' * len(_COLUMNS)}",
            *map(_line, found),
            "",
            *_left_out(found),
            *_old(found),
            END,
        )
    )


def _totals(compiled: Compiled, found: list[ReportRow]) -> Iterator[str]:
    pieces = [piece for rendering in compiled.renderings.values() for piece in rendering.pieces]
    headings = sum(piece.kind.value == "heading" for piece in pieces)
    words = sum(map(word_count, compiled.renderings.values()))
    facts, told_ = sum(row.facts for row in found), sum(row.told for row in found)
    citations = sum(sum(row.citations) for row in found)
    positions, founded = sum(row.positions for row in found), sum(row.founded for row in found)
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
    yield (
        f"{founded} of {positions} positions ({_share(founded, positions)}) rest on an official text or an "
        f"institution; {sum(row.sides for row in found)} views, {sum(row.steps for row in found)} dated "
        f"steps, {sum(row.questions for row in found)} questions; "
        f"{sum(len(row.old) for row in found)} statements are two years older than their article."
    )


def _line(row: ReportRow) -> str:
    notes, lines = sum(row.citations), max(1, len(row.citations))
    cells = (
        f"{row.draft.symbol} {row.draft.slug}",
        spoken(row.newest),
        row.words,
        f"{row.told} of {row.facts}",
        notes,
        _share(row.trusted, notes),
        f"{row.founded} of {row.positions}",
        row.sides,
        row.steps,
        row.questions,
        f"{max(row.citations, default=0)}; {notes / lines:.1f}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def _left_out(found: Iterable[ReportRow]) -> Iterator[str]:
    missing = [(row.draft.symbol, fact.text) for row in found for fact in row.untold]
    if missing:
        yield "Facts that the measure does not find in their article:"
        yield ""
        yield from (f"- {symbol}: {re.sub(r'[|<>]', ' ', text)}" for symbol, text in missing)
        yield ""


def _old(found: Iterable[ReportRow]) -> Iterator[str]:
    aged = [row for row in found if row.old]
    if aged:
        yield "Statements that are more than two years older than their article, by line of its file:"
        yield ""
        for row in aged:
            yield f"- {row.draft.symbol}: {', '.join(str(one.line) for one in row.old)}"
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
