# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""All of `data/` read, rendered, checked and given its ids: what a Library is filled from."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from asem_reader.authoring.checks.check import check
from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.redirect import REDIRECTS
from asem_reader.authoring.ledger import Ledger
from asem_reader.authoring.pages.names import LinkTarget, Names, edition_names, glossary_names, page_names
from asem_reader.authoring.pages.templates import CHRONOLOGY, GLOSSARY, glossary_order
from asem_reader.authoring.piece import Rendering
from asem_reader.authoring.problem import ContentError, Problem
from asem_reader.authoring.render import parse, render
from asem_reader.authoring.source import Content, read_content
from asem_reader.core.content import BlockKind
from asem_reader.core.place import BlockId, Slug

LEDGER = "blocks.lock"


@dataclass(frozen=True, slots=True)
class Compiled:
    """Content with its renderings and ids.

    Attributes:
        drafts: all topics, depth first.
        renderings: what was made of each draft that has a body, by slug.
        ids: the ids of each rendering's pieces, in their order, by slug.
    """

    content: Content
    drafts: tuple[Draft, ...]
    renderings: dict[str, Rendering]
    ids: dict[str, list[BlockId]]
    ledger: Ledger

    @property
    def related(self) -> dict[str, tuple[str, ...]]:
        """The related topics of each: those it names, then those that name it."""
        return {
            draft.slug: tuple(
                dict.fromkeys(
                    (*draft.related, *(other.slug for other in self.drafts if draft.slug in other.related))
                )
            )
            for draft in self.drafts
        }

    def blocks(self, slug: str, kind: BlockKind) -> list[BlockId]:
        """The ids of a topic's blocks of one kind, in reading order."""
        pieces = self.renderings[slug].pieces
        return [block for block, piece in zip(self.ids[slug], pieces, strict=True) if piece.kind is kind]

    @property
    def entries(self) -> dict[str, BlockId]:
        """The block of each entry of the glossary."""
        if GLOSSARY not in self.ids:
            return {}
        order = glossary_order(self.content.reference.terms, self.content.abbreviations.items())
        return dict(zip(order, self.blocks(GLOSSARY, BlockKind.ITEM), strict=True))

    @property
    def milestones(self) -> list[BlockId]:
        """The blocks of the milestones, by date."""
        return self.blocks(CHRONOLOGY, BlockKind.EVENT) if CHRONOLOGY in self.ids else []


def compile_content(data: Path) -> Compiled:
    """Read, render and check `data`, and give every block its id.

    Written twice: a name may lead to a block, and which blocks there are shows only when all are written.

    Raises:
        ContentError: something in the content is wrong.
    """
    content = read_content(data)
    try:
        ledger = Ledger.parse(read_ledger(data))
    except ValueError as error:
        raise ContentError([Problem(LEDGER, 0, str(error))]) from None
    drafts = tuple(_depth_first(content.drafts))
    parsed = [(draft, parse(draft)) for draft in drafts if draft.body]
    nameless = {draft.slug: render(draft, elements, Names({})) for draft, elements in parsed}
    ids = {
        slug: ledger.assign(Slug(slug), [piece.text for piece in rendering.pieces], content.folded(slug))
        for slug, rendering in nameless.items()
    }
    names = Names(_targets(Compiled(content, drafts, nameless, ids, ledger)))
    renderings = {draft.slug: render(draft, elements, names) for draft, elements in parsed}
    compiled = Compiled(content, drafts, renderings, ids, ledger)
    problems = [*check(content, compiled.renderings, ids), *_moved_symbols(drafts, ledger)]
    unknown = (slug for slug in content.redirects if not ledger.symbol_of(slug))
    problems += (Problem(REDIRECTS, 0, f"there never was a topic {slug}") for slug in unknown)
    if problems:
        raise ContentError(problems)
    return compiled


def read_ledger(data: Path) -> str:
    """Return the ledger as it stands, an empty one if there is none."""
    file = data / LEDGER
    return file.read_text(encoding="utf-8") if file.exists() else Ledger().dump()


def _depth_first(drafts: tuple[Draft, ...]) -> Iterator[Draft]:
    """Under one parent articles stand before groups (the overview comes first); at the top as they come.

    Those that no parent leads to come last, for the checks to name.
    """
    waiting = {id(draft): draft for draft in drafts}

    def below(parent: str) -> Iterator[Draft]:
        children = [draft for draft in drafts if draft.parent == parent]
        for child in sorted(children, key=lambda draft: bool(parent) and not draft.body):
            if waiting.pop(id(child), None):
                yield child
                yield from below(child.slug)

    yield from below("")
    yield from list(waiting.values())


def _targets(compiled: Compiled) -> dict[str, LinkTarget]:
    """What names lead to; a page of its own goes before an entry of the glossary."""
    reference = compiled.content.reference
    texts = {term.term for term in reference.terms if term.category == "texts"}
    targets = glossary_names(compiled.content.glossary, texts, compiled.entries) if compiled.entries else {}
    for series in (*reference.tracks, *reference.series):
        targets |= edition_names(series, dict(enumerate(compiled.blocks(series.slug, BlockKind.ROW))))
    publishers = {source.publisher for source in compiled.content.sources.values()}
    return targets | page_names(reference, publishers)


def _moved_symbols(drafts: tuple[Draft, ...], ledger: Ledger) -> Iterator[Problem]:
    for draft in drafts:
        if draft.symbol and (owner := ledger.claim(Slug(draft.slug), draft.symbol)):
            yield Problem(
                draft.file, 1, f"the symbol {draft.symbol} of {draft.slug} is that of {owner}, for ever"
            )
