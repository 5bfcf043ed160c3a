# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The search on the screen: one field for everything, by keys alone."""

import pytest
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.speech import Spoken

from asem_reader.viewmodels.background.background import Background
from asem_reader.widgets.controls.announce import Announcer


@pytest.fixture
def active(driver: Driver) -> Driver:
    """The window, which hears the keys."""
    return driver.activate()


def test_results_are_painted_before_the_next_event(active: Driver) -> None:
    results = active.search("asem m")
    image = results.picture()
    across, down = range(0, image.width(), 2), range(0, image.height(), 2)
    assert len({image.pixel(x, y) for x in across for y in down}) > 20


def test_walking_down_fetches_more_and_up_ends_at_the_heading(active: Driver) -> None:
    results = active.search("asem")
    first = len(results.texts)
    for _ in range(25):
        active.press("Down")
        assert results.current_row not in results.headings
    assert len(results.texts) > first
    active.press("Up", times=30)
    assert results.on_best
    assert results.scrolled == 0


def test_rows_wrap_anew_for_another_width(active: Driver, qtbot: QtBot) -> None:
    results = active.search("asem")
    narrow = results.box(2)[0]
    active.split(480, 500, 200)
    qtbot.waitUntil(lambda: results.box(2)[0] < narrow)
    assert results.box(1)[1] + 1 == results.box(2)[0]


@pytest.mark.parametrize("key", ["PgDown", "PgUp"])
def test_pages_of_results_end_on_rows(active: Driver, key: str) -> None:
    results = active.search("print")
    for _ in range(3):
        active.press(key)
        assert results.current
        assert results.current_row not in results.headings


def test_a_command_is_found_and_done(active: Driver) -> None:
    results = active.search("bookmark th")
    assert results.heard_current == "Command: Bookmark this topic, Ctrl+D"
    results.open()
    assert [(mark.kind, mark.slug) for mark in active.marks] == [("bookmark", "maritime-security")]
    assert (active.view, active.query) == ("contents", "")


def test_a_command_that_cannot_be_done_is_not_offered(active: Driver) -> None:
    assert [said for said in active.search("forward").heard if said.startswith("Command")] == []
    active.open("migration").command("back")
    active.clear_field()
    assert active.search("forward").heard_current == "Command: Forward, Alt+Right"


def test_esc_brings_tree_and_panes_back_as_they_were(active: Driver) -> None:
    tree = active.contents
    tree.unfold_all().scroll_to(300)
    active.command("left_pane")
    before = tree.current_row, tree.scrolled, tree.texts
    active.search("piracy")
    assert active.shows_left
    active.press("Escape")
    assert not active.shows_left
    assert active.page.has_keys
    assert (tree.current_row, tree.scrolled, tree.texts) == before


def test_esc_leaves_from_the_list_as_well(active: Driver) -> None:
    active.search("piracy").take_keys()
    active.press("Escape")
    assert (active.view, active.query) == ("contents", "")
    assert active.contents.has_keys


def test_what_was_mended_is_told_and_alt_enter_insists(active: Driver) -> None:
    results = active.search("pyracy <zz> ")
    assert "Nothing has “pyracy”. Results for “piracy”." in results.told
    assert "Nothing here on “<zz>”; nearest:" in results.told
    active.press("Alt+Return")
    assert "Search as usual" in f"{results.told} {results.empty}"
    active.press("Alt+Return")
    assert "pyracy" in results.told
    results.follow_told()
    assert "Search as usual" in f"{results.told} {results.empty}"
    active.type(" ")
    assert "pyracy" in results.told


def test_what_may_have_been_meant_is_a_link_to_its_search(active: Driver) -> None:
    results = active.search("pirac ")
    assert "Did you mean “piracy”?" in f"{results.told} {results.empty}"
    results.follow_told()
    assert active.query == "piracy "
    assert "Did you mean" not in f"{results.told} {results.empty}"


def test_nothing_more_is_told_of_a_plain_answer(active: Driver) -> None:
    assert active.search("piracy").told == ""


def test_a_scope_goes_into_the_field_and_out_again_by_keys(active: Driver) -> None:
    results = active.search("pirac")
    active.press("Tab")
    first = results.filters[0]
    assert first.has_keys
    kind = first.text.split(" ")[0]
    assert first.heard.startswith(f"Only {kind}, ")
    active.press("Space")
    assert active.query == f"{first.name} pirac"
    down = results.filters[0]
    assert (down.is_down, down.has_keys, down.text) == (True, True, f"{kind} ×")
    active.press("Space")
    assert active.query == "pirac"


def test_an_answer_of_nothing_keeps_its_filter_in_reach(active: Driver) -> None:
    results = active.search("kind:meeting zzxxqy")
    assert "under “kind:meeting”" in results.empty
    results.filters[0].click()
    assert active.query == "zzxxqy"
    assert active.field_has_keys


@pytest.mark.parametrize("text", ["?!", "kind:meeting", "has:note", "in:nowhere x y", '"', "-"])
def test_the_pane_is_never_blank(active: Driver, text: str) -> None:
    results = active.search(text)
    assert active.view == "results"
    assert bool(results.empty) == (not results.texts)
    assert results.texts or len(results.empty) > 20


