# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The rules that content must keep, each with the file and line of what breaks it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from asem_reader.authoring.piece import TIMELINE, Piece, Rendering, sections
from asem_reader.authoring.problem import Problem
from asem_reader.authoring.source import Content, Draft
from asem_reader.core.content import BlockKind, Kind

SECTIONS = ("Bottom line", "ASEM position", "Key facts", "Background", "Timeline", "Instruments")
LONGEST_SUMMARY = 40
WORDS = range(400, 901)

_ROTTING = re.compile(
    r"\b(?:recent(?:ly)?|latest|current(?:ly)?|nowadays|today|now|so far|to date|at present|upcoming|ongoing"
    r"|(?:this|last|next) (?:year|month))\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?<![\w@./-])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:-[A-Z]{2,})?[0-9]*(?![\w@])")
_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_SYMBOL = re.compile(r"[A-Z]{3}-[0-9]{2,3}")
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_ROMAN = re.compile(r"[IVX]+")
# Proper names that are written in capitals: nothing to be expanded.
_NAMES = frozenset({"BRF", "CGTN", "COVID", "InfoBoard", "KBS", "PDR"})


def check(content: Content, renderings: Mapping[str, Rendering]) -> Iterator[Problem]:
    """Yield all that is wrong; `renderings` are the articles' by slug."""
    yield from _twins(content)
    slugs = {draft.slug for draft in content.drafts}
    tops = {draft.slug for draft in content.drafts if draft.kind is not Kind.ISSUE}
    for draft in content.drafts:
        yield from _front(draft, slugs, tops)
        if draft.body:
            rendering = renderings[draft.slug]
            yield from rendering.problems
            yield from _unknown(draft, rendering, content, slugs)
            yield from _headings(draft, rendering)
            for piece in rendering.pieces:
                yield from _block(draft, piece, content.glossary)
            yield from _length(draft, rendering)
    cited = {source for rendering in renderings.values() for source in rendering.sources}
    for name in content.sources:
        if name not in cited:
            yield Problem("sources.yaml", 0, f"source {name} is cited by no article")


def word_count(rendering: Rendering) -> int:
    """How many words a reader reads in the article."""
    return sum(len(re.findall(r"[\w’-]+", piece.text)) for piece in rendering.pieces)


def _twins(content: Content) -> Iterator[Problem]:
    for what in ("slug", "symbol"):
        counts = Counter(value for draft in content.drafts if (value := getattr(draft, what)))
        for draft in content.drafts:
            if counts[getattr(draft, what)] > 1:
                yield Problem(draft.file, 1, f"the {what} {getattr(draft, what)} is another topic’s too")


def _front(draft: Draft, slugs: set[str], tops: set[str]) -> Iterator[Problem]:
    if not draft.summary:
        yield Problem(draft.file, 1, "has no summary")
    if (count := len(draft.summary.split())) > LONGEST_SUMMARY:
        yield Problem(draft.file, 1, f"the summary has {count} words, more than {LONGEST_SUMMARY}")
    if found := _ROTTING.search(draft.summary):
        yield Problem(draft.file, 1, f"“{found[0]}” in the summary will not be true for long; give a date")
    if draft.parent and draft.parent not in tops:
        yield Problem(draft.file, 1, f"the parent {draft.parent} is not in tree.yaml")
    if draft.kind is Kind.ISSUE:
        if not _SYMBOL.fullmatch(draft.symbol):
            yield Problem(draft.file, 1, f"the symbol {draft.symbol} is not of the form POL-05")
        if not _DATE.fullmatch(draft.as_of):
            yield Problem(draft.file, 1, f"as_of {draft.as_of} is no date")
    for slug in draft.related:
        if slug not in slugs or slug == draft.slug:
            yield Problem(draft.file, 1, f"the related topic {slug} does not exist")


def _unknown(draft: Draft, rendering: Rendering, content: Content, slugs: set[str]) -> Iterator[Problem]:
    lines = {number: piece.line for piece in reversed(rendering.pieces) for number in piece.sources}
    for number, source in enumerate(rendering.sources, 1):
        if source not in content.sources:
            yield Problem(draft.file, lines.get(number, 0), f"the source {source} is not in sources.yaml")
    for piece in rendering.pieces:
        for slug in piece.links:
            if slug not in slugs:
                yield Problem(draft.file, piece.line, f"the link asem:{slug} leads nowhere")


def _headings(draft: Draft, rendering: Rendering) -> Iterator[Problem]:
    headings = [piece for piece in rendering.pieces if piece.kind is BlockKind.HEADING]
    titles = [piece.text for piece in headings]
    if not titles or rendering.pieces[0].kind is not BlockKind.HEADING:
        yield Problem(draft.file, draft.first_line, "text stands before the first heading")
    if titles[:4] != list(SECTIONS[:4]) or titles != [title for title in SECTIONS if title in titles]:
        line = headings[0].line if headings else draft.first_line
        yield Problem(
            draft.file,
            line,
            f"the sections must be {', '.join(SECTIONS)}, in this order (the last two if wanted)",
        )
    for heading, under in sections(rendering.pieces):
        if not under:
            yield Problem(draft.file, heading.line, f"nothing stands under “{heading.text}”")
        if heading.text == TIMELINE:
            yield from _timeline(draft, under)
        if (
            heading.text == "Bottom line"
            and (count := sum(len(p.text.split()) for p in under)) > LONGEST_SUMMARY
        ):
            yield Problem(
                draft.file, heading.line, f"the bottom line has {count} words, more than {LONGEST_SUMMARY}"
            )


def _timeline(draft: Draft, pieces: list[Piece]) -> Iterator[Problem]:
    before = ""
    for piece in pieces:
        if not _DATE.fullmatch(piece.date):
            yield Problem(
                draft.file, piece.line, "a line of the timeline begins with its date, as in 2010-05-04: …"
            )
            continue
        if piece.date < before:
            yield Problem(
                draft.file, piece.line, f"the timeline is out of order: {piece.date} after {before}"
            )
        before = piece.date


def _block(draft: Draft, piece: Piece, glossary: Mapping[str, str]) -> Iterator[Problem]:
    needs_source = piece.kind not in (BlockKind.HEADING, BlockKind.HEAD)
    if needs_source and not piece.sources:
        yield Problem(draft.file, piece.line, f"no citation: “{piece.text[:60]}”")
    if found := _TAG.search(piece.text):
        yield Problem(draft.file, piece.line, f"{found[0]} has no form in an article")
    if found := _ROTTING.search(piece.text):
        yield Problem(draft.file, piece.line, f"“{found[0]}” will not be true for long; give a date")
    for acronym in _ACRONYM.findall(piece.text):
        if not _explained(acronym, glossary):
            yield Problem(draft.file, piece.line, f"the acronym {acronym} is not in glossary.yaml")


def _explained(acronym: str, glossary: Mapping[str, str]) -> bool:
    if acronym in _NAMES or _ROMAN.fullmatch(acronym):
        return True
    return any(
        form in glossary for form in (acronym, acronym.rstrip("0123456789"), acronym.removesuffix("s"))
    )


def _length(draft: Draft, rendering: Rendering) -> Iterator[Problem]:
    count = word_count(rendering)
    if count not in WORDS:
        yield Problem(
            draft.file, draft.first_line, f"has {count} words, not {WORDS.start} to {WORDS.stop - 1}"
        )
