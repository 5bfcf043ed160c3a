# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is heard of the start page, and of the handbook under F1."""

from support.heard import PAGE, Listener


def test_the_start_page_says_its_name_and_its_headings(reader: Listener) -> None:
    reader.press("alt+Home").hear("^Welcome$", "name", PAGE)
    reader.press("Down").hear("^ASEM Reader tells", "caret", PAGE)
    reader.press("Down").hear("^Edition 2026.1, ", "caret", PAGE)
    reader.hear("Heading level 2", "said", PAGE)
    reader.press("F7").hear("Headings", "focus", "list")
    reader.press("End").stand("Handbook")
    reader.press("Escape").hear("Welcome", "focus", PAGE)


def test_the_handbook_says_its_page_and_the_way_back(reader: Listener) -> None:
    reader.press("F1").hear("^Reading$", "name", PAGE)
    reader.press("alt+Left").hear("^Maritime security$", "name", PAGE)


def test_in_front_of_a_dialog_it_has_the_keys_and_gives_them_back(reader: Listener) -> None:
    reader.press("ctrl+shift+p").hear("Command", "focus", "text")
    reader.press("F1").hear("Keys", "focus", PAGE)
    reader.press("Escape").hear("Command", "focus", "text")
    reader.press("Escape").hear("Maritime security", "focus", PAGE)
