# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The order in which one meets the marks of a topic."""

from support.marks import mark

from asem_reader.core.content import Article
from asem_reader.core.marks.guide import in_reading_order
from asem_reader.core.place import BlockId, Slug
from asem_reader.store.library import Library


def test_marks_stand_as_they_are_met(library: Library) -> None:
    article: Article = library.article(Slug("maritime-security"))
    first, second = article.sections[1].blocks[:2]
    words = second.text.split()
    wanted = [
        mark(1, block=None),
        mark(2, block=first.id),
        mark(3, block=second.id)._replace(quote=second.text, words=words[0]),
        mark(4, block=second.id)._replace(quote=second.text, words=words[3]),
        mark(5, block=BlockId("gone")),
    ]
    assert in_reading_order(article, reversed(wanted)) == wanted
