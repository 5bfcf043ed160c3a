# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The page of a topic, as it is set and as its tags are read."""

from collections import Counter
from html.parser import HTMLParser

from asem_reader.core.content import Article
from asem_reader.core.place import Place
from asem_reader.core.theme import LIGHT, Theme
from asem_reader.pages.topic import page


class Reading(HTMLParser):
    """What stands in a page: its tags in order, its anchors, its links, and whether all is closed."""

    VOID = frozenset({"br", "meta", "hr"})

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self._ways = 0  # the open link that sorts, or leads back from a source
        self.feed(document)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        values = dict(attrs)
        self.attributes |= set(values)
        if "name" in values:
            self.anchors.append(values["name"] or "")
        if "href" in values:
            self.links.append(values["href"] or "")
        if tag not in self.VOID:
            self.open.append(tag)
        if values.get("class") in ("sort", "back"):
            self._ways = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        self._ways *= len(self.open) != self._ways
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and not self._ways:
            self.text += data


def read(article: Article, theme: Theme = LIGHT) -> Reading:
    return Reading(page(article, Place(article.topic.slug), theme, 12).html)


def document(article: Article) -> str:
    return page(article, Place(article.topic.slug), LIGHT, 12).html