def test_searches_of_before_stand_in_the_empty_field_and_go(active: Driver) -> None:
    active.search("piracy seminar").open()
    active.search("in:political trade")
    active.press("Ctrl+S").press("Escape")
    assert [said for said in active.search("").heard if "search:" in said] == [
        "Saved search: in:political trade",
        "Last search: piracy seminar",
    ]
    active.press("Return")
    assert active.query == ""  # nothing is chosen before one walks there
    active.page.take_keys()
    assert active.view == "contents"


def test_a_search_of_before_is_made_again_or_taken_away(active: Driver) -> None:
    for text in ("trade", "migration", "piracy"):
        active.search(text).open()
    active.clear_field()
    results = active.search("")
    assert results.texts[1:] == ["piracy", "migration", "trade"]
    active.press("Down", "Delete")
    assert results.texts[1:] == ["migration", "trade"]
    results.click_best(across=-10)
    assert results.texts[1:] == ["trade"]
    results.click_best(across=20)
    assert (active.query, active.view) == ("trade", "results")


def test_without_searches_of_before_the_tree_stays(active: Driver) -> None:
    active.search("")
    assert active.view == "contents"


def test_ctrl_s_saves_a_search_and_takes_it_back(active: Driver) -> None:
    active.search("piracy")
    assert active.star.isVisible()
    active.press("Ctrl+S")
    assert active.star.toolTip() == "Take this search from the saved ones"
    active.press("Escape")
    assert active.search("").heard[1:] == ["Saved search: piracy"]
    active.type("piracy")
    active.star.trigger()
    assert active.star.toolTip() == "Save this search"
    active.press("Escape").search("")
    assert active.view == "contents"


def test_where_one_is_stands_there_until_the_next_page(active: Driver, qtbot: QtBot) -> None:
    active.search('"high seas" treaty').open()
    found = active.page.found
    assert f"of {found} on this page" in active.counted or f"{found} marked" in active.counted
    active.press("F3")
    here = active.page.reached
    assert active.counted.startswith(f"{here} of {found}")
    qtbot.waitUntil(lambda: active.shows_count)
    active.press("Shift+F3")
    assert active.page.reached != here
    active.open(active.library.topics()[0].place)
    assert active.counted == ""


def test_topics_with_notes_are_a_button_that_leaves_only_them(active: Driver) -> None:
    active.note("Ask the desk")
    results = active.search("ships ")
    noted = next(each for each in results.filters if each.name == "has:note")
    assert (noted.text, noted.heard) == ("With notes 1", "Only With notes, 1 topic")
    noted.click()
    assert active.query == "has:note ships "
    assert {hit.place.slug for hit in results.hits} == {"maritime-security"}
    assert results.filters[0].text == "With notes ×"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("POL-05", "1 result."),
        ("asem", "16 or more results."),
        ("xqzzy ", "0 results. Nothing has this word: xqzzy. Try its first letters."),
        (
            "saftey ",
            "results. Nothing has “saftey”. Results for “safety”. Search as typed (Alt+Enter)",
        ),
    ],
)
def test_a_screen_reader_says_what_was_found(
    spoken: Spoken, active: Driver, qtbot: QtBot, text: str, said: str
) -> None:
    active.paste_search(text)
    qtbot.waitUntil(lambda: spoken.last.endswith(said))


def test_a_count_is_said_once_when_the_keys_rest(
    active: Driver, spoken: Spoken, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Announcer, "pause", 100)
    active.search("piracy")
    qtbot.waitUntil(lambda: bool(spoken.sentences))
    active.type(" ").press("Backspace")
    qtbot.wait(150)
    assert spoken.sentences == ["12 results."]


def test_nothing_is_said_where_nobody_searched(active: Driver, spoken: Spoken, qtbot: QtBot) -> None:
    active.command("search").command("theme_dark").command("larger").command("find").press("Escape")
    active.search("pi")
    active.clear_field()
    qtbot.wait(20)
    assert not [said for said in spoken.sentences if "result" in said]


def test_the_rows_that_one_walks_to_from_the_field_are_said(active: Driver, spoken: Spoken) -> None:
    results = active.search("piracy")
    assert spoken.rows == []
    active.press("Down", "Down", "Up")
    assert len(spoken.rows) == 3
    assert spoken.rows[-1] == results.heard_current


def test_enter_opens_what_answers_the_text_however_soon_it_comes(
    active: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    active.search("migration")
    monkeypatch.setattr(Background, "patience", 0)
    active.press("Ctrl+A").type("POL-05")
    assert active.results.empty == "Searching …"
    active.press("Return")
    assert active.title == "Maritime security"


def test_a_question_is_answered_by_the_first_row_and_enter_opens_its_line(active: Driver) -> None:
    results = active.search("where was asem7 held?")
    assert results.on_best
    assert results.heard_current.startswith(
        "Answer: ASEM7, Beijing 2008, SUM-07, Meetings, At a glance: Place."
    )
    assert results.told == ""
    line = results.hits[0].place.block
    results.open()
    assert active.page.paragraph == line
