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
DAY = re.compile(rf"\b\d{{1,2}} (?:{MONTHS}) 20\d\d(?:, \d\d:\d\d)?")


def lines(node: dict[str, Any], depth: int = 0) -> Iterator[str]:
    """Describe a node and what is in it, a line each; of rows the first alone, and days are no matter."""
    is_holder = node["role"] in HOLDERS and not node["name"] and "focusable" not in node["states"]
    if not is_holder:
        yield "  " * depth + DAY.sub("(day)", looks(node))
        depth += 1
    for role, together in groupby(node["nodes"], key=lambda child: child["role"]):
        first, *others = together
        yield from lines(first, depth)
        if role in ROWS and others:
            yield "  " * depth + "…"
        else:
            for other in others:
                yield from lines(other, depth)


def looks(node: dict[str, Any]) -> str:
    said = f"{node['role']} “{node['name']}”"
    if node["description"] not in ("", node["name"]):
        said += f": {node['description']}"
    states = [state for state in node["states"] if state != "enabled"]
    disabled = [] if "enabled" in node["states"] else ["disabled"]
    return f"{said}  [{', '.join(disabled + states)}]" if states or disabled else said
