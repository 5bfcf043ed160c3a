# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page of what is new: the changes of the program's newest version, and what changed in the Library."""

import re
from collections.abc import Iterator

from asem_reader.core.content import Article, Edition, Topic
from asem_reader.core.dates import spoken
from asem_reader.core.language import _
from asem_reader.core.made import NEWS, Release
from asem_reader.core.span import Line, Span
from asem_reader.pages.article import Writer

# Keep a Changelog 1.1.0: a heading for each version, below it one for each sort of change, with a list.
_VERSION = re.compile(r"^## \[?(?P<name>[^]\n]+?)\]?(?: - (?P<date>[0-9-]+))?$", re.MULTILINE)
_SORT = re.compile(r"^### (.+)$", re.MULTILINE)
_ITEM = re.compile(r"^- (.+)$", re.MULTILINE)
_LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")
_SET = re.compile(r"\*\*(.+?)\*\*|`([^`]+)`")


def news_page(changes: str, release: Release, edition: Edition, changed: tuple[Topic, ...]) -> Article:
    """Return the page as an article.

    Args:
        changes: the changelog, as Markdown; its newest version is told.
        release: what the reader has.
        edition: the same edition, with its date.
        changed: topics that the reader knew otherwise.
    """
    page = Writer(NEWS.slug)
    if changed:
        page.section(_("Changed since you read it"))
        page.items((Span(topic.title, to=topic.place, tip=topic.summary),) for topic in changed)
    for sort, items in _newest(changes):
        page.section(sort)
        page.items(map(_line, items))
    said = _("ASEM Reader {version}, with edition {name} of the Library, closed on {date}.")
    told = said.format(version=release.version, name=edition.name, date=spoken(edition.date))
    return page.article(_("What’s new"), told)


def _newest(changes: str) -> Iterator[tuple[str, list[str]]]:
    """Each sort of change of the newest version, with what was changed."""
    versions = [*_VERSION.finditer(changes)]
    if versions:
        end = versions[1].start() if len(versions) > 1 else len(changes)
        _before, *parts = _SORT.split(changes[versions[0].end() : end])
        for sort, text in zip(parts[::2], parts[1::2], strict=True):
            if items := _ITEM.findall(text):
                yield sort, items


def _line(item: str) -> Line:
    """A line of Markdown: what is bold or code is strong, a link its words."""
    parts = _SET.split(_LINK.sub(r"\1", item))
    plain = (Span(text) for text in parts[::3])
    strong = (Span(bold or code, strong=True) for bold, code in zip(parts[1::3], parts[2::3], strict=True))
    mixed = [span for pair in zip(plain, (*strong, Span("")), strict=True) for span in pair]
    return tuple(span for span in mixed if span.text)
