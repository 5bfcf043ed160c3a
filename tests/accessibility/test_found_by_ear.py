# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is heard while a reader finds something, by keys alone."""

from support.heard import PAGE, Listener


def test_a_topic_is_opened_from_the_contents(reader: Listener) -> None:
    reader.press("ctrl+1").hear("Maritime security, POL-05", "focus", "table cell")
    reader.press("m").hear("Middle East situation, POL-06", "focus", "table cell")
    reader.press("Return").hear("Middle East situation · ASEM Reader", "name", "frame")
    reader.hear("Middle East situation", "focus", PAGE)
    reader.press("Down").hear("Middle East situation", "caret")


def test_the_page_has_the_last_word_where_one_came_from_a_tree(reader: Listener) -> None:
    reader.press("ctrl+1").hear("", "focus", "table cell")
    reader.press("ctrl+j").hear("Symbol", "focus")
    reader.type("POL-06").press("Return").hear("", "focus", PAGE)
    assert reader.answer("focus")[-1] == "Middle East situation"


def test_the_second_result_is_opened(reader: Listener) -> None:
    reader.press("ctrl+k").hear("Search everything", "focus")
    reader.type("piracy").hear(r"^\d+ results", "said")
    first = reader.press("Down").hear("", "focus", "list item")
    second = reader.press("Down").hear("", "focus", "list item")
    assert first.name != second.name
    opened = reader.press("Return").hear("", "focus", PAGE)
    assert second.name.startswith(f"{opened.name}, ")


def test_a_search_says_how_much_it_found_once(reader: Listener) -> None:
    reader.press("ctrl+k").hear("Search everything", "focus")
    reader.type("pirasy").hear("piracy", "said")
    reader.press("Escape").hear("", "focus")
    assert len([said for said in reader.heard("said") if "results" in said or "piras" in said]) == 1


def test_results_are_narrowed_by_a_chip(reader: Listener) -> None:
    reader.press("ctrl+k").hear("Search everything", "focus")
    many = reader.type("piracy").hear(r"^\d+ results", "said")
    reader.press("Tab").hear("^Only ", "focus", "check box")
    chip = reader.press("Right").hear("^Only ", "focus", "check box")
    assert "checked" not in chip.states
    narrowed = reader.press("space").hear("in force", "tick", "check box")
    assert "checked" in narrowed.states
    few = reader.hear(r"^\d+ results?", "said")
    assert int(few.text.split()[0]) < int(many.text.split()[0])
