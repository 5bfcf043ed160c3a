# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is heard while a reader makes a sheet and a pack, by keys alone."""

from pathlib import Path

from support.heard import Listener


def test_a_sheet_is_saved_as_pdf(reader: Listener, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    reader.press("ctrl+shift+s").hear("File name", "focus", "text")
    reader.type(str(file)).press("Return").hear("sheet.pdf", "said")
    assert file.read_bytes().startswith(b"%PDF")


def test_a_page_and_how_it_fits_are_heard_once(reader: Listener) -> None:
    reader.press("ctrl+p").hear("Fits two sides", "said")
    said = reader.answer("said")
    assert [text[:9] for text in said if "Maritime" in text or "Fits" in text] == ["PUBLIC SO", "2 pages. "]
    reader.press("Escape").hear("ASEM Reader", "window", "frame")


def test_a_choice_of_a_closed_box_is_heard(reader: Listener) -> None:
    reader.press("ctrl+comma").hear("General", "focus")
    reader.press("Tab").hear("As the system", "focus", "combo box")
    reader.press("Down").hear("Light", "said", "combo box")
    reader.press("Up").hear("As the system", "said", "combo box")
    reader.press("Escape").hear("ASEM Reader", "window", "frame")


def test_tab_leads_on_through_a_pack_without_topics(reader: Listener) -> None:
    reader.press("ctrl+alt+p").hear("Find a topic", "focus", "text")
    reader.press("Tab").hear("Add", "focus", "push button")
    reader.press("Tab").hear("Topics to tick", "focus", "tree")
    seen = [reader.press("Tab").hear("", "focus").name for _ in range(3)]
    assert len(set(seen)) == 3
    reader.press("Escape").hear("ASEM Reader", "window", "frame")


def test_a_pack_of_two_is_ticked_and_saved(reader: Listener, tmp_path: Path) -> None:
    file = tmp_path / "pack.pdf"
    reader.press("ctrl+alt+p").hear("Find a topic", "focus", "text")
    reader.press("Tab", "Tab").hear("Topics to tick", "focus", "tree")
    for _ in range(2):
        while "expandable" in reader.press("Down").hear("", "focus", "table cell").states:
            reader.press("Right")
        reader.press("space").hear(", ticked$", "said")
    reader.tab_to("Save as PDF…").press("space").hear("File name", "focus", "text")
    reader.type(str(file)).press("Return").hear("pack.pdf", "said")
    assert file.read_bytes().startswith(b"%PDF")
    reader.press("Escape").hear("ASEM Reader", "window", "frame")
