# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The start page: what this is, what is in it, and where one may begin."""

from collections.abc import Iterable
from urllib.parse import quote_plus

from asem_reader.core.content import Article, Topic
from asem_reader.core.dates import spoken
from asem_reader.core.language import N_, _
from asem_reader.core.made import PACK, SEARCH, START, Welcome
from asem_reader.core.place import BUNDLED, Place
from asem_reader.core.span import Line, Span
from asem_reader.pages.article import Writer

# What is typed, and what it shows of the search; each finds something in the Library that comes with this.
SEARCHES = (
    ("WMD", N_("an acronym finds what it stands for")),
    ("maritme securty", N_("a slip of the pen is mended")),
    ("who chaired ASEM12", N_("a question is answered, with the source")),
    ("year:2018 trade", N_("only what speaks of that year")),
)
_WHAT = N_(
    "ASEM Reader tells what the Asia-Europe Meeting agreed, who holds which view and what comes next, each "
    "statement with its source. It needs no network, and your notes stay in a file of your own."
)


def start_page(welcome: Welcome) -> Article:
    """Return the start page as an article."""
    page = Writer(START.slug)
    edition = welcome.edition
    page.section(_("Edition {name}, {date}").format(name=edition.name, date=spoken(edition.date)))
    if welcome.counts:
        page.paragraph(_counts(welcome))
    if welcome.pillars:
        page.section(_("Pillars"))
        head = ((Span(_("pillar")),), (Span(_("issues")),))
        page.table(head, ((_link(topic), (Span(str(issues)),)) for topic, issues in welcome.pillars))
    if edition.library == BUNDLED:
        page.section(_("Searches to try"))
        page.items(_led(text, SEARCH, text, f": {_(shows)}") for text, shows in SEARCHES)
    _lists(page, welcome)
    return page.article(_("Welcome"), _(_WHAT))


def _lists(page: Writer, welcome: Welcome) -> None:
    """What is there only for some readers, or in some Libraries."""
    if welcome.read:
        page.section(_("Last read"))
        page.items(map(_link, welcome.read))
    if welcome.packs:
        page.section(_("My packs"))
        page.items(_led(pack.name, PACK, pack.id) for pack in welcome.packs)
    if welcome.chapters:
        page.section(_("Handbook"))
        page.paragraph(_joined(map(_link, welcome.chapters)))


def _counts(welcome: Welcome) -> Line:
    """How much there is of what, each number beside its word."""
    said = (
        (Span(str(count), strong=True), Span(f"\N{NO-BREAK SPACE}{_(what)}"))
        for what, count in welcome.counts
    )
    return _joined(said)


def _joined(lines: Iterable[Line]) -> Line:
    """Lines in one, with points between them."""
    first, *others = lines
    return (*first, *(span for line in others for span in (Span(" · "), *line)))


def _link(topic: Topic) -> Line:
    return (Span(topic.title, to=topic.place, tip=topic.summary),)


def _led(text: str, view: str, value: str, more: str = "") -> Line:
    """A line that leads to a view of the start page."""
    there = Place(START.slug, view=f"{view}={quote_plus(value, safe=':')}")
    return tuple(span for span in (Span(text, to=there), Span(more)) if span.text)
