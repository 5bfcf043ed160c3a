# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Every model keeps the rules of Qt's models, empty and full, and says what it should."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from asem_reader.core.place import Place, Slug
from asem_reader.core.search.hit import Hit
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.search.search import Search
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.reading.outline import SYMBOL, OutlineModel
from asem_reader.viewmodels.search.hits import ROW, HitsModel

ROOT = QModelIndex()
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def outline(library: Library) -> OutlineModel:
    return OutlineModel(library.topics())


@pytest.fixture
def hits(library: Library, notebook: Notebook) -> HitsModel:
    return HitsModel(Search(library), Marks(notebook, str))


def test_outline_is_a_good_model(outline: OutlineModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(outline)


@pytest.mark.parametrize("text", ["piracy", "", "nothing has this word at all", "a", "pri"])
def test_hits_are_a_good_model(hits: HitsModel, qtmodeltester: ModelTester, text: str) -> None:
    hits.ask(
        text
    )  # first: Qt's tester fetches more rows in the middle of a reset, and then complains of them
    qtmodeltester.check(hits)


def test_outline_holds_every_topic_once(outline: OutlineModel, library: Library) -> None:
    def below(parent: QModelIndex) -> list[Place | None]:
        rows = [outline.index(row, 0, parent) for row in range(outline.rowCount(parent))]
        return [place for row in rows for place in (outline.place_at(row), *below(row))]

    assert below(ROOT) == [topic.place for topic in library.topics()]


def test_outline_finds_a_topic_and_says_its_symbol(outline: OutlineModel) -> None:
    index = outline.index_of(Slug("maritime-security"))
    assert index.data(SYMBOL) == "POL-05"
    assert index.data(SPOKEN) == "Maritime security, POL-05"
    assert outline.parent(index).data() == "Security and peace"


def test_a_topic_that_is_not_there_has_no_index(outline: OutlineModel) -> None:
    assert not outline.index_of(Slug("atlantis")).isValid()


def test_a_hit_says_where_it_is_and_what_it_found(hits: HitsModel) -> None:
    hits.ask("high seas treaty")
    index = hits.best
    assert index.data(ROW) == hits.row_at(index)
    assert "Maritime security" in index.data(SPOKEN)


def test_the_words_of_a_hit_are_those_of_its_whole_topic(hits: HitsModel) -> None:
    hits.ask("pirac")
    hit = hits.row_at(hits.best)
    assert isinstance(hit, Hit)
    assert {word.lower() for word in hits.words(hit.place)} >= {"piracy"}


def test_a_damaged_library_is_refused_while_searching(own_library: Path, notebook: Notebook) -> None:
    library = Library.open(own_library)
    hits = HitsModel(Search(library), Marks(notebook, str))
    refused: list[object] = []
    hits.refused.connect(refused.append)
    own_library.write_bytes(own_library.read_bytes()[:8192] + b"x" * 900_000)
    hits.ask("piracy")
    library.close()
    assert len(refused) == 1
