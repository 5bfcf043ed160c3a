# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The program's own files, which no output may replace: told by folder and name, and by identity."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

# In the folders for personal files, with what SQLite, Qt and a restored backup put beside them.
_NAMES = re.compile(
    r"notebook\.(db(-.*|\.part)?|damaged-.*|replaced-.*)|reading\.db(-.*)?|session\.ini(\..*)?|window\.lock|backups|letters",
    re.DOTALL,
)
_FOLDERS = ("backups", "letters")


class OwnFiles:
    """The Notebook with all that belongs to it, what may be lost without harm, and the Library in use.

    Only names and folders that are the program's are meant: beside them the reader may keep what they like.
    """

    def __init__(self, homes: Iterable[Path], library: Path) -> None:
        """Look in the folders for personal files, and beside the Library for its digest."""
        self._homes = tuple(homes)
        self._library = (library, library.with_name(f"{library.name}.sha256"))

    def hold(self, file: Path) -> bool:
        """Whether a file is one of them, by any of its names, or would be if it were there.

        Args:
            file: with links followed; it need not be there.
        """
        return self._claim(file) or any(_are_same(file, own) for own in self._there())

    def _claim(self, file: Path) -> bool:
        """Whether its place is the program's; in any case, for some disks know only one."""
        name = _plain(file.name)
        mine = _NAMES.fullmatch(name) and any(_are_same(file.parent, home) for home in self._homes)
        beside = any(name == _plain(own.name) and _are_same(file.parent, own.parent) for own in self._library)
        return bool(mine) or beside or any(map(self._are_kept_in, file.parents))

    def _are_kept_in(self, folder: Path) -> bool:
        return any(_are_same(folder, home / name) for home in self._homes for name in _FOLDERS)

    def _there(self) -> Iterator[Path]:
        yield from self._library
        for home in self._homes:
            yield from (file for file in _listed(home) if _NAMES.fullmatch(file.name))
            for name in _FOLDERS:
                yield from _listed(home / name)


def _plain(name: str) -> str:
    """A name as a disk may compare it that knows no case, and on Windows no dots and blanks at the end."""
    return name.casefold().rstrip(". ")


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _are_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
