# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What a Notebook remembers of the edition of the Library in which its marks were placed last."""

from typing import TYPE_CHECKING

from asem_reader.core.content import Edition
from asem_reader.core.place import BUNDLED, LibraryId
from asem_reader.store.notebook.notebook import Notebook

if TYPE_CHECKING:
    from asem_reader.core.anchoring.editionindex import Fingerprint

# Whether marks have their places is asked at each start; what places them is wanted with another edition.
# ruff: noqa: PLC0415

_DIGEST, _IMPRINT = "library", "imprint"  # the keys; of another than the bundled Library with its id
_SHORT = 8  # signs of a digest that name a backup


class LastEdition:
    """The edition of a Library that a Notebook remembers; none before marks on it were first placed."""

    def __init__(self, notebook: Notebook, library: LibraryId = BUNDLED) -> None:
        self._notebook = notebook
        of = "" if library == BUNDLED else f" of {library}"
        self._digest, self._imprint = _DIGEST + of, _IMPRINT + of

    @property
    def digest(self) -> str:
        """The digest of its sources; empty if none is remembered."""
        return self._notebook.about(self._digest)

    @property
    def fingerprint(self) -> "Fingerprint":
        """What it held; an empty fingerprint if none is remembered."""
        from asem_reader.core.anchoring.editionindex import Fingerprint

        return Fingerprint.parse(self._notebook.about(self._imprint))

    def back_up(self, edition: Edition) -> None:
        """Back the Notebook up before its marks are placed in another edition; such a backup is kept.

        Raises:
            NotebookDamaged, NotKept: it could not be made.
        """
        self._notebook.file.back_up(f"before-edition-{edition.digest[:_SHORT]}")

    def keep(self, edition: Edition, fingerprint: "Fingerprint") -> None:
        """Remember another, in which all marks have been placed.

        Raises:
            ReaderError: as all that writes in the Notebook.
        """
        # The digest last: without it all is done again, and nothing is lost.
        self._notebook.keep_about(self._imprint, fingerprint.dump())
        self._notebook.keep_about(self._digest, edition.digest)
