# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Topics for a pack: ticked in the tree, whole groups at once, and put in order by drag."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from support.surface import heard

from asem_reader.core.content import Topic
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder, BinderId, BinderItem
from asem_reader.core.printing.pack import Cover
from asem_reader.store.library import Library
from asem_reader.viewmodels.printing.binders import BinderItemsModel
from asem_reader.viewmodels.printing.ticking import TickingModel
from asem_reader.viewmodels.reading.outline import OutlineModel

CHECK = Qt.ItemDataRole.CheckStateRole
ROOT = QModelIndex()
SLUG = Slug("maritime-security")
GONE = BinderItem(Slug("atlantis"), "Atlantis")


@pytest.fixture(scope="module")
def topics(library: Library) -> dict[Slug, Topic]:
    return {topic.slug: topic for topic in library.topics()}


@pytest.fixture
def outline(topics: dict[Slug, Topic]) -> OutlineModel:
    return OutlineModel(tuple(topics.values()))


@pytest.fixture
def ticking(outline: OutlineModel, topics: dict[Slug, Topic]) -> TickingModel:
    return TickingModel(outline, topics.values())


@pytest.fixture
def sheaf(topics: dict[Slug, Topic]) -> BinderItemsModel:
    model = BinderItemsModel(topics)
    binder = Binder(BinderId("0" * 32), "December", Cover(""), (GONE,))
    model.show_binder(binder.added(topics[Slug(slug)] for slug in ("migration", "maritime-security")))
    return model


def at(ticking: TickingModel, outline: OutlineModel, slug: Slug) -> QModelIndex:
    return ticking.mapFromSource(outline.index_of(slug))


def test_both_are_good_models(
    ticking: TickingModel, sheaf: BinderItemsModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(sheaf)
    qtmodeltester.check(ticking)


def test_a_group_is_ticked_in_part_until_all_of_it_is_in(
    ticking: TickingModel, outline: OutlineModel
) -> None:
    topic = at(ticking, outline, SLUG)
    group = topic.parent()
    assert ticking.data(group, CHECK) is Qt.CheckState.Unchecked
    ticking.show_chosen([SLUG])
    assert ticking.data(topic, CHECK) is Qt.CheckState.Checked
    assert ticking.data(group, CHECK) is Qt.CheckState.PartiallyChecked
    ticking.show_chosen(ticking.readable(group))
    assert ticking.data(group, CHECK) is Qt.CheckState.Checked


def test_ticking_a_group_wishes_for_all_that_can_be_read_in_it(
    ticking: TickingModel, outline: OutlineModel, topics: dict[Slug, Topic]
) -> None:
    wishes: list[tuple[tuple[Slug, ...], bool]] = []
    ticking.ticked.connect(lambda slugs, wished: wishes.append((slugs, wished)))
    group = at(ticking, outline, SLUG).parent()
    ticking.setData(group, Qt.CheckState.Checked.value, CHECK)
    ((slugs, wished),) = wishes
    assert wished
    assert SLUG in slugs
    assert all(topics[slug].words for slug in slugs)


@pytest.mark.parametrize("letters", [" maritime sec", "Maritime\u00a0Sec", "mari\u00adtime ｓｅｃ"])
def test_the_tree_is_narrowed_to_titles_with_what_is_above_them(
    ticking: TickingModel, outline: OutlineModel, letters: str
) -> None:
    ticking.narrow(letters)
    assert ticking.rowCount(ROOT) < outline.rowCount(ROOT)
    assert at(ticking, outline, SLUG).isValid()
    assert not at(ticking, outline, Slug("migration")).isValid()


def test_a_group_stands_for_what_is_shown_of_it_and_says_how_many(
    ticking: TickingModel, outline: OutlineModel
) -> None:
    group = at(ticking, outline, SLUG).parent()
    count = len(ticking.readable(group))
    assert group.data() == f"Security and peace ({count})"
    ticking.show_chosen([SLUG])
    assert heard(group) == f"Security and peace (1 of {count}), ticked in part"
    ticking.narrow("maritime sec")
    group = at(ticking, outline, SLUG).parent()
    assert ticking.readable(group) == (SLUG,)
    assert heard(group) == "Security and peace (1), ticked"


@pytest.mark.parametrize(
    ("text", "first"), [("cyber", "Cybersecurity and ICT security"), ("eu member", "EU member states (27)")]
)
def test_what_is_found_first_is_a_topic_else_a_group(ticking: TickingModel, text: str, first: str) -> None:
    ticking.narrow(text)
    assert ticking.found().data() == first


def test_a_topic_that_is_gone_is_named(sheaf: BinderItemsModel) -> None:
    assert sheaf.data(sheaf.index(0, 0)) == "1. Atlantis (not in this Library)"
    assert sheaf.data(sheaf.index(2, 0)) == "3. POL-05 Maritime security"


@pytest.mark.parametrize(("row", "before"), [(0, 0), (3, 3), (-1, 3)])
def test_a_drop_says_where_the_topics_shall_stand(sheaf: BinderItemsModel, row: int, before: int) -> None:
    wishes: list[tuple[tuple[Slug, ...], int]] = []
    sheaf.moved.connect(lambda slugs, at: wishes.append((slugs, at)))
    dragged = sheaf.mimeData([sheaf.index(2, 0), sheaf.index(1, 0)])
    assert not sheaf.dropMimeData(dragged, Qt.DropAction.MoveAction, row, 0, ROOT)
    assert wishes == [((Slug("migration"), SLUG), before)]
