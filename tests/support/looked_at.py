# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A window that is opened by its keys, and compared with the listing, or written to it."""

import os
import time

from support import heard, listing
from support.heard import PAGE, Listener
from support.shown_windows import CLOSED_BY, EMPTY, FOCUS, FULL, Steps

_WRITES = bool(os.environ.get("LISTING"))
_SOON = 2.0 if _WRITES else 5.0  # seconds


def show(reader: Listener, steps: Steps) -> None:
    """Open a window by its keys."""
    reader.press("ctrl+1").hear("", FOCUS, "tree")
    while reader.press("F6").hear("", FOCUS).role != PAGE:  # past the notice
        pass
    for key, kind, role in steps:
        words = key.removeprefix("hear ") if key.startswith("hear ") else ""
        if key.startswith("type "):
            reader.type(key[5:])
        elif key and not words:
            reader.press(key)
        reader.hear(words, kind, role)


def close(reader: Listener, name: str) -> None:
    """Close it again."""
    reader.press("Escape", "Escape")
    if name in CLOSED_BY:
        reader.press(CLOSED_BY[name]).hear("")


def compare(reader: Listener, name: str, steps: Steps, page: str) -> None:
    """Compare a window with what is listed, but for what the page has that is listed by this name."""
    known = listing.listed()
    beside = [] if name == page else known[page]
    expected = known.get(name, [])
    for patience in (_SOON, heard.PATIENCE):  # on a busy machine a menu may close with the key that opened it
        show(reader, steps)
        end = time.monotonic() + patience
        while (there := _now(reader, beside)) != expected and time.monotonic() < end:
            time.sleep(0.05)
        close(reader, name)
        if _WRITES or there == expected:
            break
    if _WRITES:
        known[name] = there
        listing.write({each: known[each] for each in (*EMPTY, *FULL) if each in known})
    else:
        assert there == expected, "\n".join({*there} ^ {*expected})


def _now(reader: Listener, page: list[str]) -> list[str]:
    """What is in the window that opened last, or in the main window besides what the page has."""
    while not (windows := reader.windows):  # one went while it was looked at
        pass
    window = list(listing.lines(windows[-1]))
    return window if windows[1:] else [line for line in window if line not in page]
