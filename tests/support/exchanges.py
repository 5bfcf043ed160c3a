# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What takes marks out and in, over a Notebook and a home."""

from asem_reader.paths import Home
from asem_reader.store.library import Library
from asem_reader.store.output import Output
from asem_reader.viewmodels.exchange.exchange import Exchange
from asem_reader.viewmodels.marks.marks import Marks


def exchange_of(library: Library, marks: Marks, home: Home) -> Exchange:
    """What the window takes marks out and in with."""
    return Exchange(marks, library, Output(home.folders, library.path))
