# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What Help, About says, as HTML."""

from html import escape

from asem_reader.core.content import Edition
from asem_reader.core.dates import spoken
from asem_reader.core.language import _


def about(version: str, edition: Edition, notebook: str) -> str:
    """Return which program and which Library this is, and where the reader's notes are."""
    return _(
        "<h3>ASEM Reader {version}</h3>"
        "<p>Library edition {name}, closed on {date}.<br>"
        "SHA-256 of its sources: {digest}…</p>"
        "<p>Your notes are kept in<br>{notebook}</p>"
        "<p>The program opens no network connection, with one exception: Print… asks the print service of "
        "your system, which may be set to a server in your network.</p>"
        "<p>Program: MIT. Texts: CC BY 4.0. "
        "Typeface: Source Serif 4, SIL Open Font License.</p>"
    ).format(
        version=version,
        name=escape(edition.name),
        date=spoken(edition.date),
        digest=escape(edition.digest[:16]),
        notebook=escape(notebook),
    )
