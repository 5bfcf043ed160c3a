# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A page is read aloud sentence by sentence, and the one that is spoken is marked, seen and can be kept."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.surface import rows
from support.synthesizer import FakeSynthesizer

from asem_reader.core.marks.mark import MarkKind

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="they have no Speech Dispatcher")
ALOUD = ("aloud", "aloud_back", "aloud_on", "aloud_mark", "aloud_stop")


@pytest.fixture
def speaker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeSynthesizer:
    return FakeSynthesizer(tmp_path / "bin", monkeypatch, 60)


@pytest.fixture
def reading(qtbot: QtBot, driver: Driver, speaker: FakeSynthesizer) -> Driver:
    """The window of a system that can speak; a sentence takes a minute."""
    driver.activate().settle().page.take_keys()
    qtbot.waitUntil(driver.action("aloud").isVisible)
    return driver


@pytest.fixture
def heard(qtbot: QtBot, speaker: FakeSynthesizer) -> Callable[[], str]:
    """Waits until something more is said; returns it."""
    count = [0]

    def heard() -> str:
        qtbot.waitUntil(lambda: len([line for line in speaker.told if line != "cancelled"]) > count[0])
        count[0] += 1
        return speaker.told[-1]

    return heard


def listed(driver: Driver) -> set[str]:
    """What the menus and the list of commands offer of it, by the names that are read."""
    found: set[str] = set()
    driver.dialog("palette", lambda dialog: found.update(rows(dialog.named(QTreeView, "Commands"))))
    names = {driver.action(name).text().replace("&", "") for name in ALOUD if driver.action(name).isVisible()}
    return names | {name for name in found if "sentence" in name or "aloud" in name}


def test_a_system_without_a_voice_is_offered_nothing(driver: Driver, qtbot: QtBot) -> None:
    driver.settle()
    qtbot.wait(300)
    assert listed(driver) == set()
    assert not [row for row in driver.search("read aloud").rows if "Read aloud" in str(row)]


def test_where_there_is_one_the_commands_are_there(reading: Driver) -> None:
    assert len(listed(reading)) == len(ALOUD)


def test_it_reads_from_the_paragraph_on_and_says_no_numbers_of_sources(
    reading: Driver, heard: Callable[[], str]
) -> None:
    block = next(each for each in reading.article.sections[0].blocks if each.cells[0][-1].cites)
    reading.at(block).press("F5")
    said = heard()
    assert block.text.startswith(said)
    assert reading.page.read_aloud == said
    assert block.text.startswith(" ".join(reading.page.utterances[:2]))


def test_it_goes_on_when_a_sentence_was_heard(
    reading: Driver, speaker: FakeSynthesizer, qtbot: QtBot
) -> None:
    speaker.write("true", "sleep 0.4")
    wanted = reading.page.utterances[:3]
    reading.command("aloud")
    qtbot.waitUntil(lambda: speaker.told[:3] == wanted, timeout=10_000)


def test_keys_step_pause_and_stop(
    reading: Driver, heard: Callable[[], str], speaker: FakeSynthesizer, qtbot: QtBot
) -> None:
    first, second, *_rest = reading.page.utterances
    reading.press("F5")
    assert heard() == first
    reading.press("Ctrl+Shift+F5")
    assert heard() == second
    reading.press("Ctrl+F5")
    assert heard() == first
    reading.press("F5")
    qtbot.waitUntil(lambda: speaker.told[-1] == "cancelled")
    assert reading.page.read_aloud
    reading.press("F5")
    assert heard() == first
    reading.press("Shift+F5")
    assert not reading.page.read_aloud
    assert [name for name in ALOUD if reading.action(name).isEnabled()] == ["aloud"]


def test_what_is_spoken_is_seen_and_has_its_ground(reading: Driver, heard: Callable[[], str]) -> None:
    reading.resize(900, 500).press("F5")
    heard()
    for _ in range(30):
        reading.press("Ctrl+Shift+F5")
        heard()
        assert reading.page.stop
        assert reading.page.box_of(reading.page.stop).intersects(QRectF(reading.page.rect))
    picture, tint = reading.page.picture(), QColor(reading.page.colours.tint)
    columns, lines = range(0, picture.width(), 3), range(picture.height())
    assert any(picture.pixelColor(x, y) == tint for x in columns for y in lines)


def test_m_highlights_the_sentence_alone(reading: Driver, heard: Callable[[], str]) -> None:
    block = next(each for each in reading.article.sections[1].blocks if each.text.count(". ") > 1)
    reading.at(block).press("F5")
    said = heard()
    reading.press("M", "M")
    (mark,) = reading.marks_here
    assert (mark.kind, mark.block, mark.words) == (MarkKind.HIGHLIGHT, block.id, said)
    reading.press("Ctrl+Z")
    assert reading.marks_here == []


def test_m_is_a_letter_while_nothing_is_read(reading: Driver) -> None:
    reading.press("M")
    assert reading.marks_here == []


def test_rows_of_a_table_are_said_with_the_heads_of_their_columns(driver: Driver) -> None:
    said = driver.open("singapore").page.utterances
    first = said.index("A table of 7 rows.")
    assert said[first + 1 : first + 3] == ["meeting: FMM1", "date: 14–15 February 1997"]


def test_lists_say_how_long_they_are_and_sources_are_for_who_is_there(driver: Driver) -> None:
    said = driver.page.utterances
    assert any(text.startswith("A list of ") for text in said)
    assert "Sources" not in said
    driver.page.go_to("sources")
    assert driver.page.utterances[0] == "Sources"


@pytest.mark.parametrize("leave", [lambda driver: driver.open("migration"), Driver.close])
def test_another_page_and_the_end_of_the_window_stop_it(
    reading: Driver,
    heard: Callable[[], str],
    speaker: FakeSynthesizer,
    qtbot: QtBot,
    leave: Callable[[Driver], object],
) -> None:
    reading.press("F5")
    heard()
    leave(reading)
    qtbot.waitUntil(lambda: speaker.told[-1] == "cancelled")
    assert not reading.page.read_aloud


def test_larger_text_does_not_stop_it(
    reading: Driver, heard: Callable[[], str], speaker: FakeSynthesizer
) -> None:
    reading.at(reading.article.sections[0].blocks[0]).press("F5")
    said = heard()
    reading.command("larger").command("theme_dark")
    assert reading.page.read_aloud == said
    assert speaker.told[-1] == said


def test_a_voice_that_falls_silent_is_told(reading: Driver, speaker: FakeSynthesizer, qtbot: QtBot) -> None:
    speaker.write("true", "true")
    reading.press("F5")
    qtbot.waitUntil(lambda: "fell silent" in reading.notice)
    assert not reading.page.read_aloud
