# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""An article folded into another: what `redirects.yaml` does, and what it is refused for."""

from contextlib import closing

import pytest
from support.content import Data, article

from asem_reader.authoring.ledger import Ledger
from asem_reader.core.place import Slug
from asem_reader.store.library import Library

SEA, LAND = Slug("sea"), Slug("land")


def told(data: Data) -> list[str]:
    return [problem.sentence for problem in data.problems() if problem.file == "redirects.yaml"]


@pytest.fixture
def folded(data: Data) -> Data:
    """The small folder of content, in which one article was folded into the other."""
    data.fold("other-topic", "piracy")
    return data


def test_links_to_it_and_relations_lead_to_the_topic(folded: Data) -> None:
    third = article("POL-03", "Third", "[other-topic, piracy]").replace("asem:piracy", "asem:other-topic")
    folded.files["content/political/third.md"] = third
    with closing(Library.open(folded.build())) as library:
        read = library.article(Slug("third"))
        assert [topic.slug for topic in read.related] == ["piracy"]
        spans = (span for block in read.blocks.values() for cell in block.cells for span in cell)
        assert {span.to.slug for span in spans if span.to} == {"piracy"}


def test_its_symbol_is_never_given_again(folded: Data) -> None:
    folded.files["content/political/third.md"] = article("POL-02", "Third", "[]")
    assert "the symbol POL-02 of third is that of other-topic, for ever" in [
        problem.sentence for problem in folded.problems()
    ]


def test_where_it_leads_makes_another_edition(folded: Data) -> None:
    digests = set()
    for title in ("One", "Two"):
        folded.files["redirects.yaml"] = f"other-topic: {{to: piracy, title: {title}}}\n"
        with closing(Library.open(folded.build())) as library:
            digests.add(library.edition().digest)
    assert len(digests) == 2


@pytest.mark.parametrize(
    ("redirects", "said"),
    [
        ("other-topic: {to: nowhere, title: A}", "other-topic leads to nowhere: it must be gone"),
        ("piracy: {to: piracy, title: A}", "piracy leads to piracy: it must be gone"),
        ("atlantis: {to: piracy, title: A}", "there never was a topic atlantis"),
        ("other-topic: {to: piracy}", "Object missing required field `title`"),
        ("other-topic: piracy", "Expected `object`, got `str`"),
    ],
)
def test_a_redirect_that_cannot_be_is_named(folded: Data, redirects: str, said: str) -> None:
    folded.files["redirects.yaml"] = redirects
    assert [sentence for sentence in told(folded) if said in sentence], folded.problems()


def test_texts_of_a_folded_topic_keep_their_ids_and_the_others_stay_its_own() -> None:
    ledger = Ledger()
    moved, gone = ledger.assign(LAND, ["Rice is stored in Bangkok.", "Nobody counted the sacks."])
    ledger = Ledger.parse(ledger.dump())
    new = ledger.assign(SEA, ["The sea is free.", "Rice is now stored in Bangkok."], [LAND])
    assert new[1] == moved
    again = Ledger.parse(ledger.dump())
    assert f"\nsea\t{moved}\t" in again.dump().replace("-sea", "sea")
    assert f"\n-land\t{gone}\tNobody counted the sacks.\n" in again.dump()
    assert again.assign(SEA, ["The sea is free.", "Rice is now stored in Bangkok."], [LAND]) == new
