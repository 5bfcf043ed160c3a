# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sources as CSL-JSON: items as citation processors take them (docs.citationstyles.org, CSL 1.0.2)."""

import json
from collections.abc import Iterable

from asem_reader.core.content import Source
from asem_reader.core.dates import numbers
from asem_reader.core.language import _
from asem_reader.core.printing.citation import COPIED, address

_TYPES = {
    "official": "report",
    "institution": "webpage",
    "press": "article-newspaper",
    "reference": "webpage",
}


def written(sources: Iterable[Source]) -> str:
    """Return sources as an array of items; a newspaper is what contains the article."""
    return json.dumps(list(map(_item, sources)), ensure_ascii=False, indent=2) + "\n"


def _item(source: Source) -> dict[str, object]:
    date = numbers(source.date)
    item = {
        "id": source.name,
        "type": _TYPES.get(source.kind, "document"),
        "title": " ".join(source.title.split()),
        "container-title" if source.kind == "press" else "publisher": " ".join(source.publisher.split()),
        "issued": {"date-parts": [date]} if date else None,
        "URL": address(source),
        "note": _(COPIED) if source.kind == "copy" else "",
    }
    return {name: value for name, value in item.items() if value}
