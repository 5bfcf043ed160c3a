# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The rules that content must keep, each with the file and line of what breaks it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from asem_reader.authoring.checks.consistency import consistency
from asem_reader.authoring.checks.form import LONGEST, check_form, check_headed, is_date, nothing_found
from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.languages import check_translations
from asem_reader.authoring.files.redirect import REDIRECTS
from asem_reader.authoring.piece import Piece, Rendering
from asem_reader.authoring.problem import Problem
from asem_reader.authoring.source import Content
from asem_reader.core.content import BlockKind, Kind
from asem_reader.core.place import BlockId

_ROTTING = re.compile(
    r"\b(?:recent(?:ly)?|latest|current(?:ly)?|nowadays|today|now|so far|to date|at present|upcoming|ongoing"
    r"|(?:this|last|next) (?:year|month))\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?<![\w@./*-])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:-[A-Z]{2,})?[0-9]*(?![\w@/]|-[0-9])")
_SYMBOL = re.compile(r"[A-Z]{3}-[A-Z0-9]{2,8}")
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_ROMAN = re.compile(r"[IVX]+")


def check(
    content: Content, renderings: Mapping[str, Rendering], ids: Mapping[str, Sequence[BlockId]]
) -> Iterator[Problem]:
    """Yield all that is wrong; `renderings` are the pages, and `ids` their blocks, by slug."""
    yield from _twins(content)
    slugs = {draft.slug for draft in content.drafts}
    places = slugs | {f"{slug}#{block}" for slug, blocks in ids.items() for block in blocks}
    tops = {draft.slug for draft in content.drafts if draft.kind in (Kind.PILLAR, Kind.GROUP, Kind.HANDBOOK)}
    for draft in content.drafts:
        found = [*_front(draft, slugs, tops), *_page(draft, renderings.get(draft.slug), content, places)]
        yield from found if draft.first_line or not draft.body else (one.of_page(draft.slug) for one in found)
    yield from consistency(content)
    for old, redirect in content.redirects.items():
        if old in slugs or redirect.to not in slugs:
            yield Problem(REDIRECTS, 0, f"{old} leads to {redirect.to}: it must be gone, and that a topic")
    yield from check_translations(content.translations, content.drafts)
    cited = {source for rendering in renderings.values() for source in rendering.sources}
    for name in content.sources:
        if name not in cited:
            yield Problem("sources.yaml", 0, f"source {name} is cited nowhere")


def _page(draft: Draft, rendering: Rendering | None, content: Content, places: set[str]) -> Iterator[Problem]:
    if rendering is None:
        return
    yield from rendering.problems
    yield from _unknown(draft, rendering, content, places)
    if draft.kind is Kind.HANDBOOK:  # it tells no facts
        yield from check_headed(draft, rendering)
        return
    if draft.kind is Kind.ISSUE:
        yield from check_form(draft, rendering, content.edition.date)
    for piece in rendering.pieces:
        yield from _block(draft, piece, content)


def _twins(content: Content) -> Iterator[Problem]:
    for what in ("slug", "symbol"):
        counts = Counter(value for draft in content.drafts if (value := getattr(draft, what)))
        for draft in content.drafts:
            if counts[getattr(draft, what)] > 1:
                yield Problem(draft.file, 1, f"the {what} {getattr(draft, what)} is another topic’s too")


def _front(draft: Draft, slugs: set[str], tops: set[str]) -> Iterator[Problem]:
    if not draft.summary:
        yield Problem(draft.file, 1, "has no summary")
    if (count := len(draft.summary.split())) > LONGEST:
        yield Problem(draft.file, 1, f"the summary has {count} words, more than {LONGEST}")
    if draft.kind is not Kind.HANDBOOK and (found := _ROTTING.search(draft.summary)):
        yield Problem(draft.file, 1, f"“{found[0]}” in the summary will not be true for long; give a date")
    if draft.parent and draft.parent not in tops:
        yield Problem(draft.file, 1, f"the parent {draft.parent} is not in tree.yaml")
    if draft.body:
        if not _SYMBOL.fullmatch(draft.symbol):
            yield Problem(draft.file, 1, f"the symbol {draft.symbol} is not of the form POL-05 or PTN-VN")
        if draft.kind is not Kind.HANDBOOK and not is_date(draft.as_of):
            yield Problem(draft.file, 1, f"as_of {draft.as_of} is no date")
    for slug in draft.related:
        if slug not in slugs or slug == draft.slug:
            yield Problem(draft.file, 1, f"the related topic {slug} does not exist")


def _unknown(draft: Draft, rendering: Rendering, content: Content, places: set[str]) -> Iterator[Problem]:
    lines = {number: piece.line for piece in reversed(rendering.pieces) for number in piece.sources}
    for number, source in enumerate(rendering.sources, 1):
        if source not in content.sources:
            yield Problem(draft.file, lines.get(number, 0), f"the source {source} is not in sources.yaml")
    for piece in rendering.pieces:
        for place in piece.links:
            if place not in places:
                yield Problem(draft.file, piece.line, f"the link asem:{place} leads nowhere")


def _block(draft: Draft, piece: Piece, content: Content) -> Iterator[Problem]:
    # What letters stand for is a name, not a fact.
    bare = draft.kind is Kind.TERM and piece.text.partition(":")[0] in content.abbreviations
    needs_source = piece.kind not in (BlockKind.HEADING, BlockKind.HEAD) and not bare
    if needs_source and not piece.sources and not nothing_found(piece.text, content.edition.date):
        yield Problem(draft.file, piece.line, f"no citation: “{piece.text[:60]}”")
    if found := _TAG.search(piece.text):
        yield Problem(draft.file, piece.line, f"{found[0]} has no form in an article")
    if found := _ROTTING.search(piece.text):
        yield Problem(draft.file, piece.line, f"“{found[0]}” will not be true for long; give a date")
    for acronym in _ACRONYM.findall(piece.text):
        if not all(_explained(part, content) for part in acronym.split("-")) and not _explained(
            acronym, content
        ):
            yield Problem(draft.file, piece.line, f"the acronym {acronym} is not in glossary.yaml")


def _explained(acronym: str, content: Content) -> bool:
    if acronym in content.words or _ROMAN.fullmatch(acronym) or len(acronym) < 2:
        return True
    forms = (acronym, acronym.rstrip("0123456789"), acronym.removesuffix("s"))
    return any(form in content.glossary for form in forms)
