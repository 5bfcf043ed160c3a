# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The glossary is read before the first word is asked for."""

from pathlib import Path

from asem_reader.store.library import Library
from asem_reader.viewmodels.reading.glossary import Glossary


def test_a_glossary_that_was_prepared_reads_nothing_for_a_word(library_file: Path) -> None:
    library = Library.open(library_file)
    glossary = Glossary(library)
    list(glossary.preparing())
    library.close()
    assert glossary.means("a partner", 4, 5, asked=True).startswith("Partner: ASEM partner.")
