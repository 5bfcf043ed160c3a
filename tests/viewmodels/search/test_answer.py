# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What answers a text: in which groups and order, with which of the reader's own words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from support.marks import keep, mark

from asem_reader.core.folding import plain
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import MarkKind
from asem_reader.core.place import Place, Slug
from asem_reader.core.search.hit import Answer, Correction, Found, Hit, Run, runs
from asem_reader.core.search.query import Query, filters, parse, toggled, unfiltered
from asem_reader.core.steps import Steps, done
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.search.search import Search
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.search.hits import ROW, HitsModel
from asem_reader.viewmodels.search.notes import NoteSearch
from asem_reader.viewmodels.search.rows import CommandRow, Heading, PastSearch, answer, remembered

ROOT = QModelIndex()
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
OFFERS = (CommandRow("print", "Print", "Ctrl+P"), CommandRow("note", "Note on paragraph", "Ctrl+M"))
HIT_ON_SEA = Hit(Place.parse("sea#b1"), "The sea", "POL-05", "Key facts", (Run("by sea", True),), "")


class Always:
    """A search that finds the same whatever is asked."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.limits: list[int] = []

    def steps(self, _query: Query, limit: int = 50, _noted: object = ()) -> Steps[Found]:
        self.limits.append(limit)
        yield
        return replace(self.found, hits=self.found.hits[:limit])

    def answer(self, _text: str) -> Answer | None:
        return self.found.answer


@pytest.fixture
def marks(notebook: Notebook) -> Marks:
    return Marks(notebook, lambda slug: slug.replace("-", " ").capitalize())


def found_in(marks: Marks, text: str) -> tuple[Hit, ...]:
    """What the reader's notes have of a text."""
    return done(NoteSearch(marks).finding(parse(text), 100))


def titles(rows: object) -> list[str]:
    return [row.title for row in rows if isinstance(row, Heading)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("sea", ["Text", "Your notes"]),
        ("no", ["Text", "Your notes", "Commands"]),
        ("not", ["Text", "Your notes", "Commands"]),
        ("PRINT", ["Commands", "Text", "Your notes"]),
        ("paragraph", ["Text", "Your notes", "Commands"]),
        ("kind:meeting print", ["Text", "Your notes"]),
    ],
)
def test_commands_come_last_unless_they_are_called(text: str, groups: list[str]) -> None:
    assert titles(answer(text, Found((HIT_ON_SEA,)), (HIT_ON_SEA,), OFFERS)) == groups


def test_a_named_topic_comes_before_everything() -> None:
    named = replace(HIT_ON_SEA, named=True)
    rows = answer("print", Found((HIT_ON_SEA, named)), (), OFFERS)
    assert titles(rows) == ["Topics", "Commands", "Text"]
    assert rows[1] == named


def test_where_words_were_mended_the_readers_own_come_first() -> None:
    found = Found((HIT_ON_SEA,), (Correction("saftey", "safety"),))
    assert titles(answer("saftey", found, (HIT_ON_SEA,), ())) == ["Your notes", "Text"]


def test_an_answer_of_nothing_has_no_headings() -> None:
    assert answer("xyzzy", Found(), (), OFFERS) == ()
    assert remembered((), ()) == ()


def test_saved_searches_come_before_the_last_ones() -> None:
    rows = remembered(["piracy"], ["trade"])
    assert rows[1::2] == (PastSearch("trade", saved=True), PastSearch("piracy"))


@pytest.mark.parametrize(
    ("text", "narrow", "becomes"),
    [
        ("pirac", "kind:meeting", "kind:meeting pirac"),
        ("kind:meeting pirac", "kind:meeting", "pirac"),
        ("pirac kind:meeting", "kind:meeting", "pirac"),
        ("kind:issue pirac", "kind:meeting", "kind:meeting pirac"),
        ('"in:political sea" law', "in:political", 'in:political "in:political sea" law'),
        ("year:2018 in:social x", "year:2018", "in:social x"),
    ],
)
def test_a_filter_goes_in_and_out(text: str, narrow: str, becomes: str) -> None:
    assert toggled(text, narrow) == becomes


