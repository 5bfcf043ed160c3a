# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The windows, dialogs and panes of the program, and the keys that open each from the page on the sea.

Of each key is told what is heard then: its kind, and of which role; of what is to be heard next, words.
"""

from asem_reader.core.marks.change import removal
from asem_reader.core.marks.mark import Folder, MarkKind
from asem_reader.core.printing.binder import Binder, BinderId, BinderItem, Cover
from asem_reader.paths import Home
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook
from support.heard import PAGE
from support.marks import keep, lost, mark
from support.screen import MARITIME

FOCUS, SAID = "focus", "said"
_FIGURES = ("ctrl+alt+i", FOCUS, "")
_MARKS = ("ctrl+shift+1", FOCUS, "table cell")
_BINDER = (("ctrl+alt+o", FOCUS, "list"), ("Return", FOCUS, "text"), ("hear fits", SAID, "text"))

Steps = tuple[tuple[str, str, str], ...]
MENUS = ("File", "Edit", "Go", "Marks", "View", "Help")

# With a Notebook in which nothing is.
EMPTY: dict[str, Steps] = {
    "the page": (),
    "search results": (("ctrl+k", FOCUS, "text"), ("type piracy", SAID, ""), ("Down", FOCUS, "list item")),
    "no results": (("ctrl+k", FOCUS, "text"), ("type zzzz", SAID, "")),
    "a note": (("ctrl+m", FOCUS, "text"),),
    "no marks": (("ctrl+shift+1", FOCUS, "text"),),
    "the empty bin": (("ctrl+shift+6", FOCUS, "text"),),
    "history": (("ctrl+3", FOCUS, "tree"),),
    "find on page": (("ctrl+f", FOCUS, "text"), ("type award", SAID, "")),
    "all commands": (("ctrl+shift+p", FOCUS, "text"),),
    "keys": (("ctrl+question", FOCUS, "text"),),
    "preferences": (("ctrl+comma", FOCUS, ""),),
    "keys of commands": (("ctrl+comma", FOCUS, ""), ("alt+k", FOCUS, "page tab")),
    "go to": (("ctrl+j", FOCUS, "text"),),
    "headings, links and sources": (("F7", FOCUS, "list"),),
    "a link out of the Library": (
        ("End", "caret", PAGE),
        ("Tab", SAID, PAGE),
        ("Return", FOCUS, "push button"),
    ),
    "printing": (("ctrl+p", SAID, ""),),
    "a pack without topics": (("ctrl+alt+p", FOCUS, "text"),),
    "no binders": (("ctrl+alt+o", FOCUS, ""),),
    "exporting": (("ctrl+shift+e", FOCUS, "combo box"),),
    "importing": (("ctrl+shift+i", FOCUS, "text"),),
    "no backups": (("ctrl+shift+r", FOCUS, ""),),
    "no marks that need you": (("F8", FOCUS, "push button"),),
    "connectivity figures": (_FIGURES,),
    "the method of the figures": (_FIGURES, ("alt+m", FOCUS, "radio button")),
    "the handbook beside a window": (_FIGURES, ("F1", FOCUS, "")),
    "about": (("ctrl+F1", FOCUS, ""),),
    "a figure": (("Home", "caret", PAGE), *[("Down", "caret", PAGE)] * 6, ("Return", FOCUS, "")),
    "two pages side by side": (("F4", SAID, ""),),
    **{f"the menu {name}": ((f"alt+{name[0].lower()}", FOCUS, "menu item"),) for name in MENUS},
    "merging": (("ctrl+alt+j", FOCUS, ""),),
    "two tabs": (("ctrl+t", SAID, PAGE), ("ctrl+Tab", SAID, PAGE)),
}
# What Escape does not close.
CLOSED_BY = {"two pages side by side": "F4", "two tabs": "ctrl+w"}
# With the one that `stock` makes. Its first start says in the notice that a mark needs its reader.
FULL: dict[str, Steps] = {
    "a page with notes, and the notice": (),
    "marks": (_MARKS,),
    "tags of a mark": (_MARKS, ("shift+F2", FOCUS, "text")),
    "moving to a folder": (_MARKS, ("ctrl+shift+m", FOCUS, "text")),
    "the bin": (("ctrl+shift+6", FOCUS, "table cell"),),
    "deleting for good": (_MARKS, ("Down", FOCUS, "table cell"), ("shift+Delete", FOCUS, "push button")),
    "marks that need you": (("F8", FOCUS, "push button"),),
    "backups": (("ctrl+shift+r", FOCUS, "table cell"),),
    "binders": (_BINDER[0],),
    "another name of a binder": (_BINDER[0], ("alt+r", FOCUS, "text")),
    "a pack": _BINDER,
    "parts of a topic": (*_BINDER, ("alt+r", FOCUS, "")),
}


def stock(home: Home) -> None:
    """Make a Notebook with notes, one in the bin and one that waits; a bookmark, a backup and a binder."""
    notebook = Notebook.open(home.notebook)
    on_topic = {"quote": "", "before": "", "after": "", "folder": "Desk", "tags": ("sea",)}
    kinds = enumerate((MarkKind.NOTE, MarkKind.BOOKMARK, MarkKind.NOTE), start=1)
    marks = tuple(mark(number, block=None)._replace(kind=kind, **on_topic) for number, kind in kinds)
    keep(notebook, [marks[0]], [Folder("Desk")])
    keep(notebook, [*marks[1:], lost(4)])
    notebook.change(removal(marks[2:]))
    when = "2026-11-23T12:00:00Z"
    items = (BinderItem(MARITIME.slug, "Maritime security"),)
    Binders(notebook.file).put(
        Binder(BinderId("a" * 32), "Summit", Cover("Summit"), items, created=when, modified=when)
    )
    notebook.close()
