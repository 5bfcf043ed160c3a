# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What each window has for a screen reader, compared with a listing; `LISTING=1` writes that anew."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import heard
from support.heard import Listener
from support.listing import lines

LISTING = Path(__file__).with_name("windows.txt")
# For each the keys that open it from the page, and what has the keys then.
WINDOWS = {
    "the page": ((), ""),
    "search results": (("ctrl+k", "type piracy", "Down"), "list item"),
    "no results": (("ctrl+k", "type zzzz"), ""),
    "marks": (("ctrl+b",), "tree"),
    "history": (("ctrl+3",), "tree"),
    "a note": (("ctrl+m",), "text"),
    "find on page": (("ctrl+f", "type award"), ""),
    "all commands": (("ctrl+shift+p",), "text"),
    "keys": (("F1",), "text"),
    "go to": (("ctrl+j",), "text"),
    "headings, links and sources": (("F7",), "list"),
    "printing": (("ctrl+p",), ""),
    "a pack": (("ctrl+alt+p",), "text"),
    "binders": (("ctrl+alt+o",), ""),
    "exporting": (("ctrl+shift+e",), "combo box"),
    "backups": (("ctrl+shift+r",), ""),
    "moving to a folder": (("ctrl+b", "ctrl+shift+m"), "text"),
    "connectivity figures": (("ctrl+alt+i",), ""),
    "about": (("ctrl+F1",), ""),
}


def listed() -> dict[str, list[str]]:
    """The listing, by windows."""
    text = LISTING.read_text(encoding="utf-8") if LISTING.exists() else ""
    parts = (part.splitlines() for part in text.split("\n== ")[1:])
    return {part[0]: [line for line in part[1:] if line] for part in parts}


@pytest.fixture(scope="module")
def found() -> Iterator[dict[str, list[str]]]:
    """What was found, window by window, to be written if that is wished."""
    found: dict[str, list[str]] = {}
    yield found
    if os.environ.get("LISTING"):
        head = (
            "What each window has for a screen reader: role, name, description and states, made by\nLISTING=1"
        )
        parts = ("\n".join((f"== {name}", *window, "")) for name, window in found.items())
        LISTING.write_text("\n".join((f"{head} pytest tests/accessibility/test_windows_by_ear.py\n", *parts)))


def now(reader: Listener) -> list[str]:
    """The window with the keys, which opened last."""
    windows = reader.windows
    return list(lines(next((each for each in windows if each["role"] != "frame"), windows[0])))


@pytest.mark.parametrize("name", WINDOWS)
def test_a_window_has_what_is_listed(reader: Listener, found: dict[str, list[str]], name: str) -> None:
    keys, role = WINDOWS[name]
    for key in keys:
        (reader.type(key[5:]) if key.startswith("type ") else reader.press(key)).hear("", "focus", role)
    expected, end = listed().get(name, []), time.monotonic() + heard.PATIENCE
    while now(reader) != expected and time.monotonic() < end:
        time.sleep(0.05)
    found[name] = now(reader)
    reader.press("Escape")
    assert found[name] == expected
