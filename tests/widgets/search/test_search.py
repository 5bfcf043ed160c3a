# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The search on the glass: one field for everything, by keys alone."""

from collections.abc import Generator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from asem_reader.core.place import Slug
from asem_reader.core.search.hit import Correction, Scope
from asem_reader.core.search.query import Query
from asem_reader.store.search.search import Steps
from asem_reader.viewmodels.background.work import Work
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.target import Target
from asem_reader.viewmodels.search.hits import ROW
from asem_reader.viewmodels.search.rows import CommandRow, Heading, PastSearch
from asem_reader.widgets.frame.leftpane import CONTENTS, MARKS, RESULTS
from asem_reader.widgets.frame.window import Window
from asem_reader.widgets.search import resultpane

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
SCOPES = (
    Scope("kind:meeting", "Meetings", 12),
    Scope("kind:issue", "Articles", 5),
    Scope("in:political", "Political pillar", 30),
    Scope("year:2018", "2018", 9),
    Scope("year:2016", "Culture & education", 2),
    Scope("in:meetings", "Meetings", 12),
)


class Told:
    """The window's own search, with what a query also has to say."""

    def __init__(self, window: Window, **said: object) -> None:
        search = window.context.hits._search
        self._steps = search.steps
        self._said = said
        self.asked: list[Query] = []
        search.steps = self.steps  # type: ignore[method-assign]
        search.scope_steps = self.scope_steps  # type: ignore[method-assign]

    def steps(self, query: Query, limit: int = 50, noted: frozenset[Slug] = frozenset()) -> Steps:
        self.asked.append(query)
        said = {"mended": (), "left_out": ()} | ({} if query.literal else self._said)
        return replace((yield from self._steps(query, limit, noted)), **said)  # type: ignore[arg-type]

    def scope_steps(self, *_: object) -> Generator[None, None, tuple[Scope, ...]]:
        yield
        return SCOPES


