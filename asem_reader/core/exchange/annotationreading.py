# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads Web Annotations: ours without loss, those of other makers as far as they lead to a place.

The shapes: annotations by themselves, in a list, in an AnnotationSet (Readium, Thorium), AnnotationPage or
AnnotationCollection (W3C), and what hypothes.is gives out of its search (`rows`) and its export.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from asem_reader.core.exchange.annotations import GENERATOR, MOTIVATIONS, OWN
from asem_reader.core.exchange.archive import each_read, line_of, parsed, read_folder
from asem_reader.core.exchange.entry import from_entry, is_address
from asem_reader.core.exchange.parcel import Parcel, Unreadable, id_of, packed
from asem_reader.core.language import _
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkKind, tidy_tag, written_tag
from asem_reader.core.place import Slug

_NAMESPACE = "www.w3.org/ns/"
_LISTS = ("items", "annotations", "rows", "@graph")
_UUID = re.compile("(?:urn:uuid:)?" + "-?".join(f"([0-9a-f]{{{digits}}})" for digits in (8, 4, 4, 4, 12)))
_DEEPEST = 8  # objects in one another that stand for one text or one selector
_NOWHERE = "asem:nowhere"
_KINDS = {name: kind for kind, name in MOTIVATIONS.items()}
_NEAREST = {"pink": Colour.ROSE, "purple": Colour.ROSE, "red": Colour.ROSE, "orange": Colour.YELLOW}
_NEAREST |= {str(colour): colour for colour in Colour}


def read(text: str, now: str) -> Parcel:
    """Return the parcel that annotations are; those by other makers on words without a place are loose.

    Marks that come without a time are of `now`. `Unreadable` tells the annotation that is wrong, and its line
    where that can be told.
    """
    whole = parsed(text)
    name, items = _items(whole)
    marks, loose, left_out = list[Mark](), list[Mark](), 0

    def line(number: int) -> int:
        return line_of(text, name, number) if name else 0

    for mark, sure in each_read(items, partial(_mark, now=now), _("annotation {number}: {reason}"), line):
        if sure:
            marks.append(mark)
        elif mark.words:
            loose.append(mark)
        else:
            left_out += 1
    return replace(packed(marks, _folders(whole), left_out), loose=tuple(loose))


def _items(whole: object) -> tuple[str, list[object]]:
    """The annotations of a file, and what the list of the outermost object is called in which they stand."""
    if isinstance(whole, list):
        return "", whole
    if not isinstance(whole, dict):
        raise Unreadable(_("it holds no annotations"))
    if "@context" in whole and not _is_context(whole["@context"]):
        raise Unreadable(_("its @context is not that of Web Annotations, http://www.w3.org/ns/anno.jsonld"))
    for name in _LISTS:
        if name in whole:
            held = whole[name]
            return (name, held) if isinstance(held, list) else ("", [held])
    first = whole.get("first")
    if isinstance(first, dict) and "items" in first:
        return "", _each(first["items"])
    if first is not None:
        raise Unreadable(_("its annotations are not in it, but at the address of its first page"))
    if "target" in whole:
        return "", [whole]
    raise Unreadable(_("it holds no annotations"))


def _is_context(context: object) -> bool:
    """True if a context names a vocabulary of the W3C, by itself, among others or as the name of a prefix."""
    named = [each for one in _each(context) for each in (one.values() if isinstance(one, dict) else (one,))]
    return any(isinstance(each, str) and _NAMESPACE in each for each in named)


def _folders(whole: object) -> Iterator[Folder]:
    held = whole.get(f"{OWN}folders") if isinstance(whole, dict) else None
    return each_read(_each(held), _folder, _("folder {number}: {reason}"), lambda _at: 0)


def _folder(held: object) -> Folder:
    return read_folder({key.removeprefix(OWN): value for key, value in _object(held).items()})


def _mark(annotation: object, now: str) -> tuple[Mark, bool]:
    """The mark that an annotation is, and whether its place is told; a ValueError names a wrong part."""
    item = _object(annotation)
    is_ours = item.get("generator") == GENERATOR
    address, target = _target(item)
    mark = from_entry({**_entry(item, target, is_ours), "address": address or _NOWHERE}, now)
    if not is_ours and mark.kind is not MarkKind.HIGHLIGHT:
        mark = mark._replace(colour=None)
    has_place = bool(address) and (is_ours or not mark.words)
    return (mark if address else mark._replace(slug=Slug(""))), has_place


