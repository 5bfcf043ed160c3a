# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A proof: a job as it was set, its pages."""

from dataclasses import dataclass

from asem_reader.core.printing.pack import Pack
from asem_reader.core.printing.request import PrintRequest


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof: what was made of a job.

    Attributes:
        pdf: the very bytes that are shown, saved and printed.
    """

    request: PrintRequest
    pack: Pack
    pdf: bytes
