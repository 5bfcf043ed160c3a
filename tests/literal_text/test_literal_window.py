# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Whatever a Library or a Notebook holds is shown in the window as it is, with its tips and menus."""

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox, QWidget
from support.driver import Driver
from support.hostile_content import MARKUP, NAME
from support.hostile_world import Hostile
from support.literal_text import RAW, faults, holds_markup, shown

from asem_reader.core.errors import BadAddress
from asem_reader.core.marks.grouping import View
from asem_reader.viewmodels.tooltip import tooltip
from asem_reader.widgets.frame.alerts import ask_outside, tell_fatal
from asem_reader.widgets.reading.marktext import tip_on


def test_the_window_shows_foreign_text_as_it_is(reading: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    reading.paste_search(f"piracy {MARKUP}")
    for view in View:
        reading.command(f"by_{view}")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (MARKUP, True))
    reading.command("jump")
    assert MARKUP in reading.notice
    assert MARKUP in reading.page.text
    assert holds_markup(reading.widget)
    assert faults(reading.widget) == []


def test_a_sign_in_the_margin_tells_foreign_text_as_it_is(hostile: Hostile) -> None:
    tip = tip_on(hostile.marks.on(hostile.article.topic.slug), QFont())
    assert MARKUP[:20] in shown(tip)
    assert not any(raw in tip for raw in RAW)


def test_what_a_link_stands_for_is_told_as_it_is(reading: Driver) -> None:
    point, said = reading.page.go_to_explained()
    assert said.startswith(MARKUP)
    assert reading.page.point_at(point) == tooltip(said)


def test_a_box_shows_foreign_text_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []
    asked: list[object] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box) or found.extend(faults(box)))
    ask_outside(QWidget(), f"https://example.org/{MARKUP}")
    tell_fatal(BadAddress(MARKUP))
    assert len(asked) == 2
    assert found == []


def test_a_menu_takes_no_letter_of_a_name_for_an_access_key(
    reading: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: shown.append(menu))
    first, text = reading.article.sections[0].blocks[0], MARKUP.partition(" ")[0]
    reading.at(first).note(MARKUP)
    reading.page.select(first.id, 0, len(text))
    reading.note(f"{MARKUP} twice")
    reading.at(first)
    for sign in reading.page.signs:
        reading.page.click(sign)
    assert any(NAME[:4] in action.text() for action in shown[0].actions())
    assert faults(shown[0]) == []


@pytest.mark.parametrize(
    "text", [MARKUP, "a < b & c", "one\ntwo  three", "w" * 200, "—", "'quoted' \"twice\""]
)
def test_a_tooltip_shows_any_text_literally(text: str) -> None:
    assert shown(tooltip(text)) == text


def test_a_tooltip_of_nothing_is_nothing() -> None:
    assert tooltip("") == ""
    assert len(tooltip("word " * 100_000)) < 3_000
