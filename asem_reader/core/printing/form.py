# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The form of sheets: paper, profile, what stands in the margins of every page, format of the file."""

from dataclasses import dataclass
from enum import StrEnum

from asem_reader.core.language import N_

DEFAULT_MARKING = N_("PUBLIC SOURCES · NOT CLASSIFIED")


class Paper(StrEnum):
    """A size of paper, by the name of its standard."""

    A4 = "a4"
    LETTER = "letter"


class Profile(StrEnum):
    """For whom and where a sheet is made; it decides what is printed and how large."""

    STANDARD = "standard"
    LARGE = "large"
    CARD = "card"
    ARTICLE = "article"

    @property
    def sides(self) -> int:
        """Number of sides that a sheet may have; 0 for as many as it needs."""
        return 2 if self in (Profile.STANDARD, Profile.CARD) else 0


@dataclass(frozen=True, slots=True)
class Form:
    """A layout of sheets: paper, type, and what stands in the margins.

    Attributes:
        paper: what is in the printer; a card is A5 whatever it says.
        marking: set in capitals at the head and foot of each page; free text, a label only.
        profile: standard and card have two sides at most; large is set in 14 pt; article is all there is.
        handling: a line under the marking, such as “Not for onward distribution”; empty for none.
        codes: with the code of each paragraph in the margin.
        margin: with a wide margin for notes by hand.
        copy, copies: which copy of how many this is; both 0 where copies are not numbered.
    """

    paper: Paper = Paper.A4
    marking: str = DEFAULT_MARKING
    profile: Profile = Profile.STANDARD
    handling: str = ""
    codes: bool = False
    margin: bool = False
    copy: int = 0
    copies: int = 0


class DocumentFormat(StrEnum):
    """A format of documents, by its usual ending without the dot."""

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