@pytest.fixture
def typed(window: Window, qtbot: QtBot) -> object:
    """Type into the search field, as after Ctrl+K."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def typed(text: str) -> None:
        window.actions_by_name["search"].trigger()
        qtbot.keyClicks(window.field, text)
        window.context.hits.count_scopes()  # as after a pause

    return typed


def shown(window: Window) -> list[object]:
    model = window.context.hits
    return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]


def inks(window: Window) -> int:
    """How many colours there are in the list: one where nothing is painted."""
    image = window.left.results.viewport().grab().toImage()
    across, down = range(0, image.width(), 2), range(0, image.height(), 2)
    return len({image.pixel(x, y) for x in across for y in down})


def test_results_are_painted_before_the_next_event(window: Window, typed) -> None:  # type: ignore[no-untyped-def]
    typed("asem m")
    window.left.results.viewport().repaint()
    assert inks(window) > 20


def test_walking_down_fetches_more_and_up_ends_at_the_heading(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    typed("asem")
    results, first = window.left.results, window.context.hits.rowCount()
    for _ in range(25):
        qtbot.keyClick(window.field, Qt.Key.Key_Down)
        assert not isinstance(results.currentIndex().data(ROW), Heading)
    assert window.context.hits.rowCount() > first
    for _ in range(30):
        qtbot.keyClick(window.field, Qt.Key.Key_Up)
    assert results.currentIndex() == window.context.hits.best
    assert results.verticalScrollBar().value() == 0


def test_rows_wrap_anew_for_another_width(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    typed("asem")
    results, second = window.left.results, window.context.hits.index(2, 0)
    narrow = results.visualRect(second).top()
    window._split.setSizes([480, 500, 200])
    qtbot.waitUntil(lambda: results.visualRect(second).top() < narrow)
    first = results.visualRect(window.context.hits.best)
    assert first.bottom() + 1 == results.visualRect(second).top()


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_pages_of_results_end_on_rows(window: Window, typed, qtbot: QtBot, key: Qt.Key) -> None:  # type: ignore[no-untyped-def]
    typed("print")
    for _ in range(3):
        qtbot.keyClick(window.field, key)
        assert not isinstance(window.left.results.currentIndex().data(ROW), Heading)


def test_a_command_is_found_and_done(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    typed("bookmark th")
    assert isinstance(window.left.results.currentIndex().data(ROW), CommandRow)
    qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert window.context.marks.bookmark_on(Slug("maritime-security"))
    assert window.left.shown == CONTENTS
    assert window.field.text() == ""


def test_a_command_that_cannot_be_done_is_not_offered(window: Window, typed) -> None:  # type: ignore[no-untyped-def]
    typed("forwar")
    assert not [row for row in shown(window) if isinstance(row, CommandRow)]


def test_esc_brings_tree_and_panes_back_as_they_were(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    tree = window.left.outline
    tree.expandAll()
    tree.verticalScrollBar().setValue(300)
    window.actions_by_name["left_pane"].trigger()
    window.left.show_view(MARKS)
    window.left.show_view(CONTENTS)
    before = tree.currentIndex(), tree.verticalScrollBar().value()
    typed("piracy")
    assert window.left.isVisible()
    qtbot.keyClick(window.field, Qt.Key.Key_Escape)
    assert window.left.isHidden()
    assert window.reader.hasFocus()
    assert (tree.currentIndex(), tree.verticalScrollBar().value()) == before
    assert all(tree.isExpanded(tree.model().index(row, 0)) for row in range(tree.model().rowCount()))


def test_esc_leaves_from_the_list_as_well(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    typed("piracy")
    window.left.results.setFocus()
    qtbot.keyClick(window.left.results, Qt.Key.Key_Escape)
    assert (window.left.shown, window.field.text()) == (CONTENTS, "")
    assert window.left.outline.hasFocus()


def test_what_was_mended_is_told_and_alt_enter_insists(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    told = Told(window, mended=(Correction("pyracy", "piracy"),), left_out=("<zz>",))
    typed("piracy")
    label = window.left.found.told
    assert "Nothing has “pyracy”. Results for “piracy”. Without: &lt;zz&gt;." in label.text()
    qtbot.keyClick(window.field, Qt.Key.Key_Return, ALT)
    assert told.asked[-1].literal
    assert "Search as usual" in label.text()
    label.linkActivated.emit("literal")
    assert not told.asked[-1].literal
    qtbot.keyClicks(window.field, " ")
    assert "pyracy" in label.text()


def test_nothing_more_is_told_of_a_plain_answer(window: Window, typed) -> None:  # type: ignore[no-untyped-def]
    Told(window)
    typed("piracy")
    assert window.left.found.told.isHidden()


def test_a_scope_goes_into_the_field_and_out_again_by_keys(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    Told(window)
    typed("pirac")
    qtbot.keyClick(window.field, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is window.left.found.scopes.button("kind:meeting")
    assert focused.accessibleName() == "Only Meetings, 12 topics"
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert window.field.text() == "kind:meeting pirac"
    down = window.left.found.scopes.button("kind:meeting")
    assert (down.isChecked(), down.hasFocus(), down.text()) == (True, True, "Meetings ×")
    qtbot.keyClick(down, Qt.Key.Key_Space)
    assert window.field.text() == "pirac"


def test_some_scopes_of_each_kind_are_seen_and_all_can_be(window: Window, typed) -> None:  # type: ignore[no-untyped-def]
    Told(window)
    typed("pirac")
    scopes = window.left.found.scopes
    assert [name.partition(":")[0] for name in scopes.filters[:3]] == ["kind", "in", "year"]
    assert scopes.more.isVisible()
    assert "in:meetings" not in scopes.filters  # the same name twice
    scopes.more.click()
    assert all(scopes.button(name).isVisible() for name in scopes.filters)
    boxes = [scopes.button(name).geometry() for name in scopes.filters]
    assert not any(one.intersects(other) for one in boxes for other in boxes if one != other)
    assert all(scopes.rect().contains(box) for box in boxes)


def test_an_answer_of_nothing_keeps_its_filter_in_reach(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    typed("kind:meeting zzxxqy")
    assert "under “kind:meeting”" in window.left.found.empty.text()
    qtbot.mouseClick(window.left.found.scopes.button("kind:meeting"), Qt.MouseButton.LeftButton)
    assert window.field.text() == "zzxxqy"
    assert window.field.hasFocus()


@pytest.mark.parametrize("text", ["?!", "kind:meeting", "has:note", "in:nowhere x y", '"', "-"])
def test_the_pane_is_never_blank(window: Window, typed, text: str) -> None:  # type: ignore[no-untyped-def]
    typed(text)
    assert window.left.shown == RESULTS
    assert window.left.found.empty.isVisible() == (not shown(window))
    assert shown(window) or len(window.left.found.empty.text()) > 20


def test_searches_of_before_stand_in_the_empty_field_and_go(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    window.context.settings.remember_search("piracy seminar")
    window.context.settings.save_search("in:political trade", wished=True)
    typed("")
    assert [row for row in shown(window) if isinstance(row, PastSearch)] == [
        PastSearch("in:political trade", saved=True),
        PastSearch("piracy seminar"),
    ]
    qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert window.field.text() == ""  # nothing is chosen before one walks there
    window.reader.setFocus()
    assert window.left.shown == CONTENTS


def test_a_search_of_before_is_made_again_or_taken_away(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    for text in ("trade", "migration", "piracy"):
        window.context.settings.remember_search(text)
    typed("")
    qtbot.keyClick(window.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.field, Qt.Key.Key_Delete)
    assert window.context.settings.recent_searches == ("migration", "trade")
    results = window.left.results
    cross = results.visualRect(window.context.hits.best).center()
    cross.setX(results.viewport().width() - 10)
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=cross)
    assert window.context.settings.recent_searches == ("trade",)
    target = results.visualRect(window.context.hits.best).topLeft() + QPoint(20, 8)
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert window.field.text() == "trade"
    assert window.left.shown == RESULTS


def test_without_searches_of_before_the_tree_stays(window: Window, typed) -> None:  # type: ignore[no-untyped-def]
    typed("")
    assert window.left.shown == CONTENTS


def test_ctrl_s_saves_a_search_and_takes_it_back(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    typed("piracy")
    assert window.field._star.isVisible()
    qtbot.keyClick(window.field, Qt.Key.Key_S, CTRL)
    assert window.context.settings.saved_searches == ("piracy",)
    assert window.field._star.toolTip() == "Take this search from the saved ones"
    window.field._star.trigger()
    assert window.context.settings.saved_searches == ()


def test_where_one_is_stands_there_until_the_next_page(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    typed('"high seas" treaty')
    qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert f"of {window.reader.words.found} on this page" in window._counted.text() or (
        f"{window.reader.words.found} marked" in window._counted.text()
    )
    qtbot.keyClick(window.reader, Qt.Key.Key_F3)
    here = window.reader.words.here
    assert window._counted.text().startswith(f"{here} of {window.reader.words.found}")
    qtbot.waitUntil(window._counted.isVisible)
    qtbot.keyClick(window.reader, Qt.Key.Key_F3, SHIFT)
    assert window.reader.words.here != here
    window.context.desk.go(window.context.desk.library.topics()[0].place)
    assert window._counted.text() == ""


def test_topics_with_notes_are_a_button_that_leaves_only_them(window: Window, typed, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    page = window.context.desk.page
    assert page
    Marking(window.context.marks).note(Target(page.article), "Ask the desk")
    typed("ships ")
    button = window.left.found.scopes.button("has:note")
    assert (button.text(), button.accessibleName()) == ("With notes 1", "Only With notes, 1 topic")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.field.text() == "has:note ships "
    assert {hit.place.slug for hit in window.context.hits.answer} == {"maritime-security"}
    assert window.left.found.scopes.button("has:note").text() == "With notes ×"


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say."""
    said: list[str] = []
    monkeypatch.setattr(resultpane.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        resultpane.QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    return said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("POL-05", "1 result."),
        ("asem", "16 or more results."),
        ("xqzzy ", "0 results. Nothing has this word: xqzzy. Try its first letters."),
        (
            "saftey ",
            "or more results. Nothing has “saftey”. Results for “safety”. Search as typed (Alt+Enter)",
        ),
    ],
)
def test_a_screen_reader_says_what_was_found(window: Window, spoken: list[str], text: str, said: str) -> None:
    window.field.setText(text)
    assert spoken[-1].endswith(said)


def test_enter_opens_what_answers_the_text_however_soon_it_comes(
    window: Window,
    typed,  # type: ignore[no-untyped-def]
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    typed("migration")
    monkeypatch.setattr(Work, "patience", 0)
    qtbot.keyClick(window.field, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(window.field, "POL-05")
    assert window.left.found.empty.text() == "Searching …"
    qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert window.context.desk.page
    assert window.context.desk.page.article.topic.slug == "maritime-security"
