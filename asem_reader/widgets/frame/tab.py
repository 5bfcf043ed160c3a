# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A tab: a page that lies open, and what shows it and writes on it."""

from dataclasses import dataclass

from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.widgets.marks.noteeditor import NoteEditor
from asem_reader.widgets.reading.reader import Reader


@dataclass(frozen=True, slots=True)
class Tab:
    """A Desk, the reader that shows its page, and the editor of notes on that page.

    Commands ask for the current one at each use, so that there may be several.
    """

    desk: Desk
    reader: Reader
    editor: NoteEditor
