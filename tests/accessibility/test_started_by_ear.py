# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is heard when the program starts and is ended by its key."""

from pathlib import Path

from support.heard import PAGE, Listener, Stage


def test_a_start_says_the_page_and_counts_nothing(stage: Stage, library_file: Path, tmp_path: Path) -> None:
    reader = Listener(stage, library_file, tmp_path / "home")
    opened = reader.hear("ASEM Reader$", "window", "frame")
    page = reader.hear("", "focus", PAGE)
    assert opened.name == f"{page.name} · ASEM Reader"
    reader.press("ctrl+k").hear("Search everything", "focus", "text")
    assert reader.heard("said") == []
    reader.end()
