# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks of other makers find their paragraph by the words that they are on, and only where that is sure."""

import pytest
from support.marks import mark

from asem_reader.core.content import Block
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.marks.mark import Mark
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.steps import done
from asem_reader.operations.quoting import quoting
from asem_reader.store.library import Library

SEA = Slug("maritime-security")


@pytest.fixture
def block(library: Library) -> Block:
    return library.article(SEA).blocks[BlockId("dzhb")]


def loose(words: str, before: str = "", after: str = "", slug: str = "") -> Mark:
    return mark(block=None)._replace(slug=Slug(slug), quote="", words=words, before=before, after=after)


def placed(library: Library, *marks: Mark) -> Parcel:
    return done(quoting(Parcel((), left_out=1, loose=marks), library))


def test_a_whole_paragraph_is_found_anywhere(library: Library, block: Block) -> None:
    (found,) = placed(library, loose(block.text)).marks
    assert (found.slug, found.block, found.quote, found.words) == (SEA, block.id, block.text, "")
    assert found.body == "A note"


def test_words_are_found_and_counted_by_what_stands_beside_them(library: Library, block: Block) -> None:
    start = block.text.rindex("Asia")
    before, after = block.text[:start], block.text[start + 4 :]
    (found,) = placed(library, loose("Asia", before, after)).marks
    assert (found.slug, found.block, found.words) == (SEA, block.id, "Asia")
    assert found.nth == 1


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_other_blanks_and_quotes_are_the_same(library: Library, apostrophe: str) -> None:
    blocks = (
        each
        for topic in library.topics()
        if topic.words
        for each in library.article(topic.slug).blocks.values()
    )
    curled = next(each for each in blocks if "’" in each.text and len(each.text) > 80)
    (found,) = placed(library, loose(curled.text.replace("’", apostrophe).replace(" ", " \n\t"))).marks
    assert (found.block, found.words) == (curled.id, "")


@pytest.mark.parametrize("words", ["the", "no such words in any Library", "a", "Bottom line"])
def test_what_stands_nowhere_or_anywhere_is_counted(library: Library, words: str) -> None:
    found = placed(library, loose(words))
    assert (found.marks, found.loose, found.left_out) == ((), (), 2)


def test_few_words_of_another_text_are_not_taken_for_ours(library: Library) -> None:
    text = library.article(SEA).blocks.values()
    once = next(
        word
        for each in text
        for word in each.text.split()
        if len(word) > 9 and len(placed(library, loose(word)).marks) == 1
    )
    assert placed(library, loose(once, "Quite another text has ", " as well.")).marks == ()


def test_words_that_are_gone_stay_on_the_place_that_is_named(library: Library) -> None:
    (found,) = placed(library, loose("no such words in any Library", slug=SEA)).marks
    assert (found.slug, found.block, found.words, found.quote) == (SEA, None, "", "")


def test_a_named_topic_is_the_only_one_that_is_searched(library: Library, block: Block) -> None:
    (found,) = placed(library, loose(block.text, slug="climate-change")).marks
    assert (found.slug, found.block) == ("climate-change", None)
