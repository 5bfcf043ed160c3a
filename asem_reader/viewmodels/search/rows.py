# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The answer to what was typed, in rows: topics, text, the reader's notes and commands, best group first."""

from collections.abc import Iterable
from dataclasses import dataclass

from asem_reader.core.folding import plain
from asem_reader.core.language import _
from asem_reader.core.search.hit import Answer, Found, Hit

MOST = 5  # of notes, and of commands
_CALLED = 3  # letters from which the beginning of a command's name calls it
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """Stands over a group; it cannot be chosen."""

    title: str


@dataclass(frozen=True, slots=True)
class CommandRow:
    """A command as a row: the name it has in the program and the one that is read."""

    name: str
    text: str
    keys: str = ""


@dataclass(frozen=True, slots=True)
class PastSearch:
    """A search made before, or one that was saved."""

    text: str
    saved: bool = False


Row = Heading | Hit | CommandRow | PastSearch


def answer(text: str, found: Found, notes: tuple[Hit, ...], offers: Iterable[CommandRow]) -> tuple[Row, ...]:
    """Return the rows that answer a text.

    What answers a question comes first, then a named topic, then text, and commands last, unless the text is
    a command's name, or begins one and nothing else has it: Enter on half a word must never do something.
    Where words were mended, notes that hold them as typed are better.
    """
    unsure = not found.answer and (not found or bool(found.mended or found.missing or found.far))
    commands, called = _offered(text, offers, unsure=unsure)
    topics = tuple(hit for hit in found if hit.named)
    passages = tuple(hit for hit in found if not hit.named)
    groups: list[tuple[str, tuple[Row, ...]]] = [(_("Text"), passages), (_("Your notes"), notes)]
    if unsure:
        groups.reverse()
    groups.insert(0 if called else 2, (_("Commands"), commands))
    groups.insert(0, (_("Topics"), topics))
    groups.insert(0, (_("Answer"), (found.answer,) if found.answer else ()))
    return _headed(groups)


def remembered(recent: Iterable[str], saved: Iterable[str]) -> tuple[Row, ...]:
    """Return searches made before as rows, the saved ones first."""
    kept = tuple(PastSearch(text, saved=True) for text in saved)
    last = tuple(PastSearch(text) for text in recent)
    return _headed([(_("Saved searches"), kept), (_("Last searches"), last)])


def noted() -> tuple[str, str]:
    """Return the filter for topics with notes, and what it is called."""
    return "has:note", _("With notes")


def said(row: Row) -> tuple[str, str]:
    """Return what a row shows in a word, and what a screen reader says of it."""
    if isinstance(row, Heading):
        return row.title, row.title
    if isinstance(row, CommandRow):
        called = _("Command: {text}, {keys}") if row.keys else _("Command: {text}")
        return row.text, called.format(text=row.text, keys=row.keys)
    if isinstance(row, PastSearch):
        called = _("Saved search: {text}") if row.saved else _("Last search: {text}")
        return row.text, called.format(text=row.text)
    where = ", ".join(part for part in (row.title, row.symbol, row.pillar, row.section) if part)
    why = "".join(f" ({note})" for note in row.notes)
    spoken = f"{where}: {row.plain}{why}"
    return row.title, _("Answer: {said}").format(said=spoken) if isinstance(row, Answer) else spoken


def _headed(groups: Iterable[tuple[str, tuple[Row, ...]]]) -> tuple[Row, ...]:
    return tuple(row for title, rows in groups if rows for row in (Heading(title), *rows))


def _offered(text: str, offers: Iterable[CommandRow], *, unsure: bool) -> tuple[tuple[CommandRow, ...], bool]:
    """The commands with words that begin as the typed ones do, and whether one is called by its name."""
    typed = plain(text.strip())
    if len(typed) < _LEAST:
        return (), False
    named = [(plain(offer.text), offer) for offer in offers]
    called = [
        offer for name, offer in named if name == typed or (len(typed) >= _CALLED and name.startswith(typed))
    ]
    words = typed.split()
    others = [
        offer
        for name, offer in named
        if offer not in called and all(any(w.startswith(word) for w in name.split()) for word in words)
    ]
    exact = any(name == typed for name, _ in named)
    return tuple([*called, *others][:MOST]), exact or (bool(called) and unsure)
