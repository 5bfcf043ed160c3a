# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What lists and screen readers are told of marks: words, without the signs of a note."""

from support.marks import mark

from asem_reader.widgets.reading.marktext import heard, told

NOTE = "Ask **the** *desk*:\n- dates\n- costs"


def test_a_list_tells_a_note_without_its_signs() -> None:
    assert told(mark(1, NOTE), "“What it is on”") == "Note. “What it is on”. Ask the desk: dates, costs"


def test_a_paragraph_is_heard_with_the_words_of_its_notes() -> None:
    said = heard("The sea is free.", [mark(1, NOTE), mark(2, "")])
    assert said == "The sea is free. Note. Note: Ask the desk: dates, costs"
