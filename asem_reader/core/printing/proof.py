# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Proofs, and the requests for them."""

from dataclasses import dataclass, field

from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import Pack
from asem_reader.core.printing.selection import EVERYTHING, Selection


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """A request for a proof: topics to be printed.

    Attributes:
        slugs: in order; of a pack, the binder names them.
        prepared_for: whom it is for; empty for nobody named.
        notes: with the reader's own.
        selection: only some of each topic.
        binder: makes a pack of them; None for plain sheets.
        our_line: with lines to write on, for what the reader's own side will say on an issue.
    """

    slugs: tuple[Slug, ...] = ()
    form: Form = field(default_factory=Form)
    prepared_for: str = ""
    notes: bool = False
    selection: Selection = EVERYTHING
    binder: Binder | None = None
    our_line: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof: what was made of a job.

    Attributes:
        pdf: the very bytes that are shown, saved and printed.
    """

    request: PrintRequest
    pack: Pack
    pdf: bytes
