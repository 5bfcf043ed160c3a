# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A page of marks is read back from what it shows, also when it was written on, and never in part."""

import re
from collections.abc import Iterable
from contextlib import suppress

import pytest
from builders import mark
from hypothesis import given
from hypothesis import strategies as st
from parcels import NOW, anchored, shown, texts

from asem_reader.core.exchange import webpage, webreading
from asem_reader.core.exchange.emphasis import NoteParser, to_html
from asem_reader.core.exchange.parcel import Parcel, Unreadable
from asem_reader.core.exchange.tag import tags
from asem_reader.core.marks.guide import Guide
from asem_reader.core.marks.mark import Colour, Mark, MarkKind

LOOSE = [
    "<article>",
    "</article>",
    "<h3>",
    "<a href='asem:x'>",
    "<blockquote>",
    "<mark>",
    "</",
    "&#",
    '"',
    "<",
]

SIGNS = ["**", "__", "*", "a", "\n", "- ", "3) ", " ", "\r", "&lt;"]


def page(*marks: Mark) -> str:
    return webpage.written(Guide().chapters(marks), "today")


def back(text: str) -> tuple[Mark, ...]:
    return webreading.read(text, NOW).marks


def ids(marks: Iterable[Mark]) -> dict[str, Mark]:
    return {each.id: each for each in marks}


@given(anchored)
def test_marks_come_back_as_they_are_shown(marks: list[Mark]) -> None:
    assert ids(back(page(*marks))) == ids(map(shown, marks))


@given(
    texts
    | st.lists(st.sampled_from(["**", "__", "*", "a", "\n", "- ", "3) ", " ", "\r", "&lt;"])).map("".join)
)
def test_a_note_is_the_text_of_its_html(note: str) -> None:
    gathered = NoteParser()
    first, *others = tags(f"<div>{to_html(note)}")
    gathered.add(first.behind)
    for tag in others:
        gathered.walk(tag)
    assert gathered.text == note


def test_a_page_holds_no_more_of_a_mark_than_it_shows() -> None:
    text = re.sub(r"(?s)<style>.*?</style>", "", page(mark()))
    assert not {"before", "after", "data-quote", "data-note"} & set(re.findall(r"[\w-]+", text))
    assert text.count("A note") == text.count("What it is on") == 1


def test_what_is_cut_from_a_page_is_gone() -> None:
    text = page(mark(1), mark(2, "secret"))
    cut = text.replace('<div class="note"><p>secret</p></div>', "")
    assert [each.body for each in back(cut)] == ["A note", ""]


def test_a_mark_without_its_id_gets_one_made_from_its_content() -> None:
    bare = re.sub(r' id="mark-\w+"', "", page(mark(1)))
    assert back(bare) == back(bare)
    (found,) = back(bare)
    assert (found.id != mark(1).id, found._replace(id=mark(1).id)) == (True, shown(mark(1)))


def test_a_page_of_before_is_read() -> None:
    article = """<h3>Highlight, green <a href="asem:sea#b7">asem:sea#b7</a></h3>
<blockquote>Law of <mark class="green">the sea</mark></blockquote>
<p>Ask.</p>
<p>Soon.</p>
<p class="quiet">Folder Desk · 25 November 2026</p>"""
    (found,) = back(f"<article>{article}</article>")
    assert (found.kind, found.colour, found.words) == (MarkKind.HIGHLIGHT, Colour.GREEN, "the sea")
    assert (found.body, found.created) == ("Ask.\n\nSoon.", NOW)


def test_what_is_written_into_a_mark_by_hand_is_in_its_note() -> None:
    text = page(mark()).replace('<p class="quiet">Folder', '<p>And <b>more</b>.</p><p class="quiet">Folder')
    assert back(text)[0].body == "A note\n\nAnd **more**."


def test_an_article_that_leads_nowhere_is_counted() -> None:
    found = webreading.read(page(mark()).replace("</main>", "<article>news</article></main>"), NOW)
    assert (len(found.marks), found.left_out) == (1, 1)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("</article>\n</section>\n</main>\n</body>\n</html>\n", "", "cut off"),
        ("\n</html>\n", "\n", "cut off"),
        ("asem:maritime-security#b7k2", "asem:no place", "address"),
        ("mark-0000", "mark-x000", "id"),
        ("2026-11-23T12", "2026-13-23T12", "created"),
        ('id="mark', 'data-position="-1" id="mark', "position"),
        ("<h3>Note", "<h3>Highlight, gold", "colour"),
    ],
)
def test_a_fault_is_named_with_its_line(old: str, new: str, said: str) -> None:
    text = page(mark())
    assert old in text
    with pytest.raises(Unreadable, match=said) as raised:
        webreading.read(text.replace(old, new), NOW)
    assert 1 < raised.value.line <= text.count("\n") + 1


@given(st.lists(st.sampled_from(LOOSE) | texts))
def test_any_text_ends_in_marks_or_a_sentence(parts: list[str]) -> None:
    with suppress(Unreadable):
        assert isinstance(webreading.read("<article><a href='asem:x'>" + "".join(parts), NOW), Parcel)


def outcome(text: str) -> object:
    """What a page gives, or what is said of it."""
    try:
        return webreading.read(text, NOW)
    except Unreadable as fault:
        return str(fault)


def by_tags(text: str) -> object:
    """The same, where no article is as it was written, so that each is read tag by tag."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(webreading, "WRITTEN", re.compile(r"(?!)"))
        return outcome(text)


@given(anchored, st.lists(st.tuples(st.integers(0), st.integers(0, 9), st.sampled_from(["", *LOOSE, "'"]))))
def test_articles_read_at_once_say_what_they_say_tag_by_tag(
    marks: list[Mark], slips: list[tuple[int, int, str]]
) -> None:
    text = page(*marks)
    for at, gone, put in slips:
        start = at % len(text)
        text = text[:start] + put + text[start + gone :]
    assert outcome(text) == by_tags(text)


def test_an_article_within_an_attribute_is_none() -> None:
    found = webreading.WRITTEN.search(page(mark(2)))
    assert found
    hidden = f"<p title='{found[0]}'>"
    assert ids(back(page(mark()).replace("<main>", f"<main>{hidden}"))) == ids([shown(mark())])


@pytest.mark.parametrize(
    "endless",
    [
        '<article id="mark-1">\n<h3>',
        '<article id="mark-1">\n<h3>Note</h3>\n<div class="note">a<',
        '<article id="mark-1">\n<h3>Note</h3>\n<p class="quiet"><span class="tag">#a</span>',
        '<span class="tag">#a</span>',
        '<div class="note">',
    ],
)
def test_articles_that_never_end_are_looked_at_once(endless: str) -> None:
    text = '<article id="mark-1">\n<h3>Note</h3>\n<p class="quiet">' + endless * 50_000
    assert isinstance(outcome(text), str)
