# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The writers by format: which function writes a pack in which; PDF alone is the press's."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from asem_reader.core.printing.form import DocumentFormat, Form
from asem_reader.core.printing.pack import Pack
from asem_reader.paper import html, markdown, text

Writer = Callable[[Pack, Form], bytes]


def _docx(pack: Pack, form: Form) -> bytes:
    """Its library is imported by the call that needs it (0.2 s)."""
    from asem_reader.paper.docx.document import written

    return written(pack, form)


WRITERS: Mapping[DocumentFormat, Writer] = MappingProxyType(
    {
        DocumentFormat.DOCX: _docx,
        DocumentFormat.HTML: html.written,
        DocumentFormat.MARKDOWN: markdown.written,
        DocumentFormat.TEXT: text.written,
    }
)
