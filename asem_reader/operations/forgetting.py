# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Deletion for good: where marks stand, and how they are taken away from everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from asem_reader.core.folding import plain
from asem_reader.core.marks.mark import Mark
from asem_reader.store.notebook import forgetting
from asem_reader.store.notebook.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What deleting marks for good takes away.

    Attributes:
        ids: theirs, and of those that were forgotten but may still stand in a copy.
        marks: those that are there.
        files: the copies in which they stand.
        folders: the folders in which nothing else is.
        searches: past and saved ones whose words stand in them.
    """

    ids: tuple[str, ...]
    marks: tuple[Mark, ...]
    files: tuple[Path, ...]
    folders: tuple[str, ...]
    searches: tuple[str, ...]


def where(notebook: Notebook, ids: Iterable[str], searches: Iterable[str]) -> Forgetting:
    """Return where marks stand, also in searches, before they go; NoSuchMark if an id is none's."""
    ids = tuple(dict.fromkeys(ids))
    marks = forgetting.to_forget(notebook, ids)
    about = tuple(dict.fromkeys(text for text in searches if is_about(marks, text)))
    files = forgetting.standing(notebook.path, ids, marks)
    return Forgetting(ids, marks, files, forgetting.lonely(notebook, marks), about)


def is_about(marks: Iterable[Mark], search: str) -> bool:
    """True if all words of a search stand in what a reader wrote on one of some marks."""
    words = plain(search.replace('"', " ")).split()
    texts = (plain(" ".join((mark.body, mark.folder, *mark.tags))) for mark in marks)
    return bool(words) and any(all(word in text for word in words) for text in texts)
