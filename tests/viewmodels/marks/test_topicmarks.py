# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The model of a topic's notes and highlights."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from support.marks import mark

from asem_reader.core.marks.mark import MarkKind
from asem_reader.core.place import Slug
from asem_reader.store.library import Library
from asem_reader.viewmodels.marks.topicmarks import MARK, TopicMarks


def test_it_is_a_model_that_views_can_trust(library: Library, qtmodeltester: ModelTester) -> None:
    model = TopicMarks(lambda mark: mark.body)
    article = library.article(Slug("maritime-security"))
    qtmodeltester.check(model)
    model.show(article, [mark(1, "One"), mark(2, "Two", block=None)])
    qtmodeltester.check(model)
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    assert [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows] == ["Two", "One"]
    assert rows[0].data(MARK) == mark(2, "Two", block=None)


def test_a_bookmark_alone_is_no_note(library: Library) -> None:
    model = TopicMarks(str)
    bookmark = mark(body="")._replace(kind=MarkKind.BOOKMARK)
    model.show(library.article(Slug("maritime-security")), [bookmark, bookmark._replace(body="Why")])
    assert model.rowCount() == 1


def test_the_same_marks_are_not_shown_anew(library: Library) -> None:
    model = TopicMarks(str)
    article = library.article(Slug("maritime-security"))
    assert model.show(article, [mark(1)])
    assert not model.show(article, [mark(1)])
    assert (model.row_of(mark(1, "Other")), model.row_of(mark(2))) == (0, -1)
