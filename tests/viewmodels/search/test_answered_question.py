# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The row of an answer: above all others, heard as one sentence, and left where it is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex

from asem_reader.core.content import Source
from asem_reader.core.place import Place
from asem_reader.core.search.hit import Answer, Found, Hit, Run, answer_said
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.search.hits import HitsModel
from asem_reader.viewmodels.search.rows import CommandRow, Heading, answer, said

ROOT = QModelIndex()
ANSWER = Answer(
    *(Place.parse("asem7#b1"), "ASEM7", "SUM-07", "At a glance", (Run("Place. Beijing.", False),), ""),
    source=Source(1, "Statement", "Ministry", "official", "2008-10", ""),
    as_of="2008",
)
NAMED = Hit(Place.parse("asem7"), "ASEM7", "SUM-07", "", (), "", named=True)
SENTENCE = (
    "Answer: ASEM7, SUM-07, At a glance: Place. Beijing. (Statement, Ministry, October 2008) (as of 2008)"
)


@pytest.fixture
def model(library: Library, notebook: Notebook) -> HitsModel:
    return HitsModel(library.search, Marks(notebook, str))


def test_what_answers_a_question_comes_before_everything_and_is_heard_as_one_sentence() -> None:
    rows = answer("print", Found((NAMED,), answer=ANSWER), (), (CommandRow("print", "Print"),))
    assert [row.title for row in rows if isinstance(row, Heading)] == ["Answer", "Topics", "Commands"]
    assert said(rows[1]) == ("ASEM7", SENTENCE)


def test_where_a_question_is_answered_nothing_is_said_to_be_missing() -> None:
    found = Found((NAMED,), missing=("where",), far=True)
    assert answer_said(found)
    assert answer_said(replace(found, answer=ANSWER)) == ()


def test_more_hits_leave_the_answer_first_and_uncounted(model: HitsModel) -> None:
    model.ask("what is the asem summit")
    best = model.row_at(model.best)
    hits = model.hits
    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)
    assert isinstance(best, Answer)
    assert model.row_at(model.best) == best
    assert hits < model.hits == len(model.answer)


def test_a_question_asked_literally_gets_no_answer(model: HitsModel) -> None:
    model.ask("asem7 venue")
    assert isinstance(model.row_at(model.best), Answer)
    model.ask("asem7 venue", literal=True)
    assert not isinstance(model.row_at(model.best), Answer)
