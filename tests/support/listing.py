# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is in a window for a screen reader, as lines of text: roles, names, descriptions and states."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

# What is only there to hold others, or to scroll them, is passed over.
HOLDERS = ("filler", "panel", "split pane", "layered pane", "scroll pane", "unknown", "scroll bar")
ROWS = ("list item", "table cell", "table row", "menu item", "tree item")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
LONG = 80
CHIPS = "Narrow the search"  # as many as there is room for
SIZE = re.compile(r"\d+%")
DAY = re.compile(rf"\b\d{{1,2}} (?:{MONTHS}) 20\d\d(?:, \d\d:\d\d)?")


def lines(node: dict[str, Any], depth: int = 0) -> Iterator[str]:
    """Describe a node and what is in it, a line each; of rows the first; no days, no sizes."""
    is_holder = node["role"] in HOLDERS and not node["name"] and "focusable" not in node["states"]
    if not is_holder:
        yield "  " * depth + looks(node)
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
    whole = SIZE.sub("(size)", DAY.sub("(day)", " ".join(text.split())))
    return whole if len(whole) <= LONG else f"{whole[:LONG]}…"


def looks(node: dict[str, Any]) -> str:
    said = f"{node['role']} “{cut(node['name'])}”"
    if node["description"] not in ("", node["name"]):
        said += f": {cut(node['description'])}"
    states = [state for state in node["states"] if state != "enabled"]
    disabled = [] if "enabled" in node["states"] else ["disabled"]
    return f"{said}  [{', '.join(disabled + states)}]" if states or disabled else said
