# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The redirects of `data/redirects.yaml`: topics that were folded into others, whose slugs live on."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.yamlfile import read_typed
from asem_reader.core.place import Slug

REDIRECTS = "redirects.yaml"


class Redirect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a topic went that is no more: the one `to` which its slug leads, and the `title` that it had."""

    to: Slug
    title: str


def read_redirects(data: Path) -> dict[Slug, Redirect]:
    """Return the redirects by the old slug; none if there is no file.

    Raises:
        ContentError: the file has another shape.
    """
    file = data / REDIRECTS
    return read_typed(file, dict[Slug, Redirect]) if file.exists() else {}


def redirected(draft: Draft, redirects: Mapping[Slug, Redirect]) -> Draft:
    """Return a draft whose links lead to the topics that are; what was folded into it is one of its names."""
    if not redirects:
        return draft
    now = {str(old): str(one.to) for old, one in redirects.items()}
    related = dict.fromkeys(now.get(slug, slug) for slug in draft.related)
    titles = (one.title for one in redirects.values() if one.to == draft.slug)
    link = re.compile(rf"(?<=\(asem:)(?:{'|'.join(now)})(?=[)#])")
    return replace(
        draft,
        related=tuple(slug for slug in related if slug != draft.slug or slug in draft.related),
        aliases=tuple(dict.fromkeys((*draft.aliases, *titles))),
        body=link.sub(lambda found: now[found[0]], draft.body),
    )
