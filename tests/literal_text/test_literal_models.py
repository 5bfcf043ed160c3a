# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Whatever a Library or a Notebook holds is shown as it is: no model makes it rich text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel
from support.hostile_content import NAME, hostile_binder
from support.hostile_world import Hostile
from support.literal_text import faults_of_model, indexes, kinds
from support.screen import MARITIME

from asem_reader import viewmodels
from asem_reader.core.marks.grouping import View
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.readinglog import ReadingLog
from asem_reader.store.output import Output
from asem_reader.store.search.search import Search
from asem_reader.viewmodels.explorer.explorer import Explorer
from asem_reader.viewmodels.marks.filing import Filing
from asem_reader.viewmodels.marks.marktree import MarkTree
from asem_reader.viewmodels.printing.binders import BinderItemsModel, BindersModel
from asem_reader.viewmodels.printing.ticking import TickingModel
from asem_reader.viewmodels.reading.history import HistoryModel
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.viewmodels.reading.readings import Readings
from asem_reader.viewmodels.search.hits import HitsModel


def mark_trees(hostile: Hostile) -> list[QAbstractItemModel]:
    trees = []
    for view in View:
        if view is not View.BIN:
            tree = MarkTree(Filing(hostile.marks), guide=hostile.library.guide)
            tree.setParent(hostile.parent)
            tree.attend(True)
            tree.show(view)
            tree.settle()
            trees.append(tree)
    return trees


def sheaf(hostile: Hostile) -> QAbstractItemModel:
    model = BinderItemsModel(hostile.compositor.topics, hostile.parent)
    model.show_binder(hostile_binder(MARITIME.slug))
    return model


def hits(hostile: Hostile) -> QAbstractItemModel:
    model = HitsModel(Search(hostile.library), hostile.marks)
    model.setParent(hostile.parent)
    model.ask("piracy")
    model.finish()
    return model


def history(hostile: Hostile) -> QAbstractItemModel:
    readings = Readings(ReadingLog(hostile.home.reading), hostile.library.digests)
    readings.compare()  # reads all that is asked of it below; afterwards it would open its file again
    readings.visited(MARITIME.slug)
    model = HistoryModel(readings, hostile.title_of)
    model.setParent(hostile.parent)
    model.show_all()
    readings.close()
    return model


def outline(hostile: Hostile) -> OutlineModel:
    model = OutlineModel(hostile.library.topics())
    model.setParent(hostile.parent)
    return model


def ticking(hostile: Hostile) -> QAbstractItemModel:
    return TickingModel(outline(hostile), hostile.compositor.topics.values(), hostile.parent)


def binders(hostile: Hostile) -> BindersModel:
    model = BindersModel(Binders(hostile.marks.notebook.file), parent=hostile.parent)
    model.load()
    return model


def standings(hostile: Hostile) -> QAbstractItemModel:
    return Explorer(hostile.library, Output([], hostile.library.path), hostile.parent).model


# Whoever adds a model adds a line here.
MODELS: dict[str, Callable[[Hostile], list[QAbstractItemModel]]] = {
    "OutlineModel": lambda hostile: [outline(hostile)],
    "TickingModel": lambda hostile: [ticking(hostile)],
    "BinderItemsModel": lambda hostile: [sheaf(hostile)],
    "HitsModel": lambda hostile: [hits(hostile)],
    "HistoryModel": lambda hostile: [history(hostile)],
    "BindersModel": lambda hostile: [binders(hostile)],
    "MarkTree": mark_trees,
    "StandingsModel": lambda hostile: [standings(hostile)],
}


def test_every_model_is_looked_at() -> None:
    assert kinds(viewmodels, QAbstractItemModel) == set(MODELS)


@pytest.mark.parametrize("name", MODELS)
def test_a_model_shows_foreign_text_as_it_is(hostile: Hostile, name: str) -> None:
    for model in MODELS[name](hostile):
        assert any(NAME in str(index.data()) for index in indexes(model))
        assert list(faults_of_model(model)) == []
