# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A place: a topic of a Library and, if finer, a block in it or a view of its figures; and the address."""

import re
from typing import NamedTuple, NewType, Self

from asem_reader.core.errors import BadAddress

LibraryId = NewType("LibraryId", str)
Slug = NewType("Slug", str)  # a topic's name among all Libraries: `slug_in` says how it is made
BlockId = NewType("BlockId", str)

SCHEME = "asem"
OUTSIDE = frozenset(("http", "https", "mailto"))  # the schemes of links out of the Library
BUNDLED = LibraryId("asem")  # the Library that comes with the program

NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"  # the form of a Library's id, and of a topic's name in it
VIEW = r"[A-Za-z0-9.,:=&+%_-]+"  # of the query of an address (RFC 3986, 3.4) what a view needs
_ADDRESS = re.compile(
    rf"(?:asem:(?://)?(?:(?P<library>{NAME})/)?)?(?P<name>{NAME})/?"
    rf"(?:#(?P<block>[a-z0-9]+)|\?(?P<view>{VIEW})?)?",
    re.IGNORECASE | re.ASCII,
)


def slug_in(library: LibraryId, name: str) -> Slug:
    """Return the slug of a topic: its name, and before that the id of any Library but the bundled one."""
    return Slug(name if library == BUNDLED else f"{library}/{name}")


def parted(slug: Slug) -> tuple[LibraryId, str]:
    """Return the Library of a topic, and its name there: what `slug_in` put together."""
    library, _, name = slug.rpartition("/")
    return LibraryId(library) if library else BUNDLED, name


class Place(NamedTuple):
    """A topic, a block in it, or a view of its figures. Frozen, so that it can be kept in histories and sets.

    Attributes:
        view: the text of a `ViewState` of the whole topic, so without a block; empty for its page alone.
    """

    slug: Slug
    block: BlockId | None = None
    view: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the place that an address is of.

        ``asem:slug``, ``asem:slug#block``, ``asem:slug?view`` or one of these with ``asem:library/slug``. The
        scheme may be missing, and case does not matter; that of a view is kept, and whether there is such a
        view is not looked at. `BadAddress` is raised for any other text.
        """
        found = _ADDRESS.fullmatch(text.strip())
        if not found:
            raise BadAddress(text)
        library, name, block = (part and part.lower() for part in found.group("library", "name", "block"))
        slug = slug_in(LibraryId(library or BUNDLED), name)
        return cls(slug, BlockId(block) if block else None, found["view"] or "")

    @property
    def address(self) -> str:
        """The address that `parse` reads back, such as ``asem:maritime-security#b7k2``."""
        finer = f"#{self.block}" if self.block else f"?{self.view}" if self.view else ""
        return f"{SCHEME}:{self.slug}{finer}"

    @property
    def library(self) -> LibraryId:
        """The Library that it is in."""
        return parted(self.slug)[0]

    @property
    def topic(self) -> Self:
        """The same place without its block or view."""
        return type(self)(self.slug)


def linked(address: str) -> Place | None:
    """Return the place that a link leads to, such as ``asem:maritime-security``; None for any other."""
    if not address.startswith(f"{SCHEME}:"):
        return None
    try:
        return Place.parse(address)
    except BadAddress:
        return None


def is_link(address: str) -> bool:
    """Return whether an address may be handed to the system: one of the web, or of a mailbox.

    Another scheme (RFC 3986, 3.1) is text everywhere: it could open a file of this machine, or run something.
    """
    scheme, colon, _ = address.partition(":")
    return bool(colon) and scheme.lower() in OUTSIDE
