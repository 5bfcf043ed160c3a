# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Histories in the Notebook: which versions of a mark, folder or binder a change supersedes."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from asem_reader.core.marks.history import Values, Versioned, first
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkId, MarkKind, Waiting
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.printing.binder import Binder, BinderId, read, written

FOLDER, BINDER = "folder/", "binder/"  # before the path or id of what is no mark
_PLACE = ("slug", "block", "quote", "before", "after", "words", "nth", "waiting", "view")
_AT_ONCE = 500
_Said = TypeVar("_Said", Mark, Folder, Binder)

_OF = "SELECT key, history FROM histories WHERE key IN ({places})"
_ALL = "SELECT key, history FROM histories"
_PUT = "INSERT INTO histories VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET history = excluded.history"
_DROP = "DELETE FROM histories WHERE key = ?"


def buried(folder: str) -> str:
    """Return the key that says of a folder that it was forgotten, without its name."""
    return f"forgotten/{first(folder)}"


def mark_values(mark: Mark) -> Values:
    """Return what a mark says, by field."""
    there = mark._asdict()
    place = [str(value) if isinstance(value := there.pop(name), Waiting) else value for name in _PLACE]
    texts = {"kind": str(mark.kind), "colour": mark.colour and str(mark.colour), "tags": list(mark.tags)}
    return {**{name: value for name, value in there.items() if name != "id"}, **texts, "place": place}


def mark_of(name: str, values: Values) -> Mark:
    """Return the mark that says so."""
    place = dict(zip(_PLACE, values["place"], strict=True))
    place["waiting"] = Waiting(place["waiting"]) if place["waiting"] else None
    place |= {"slug": Slug(place["slug"]), "block": place["block"] and BlockId(place["block"])}
    colour = Colour(values["colour"]) if values["colour"] else None
    rest = {each: value for each, value in values.items() if each != "place"}
    rest |= {"kind": MarkKind(values["kind"]), "colour": colour, "tags": tuple(values["tags"])}
    return Mark(id=MarkId(name), **place, **rest)


def folder_values(folder: Folder) -> Values:
    """Return what a folder says, by field."""
    return {"position": folder.position, "deleted": ""}


def binder_values(binder: Binder) -> Values:
    """Return what a binder says, by field: all of its content is one."""
    times = {name: getattr(binder, name) for name in ("created", "modified", "deleted")}
    return {"content": [binder.name, written(binder)], **times}


def binder_of(name: str, values: Values) -> Binder:
    """Return the binder that says so."""
    title, content = values["content"]
    cover, items, outfit, edition, layout = read(content)
    binder = Binder(BinderId(name), title, cover, items, outfit, edition, layout=layout)
    return replace(binder, **{each: values[each] for each in ("created", "modified", "deleted")})


def histories(connection: sqlite3.Connection, keys: Iterable[str] | None = None) -> dict[str, str]:
    """Return the histories of some keys, or all, as text; what was never changed has none."""
    if keys is None:
        return dict(connection.execute(_ALL))
    found, wanted = dict[str, str](), list(keys)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        sql = _OF.format(places=", ".join("?" for _each in some))
        found |= dict(connection.execute(sql, some))
    return found


def keep(connection: sqlite3.Connection, kept: Mapping[str, str]) -> None:
    """Keep histories; an empty one is none."""
    connection.executemany(_PUT, [(key, text) for key, text in kept.items() if text])
    connection.executemany(_DROP, [(key,) for key, text in kept.items() if not text])


def fresh_version(seconds: float) -> str:
    """Return a version that nobody else makes; its time only decides between changes on two sides."""
    return f"{int(seconds) & 0xFFFFFFFF:08x}{os.urandom(4).hex()}"


class Noting:
    """Notes in a transaction what its changes supersede; what was given a history keeps that."""

    def __init__(self, connection: sqlite3.Connection, seconds: float, given: Mapping[str, str]) -> None:
        self._connection = connection
        self._seconds = seconds
        self._given = given
        keep(connection, given)

    def marks(self, was: Mapping[MarkId, Mark], now: Iterable[Mark]) -> None:
        """Note marks that are put where others were, or none."""
        self._note({mark.id: (was.get(mark.id), mark) for mark in now}, mark_values)

    def binders(self, was: Mapping[BinderId, Binder], now: Iterable[Binder]) -> None:
        """Note binders in the same way."""
        self._note({BINDER + each.id: (was.get(each.id), each) for each in now}, binder_values)

    def folders(self, was: Iterable[Folder], now: Iterable[Folder]) -> None:
        """Note which folders came, went, or have another place."""
        if self._given:
            return  # those that another Notebook was joined to are given, all else is there for its marks
        before, after = ({FOLDER + each.path: each for each in folders} for folders in (was, now))
        changed = {key: (before.get(key), each) for key, each in after.items() if before.get(key) != each}
        self._note(changed, folder_values)
        gone = [key for key in before if key not in after]
        known = histories(self._connection, gone)
        kept = {}
        for key in gone:
            values = folder_values(before[key])
            binned = {**values, "deleted": f"{int(self._seconds)}"}
            kept[key] = Versioned(values, known.get(key, "")).changed(binned, self.fresh).rowless.history
        keep(self._connection, kept)

    def fresh(self) -> str:
        """Return a version of its time."""
        return fresh_version(self._seconds)

    def _note(
        self, changes: Mapping[str, tuple[_Said | None, _Said]], values: Callable[[_Said], Values]
    ) -> None:
        known = histories(self._connection, [key for key in changes if key not in self._given])
        kept = {}
        for key, (before, after) in changes.items():
            if key not in self._given and (before is not None or key in known):
                entry = Versioned(None if before is None else values(before), known.get(key, ""))
                kept[key] = entry.changed(values(after), self.fresh).history
        keep(self._connection, {key: text for key, text in kept.items() if text != known.get(key, "")})
