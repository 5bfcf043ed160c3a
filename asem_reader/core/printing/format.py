# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""In which formats sheets can be written."""

from enum import StrEnum


class DocumentFormat(StrEnum):
    """A format of files, by its usual ending without the dot."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"

    @classmethod
    def of(cls, name: str) -> "DocumentFormat | None":
        """Return the format of a file by the ending of its name, such as ``Brief.docx``; None if unknown."""
        ending = name.rpartition(".")[2].casefold() if "." in name else ""
        return next((each for each in cls if ending in (each.value, _LONGER.get(each))), None)


_LONGER = {DocumentFormat.HTML: "htm", DocumentFormat.MARKDOWN: "markdown", DocumentFormat.TEXT: "text"}
