# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Where the reader is: a topic and, if finer, a block in it; and the address of both."""

import re
from typing import NamedTuple, NewType, Self

from asem_reader.core.errors import BadAddress

Slug = NewType("Slug", str)
BlockId = NewType("BlockId", str)

SCHEME = "asem"

_ADDRESS = re.compile(r"(?:asem:(?://)?)?(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)/?(?:#(?P<block>[a-z0-9]+))?")


class Place(NamedTuple):
    """A topic, or a block in it. Frozen, so that it can be kept in histories and sets."""

    slug: Slug
    block: BlockId | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the place that `text` is the address of.

        Takes ``asem:slug``, ``asem:slug#block`` and both without the scheme; case does not matter.

        Raises:
            BadAddress: the text has another form.
        """
        found = _ADDRESS.fullmatch(text.strip().lower())
        if not found:
            raise BadAddress(text)
        block = found["block"]
        return cls(Slug(found["slug"]), BlockId(block) if block else None)

    @property
    def address(self) -> str:
        """The address that `parse` reads back, such as ``asem:maritime-security#b7k2``."""
        finer = f"#{self.block}" if self.block else ""
        return f"{SCHEME}:{self.slug}{finer}"

    @property
    def topic(self) -> Self:
        """The same place without its block."""
        return type(self)(self.slug)
