# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A rich text that stands for itself: no picture, style or other file that it names is ever opened."""

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QImage, QTextDocument

_IMAGE = QTextDocument.ResourceType.ImageResource.value


class ClosedDocument(QTextDocument):
    """A text document without resources, for all text that the program did not write itself."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 (Qt's signature)
        """Qt: an empty resource of its kind. Without one Qt would take the name for that of a local file."""
        return QImage() if kind == _IMAGE else QByteArray()
