# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Serialisation of a mark as a JSON object, and back without loss."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from asem_reader.core.language import N_, _
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkId, MarkKind, Waiting, path_of
from asem_reader.core.place import BUNDLED, NAME, VIEW, BlockId, LibraryId, parted, slug_in

_LARGEST = 2**53  # what every reader of JSON takes for a whole number

Choice = TypeVar("Choice", bound=StrEnum)


def to_record(mark: Mark) -> dict[str, object]:
    """Return the mark as a JSON object; `from_record` reads it back without loss.

    The bundled Library is not named, and a view only where there is one.
    """
    library, slug = parted(mark.slug)
    return {
        **{name: getattr(mark, name) for name in mark._fields if name != "view"},
        "slug": slug,
        **({} if library == BUNDLED else {"library": library}),
        **({"view": mark.view} if mark.view else {}),
        "kind": str(mark.kind),
        "tags": list(mark.tags),
        "colour": mark.colour and str(mark.colour),
        "waiting": mark.waiting and str(mark.waiting),
    }


def from_record(record: object) -> Mark:
    """Return the mark that a JSON object describes; what version 1 did not know may be missing.

    Raises:
        ValueError: a field is missing or has another type; the message names it.
    """
    if not isinstance(record, Mapping):
        raise ValueError(_("a mark must be an object"))
    kind = _choice(record, "kind", MarkKind)
    if kind is None:
        raise ValueError(_("kind must not be null"))
    block = record.get("block")
    if block is not None and not (isinstance(block, str) and re.fullmatch("[a-z0-9]+", block)):
        raise ValueError(_("block must be the id of a block, or null"))
    library = LibraryId(_formed(record, "library", NAME, N_("{name} must be the id of a Library"), BUNDLED))
    texts = ("quote", "before", "after", "body", "folder", "created", "modified")
    return Mark(
        id=MarkId(_formed(record, "id", "[0-9a-f]{32}", N_("{name} must be 32 hexadecimal digits"))),
        kind=kind,
        slug=slug_in(library, _formed(record, "slug", NAME, N_("{name} must be the slug of a topic"))),
        block=BlockId(block) if block else None,
        **{name: _text(record, name) for name in texts},
        tags=_tags(record),
        words=_text(record, "words", ""),
        nth=_number(record, "nth"),
        colour=_choice(record, "colour", Colour),
        position=_number(record, "position"),
        deleted=_text(record, "deleted", ""),
        waiting=_choice(record, "waiting", Waiting),
        view=_view(record, block),
    )


def _view(record: Mapping[object, object], block: str | None) -> str:
    fault = N_("{name} must be what stands behind the ? of an address")
    view = _formed(record, "view", f"(?:{VIEW})?", fault, "")
    if view and block:
        raise ValueError(_("view must be missing where there is a block"))
    return view


def to_folder(record: object) -> Folder:
    """Return the folder that a JSON object describes.

    Raises:
        ValueError: as `from_record`.
    """
    if not isinstance(record, Mapping):
        raise ValueError(_("a folder must be an object"))
    path = path_of(_text(record, "path"))
    if not path:
        raise ValueError(_("path must not be empty"))
    return Folder(path, _number(record, "position"))


def _formed(
    record: Mapping[object, object], name: str, form: str, fault: str, otherwise: str | None = None
) -> str:
    value = _text(record, name, otherwise)
    if not re.fullmatch(form, value):
        raise ValueError(_(fault).format(name=name))
    return value


def _text(record: Mapping[object, object], name: str, otherwise: str | None = None) -> str:
    value = record.get(name, otherwise)
    if not isinstance(value, str) or not _is_text(value):
        raise ValueError(_("{name} must be a text").format(name=name))
    return value


def _number(record: Mapping[object, object], name: str) -> int:
    value = record.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST:
        raise ValueError(_("{name} must be a whole number, 0 or more").format(name=name))
    return value


def _choice(record: Mapping[object, object], name: str, choices: type[Choice]) -> Choice | None:
    value = record.get(name)
    if value is not None and value not in list(choices):
        raise ValueError(_("{name} must be one of {choices}").format(name=name, choices=", ".join(choices)))
    return None if value is None else choices(str(value))


def _tags(record: Mapping[object, object]) -> tuple[str, ...]:
    tags = record.get("tags", [])
    if not isinstance(tags, list) or not all(_is_text(tag) for tag in tags):
        raise ValueError(_("tags must be a list of texts"))
    return tuple(tags)


def _is_text(value: object) -> bool:
    """True for a text that can be kept: JSON can say lone surrogates, which no file can hold."""
    try:
        return isinstance(value, str) and value.encode() is not None
    except UnicodeEncodeError:
        return False
