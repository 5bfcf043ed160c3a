# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is on the glass, for those who do what the reader asks."""

from dataclasses import dataclass

from asem_reader.widgets.frame.actions import Actions
from asem_reader.widgets.frame.leftpane import LeftPane
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.sidebar import SideBar
from asem_reader.widgets.marks.noteeditor import NoteEditor
from asem_reader.widgets.reading.findbar import FindBar
from asem_reader.widgets.reading.reader import Reader
from asem_reader.widgets.search.field import SearchField


@dataclass(frozen=True, slots=True)
class Panes:
    """What is on the glass, from left to right and top to bottom, and the commands."""

    actions: Actions
    field: SearchField
    left: LeftPane
    notice: Notice
    reader: Reader
    findbar: FindBar
    sidebar: SideBar
    editor: NoteEditor
