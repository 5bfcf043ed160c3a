# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is said in passing is heard as well: in the status bar, in notices, and of what changes elsewhere."""

import re

import pytest
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.processes import PACKAGE
from support.speech import Spoken
from support.surface import Surface

from asem_reader.core.errors import BadAddress

FILES = sorted((PACKAGE / "widgets").rglob("*.py"))


def test_one_function_says_what_the_status_bar_says() -> None:
    others = [file for file in FILES if "showMessage(" in file.read_text(encoding="utf-8")]
    assert [file.name for file in others] == ["announce.py"]


@pytest.mark.parametrize(
    ("commands", "said"),
    [
        (["bookmark"], "Bookmarked."),
        (["bookmark", "undo"], "Undone: bookmark"),
        (["bookmark", "undo", "redo"], "Done again: bookmark"),
        (["copy_address"], "Copied asem:maritime-security"),
        (["bookmark", "copy_marks"], "Copied 1 mark as text."),
        (["add_to_pack"], "Compose a pack… or Binders… shows it."),
        (["highlight_green"], "Topic highlighted in green."),
        (["larger"], "Text of 13 points."),
        (["theme_dark"], "Colours: Dark."),
    ],
)
def test_what_the_status_bar_says_is_heard(
    spoken: Spoken, driver: Driver, commands: list[str], said: str
) -> None:
    for command in commands:
        driver.command(command)
    assert said in spoken.last
    assert spoken.last == driver.status


def test_a_notice_is_heard_without_tags(spoken: Spoken, driver: Driver) -> None:
    driver.fail_to_keep(BadAddress("here")).bookmark()
    assert driver.notice in spoken.sentences
    assert driver.notice.startswith("“here”")


def test_where_one_is_among_the_words_found_is_heard(spoken: Spoken, driver: Driver, qtbot: QtBot) -> None:
    driver.activate().command("find").type("piracy")
    qtbot.waitUntil(lambda: spoken.last.startswith("1 of "))
    driver.press("Return")
    qtbot.waitUntil(lambda: spoken.last.startswith("2 of "))


def test_how_a_sheet_fits_is_heard_when_it_changes(spoken: Spoken, driver: Driver, qtbot: QtBot) -> None:
    def choose(dialog: Surface) -> None:
        qtbot.waitUntil(lambda: bool(spoken.last))
        dialog.choose("Profile", "Full article")
        qtbot.waitUntil(lambda: len(spoken.sentences) > 1)

    driver.dialog("print", choose)
    assert re.match(r"\d+ pages", spoken.last)


def test_the_row_after_one_that_was_removed_is_heard(spoken: Spoken, driver: Driver) -> None:
    driver.activate().bookmark().note("Ask the desk").command("by_dates")
    driver.tree.unfold_all().take_keys().press("Down", "Down")
    spoken.rows.clear()
    driver.command("remove_marks")
    assert spoken.rows[-1] == driver.tree.heard_current
