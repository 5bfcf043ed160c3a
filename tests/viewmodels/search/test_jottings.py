# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The reader's notes are found as they are now, and where many are to be read, nobody waits for them."""

import random

import pytest
from pytestqt.qtbot import QtBot
from support.marks import keep, mark

from asem_reader.core.folding import plain
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.place import Place, Slug
from asem_reader.core.search.query import parse
from asem_reader.core.steps import done
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.search.search import Search
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.search.hits import HitsModel
from asem_reader.viewmodels.search.notes import NoteSearch
from asem_reader.viewmodels.search.rows import Heading

SLUGS = [Slug(each) for each in ("asean", "migration", "maritime-security")]
WORDS = ["cod", "eel", "cod eel", "Cödling", ""]


def made(dice: random.Random, number: int) -> Mark:
    return mark(number, dice.choice(WORDS))._replace(
        slug=dice.choice(SLUGS),
        quote=dice.choice(WORDS),
        kind=dice.choice(list(MarkKind)),
        created=f"2026-11-25T12:00:{dice.randrange(5):02}Z",
    )


def bodies(marks: Marks, word: str) -> list[tuple[Slug, bool]]:
    """What a look at every mark finds, in the order in which it is to be shown."""
    there = [each for each in marks.all if each.kind is not MarkKind.BOOKMARK]
    texts = [(each, plain(each.body), plain(each.quote)) for each in there]
    own = [each for each, body, _ in texts if word in body]
    return [
        (each.slug, each.kind is MarkKind.NOTE)
        for each in (*own, *(each for each, body, quote in texts if word in quote and word not in body))
    ]


def headings(hits: HitsModel) -> list[str]:
    """Of all rows, also of those that no view has asked for yet."""
    return [row.title for row in hits._rows if isinstance(row, Heading)]


@pytest.mark.parametrize("seed", range(5))
def test_after_any_changes_it_finds_what_a_look_at_every_mark_finds(notebook: Notebook, seed: int) -> None:
    dice, marks = random.Random(seed), Marks(notebook, lambda _: "")
    keep(notebook, [made(dice, number) for number in range(30)])
    note_search = NoteSearch(marks)
    for turn in range(25):
        old = dice.sample(marks.all, dice.randrange(3)) if marks.all else []
        new = [made(dice, int(each.id, 16))._replace(id=each.id) for each in old[1:]]
        marks.make(Change("Some", tuple(old), (*new, made(dice, 100 + turn))))
        word, most = dice.choice(["cod", "eel", "co", "codling", "xyz"]), dice.choice([1, 3, 100])
        hits = done(note_search.finding(parse(word), most))
        assert [(each.place.slug, each.why == "your note") for each in hits] == bodies(marks, word)[:most]


def test_topics_with_a_note_that_has_the_words(notebook: Notebook) -> None:
    kinds = (MarkKind.NOTE, MarkKind.HIGHLIGHT, MarkKind.NOTE)
    keep(
        notebook,
        [mark(n, "cod")._replace(slug=SLUGS[n], kind=kind) for n, kind in enumerate(kinds)]
        + [mark(9, "eel")._replace(slug=Slug("piracy"))],
    )
    note_search = NoteSearch(Marks(notebook, str))
    assert done(note_search.topics(parse("cod has:note"))) == {SLUGS[0], SLUGS[2]}
    assert note_search.noted == {SLUGS[0], SLUGS[2], Slug("piracy")}


def test_a_hit_says_the_words_of_a_note_without_signs(notebook: Notebook) -> None:
    keep(notebook, [mark(1, "To ask:\n- **the** *desk*\n- Bonn")._replace(slug=SLUGS[0])])
    (hit,) = done(NoteSearch(Marks(notebook, str)).finding(parse('"the desk"'), 9))
    assert "".join(run.text for run in hit.snippet) == "To ask: the desk, Bonn"


def test_on_other_topics_nothing_is_found(notebook: Notebook) -> None:
    keep(notebook, [mark(n, "cod")._replace(slug=slug) for n, slug in enumerate(SLUGS)])
    hits = done(NoteSearch(Marks(notebook, str)).finding(parse("cod"), 9, {SLUGS[1]}))
    assert [each.place.slug for each in hits] == [SLUGS[1]]


def test_prepared_notes_stand_in_the_first_answer(notebook: Notebook, library: Library, qtbot: QtBot) -> None:
    keep(notebook, [mark(1, "migration, again")])
    marks = Marks(notebook, str)
    hits = HitsModel(Search(library), marks)
    for _ in marks.learning():
        pass
    assert not marks.haystacks.is_ready(marks.all)
    hits.prepare()
    qtbot.waitUntil(lambda: marks.haystacks.is_ready(marks.all))
    hits.ask("migration")
    assert "Your notes" in headings(hits)


def test_a_note_on_a_view_is_found_by_what_that_shows(notebook: Notebook) -> None:
    keep(notebook, [mark(1, "A scenario", block=None)._replace(view="with=SGP", quote="Index")])
    marks = Marks(notebook, str, view_said={"with=SGP": "Singapore"}.__getitem__)
    (hit,) = done(NoteSearch(marks).finding(parse("singapore"), 9))
    assert hit.plain == "Singapore"
    assert hit.place == Place(mark().slug, view="with=SGP")
