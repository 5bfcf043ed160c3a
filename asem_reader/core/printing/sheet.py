# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A sheet: all that is printed of one topic, in order, from which any form can be written."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from asem_reader.core.content import Edition, Source, Topic
from asem_reader.core.dates import spoken
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.place import BlockId
from asem_reader.core.printing.parts import Part
from asem_reader.core.span import Line, cited, plain

if TYPE_CHECKING:
    from asem_reader.core.drawing.figure import Figure

NOTES_TITLE = N_("My notes")
OUR_LINE_TITLE = N_("Our line")
SOURCES_TITLE = N_("Sources")


class Shape(StrEnum):
    """The look of an entry; neighbours of one shape and run stand together as one list or table."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    EVENT = "event"
    REMARK = "remark"
    SUBHEADING = "subheading"
    HEAD = "head"
    ROW = "row"
    TOPIC = "topic"
    BLANK = "blank"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph, fact, event or row as it is printed.

    Attributes:
        cells: one line of text; for an event its date and what happened; for a topic its symbol, title and
            summary; for a row one line a column; empty for a blank line, to write on, and for a figure. The
            numbers of sources in them are the sheet's.
        run: the list or table that it belongs to.
        code: what leads back to it from paper; None if it is no block of its own.
        as_of: the day it speaks of, ISO 8601; empty if it is the sheet's.
        figure: what it is, or of whose table it is a row; None for any other.
        told: whether paper has no room for the table of a figure: its alternative text tells it there.
    """

    shape: Shape
    cells: tuple[Line, ...]
    run: int = 0
    code: BlockId | None = None
    as_of: str = ""
    figure: "Figure | None" = None
    told: bool = False

    @property
    def text(self) -> str:
        """The text as it is read, without numbers."""
        return " · ".join(plain(cell) for cell in self.cells)

    @property
    def cites(self) -> tuple[int, ...]:
        """The numbers of the sources that it rests on."""
        return tuple(number for cell in self.cells for number in cited(cell))

    @property
    def dated(self) -> str:
        """Words such as “as of January 2026”; empty if there is no date, or the text says it."""
        day = spoken(self.as_of)
        return _("as of {date}").format(date=day) if day and day not in self.text else ""


@dataclass(frozen=True, slots=True)
class Portion:
    """A heading and what is printed under it.

    Attributes:
        name: what a selection calls it, such as ``key-facts``.
        code: the heading's own code; None if it is no block of the Library.
        more: how many entries were left to the full article.
        newest: whether it was the newest that stayed.
        overleaf: whether it begins the second side.
    """

    part: Part
    name: str
    title: str
    code: BlockId | None
    entries: tuple[Entry, ...]
    more: int = 0
    newest: bool = False
    overleaf: bool = False

    @property
    def rest(self) -> str:
        """A sentence on what was left to the full article; empty if nothing was."""
        if not self.more:
            return ""
        if self.newest:
            form = ngettext(
                "{count} earlier in the full article", "{count} earlier in the full article", self.more
            )
        else:
            form = ngettext("{count} more in the full article", "{count} more in the full article", self.more)
        return form.format(count=self.more)


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the reader's.

    Attributes:
        where: the heading that it belongs under; empty for the topic as a whole.
        quote: what it is on; empty for the topic as a whole.
        body: the reader's words, with Markdown's light emphasis and lists.
        code: the code of the paragraph that it is on.
    """

    where: str
    quote: str
    body: str
    code: BlockId | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One topic to be printed. A form prints what is in it, in this order, and nothing else.

    Attributes:
        topic: symbol, title and as-of date of the head.
        crumbs: what it stands below, outermost first.
        edition: the Library it was taken from.
        printed: date and time with zone, as it shall stand on the page; "" prints none.
        prepared_for: whom it is for; empty for nobody named.
        lead: what stands under the title: the summary, unless a bottom line says it.
        portions: headings with their entries.
        notes: the reader's own, in the order of the article; empty for none.
        sources: what is cited on it, numbered from 1 in order of appearance; empty in a pack with one list.
    """

    topic: Topic
    crumbs: tuple[Topic, ...]
    edition: Edition
    printed: str
    prepared_for: str
    lead: Line
    portions: tuple[Portion, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]

    @property
    def named(self) -> str:
        """Symbol and title."""
        return f"{self.topic.symbol} {self.topic.title}".strip()

    @property
    def as_of(self) -> str:
        """Words such as “As of January 2026”; empty if the topic has no date."""
        return _("As of {date}").format(date=spoken(self.topic.as_of)) if self.topic.as_of else ""

    @property
    def imprint(self) -> str:
        """Edition, and when it was printed."""
        name, date = self.edition.name, spoken(self.edition.date)
        edition = _("Edition {name} ({date})").format(name=name, date=date)
        printed = _("Printed {moment}").format(moment=self.printed) if self.printed else ""
        return " · ".join(filter(None, (edition, printed)))

    @property
    def lines(self) -> Iterator[Line]:
        """Every line with its numbers of sources, in order."""
        yield self.lead
        for portion in self.portions:
            for entry in portion.entries:
                yield from entry.cells

    @property
    def cites(self) -> tuple[int, ...]:
        """The numbers of all sources cited, in order of first appearance."""
        return tuple(dict.fromkeys(number for line in self.lines for number in cited(line)))

    @property
    def text(self) -> str:
        """All that is read on it but for notes and sources, a line each."""
        return "\n".join((self.topic.title, *(plain(line) for line in self.lines)))
