# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What each window has for a screen reader, compared with a listing; `LISTING=1` writes that anew."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import heard
from support.heard import PAGE, Listener
from support.listing import lines

WRITES = bool(os.environ.get("LISTING"))
LISTING = Path(__file__).with_name("windows.txt")
HEAD = """\
What each window has for a screen reader: role, name, description and states; of rows the first. Of a view in
the main window, what the page alone has not. This is written anew by
LISTING=1 pytest tests/accessibility/test_windows_by_ear.py
"""
# For each the keys that open it from the page, and what is heard then: its kind, and of which role.
FOCUS, SAID = "focus", "said"
WINDOWS = {
    "the page": (),
    "search results": (("ctrl+k", FOCUS, "text"), ("type piracy", SAID, ""), ("Down", FOCUS, "list item")),
    "no results": (("ctrl+k", FOCUS, "text"), ("type zzzz", SAID, "")),
    "a note": (("ctrl+m", FOCUS, "text"),),
    "marks": (("ctrl+b", FOCUS, ""),),
    "history": (("ctrl+3", FOCUS, "tree"),),
    "find on page": (("ctrl+f", FOCUS, "text"), ("type award", SAID, "")),
    "all commands": (("ctrl+shift+p", FOCUS, "text"),),
    "keys": (("F1", FOCUS, "text"),),
    "preferences": (("ctrl+comma", FOCUS, ""),),
    "go to": (("ctrl+j", FOCUS, "text"),),
    "headings, links and sources": (("F7", FOCUS, "list"),),
    "printing": (("ctrl+p", SAID, ""),),
    "a pack": (("ctrl+alt+p", FOCUS, "text"),),
    "binders": (("ctrl+alt+o", FOCUS, ""),),
    "exporting": (("ctrl+shift+e", FOCUS, "combo box"),),
    "backups": (("ctrl+shift+r", FOCUS, ""),),
    "connectivity figures": (("ctrl+alt+i", FOCUS, ""),),
    "about": (("ctrl+F1", FOCUS, ""),),
    "a figure": (("Home", "caret", PAGE), *[("Down", "caret", PAGE)] * 6, ("Return", FOCUS, "")),
}


def listed() -> dict[str, list[str]]:
    """The listing, by windows."""
    text = LISTING.read_text(encoding="utf-8") if LISTING.exists() else ""
    parts = (part.splitlines() for part in text.split("\n== ")[1:])
    return {part[0]: [line for line in part[1:] if line] for part in parts}


@pytest.fixture(scope="module")
def found() -> Iterator[dict[str, list[str]]]:
    """What was found, window by window; it is written if that is wished."""
    found = listed()
    yield found
    if WRITES:
        parts = ("\n".join((f"== {name}", *found[name], "")) for name in WINDOWS)
        LISTING.write_text("\n".join((HEAD, *parts)), encoding="utf-8")


def now(reader: Listener, page: list[str]) -> list[str]:
    """What is in the window that opened last, or in the main window besides what the page has."""
    while not (windows := reader.windows):  # one went while it was looked at
        pass
    dialog = next((window for window in windows if window["role"] != "frame"), None)
    window = list(lines(dialog or windows[0]))
    return window if dialog else [line for line in window if line not in page]


@pytest.mark.parametrize("name", WINDOWS)
def test_a_window_has_what_is_listed(reader: Listener, found: dict[str, list[str]], name: str) -> None:
    reader.press("ctrl+1").hear("", FOCUS, "tree")
    reader.press("F6").hear("", FOCUS, PAGE)
    for key, kind, role in WINDOWS[name]:
        (reader.type(key[5:]) if key.startswith("type ") else reader.press(key)).hear("", kind, role)
    page = [] if name == "the page" else found["the page"]
    expected, end = listed().get(name, []), time.monotonic() + (2 if WRITES else heard.PATIENCE)
    while (there := now(reader, page)) != expected and time.monotonic() < end:
        time.sleep(0.05)
    found[name] = there
    reader.press("Escape")
    if not WRITES:
        assert there == expected
