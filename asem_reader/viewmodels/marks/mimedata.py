# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is carried when marks and folders are dragged, or cut and pasted."""

import json
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QMimeData

from asem_reader.core.marks.mark import MarkId

TYPE = "application/x-asem-reader-marks"


@dataclass(frozen=True, slots=True)
class DraggedMarks:
    """Marks by their ids and folders by their paths, each in the order in which they stood."""

    marks: tuple[MarkId, ...] = ()
    folders: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.marks or self.folders)

    def wrapped(self, text: str) -> QMimeData:
        """Return it as a drag or the clipboard carries it, with a text for other programs."""
        data = QMimeData()
        content = json.dumps({"marks": self.marks, "folders": self.folders})
        data.setData(TYPE, content.encode())
        data.setText(text)
        return data

    @classmethod
    def unwrapped(cls, data: QMimeData | None) -> Self:
        """Return what a drag or the clipboard carries; nothing if that is none of ours."""
        if data is None or not data.hasFormat(TYPE):
            return cls()
        try:
            content = json.loads(bytes(data.data(TYPE).data()))
            return cls(tuple(map(MarkId, content["marks"])), tuple(map(str, content["folders"])))
        except (ValueError, TypeError, KeyError):
            return cls()
