# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A hand-made article, the press that sets it, and every topic of the Library in print."""

import os
from collections.abc import Callable
from itertools import product

import pytest
from support.printed_library import CARD, DOCUMENTS, PRINTED, RESOURCES, Printed, printed_part

from asem_reader.core.content import Article, Block, BlockKind, Edition, Kind, Section, Source, Topic
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.form import Form, Paper
from asem_reader.core.printing.pack import Cover, Pack, bind
from asem_reader.core.printing.sheet import Note, Sheet
from asem_reader.core.span import Span
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.paper.typeset import Press
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

DEFAULT = Form()
IRAN = Place(Slug("iran"))
EDITION = Edition("2026.1", "2026-11-23", "c0ffee" * 10)
LONG = "https://example.org/" + "path-to/" * 20

Texts = Callable[..., list[str]]
Pdf = Callable[..., bytes]
SLUGS = ("maritime-security", "climate-change", "asem12", "germany", "tein")
COVER = Cover("Delegation brief", "Senior officials", "Brussels", "2026-12-01", "the Minister")


# Each document is set once, tried by all tests that ask for it, and let go; two workers share them by halves.


# On the second paper three of eight parts, and all of them where time is no matter (make torture).
ON_LETTER = range(0, DOCUMENTS, 1 if os.environ.get("THOROUGH") else 3)
SHEETS = [*product([Paper.A4], range(DOCUMENTS)), *product([Paper.LETTER], ON_LETTER)]


@pytest.fixture(scope="session", params=SHEETS, ids=lambda p: f"{p[0]}-{p[1] + 1}")
def printed(request: pytest.FixtureRequest, library: Library, press: Press) -> Printed:
    """An eighth of all topics as standard sheets, on one of the papers."""
    paper, part = request.param
    return printed_part(library, press, Form(paper), part)


@pytest.fixture(scope="session", params=range(DOCUMENTS), ids=lambda part: f"card-{part + 1}")
def cards(request: pytest.FixtureRequest, library: Library, press: Press) -> Printed:
    """An eighth of all topics as cards with codes, without their bottom lines."""
    return printed_part(library, press, CARD, request.param)


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(RESOURCES / "fonts")


@pytest.fixture(scope="session")
def template() -> str:
    return (RESOURCES / "paper" / "sheet.typ").read_text(encoding="utf-8")


@pytest.fixture
def texts(press: Press, template: str) -> Texts:
    """What stands on each page of some sheets, or of a pack, without white space."""

    def texts(*sheets: Sheet | Pack, form: Form = DEFAULT) -> list[str]:
        plain = tuple(sheet for sheet in sheets if isinstance(sheet, Sheet))
        pack = next((pack for pack in sheets if isinstance(pack, Pack)), None) or Pack(plain)
        pdf = press.pdf(source(pack, form, template), "Sheet")
        return ["".join(page.split()) for page in typeset.text(pdf)]

    return texts


@pytest.fixture
def sheet(article: Article) -> Sheet:
    return compose(article, EDITION, Wish(PRINTED))


@pytest.fixture
def article() -> Article:
    position = (
        block("i1", BlockKind.ITEM, 2, (strong("FMM12, 2015."), " Lawful trade; no threat.", cited(1, 2))),
        block("i2", BlockKind.ITEM, 2, ("Restraint, and ", Span("confidence", emphatic=True), ".", cited(3))),
        block("n1", BlockKind.NOTE, 3, (strong("Note."), " See ", Span("the other one", to=IRAN), ".")),
        block("p2", BlockKind.PARAGRAPH, 4, ("Plain #text[1], $5 and 50 * 2_ <b>.",)),
    )
    instruments = (
        block("h1", BlockKind.HEAD, 5, ("instrument",), ("adopted",), ("in force",)),
        block("r1", BlockKind.ROW, 5, ("UNCLOS",), ("1982-12-10",), ("1994-11-16", cited(2))),
    )
    bottom = block("p1", BlockKind.PARAGRAPH, 1, ("Agreed texts name no sea.", cited(1)))
    sections = (
        section("Bottom line", (bottom,)),
        section("ASEM position", position),
        section("Instruments", instruments),
    )
    sources = (
        Source(1, "Chair's statement", "EEAS", "official", "2015-11-06", LONG),
        Source(2, 'A "quoted" report', "", "press", "", "https://example.org/b?c=1&d=%E2%80%99"),
        Source(3, "Newsletter", "ASEF", "copy", "2016-07", ""),
    )
    pillar = topic("political", "Political pillar", Kind.PILLAR)
    group = topic("security", "Security and peace", Kind.GROUP)
    subject = topic("maritime-security", "Maritime security", Kind.ISSUE)._replace(
        symbol="POL-05",
        summary="Freedom at sea, and piracy.",
        as_of="2021-11",
    )
    return Article(subject, (pillar, group), (), sections, sources, ())


def topic(slug: str, title: str, kind: Kind) -> Topic:
    return Topic(Slug(slug), kind, title, "", "", "", None, 0)


def block(name: str, kind: BlockKind, run: int, *cells: tuple[str | Span, ...]) -> Block:
    lines = (tuple(Span(part) if isinstance(part, str) else part for part in cell) for cell in cells)
    return Block(BlockId(name), kind, run, f"text of {name}", tuple(lines))


def strong(text: str) -> Span:
    return Span(text, strong=True)


def cited(*numbers: int) -> Span:
    return Span("", cites=numbers)


def section(title: str, blocks: tuple[Block, ...]) -> Section:
    heading = Block(BlockId(f"h{len(title)}"), BlockKind.HEADING, 0, title, ((Span(title),),))
    return Section(heading, blocks)


@pytest.fixture
def note() -> Callable[..., Note]:
    """A note of the reader's on a block of the article."""

    def note(body: str, block: str | None = "i1", quote: str = "Lawful trade") -> Note:
        where = "ASEM position" if block else ""
        return Note(where, quote if block else "", body, BlockId(block) if block else None)

    return note


@pytest.fixture(scope="module")
def pack(library: Library) -> Pack:
    reference_tables = ReferenceTables(library)
    wish = Wish("23 November 2026, 17:40 UTC+01:00", "the Minister", bound=True)
    articles = [library.article(Slug(slug)) for slug in SLUGS]
    sheets = [compose(each, library.edition(), wish, reference_tables.meetings()) for each in articles]
    return bind(sheets, COVER, reference_tables.terms())


@pytest.fixture(scope="module")
def bound(pack: Pack, press: Press, template: str) -> bytes:
    return press.pdf(source(pack, Form(copy=2, copies=5), template), "pack")


@pytest.fixture
def pdf(press: Press, template: str) -> Pdf:
    def pdf(*sheets: Sheet, form: Form = Form()) -> bytes:  # noqa: B008 (frozen)
        return press.pdf(source(Pack(sheets), form, template), "sheets")

    return pdf
