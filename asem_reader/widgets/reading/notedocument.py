# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A note as it is shown: Markdown's light emphasis and lists, without pictures, links or HTML."""

from PySide6.QtGui import QFont, QTextDocument

from asem_reader.core.marks.notemarkup import to_html
from asem_reader.widgets.controls.closeddocument import ClosedDocument

_INDENT = 16  # pixels before an item of a list
_STYLE = "p, ul, ol { margin: 0 0 6px 0 }"


def formatted(body: str, font: QFont) -> QTextDocument:
    """Return a note set in a font; ends of lines stay, and what is no emphasis or list is shown as it is.

    An address in a note is plain text: nothing is loaded, and nothing leads out of the program.
    """
    document = ClosedDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setIndentWidth(_INDENT)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(to_html(body))
    return document


def tip(body: str, font: QFont, lines: int = 6) -> str:
    """Return the first lines of a note as HTML, for a tooltip."""
    kept = body.strip().splitlines()
    more = [*kept[:lines], "…"] if len(kept) > lines else kept
    return formatted("\n".join(more), font).toHtml()
