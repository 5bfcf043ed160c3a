# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The start page: what this is, what is in it, and where one may begin."""

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
    page.table(*_counts(welcome))
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
        first, *others = map(_link, welcome.chapters)
        page.paragraph((*first, *(span for link in others for span in (Span(" · "), *link))))


def _counts(welcome: Welcome) -> tuple[tuple[Line, ...], tuple[tuple[Line, ...]]]:
    """What there is, and below it how much of it."""
    head = tuple((Span(_(what)),) for what, _count in welcome.counts)
    return head, (tuple((Span(str(count), strong=True),) for _what, count in welcome.counts),)


def _link(topic: Topic) -> Line:
    return (Span(topic.title, to=topic.place, tip=topic.summary),)


def _led(text: str, view: str, value: str, more: str = "") -> Line:
    """A line that leads to a view of the start page."""
    there = Place(START.slug, view=f"{view}={quote_plus(value, safe=':')}")
    return tuple(span for span in (Span(text, to=there), Span(more)) if span.text)
