# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Captions: what a document says of itself beside its text: marking, copy, way, edition, place in a pack."""

from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import Cover, Pack
from asem_reader.core.printing.sheet import Sheet

AUTHOR = "ASEM Reader"
LANGUAGE = "en-GB"


def marking(form: Form) -> str:
    """Return the marking in capitals, on one line; empty for none."""
    return " ".join(form.marking.upper().split())


def handling(form: Form) -> str:
    """Return the line that says how to handle it; empty for none."""
    return " ".join(form.handling.split())


def copy(form: Form) -> str:
    """Return which copy of how many it is; empty where copies are not numbered."""
    return f"Copy {form.copy} of {form.copies}" if form.copies else ""


def way(sheet: Sheet) -> str:
    """Return what the topic stands below, outermost first; empty for nothing."""
    return " › ".join(crumb.title for crumb in sheet.crumbs)


def dated(sheet: Sheet) -> str:
    """Return as of when it is, and of which edition."""
    return " · ".join(part for part in (sheet.as_of, f"Edition {sheet.edition.name}") if part)


def prepared_for(named: Sheet | Cover) -> str:
    """Return for whom it was prepared; empty for nobody named."""
    return f"Prepared for {named.prepared_for}" if named.prepared_for else ""


def place(pack: Pack, number: int) -> str:
    """Return which of the sheets it is, such as ``Sheet 2 of 12``; empty where there is no cover."""
    return f"Sheet {number} of {len(pack.sheets)}" if pack.cover else ""


def count(pack: Pack) -> str:
    """Return how many sheets there are, in words such as ``12 sheets``."""
    return f"{len(pack.sheets)} sheet{'s' * (len(pack.sheets) != 1)}"