def _entry(item: Mapping[str, object], target: Mapping[str, object], is_ours: bool) -> dict[str, str]:
    notes, tags, purposes, colours = _bodies(item)
    on = _anchor(target, is_ours)
    own = {key.removeprefix(OWN): str(value) for key, value in item.items() if key.startswith(OWN)}
    named = [_local(each) for each in (*_each(item.get("motivation")), *purposes)]
    guess = MarkKind.HIGHLIGHT if on["words"] and not notes else ""
    return {
        **on,
        "kind": str(next((_KINDS[name] for name in named if name in _KINDS), guess)),
        "colour": _colour([*_each(target.get("styleClass")), *colours]),
        "note": "\n\n".join(notes),
        "tags": " ".join(map(written_tag, tags) if is_ours else map(tidy_tag, tags)),
        "created": _text(item.get("created"), "created"),
        "modified": _text(item.get("modified", item.get("updated")), "modified"),
        "id": _id(_text(item.get("id", item.get("@id")), "id")),
        **(own if is_ours else {}),
    }


def _target(item: Mapping[str, object]) -> tuple[str, Mapping[str, object]]:
    """The address that an annotation leads to, empty if it is none of ours, and the target that has it."""
    found = [each if isinstance(each, dict) else {"source": each} for each in _each(item.get("target"))]
    if not found and "uri" in item:
        found = [{"source": item["uri"]}]
    if not found:
        raise ValueError(_("target is missing"))
    for target in found:
        address = _address(target)
        if is_address(address):
            return address, target
    return "", next((each for each in found if _anchor(each, is_ours=False)["words"]), found[0])


def _address(target: Mapping[str, object]) -> str:
    source = target.get("source", target.get("id", target.get("@id")))
    if isinstance(source, dict):
        source = source.get("id", source.get("@id"))
    return _text(source, "source").strip()


def _anchor(target: Mapping[str, object], is_ours: bool) -> dict[str, str]:
    """The quote: of ours the paragraph and words of it, of others words alone."""
    quotes = [(quote, refined) for quote, refined in _selectors(target.get("selector")) if "exact" in quote]
    first, refined = quotes[0] if is_ours and quotes else quotes[-1] if quotes else ({}, [])
    exact = _text(first.get("exact"), "exact")
    before, after = _text(first.get("prefix"), "prefix"), _text(first.get("suffix"), "suffix")
    if not is_ours:
        return {"words": exact, "before": before, "after": after, "quote": ""}
    words = next((_text(each["exact"], "exact") for each in refined if "exact" in each), "")
    quote = exact or _text(target.get("dc:title"), "dc:title")
    return {"quote": quote, "before": before, "after": after, "words": words}


def _selectors(value: object) -> Iterator[tuple[Mapping[str, object], list[Mapping[str, object]]]]:
    """Each selector, with those that refine it, of which each comes by itself too; not endlessly deep."""
    level = _objects(value)
    for _round in range(_DEEPEST):
        below = [(each, _objects(each.get("refinedBy"))) for each in level]
        yield from below
        level = [one for each in below for one in each[1]]


def _bodies(item: Mapping[str, object]) -> tuple[list[str], list[str], list[object], list[object]]:
    """The notes, tags, purposes and colours in the bodies of an annotation."""
    notes, tags, purposes, colours = list[str](), list[str](), list[object](), list[object]()
    for each in _each(item.get("body")):
        body: Mapping[str, object] = each if isinstance(each, dict) else {"value": each}
        for form in _objects(body.get("items"))[:1]:
            body = form  # of several forms of one body, the first
        purpose = _each(body.get("purpose"))
        said = _text(body.get("value", body.get("source", body.get("id"))), "body")
        (tags if "tagging" in map(_local, purpose) else notes).append(said)
        tags += [_text(body[name], name) for name in ("tag", "keyword") if name in body]  # of Readium
        purposes += purpose
        colours += _each(body.get("color"))
    notes += [_text(item[name], name) for name in ("bodyValue", "text") if name in item]
    tags += [_text(each, "tags") for each in _each(item.get("tags"))]
    return [each for each in notes if each], [each for each in tags if each], purposes, colours


def _colour(named: list[object]) -> str:
    known = (_NEAREST.get(each) for each in named if isinstance(each, str))
    return next((str(colour) for colour in known if colour), "")


def _id(given: str) -> str:
    """The id of a mark: the digits of a UUID, or some made from whatever else it is called."""
    found = _UUID.fullmatch(given.lower())
    return "".join(found.groups()) if found else id_of(given) if given else ""


def _local(name: object) -> str:
    """The last part of a name that may have a prefix, or be an address: ``oa:tagging`` is ``tagging``."""
    return name.rpartition("#")[2].rpartition(":")[2] if isinstance(name, str) else ""


def _text(value: object, name: str) -> str:
    """A text, alone or in a list, with its language or in several; a ValueError names what is none."""
    for _round in range(_DEEPEST):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            said = (value[key] for key in ("@value", "value", "en", *value) if key in value)
            value = next(said, None)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(_("{name} must be a text").format(name=name))
    return value


def _each(value: object) -> list[object]:
    """A value that JSON-LD lets stand alone or in a list, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _objects(value: object) -> list[Mapping[str, object]]:
    return [each for each in _each(value) if isinstance(each, dict)]


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(_("it must be an object"))
    return value
