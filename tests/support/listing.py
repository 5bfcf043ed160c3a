# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is in a window for a screen reader, as lines of text: roles, names, descriptions and states."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from support.processes import ROOT

LISTING = ROOT / "tests/accessibility/windows.txt"
_HEAD = """\
What each window has for a screen reader: role, name, description and states; of rows the first. The kind of
the window stands behind its name. Of a view in the main window, what the page alone has not; beginning with
the page with notes, what that has not. This is written anew by
LISTING=1 pytest tests/accessibility -k has_what_is_listed
"""

# What is only there to hold others, or to scroll them, is passed over.
HOLDERS = ("filler", "panel", "split pane", "layered pane", "scroll pane", "unknown", "scroll bar")
ROWS = ("list item", "table cell", "table row", "tree item")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
LONG = 80
CHIPS = "Narrow the search"  # as many as there is room for
CHANGING = {
    re.compile(r"\d+%|\d[\d.]* KiB"): "(size)",
    re.compile(r"^/\S*$"): "(folder)",
    re.compile(r"https?://\S+"): "(address)",
    re.compile(r"(?<=From copies: ).*(?= Nothing brings)"): "(copies).",
    re.compile(rf"\b\d{{1,2}} (?:{MONTHS}) 20\d\d(?:, \d\d:\d\d)?"): "(day)",
}


def lines(node: dict[str, Any], depth: int = 0) -> Iterator[str]:
    """Describe a node and what is in it, a line each; of rows the first; without what changes."""
    is_holder = node["role"] in HOLDERS and not node["name"] and "focusable" not in node["states"]
    if not is_holder:
        kind = "" if depth else f"  ({node['id'].rpartition('.')[2]})"
        yield "  " * depth + looks(node) + kind
        depth += 1
    for role, together in groupby(node["nodes"], key=lambda child: child["role"]):
        first, *others = together
        yield from lines(first, depth)
        if others and (role in ROWS or node["name"] == CHIPS):
            yield "  " * depth + "…"
        else:
            for other in others:
                yield from lines(other, depth)


def cut(text: str) -> str:
    """A text on one line, of which only the beginning matters."""
    whole = " ".join(text.split())
    for changing, stands_for in CHANGING.items():
        whole = changing.sub(stands_for, whole)
    return whole if len(whole) <= LONG else f"{whole[:LONG]}…"


def looks(node: dict[str, Any]) -> str:
    said = f"{node['role']} “{cut(node['name'])}”"
    if node["description"] not in ("", node["name"]):
        said += f": {cut(node['description'])}"
    states = [state for state in node["states"] if state != "enabled"]
    disabled = [] if "enabled" in node["states"] else ["disabled"]
    return f"{said}  [{', '.join(disabled + states)}]" if states or disabled else said


def listed() -> dict[str, list[str]]:
    """The listing, by windows."""
    text = LISTING.read_text(encoding="utf-8") if LISTING.exists() else ""
    parts = (part.splitlines() for part in text.split("\n== ")[1:])
    return {part[0]: [line for line in part[1:] if line] for part in parts}


def write(found: dict[str, list[str]]) -> None:
    """Write what was found, in this order."""
    parts = ("\n".join((f"== {name}", *looks, "")) for name, looks in found.items())
    LISTING.write_text("\n".join((_HEAD, *parts)), encoding="utf-8")
