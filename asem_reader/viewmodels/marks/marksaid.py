# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Text of a mark's row, for eyes and ears, and remarks on what became of so many marks."""

import datetime
from dataclasses import dataclass

from asem_reader.core.dates import MONTHS, spoken
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.grouping import View, day_of
from asem_reader.core.marks.mark import Colour, Mark, MarkKind
from asem_reader.core.marks.notemarkup import in_line
from asem_reader.store.notebook.upkeep import DAYS_IN_BIN

_LONGEST = 240  # letters of a mark's words that a row may need
NEEDS_YOU = N_("needs you")
KINDS = {MarkKind.BOOKMARK: N_("Bookmark"), MarkKind.HIGHLIGHT: N_("Highlight"), MarkKind.NOTE: N_("Note")}
_HIGHLIGHTS = {
    Colour.YELLOW: N_("Yellow highlight"),
    Colour.GREEN: N_("Green highlight"),
    Colour.BLUE: N_("Blue highlight"),
    Colour.ROSE: N_("Rose highlight"),
}


@dataclass(frozen=True, slots=True)
class MarkRowText:
    """The text of a mark's row.

    Attributes:
        text: the reader's words, else those it is on, in quotation marks; else its view of the topic's
            figures, or the topic's title.
        viewed: that view in words; empty for none.
        where: what the tree's view does not say already: topic, view of figures, folder; may be empty.
        day: on which it was made, or goes for good.
        tags: those that the view does not say already.
        spoken: all of it in one sentence, what matters first.
    """

    mark: Mark
    text: str
    where: str
    day: str
    tags: tuple[str, ...]
    spoken: str
    viewed: str = ""


def called(mark: Mark) -> str:
    """Name of a mark: ``Bookmark``, ``Note``, ``Yellow highlight``."""
    if mark.kind is MarkKind.HIGHLIGHT:
        return _(_HIGHLIGHTS[mark.colour or Colour.YELLOW])
    return _(KINDS[mark.kind])


def said(
    mark: Mark,
    title: str,
    view: View,
    under: str = "",
    viewed: str = "",
    zone: datetime.tzinfo | None = None,
) -> MarkRowText:
    """Return the text of a mark's row in a view, under the group of a key.

    `title` is that of the topic that it is on, `viewed` its view of the figures there in words; `zone` the
    reader's, None for the machine's.
    """
    body = _short(in_line(mark.body[: 2 * _LONGEST]))
    quote = _short(mark.words or (mark.quote if mark.block else ""))
    text = body or (f"“{quote}”" if quote else _short(viewed) or title)
    topic = "" if view is View.TOPICS or text == title else title
    folder = "" if view is View.FOLDERS else mark.folder.replace("/", " › ")
    day, when = _when(mark, zone)
    tags = tuple(tag for tag in mark.tags if view is not View.TAGS or tag != under)
    needs = _(NEEDS_YOU) if mark.waiting else ""
    on = _("on {title}").format(title=title) if text != title or mark.block else ""
    filed = _("in folder {folder}").format(folder=folder) if folder else ""
    tagged = _("tags {tags}").format(tags=", ".join(mark.tags)) if mark.tags else ""
    shown = "" if text == _short(viewed) else viewed
    where = " · ".join(filter(None, (topic, shown, folder)))
    heard = ", ".join(filter(None, (called(mark), needs, text, on, shown, filed, tagged, when)))
    return MarkRowText(mark, text, where, day, tags, heard, viewed)


def tip(row: MarkRowText, title: str) -> str:
    """Return what a row has no room for: all of the words, the topic, the colour's name."""
    mark = row.mark
    head = _("{kind} on {title}").format(kind=called(mark), title=title)
    needs = _("The Library changed here: this mark needs you.") if mark.waiting else ""
    body, tags = in_line(mark.body[: 2 * _LONGEST]), " ".join(f"#{tag}" for tag in mark.tags)
    return "\n".join(
        map(_short, filter(None, (head, needs, body, mark.words or row.viewed or mark.quote, tags)))
    )


def _when(mark: Mark, zone: datetime.tzinfo | None) -> tuple[str, str]:
    """When a mark was made, in brief and in full; of one in the bin, when it goes for good."""
    day = day_of(mark.deleted or mark.created, zone)
    if day is None:
        return mark.created[:10], mark.created[:10]
    day += datetime.timedelta(DAYS_IN_BIN + 1 if mark.deleted else 0)  # the first after those in the bin
    brief, full = f"{day.day} {_(MONTHS[day.month - 1])[:3]} {day.year}", spoken(day.isoformat())
    if mark.deleted:
        return _("Goes on {day}").format(day=brief), _("goes for good on {day}").format(day=full)
    return brief, full


def _short(text: str) -> str:
    """A text on one line, no longer than a row may need."""
    return " ".join(text[: 2 * _LONGEST].split())[:_LONGEST]


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