def test_filters_are_told_from_words() -> None:
    text = 'kind:meeting "year:2018" has:note year:2016..2021 sea kind: x'
    assert filters(text) == ("kind:meeting", "has:note", "year:2016..2021")
    assert unfiltered("kind:meeting safe seas") == "safe seas"


@pytest.mark.parametrize(
    ("text", "word", "matched"),
    [
        ("Đà Nẵng", "nang", ["Nẵng"]),
        ("STRASSE, Straße", "strasse", ["STRASSE", "Straße"]),
        ("🙂 é", "e", ["é"]),
    ],
)
def test_letters_are_found_without_case_and_accents(text: str, word: str, matched: list[str]) -> None:
    made = runs(text, (plain(word),))
    assert "".join(run.text for run in made) == text
    assert [run.text for run in made if run.matched] == matched


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("brussels", 1),
        ("BRÜSSELS désk", 1),
        ("brussels paris", 0),
        ("brussels -desk", 0),
        ("paris OR brussels", 1),
        ("two", 2),
        ("maritime", 2),
        ("", 0),
    ],
)
def test_notes_are_found_by_all_that_stands_in_them(
    marks: Marks, notebook: Notebook, query: str, found: int
) -> None:
    keep(notebook, [mark(1, "Ask the Brussels desk"), mark(2, "Bring the map")])
    marks.reload()
    assert len(found_in(marks, query)) == found


def test_a_note_says_where_it_is_and_that_it_is_the_readers(marks: Marks, notebook: Notebook) -> None:
    keep(notebook, [mark(1, "Long before. " * 30 + "Ask about cod. " + "Long after. " * 30)])
    marks.reload()
    (hit,) = found_in(marks, "cod")
    assert (hit.place.address, hit.title, hit.why) == (
        "asem:maritime-security#b7k2",
        "Maritime security",
        "your note",
    )
    assert [run.text for run in hit.snippet if run.matched] == ["cod"]
    assert hit.plain.startswith("… ")
    assert hit.plain.endswith(" …")


def test_a_highlight_is_found_by_its_quote_and_a_bookmark_is_not(marks: Marks, notebook: Notebook) -> None:
    kinds = (MarkKind.HIGHLIGHT, MarkKind.BOOKMARK)
    keep(notebook, [mark(n, "")._replace(kind=kind) for n, kind in enumerate(kinds)])
    marks.reload()
    (hit,) = found_in(marks, "what")
    assert (hit.plain, hit.why) == ("What it is on", "your highlight")


@pytest.mark.parametrize(("sought", "shown"), [("on", "it is on"), ("what", "What it is on")])
def test_a_highlight_on_words_shows_them(marks: Marks, notebook: Notebook, sought: str, shown: str) -> None:
    keep(notebook, [mark(1, "")._replace(kind=MarkKind.HIGHLIGHT, words="it is on")])
    marks.reload()
    (hit,) = found_in(marks, sought)
    assert hit.plain == shown


def test_a_note_that_changes_is_found_by_its_new_words(marks: Marks, notebook: Notebook) -> None:
    keep(notebook, [mark(1, "cod")])
    marks.reload()
    note_search = NoteSearch(marks)
    assert done(note_search.finding(parse("cod"), 1))
    marks.make(Change("Note", (mark(1, "cod"),), (mark(1, "eel"),)))
    assert not done(note_search.finding(parse("cod"), 1))
    assert done(note_search.finding(parse("eel"), 1))


def test_all_rows_are_a_good_model_and_come_as_they_are_wanted(
    marks: Marks, notebook: Notebook, qtmodeltester: ModelTester
) -> None:
    keep(notebook, [mark(1, "the sea")])
    marks.reload()
    model = HitsModel(Always(Found((HIT_ON_SEA,) * 30)), marks)  # type: ignore[arg-type]
    model.offer(lambda: OFFERS)
    model.ask("print")
    assert isinstance(model.row_at(model.index(0, 0)), Heading)
    assert model.index(0, 0).flags() & Qt.ItemFlag.ItemIsSelectable == Qt.ItemFlag.NoItemFlags
    assert model.row_at(model.best) == OFFERS[0]
    assert model.best.data(SPOKEN) == "Command: Print, Ctrl+P"
    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)
    assert model.rowCount() == 2 + 1 + 30
    assert model.index(5, 0).data(ROW) == HIT_ON_SEA
    qtmodeltester.check(model)


