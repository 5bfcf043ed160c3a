# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A topic that was folded into another: all that led to it leads there."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.content import Data
from support.marks import mark

from asem_reader.core.anchoring.editionindex import Fingerprint
from asem_reader.core.errors import NoSuchPlace
from asem_reader.core.marks.mark import Mark, Waiting, anchor
from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.search.query import parse
from asem_reader.core.steps import done
from asem_reader.operations.editions import placing, settling
from asem_reader.operations.topics import by_slug
from asem_reader.store.libraries import Libraries
from asem_reader.store.library import Library, edition_index

OLD, LIVE = Slug("other-topic"), Slug("piracy")
MOVED = "Pirates came home on 6 May 2012, rich and old."


class Folded:
    """The small Library before and after an article was folded, with one paragraph that moved.

    Attributes:
        marks: on that paragraph, and on the article as a whole.
        fingerprint: of the edition before.
    """

    def __init__(self, folder: Path, edition: str = "") -> None:
        data = Data(folder)
        data.files["edition.yaml"] += edition
        data.change("Nobody counted them.", MOVED, "content/political/other-topic.md")
        with closing(Library.open(data.build())) as before:
            old = OLD if not edition else Slug(f"{before.id}/{OLD}")
            article = before.article(old)
            (self.block,) = (block for block, one in article.blocks.items() if MOVED in one.text)
            self.marks = [self._mark(anchor(article, block)._asdict()) for block in (self.block, None)]
            self.fingerprint = edition_index(before).fingerprint
        data.fold("other-topic", "piracy", "Gone fishing")
        data.change("Nobody counted them.", MOVED)
        self.library = Library.open(data.build())

    @staticmethod
    def _mark(on: dict[str, object]) -> Mark:
        return mark()._replace(**on)


@pytest.fixture
def folded(tmp_path: Path) -> Iterator[Folded]:
    made = Folded(tmp_path / "data")
    yield made
    made.library.close()


@pytest.mark.parametrize("text", ["other-topic", "asem:other-topic", "POL-02", "pol-02"])
def test_its_slug_and_symbol_lead_to_the_topic_that_it_is_in(folded: Folded, text: str) -> None:
    assert folded.library.find(text) == Place(LIVE)


def test_a_paragraph_that_moved_is_found_at_its_old_address(folded: Folded) -> None:
    for text in (f"asem:{OLD}#{folded.block}", f"asem:{LIVE}#{folded.block}", folded.block):
        assert folded.library.find(text) == Place(LIVE, folded.block)


def test_of_a_paragraph_that_did_not_move_the_topic_is_named(folded: Folded) -> None:
    with pytest.raises(NoSuchPlace, match="asem:piracy"):
        folded.library.find("asem:other-topic#zzzz")


def test_its_article_is_that_of_the_topic_and_it_is_no_topic_itself(folded: Folded) -> None:
    assert folded.library.article(OLD) == folded.library.article(LIVE)
    assert OLD not in [topic.slug for topic in folded.library.topics()]
    assert by_slug(folded.library)[OLD] == folded.library.topic(LIVE)


def test_a_search_for_its_title_finds_the_topic(folded: Folded) -> None:
    assert LIVE in [hit.place.slug for hit in folded.library.search.find(parse("Gone fishing")).hits]


def test_marks_on_it_are_placed_in_the_topic(folded: Folded) -> None:
    report = done(placing(folded.marks, edition_index(folded.library), folded.fingerprint))
    places = [(each.new.place, each.new.waiting) for each in report.placements]
    assert places == [(Place(LIVE, folded.block), None), (Place(LIVE), None)]


def test_marks_on_it_that_arrive_from_elsewhere_are_placed_in_the_topic(folded: Folded) -> None:
    settled = done(settling(folded.marks, folded.library))
    assert [one.place for one in settled] == [Place(LIVE, folded.block), Place(LIVE)]


def test_of_a_mark_whose_paragraph_is_gone_the_topic_is_known(folded: Folded) -> None:
    lost = folded.marks[0]._replace(block=BlockId("zzzz"), quote="Zebras graze.")
    index = edition_index(folded.library)
    (placement,) = done(placing([lost], index, Fingerprint())).placements
    assert placement.new.waiting is Waiting.BLOCK_GONE
    assert index.redirects[lost.slug] in index.topics


def test_in_a_library_of_its_own_id_too(tmp_path: Path) -> None:
    made = Folded(tmp_path / "data", edition="library: abc\n")
    with closing(made.library) as library:
        assert library.find("asem:abc/other-topic") == Place(Slug("abc/piracy"))
        assert Libraries([library]).redirects == {Slug("abc/other-topic"): Slug("abc/piracy")}
        report = done(placing(made.marks, edition_index(library), made.fingerprint))
        assert {each.new.slug for each in report.placements} == {Slug("abc/piracy")}
