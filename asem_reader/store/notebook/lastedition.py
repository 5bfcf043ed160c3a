# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The edition of a Library in which the marks of a Notebook were last placed."""

from typing import TYPE_CHECKING

from asem_reader.core.content import Edition
from asem_reader.core.place import BUNDLED, LibraryId
from asem_reader.store.notebook.notebook import Notebook

if TYPE_CHECKING:
    from asem_reader.core.anchoring.editionindex import Fingerprint


class LastEdition:
    """The edition of a Library that a Notebook remembers; none before marks on it were first placed."""

    def __init__(self, notebook: Notebook, library: LibraryId = BUNDLED) -> None:
        self._notebook = notebook
        of = "" if library == BUNDLED else f" of {library}"
        self._digest, self._imprint = f"library{of}", f"imprint{of}"

    @property
    def digest(self) -> str:
        """The digest of its sources; empty if none is remembered."""
        return self._notebook.about(self._digest)

    @property
    def fingerprint(self) -> "Fingerprint":
        """The fingerprint of what it held; an empty one if none is remembered."""
        from asem_reader.core.anchoring.editionindex import Fingerprint  # noqa: PLC0415 (the start places none)

        return Fingerprint.parse(self._notebook.about(self._imprint))

    def back_up(self, edition: Edition) -> None:
        """Back the Notebook up before its marks are placed in another edition; such a backup is kept."""
        self._notebook.file.back_up(f"before-edition-{edition.digest[:8]}")

    def keep(self, edition: Edition, fingerprint: "Fingerprint") -> None:
        """Remember another, in which all marks have been placed."""
        # The digest last: without it all is done again, and nothing is lost.
        self._notebook.keep_about(self._imprint, fingerprint.dump())
        self._notebook.keep_about(self._digest, edition.digest)
