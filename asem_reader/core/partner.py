# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A partner of ASEM as the reference tables know it."""

from typing import NamedTuple

from asem_reader.core.place import Slug


class PartnerRecord(NamedTuple):
    """A country or an organisation that is a partner."""

    name: str
    topic: Slug
    iso2: str  # ISO 3166-1; both are empty for an organisation
    iso3: str
    region: str  # its group in ASEM: ``Asia`` or ``Europe``
    accession: int  # the year in which it first took part