def test_searches_of_before_are_a_good_model(marks: Marks, qtmodeltester: ModelTester) -> None:
    model = HitsModel(Always(Found()), marks)  # type: ignore[arg-type]
    model.recall(["piracy"], ["trade"])
    assert model.best.data(SPOKEN) == "Saved search: trade"
    qtmodeltester.check(model)


def test_no_more_than_five_notes_unless_they_are_asked_for(marks: Marks, notebook: Notebook) -> None:
    keep(notebook, [mark(number, "sea") for number in range(9)])
    marks.reload()
    model = HitsModel(Always(Found()), marks)  # type: ignore[arg-type]
    model.ask("sea")
    assert model.rowCount() == 1 + 5
    model.ask("has:note sea")
    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)
    assert model.rowCount() == 1 + 9


def test_has_note_keeps_topics_with_a_note(library: Library, marks: Marks, notebook: Notebook) -> None:
    keep(notebook, [mark(1, "Nothing of it")])
    marks.reload()
    model = HitsModel(Search(library), marks)
    model.ask("has:note sea")
    assert {hit.place.slug for hit in model.answer} == {"maritime-security"}


@pytest.mark.parametrize(
    ("text", "topics"),
    [("sea ", ["2"]), ("migration ", ["1"]), ("has:note sea ", []), ("xqzzy ", [])],
)
def test_topics_with_notes_are_a_way_to_narrow_with_their_number(
    library: Library, marks: Marks, notebook: Notebook, text: str, topics: list[str]
) -> None:
    keep(notebook, [mark(1, "xqzzy"), mark(2, "eel")._replace(slug=Slug("migration"))])
    marks.reload()
    model = HitsModel(Search(library), marks)
    model.ask(text)
    model.count_scopes()
    offered = [scope for scope in model.answer.scopes if scope.filter == "has:note"]
    assert [str(scope.topics) for scope in offered] == topics


def test_without_a_note_nobody_narrows_to_notes(library: Library, marks: Marks) -> None:
    model = HitsModel(Search(library), marks)
    model.ask("sea ")
    model.count_scopes()
    assert model.answer.scopes
    assert not [scope for scope in model.answer.scopes if scope.filter == "has:note"]


def test_more_hits_are_looked_for_when_one_walks_on(marks: Marks) -> None:
    hits = tuple(replace(HIT_ON_SEA, title=str(number)) for number in range(40))
    search = Always(Found(hits))
    model = HitsModel(search, marks)  # type: ignore[arg-type]
    model.ask("sea")
    assert (len(search.limits), model.all_found) == (1, False)
    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)
    assert search.limits == [16, 50]
    assert [model.index(row, 0).data() for row in range(1, model.rowCount())] == [str(n) for n in range(40)]


def test_hits_that_come_in_another_order_later_change_nothing(marks: Marks) -> None:
    search = Always(Found((HIT_ON_SEA,) * 40))
    model = HitsModel(search, marks)  # type: ignore[arg-type]
    model.ask("sea")
    search.found = Found((replace(HIT_ON_SEA, title="Another"),) * 40)
    while model.canFetchMore(ROOT):
        model.fetchMore(ROOT)
    assert model.rowCount() == 1 + 16


def test_a_narrowed_search_leaves_other_topics_notes_out(marks: Marks, notebook: Notebook) -> None:
    keep(notebook, [mark(1, "sea")])
    marks.reload()
    model = HitsModel(Always(Found((HIT_ON_SEA,))), marks)  # type: ignore[arg-type]
    model.ask("kind:meeting sea")
    assert model.rowCount() == 2
