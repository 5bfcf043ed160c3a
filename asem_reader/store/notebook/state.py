# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""State of a Notebook: all that it holds, the bin too, with the histories by which it joins another."""

from asem_reader.core.marks.history import Versioned
from asem_reader.store.notebook.binders import rows
from asem_reader.store.notebook.histories import (
    BINDER,
    FOLDER,
    binder_values,
    folder_values,
    histories,
    mark_values,
)
from asem_reader.store.notebook.notebook import Notebook

State = dict[str, Versioned]
_SINCE = 5  # the version of the first that kept histories


def state_of(notebook: Notebook) -> State:
    """Return all that a Notebook holds, by key; it may raise what reading may."""
    with notebook.file.reading() as connection:
        if connection is None:
            return {}
        known = histories(connection) if notebook.file.version >= _SINCE else {}
        binders = [] if notebook.file.older else [each for row in rows(connection) if (each := row.binder)]
    said = {str(mark.id): mark_values(mark) for mark in (*notebook.marks(), *notebook.bin())}
    said |= {FOLDER + folder.path: folder_values(folder) for folder in notebook.folders()}
    said |= {BINDER + binder.id: binder_values(binder) for binder in binders}
    return {key: Versioned(said.get(key), known.get(key, "")) for key in {**said, **known}}
