# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Texts for marks: in tooltips, in lists, and for screen readers."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QFont, QTextDocument

from asem_reader.core.language import _
from asem_reader.core.marks.mark import Mark, MarkKind
from asem_reader.core.marks.notemarkup import in_line, to_html
from asem_reader.viewmodels.marks.marksaid import called
from asem_reader.widgets.controls.closeddocument import ClosedDocument

_QUOTED = 70  # letters
_INDENT = 16  # pixels before an item of a list
_STYLE = "p, ul, ol { margin: 0 0 6px 0 }"


def quoted(text: str) -> str:
    """The beginning of a text in quotation marks."""
    short = text if len(text) <= _QUOTED else text[:_QUOTED].rsplit(" ", 1)[0] + " …"
    return f"“{short}”"


def on(mark: Mark, view_said: Callable[[str], str]) -> str:
    """What a mark is on: a view of figures, told by `view_said`, or the beginning of its words."""
    return view_said(mark.view) if mark.view else quoted(mark.words or mark.quote)


def told(mark: Mark, on: str) -> str:
    """Text of a mark in a list: what it is, what it is on, and what is written."""
    parts = (called(mark), on, in_line(mark.body))
    return ". ".join(part for part in parts if part)


def heard(text: str, marks: Iterable[Mark]) -> str:
    """Speech for a paragraph: its text, then what is on it and what the reader wrote on it."""
    there = tuple(marks)
    silent = (mark for mark in there if mark.kind is not MarkKind.NOTE or not mark.body.strip())
    names = ", ".join(dict.fromkeys(map(called, silent)))
    written = " ".join(
        _("Note: {text}").format(text=in_line(mark.body)) for mark in there if mark.body.strip()
    )
    return " ".join(part for part in (text, f"{names}." if names else "", written) if part)


def tip_on(marks: Iterable[Mark], font: QFont) -> str:
    """Tooltip of a sign in the margin, as HTML."""
    said = [tip(mark.body, font) if mark.body.strip() else f"<p>{called(mark)}</p>" for mark in marks]
    return "".join(said)


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
