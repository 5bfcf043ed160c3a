# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a Notebook remembers of the edition of the Library in which its marks were placed last."""

from asem_reader.core.anchoring.editionindex import Fingerprint
from asem_reader.core.content import Edition
from asem_reader.store.notebook.notebook import PLACED_IN, Notebook

_IMPRINT = "imprint"
_SHORT = 8  # signs of a digest that name a backup


class LastEdition:
    """The edition that a Notebook remembers; none before its marks were placed for the first time."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    @property
    def digest(self) -> str:
        """The digest of its sources; empty if none is remembered."""
        return self._notebook.about(PLACED_IN)

    @property
    def fingerprint(self) -> Fingerprint:
        """What it held; an empty imprint if none is remembered."""
        return Fingerprint.parse(self._notebook.about(_IMPRINT))

    def back_up(self, edition: Edition) -> None:
        """Back the Notebook up before its marks are placed in another edition; such a backup is kept.

        Raises:
            NotebookDamaged, NotKept: it could not be made.
        """
        self._notebook.file.back_up(f"before-edition-{edition.digest[:_SHORT]}")

    def keep(self, edition: Edition, fingerprint: Fingerprint) -> None:
        """Remember another, in which all marks have been placed.

        Raises:
            ReaderError: as all that writes in the Notebook.
        """
        # The digest last: without it all is done again, and nothing is lost.
        self._notebook.keep_about(_IMPRINT, fingerprint.dump())
        self._notebook.keep_about(PLACED_IN, edition.digest)
