# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Captions: what a document says of itself beside its text: marking, copy, way, edition, place in a pack."""

import re
import textwrap

from asem_reader.core.drawing.figure import Figure
from asem_reader.core.language import _, ngettext
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import Cover, Pack
from asem_reader.core.printing.sheet import Sheet

AUTHOR = "ASEM Reader"
LANGUAGE = "en-GB"
NUMBER, COUNT = "{number}", "{count}"

_PLACES = re.compile(f"({re.escape(NUMBER)}|{re.escape(COUNT)})")


def marking(form: Form) -> str:
    """Return the marking in capitals, on one line; empty for none."""
    return " ".join(form.marking.upper().split())


def handling(form: Form) -> str:
    """Return the line that says how to handle it; empty for none."""
    return " ".join(form.handling.split())


def copy(form: Form) -> str:
    """Return which copy of how many it is; empty where copies are not numbered."""
    if not form.copies:
        return ""
    return _("Copy {number} of {count}").format(number=form.copy, count=form.copies)


def cover_lines(pack: Pack, form: Form) -> tuple[tuple[str, str], ...]:
    """Return what stands at the foot of a cover, in two columns: what it is, and what there is of it."""
    copied = _("{number} of {count}").format(number=form.copy, count=form.copies) if form.copies else ""
    named = pack.cover.prepared_for if pack.cover else ""
    told = ((_("Prepared for"), named), (_("Contents"), count(pack)), (_("Copy"), copied))
    return tuple((label, said) for label, said in told if said)


def way(sheet: Sheet) -> str:
    """Return what the topic stands below, outermost first; empty for nothing."""
    return " › ".join(crumb.title for crumb in sheet.crumbs)


def dated(sheet: Sheet) -> str:
    """Return as of when it is, and of which edition."""
    return " · ".join(part for part in (sheet.as_of, edition(sheet)) if part)


def edition(sheet: Sheet) -> str:
    """Return of which edition it is."""
    return _("Edition {name}").format(name=sheet.edition.name)


def prepared_for(named: Sheet | Cover) -> str:
    """Return for whom it was prepared; empty for nobody named."""
    return _("Prepared for {name}").format(name=named.prepared_for) if named.prepared_for else ""


def place(pack: Pack, number: int) -> str:
    """Return which of the topics it is, such as ``Topic 2 of 12``; empty where there is no cover."""
    if not pack.cover:
        return ""
    return _("Topic {number} of {count}").format(number=number, count=len(pack.sheets))


def count(pack: Pack) -> str:
    """Return how many topics there are, in words such as ``12 topics``."""
    topics = len(pack.sheets)
    return ngettext("{count} topic", "{count} topics", topics).format(count=topics)


def figure(drawn: Figure) -> str:
    """Return what is said of a figure that is not shown: its title, what is to be seen, and its note."""
    said = _("Figure: {title}. {alt}").format(title=drawn.title, alt=drawn.alt)
    return " ".join(filter(None, (said, drawn.note)))


def page_number() -> tuple[str, ...]:
    """Return the pieces of ``Page 2 of 4``: words, and `NUMBER` and `COUNT` where a form puts its own."""
    return tuple(filter(None, _PLACES.split(_("Page {number} of {count}"))))


def shortened(title: str, letters: int) -> str:
    """Return a title short enough for the head of a page."""
    return textwrap.shorten(title, letters, placeholder=" …")
