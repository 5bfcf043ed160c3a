# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is heard while a reader makes marks and puts them in order, by keys alone."""

import json
from pathlib import Path

import pytest
from support.heard import PAGE, Listener

TOPICS = iter(("POL-06", "POL-07", "POL-08", "POL-09"))
LEADING = "ASEM’s texts set rules at sea"


def down_to(reader: Listener, words: str) -> None:
    """Go from the top of the page down to the paragraph that begins so."""
    reader.press("Home").hear("", "caret", PAGE)
    while not reader.press("Down").hear("", "caret", PAGE).text.startswith(words):
        pass


@pytest.fixture
def note(reader: Listener) -> Listener:
    """Someone who has written a note on a topic without one, with the keys on it in Marks."""
    reader.open(next(TOPICS))
    reader.press("ctrl+m").hear("Note", "focus", "text")
    reader.type("Ask Brussels").press("Escape").hear("", "focus", PAGE)
    reader.press("ctrl+b").hear("", "focus", "tree")
    reader.hear("", "focus", "table cell")
    return reader.press("End").stand("Ask Brussels")


def test_a_bookmark_is_confirmed_and_so_is_that_it_goes(reader: Listener) -> None:
    reader.press("ctrl+d").hear("Bookmarked", "said")
    reader.press("ctrl+d").hear("No longer bookmarked|bookmark", "said")


def test_three_words_are_highlighted(reader: Listener) -> None:
    down_to(reader, LEADING)
    for words in ("ASEM’s", "ASEM’s texts", "ASEM’s texts set"):
        reader.press("ctrl+shift+Right").hear(f"^{words}$", "selection", PAGE)
    reader.press("ctrl+h").hear("Highlighted in yellow", "said")
    reader.press("ctrl+z").hear("Undone", "said")


def test_a_note_is_written_and_read_again(reader: Listener) -> None:
    down_to(reader, LEADING)
    reader.press("ctrl+m").hear("Note", "focus", "text")
    reader.type("Ask Brussels").press("Escape").hear("", "focus", PAGE)
    reader.hear("kept", "said")
    reader.press("ctrl+m").hear("Note", "focus", "text")
    reader.hear("Ask Brussels", "caret", "text")
    reader.press("Escape").hear("", "focus", PAGE)


def test_a_note_is_moved_to_a_folder(note: Listener) -> None:
    note.press("ctrl+shift+m").hear("Folder", "focus", "text")
    note.type("Desk").press("Return").hear("Moved to Desk", "said")


def test_a_note_is_given_a_tag(note: Listener) -> None:
    note.press("shift+F2").hear("Tags", "focus", "text")
    note.type("sea").press("Return").hear("Tags given sea", "said")


def test_a_note_is_removed_and_comes_back(note: Listener) -> None:
    note.press("Delete").hear("1 mark into the bin", "said")
    note.press("ctrl+z").hear("Undone", "said")
    note.stand("Ask Brussels")


def test_marks_are_exported(note: Listener, tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    note.press("ctrl+shift+e").hear("JSON: keeps everything", "focus", "combo box")
    note.press("Return").hear("File name", "focus", "text")
    note.type(str(file)).press("Return").hear(r"saved in marks\.json", "said")
    assert "Ask Brussels" in json.dumps(json.loads(file.read_text()))
