# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Remarks on how many marks there are, and on what became of so many."""

from collections.abc import Sequence

from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.mark import Mark, MarkKind

_REMOVAL = {
    MarkKind.BOOKMARK: N_("Removal of bookmark"),
    MarkKind.HIGHLIGHT: N_("Removal of highlight"),
    MarkKind.NOTE: N_("Removal of note"),
}


def counted(marks: int) -> str:
    """So many marks, in words."""
    return ngettext("{count} mark", "{count} marks", marks).format(count=marks)


def copied(marks: int) -> str:
    """Say that they are in the clipboard."""
    said = ngettext("Copied {count} mark as text.", "Copied {count} marks as text.", marks)
    return said.format(count=marks)


def binned(marks: int) -> str:
    """Say that they are in the bin; with none, it was a folder alone that was taken away."""
    if not marks:
        return _("The folder is gone; Ctrl+Z brings it back.")
    said = ngettext(
        "{count} mark into the bin; Ctrl+Z brings it back.",
        "{count} marks into the bin; Ctrl+Z brings them back.",
        marks,
    )
    return said.format(count=marks)


def brought_back(marks: int, waiting: int) -> str:
    """Say that they are out of the bin, and that some of them wait for their reader."""
    said = ngettext("{count} mark back.", "{count} marks back.", marks).format(count=marks)
    needs = ngettext("{count} needs you: F8.", "{count} need you: F8.", waiting).format(count=waiting)
    return f"{said} {needs}" if waiting else said


def tagged(given: tuple[str, ...], taken: tuple[str, ...]) -> str:
    """Say which tags they have now, and which no longer."""
    said = _("Tags given {given}.") if given else _("Tags taken away {taken}.")
    said = _("Tags given {given} and taken away {taken}.") if given and taken else said
    return said.format(given=" ".join(given), taken=" ".join(taken))


def removal(marks: Sequence[Mark]) -> str:
    """Name the change that takes some marks away."""
    if len(marks) == 1:
        return _(_REMOVAL[marks[0].kind])
    return ngettext("Removal of {count} mark", "Removal of {count} marks", len(marks)).format(
        count=len(marks)
    )
