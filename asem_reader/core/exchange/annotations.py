# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks as Web Annotations (W3C Web Annotation Data Model, 2017), in an AnnotationSet as Readium has it.

What the model has no term for stands under names that begin with `asem:ns/`, which are addresses (IRIs).
"""

import json

from asem_reader.core.exchange.archive import NAME, lines_of
from asem_reader.core.exchange.parcel import Parcel, id_of
from asem_reader.core.marks.mark import Mark, MarkKind, span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = "asem:ns/"
GENERATOR = f"{OWN}reader"
MOTIVATIONS = {
    MarkKind.BOOKMARK: "bookmarking",
    MarkKind.HIGHLIGHT: "highlighting",
    MarkKind.NOTE: "commenting",
}

_KEYS = ('"@context"', '"target"', '"annotations"', '"rows"', '"items"')


def is_like(text: str) -> bool:
    """True if a JSON text looks like annotations, be they ours or of another maker."""
    return f'"{NAME}"' not in text and any(key in text for key in _KEYS)


def written(parcel: Parcel) -> str:
    """Return a parcel as an AnnotationSet (JSON-LD 1.1), each annotation on a line; docs/marks.md has it."""
    head = {
        "@context": CONTEXT,
        "id": _urn(id_of(*(mark.id for mark in parcel.marks))),
        "type": "AnnotationSet",
        "generator": {"id": GENERATOR, "type": "Software", "name": "ASEM Reader"},
        "title": "Marks from ASEM Reader",
        "about": {"dc:title": "ASEM Reader"},
    }
    before = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    folders = lines_of({f"{OWN}path": each.path, f"{OWN}position": each.position} for each in parcel.folders)
    items = lines_of(map(_annotation, parcel.marks))
    return "".join((before, f',\n  "{OWN}folders": ', *folders, ',\n  "items": ', *items, "\n}\n"))


def _annotation(mark: Mark) -> dict[str, object]:
    note = {"type": "TextualBody", "value": mark.body, "format": "text/markdown", "purpose": "commenting"}
    tags = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in mark.tags]
    bodies = [*([note] if mark.body else []), *tags]
    return {
        "@context": CONTEXT,
        "id": _urn(mark.id),
        "type": "Annotation",
        "generator": GENERATOR,
        "motivation": MOTIVATIONS[mark.kind],
        "created": mark.created,
        "modified": mark.modified,
        **({"body": bodies} if bodies else {}),
        "target": _target(mark),
        **_own(mark),
    }


def _target(mark: Mark) -> dict[str, object]:
    """The topic by its title, or the paragraph by its text, refined to words of it."""
    colour = {"styleClass": str(mark.colour)} if mark.colour else {}
    target = {"type": "SpecificResource", "source": mark.place.address, **colour}
    if mark.block is None:
        return {**target, "dc:title": mark.quote}
    quote = {"type": "TextQuoteSelector", "exact": mark.quote, "prefix": mark.before, "suffix": mark.after}
    return {**target, "selector": {**quote, **({"refinedBy": _words(mark)} if mark.words else {})}}


def _words(mark: Mark) -> list[dict[str, object]]:
    words: dict[str, object] = {"type": "TextQuoteSelector", "exact": mark.words}
    found = span(mark.quote, mark.words, mark.nth)
    if found is None:
        return [words]
    return [words, {"type": "TextPositionSelector", "start": found[0], "end": found[1]}]


def _own(mark: Mark) -> dict[str, object]:
    """Fields that the model has no term for; those beside a topic are in files of odd making alone."""
    names = ("folder", "position", "nth", "deleted", "waiting")
    beside = () if mark.block else ("words", "before", "after")
    return {f"{OWN}{name}": getattr(mark, name) for name in (*names, *beside) if getattr(mark, name)}


def _urn(digits: str) -> str:
    """The 32 hexadecimal digits of an id as a URN of a UUID (RFC 9562)."""
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
