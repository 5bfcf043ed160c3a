# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Finds dates as machines write them in texts that a reader sees."""

import re
from collections.abc import Iterator, Mapping, Sequence

MACHINE_DATE = re.compile(r"(?<![\w-])(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?(?![\w-])")
_NOT_READ = ("sources",)


def machine_dates(entry: object) -> Iterator[str]:
    """Yield each date of ISO 8601 that stands within a text of an entry, at whatever depth.

    A text that is a date and nothing else is a field for dates: templates write it as it is spoken.
    """
    if isinstance(entry, str):
        if not MACHINE_DATE.fullmatch(entry):
            yield from MACHINE_DATE.findall(entry)
    elif isinstance(entry, Mapping):
        for key, value in entry.items():
            yield from machine_dates(value) if key not in _NOT_READ else ()
    elif isinstance(entry, Sequence):
        for value in entry:
            yield from machine_dates(value)
