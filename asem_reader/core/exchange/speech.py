# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The words for a mark where people read: its kind, its day, its folder and tags."""

from asem_reader.core.dates import spoken
from asem_reader.core.language import N_, _
from asem_reader.core.marks.mark import Colour, Mark, MarkKind, span

_KINDS = {
    MarkKind.BOOKMARK: N_("Bookmark"),
    MarkKind.HIGHLIGHT: N_("Highlight"),
    MarkKind.NOTE: N_("Note"),
}
_HIGHLIGHTS = {
    Colour.YELLOW: N_("Highlight, yellow"),
    Colour.GREEN: N_("Highlight, green"),
    Colour.BLUE: N_("Highlight, blue"),
    Colour.ROSE: N_("Highlight, rose"),
}


def kind_of(mark: Mark) -> str:
    """Return ``Note``, ``Bookmark`` or ``Highlight, yellow``: a colour is never told by colour alone."""
    if mark.kind is MarkKind.HIGHLIGHT and mark.colour:
        return _(_HIGHLIGHTS[mark.colour])
    return _(_KINDS[mark.kind])


def day_of(mark: Mark) -> str:
    """Return the day on which it was made, such as ``25 November 2026``."""
    return spoken(mark.created[:10])


def filing_of(mark: Mark) -> tuple[str, ...]:
    """Return what is said of where it is kept: its folder, its tags, its day."""
    path = mark.folder.replace("/", " › ")
    folder = _("folder {path}").format(path=path) if path else ""
    tags = " ".join(f"#{tag}" for tag in mark.tags)
    return tuple(filter(None, (folder, tags, day_of(mark))))


def parts_of(mark: Mark) -> tuple[str, str, str]:
    """Return the quote of a mark on a paragraph before, in and behind the words that it is on.

    A highlight of all of it is on all words, any other mark on none; on a topic there is no quote.
    """
    if mark.block is None:
        return "", "", ""
    found = span(mark.quote, mark.words, mark.nth) if mark.words else None
    if found is None:
        quote = mark.quote or mark.words
        return ("", quote, "") if mark.kind is MarkKind.HIGHLIGHT else (quote, "", "")
    start, end = found
    return mark.quote[:start], mark.quote[start:end], mark.quote[end:]
