# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A mark as a row of texts, for formats that know no more than names and texts."""

from collections.abc import Mapping

from asem_reader.core.errors import BadAddress
from asem_reader.core.exchange.parcel import id_of, tidy
from asem_reader.core.language import _
from asem_reader.core.marks.mark import Mark, MarkKind, tag_of, written_tag
from asem_reader.core.marks.record import from_record, to_record
from asem_reader.core.place import SCHEME, Place, parted

# In the order in which a reader of a table wants them; the topic's title is for them alone.
NAMES = (
    *("topic", "kind", "colour", "words", "quote", "note", "folder", "tags", "address"),
    *("created", "modified", "id", "nth", "position", "before", "after", "deleted", "waiting"),
)
_SAME = ("id", "words", "quote", "before", "after", "folder", "created", "modified", "deleted")
_NUMBERS = ("nth", "position")


def to_entry(mark: Mark, title: str = "") -> dict[str, str]:
    """Return a mark as texts by `NAMES`; `from_entry` reads them back without loss."""
    record = to_record(mark)
    texts = {name: "" if record.get(name) is None else str(record.get(name)) for name in NAMES}
    tags, address = " ".join(map(written_tag, mark.tags)), mark.place.address
    return {**texts, "topic": title, "note": mark.body, "tags": tags, "address": address}


def from_entry(entry: Mapping[str, str], now: str) -> Mark:
    """Return the mark that texts describe; only its address must be there.

    Without an id it gets one made from its content; without times it is of `now`; without a kind it is a
    highlight if it has a colour, a note if it has a text, else a bookmark. A ValueError names a wrong text.
    """
    try:
        place = Place.parse(entry.get("address", ""))
    except BadAddress:
        raise ValueError(_("address must be one such as asem:maritime-security#dzhb")) from None
    body, colour = entry.get("note", ""), entry.get("colour", "").lower() or None
    guess = MarkKind.HIGHLIGHT if colour else MarkKind.NOTE if body.strip() else MarkKind.BOOKMARK
    kind = entry.get("kind", "").lower() or str(guess)
    numbers = {name: _number(entry, name) for name in _NUMBERS}
    library, slug = parted(place.slug)
    record = {
        **{name: entry.get(name, "") for name in _SAME},
        **numbers,
        "kind": kind,
        "library": library,
        "slug": slug,
        "block": place.block,
        "body": body,
        "colour": colour,
        "tags": [tag_of(tag) for tag in entry.get("tags", "").split()],
        "waiting": entry.get("waiting") or None,
        "view": place.view,
    }
    content = (place.slug, place.block or "", record["words"], numbers["nth"], kind, body)
    record["id"] = record["id"] or id_of(*content, *filter(None, (place.view,)))
    record["created"] = record["created"] or now
    record["modified"] = record["modified"] or record["created"]
    return tidy(from_record(record))


def is_address(text: str) -> bool:
    """True if a text leads to a place in a Library, and says that it does: ``asem:…``."""
    try:
        return bool(Place.parse(text)) and text.lower().startswith(f"{SCHEME}:")
    except BadAddress:
        return False


def _number(entry: Mapping[str, str], name: str) -> int:
    text = entry.get(name, "").strip() or "0"
    # int() would take signs, lines and other scripts' digits too, and very long ones slowly.
    if not (text.isascii() and text.isdecimal() and len(text) < 17):
        raise ValueError(_("{name} must be a whole number, 0 or more").format(name=name))
    return int(text)
