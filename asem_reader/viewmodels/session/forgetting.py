# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Deletion of marks for good in the window: what goes, said before, and what was remembered of them."""

from collections.abc import Iterator, Sequence

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import _, ngettext
from asem_reader.core.marks.mark import Mark
from asem_reader.operations.forgetting import Forgetting, where
from asem_reader.store.notebook.forgetting import forget
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.session.settings import Settings

_NAMED = 8  # copies and the like that are named; the others are counted


class Forgetter:
    """Deletes marks for good, the one deed that is asked for and that nothing takes back."""

    def __init__(self, marks: Marks, settings: Settings) -> None:
        self._marks = marks
        self._settings = settings
        self._found: Forgetting | None = None

    def look(self, chosen: Sequence[Mark]) -> str:
        """Look where marks stand, and return it in words; empty if that cannot be told: `Marks` said why."""
        settings = self._settings
        searches = (*settings.recent_searches, *settings.saved_searches)
        try:
            self._found = where(self._marks.notebook, [mark.id for mark in chosen], searches)
        except ReaderError as error:
            self._marks.refused.emit(error)
            return ""
        return "\n".join(_told(self._found))

    def forget(self) -> bool:
        """Delete what was looked for, and all that could be undone; return whether that was done."""
        found, marks, settings = self._found, self._marks, self._settings
        if found is None:
            return False
        try:
            forget(marks.notebook, found.ids, found.marks)
        except ReaderError as error:
            marks.refused.emit(error)
            return False
        finally:
            marks.undo.clear()  # there what was done is known with its words
            marks.reload()
        for text in found.searches:
            settings.forget_search(text)
            settings.save_search(text, wished=False)
        settings.sync()
        return True


def _told(found: Forgetting) -> Iterator[str]:
    count = len(found.marks)
    yield ngettext("{count} mark goes for good.", "{count} marks go for good.", count).format(count=count)
    for form, names in (
        (_("From copies: {names}."), [file.name for file in found.files]),
        (_("With folders: {names}."), list(found.folders)),
        (_("With searches: {names}."), list(found.searches)),
    ):
        if names:
            more = [_("… and {count} more").format(count=len(names) - _NAMED)] if names[_NAMED:] else []
            yield form.format(names=", ".join((*names[:_NAMED], *more)))
    yield _("Nothing brings that back, and what could be undone until now no longer can be.")
