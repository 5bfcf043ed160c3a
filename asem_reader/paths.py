# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Paths of bundled and personal files: in a checkout, installed, frozen, and portable."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

from asem_reader.core.language import _
from asem_reader.core.marks.errors import HomeUnwritable

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "bundled"
_NAME = "asem-reader"
# For each kind of file the variable that names its folder, and the one below the home without it.
_XDG = {"data": ("XDG_DATA_HOME", ".local/share"), "state": ("XDG_STATE_HOME", ".local/state")}
_SUPPORT = ("", "Library/Application Support")
_FOLDERS = {
    "win32": {"data": ("APPDATA", "AppData/Roaming"), "state": ("LOCALAPPDATA", "AppData/Local")},
    "darwin": {"data": _SUPPORT, "state": _SUPPORT},
}


class Home(NamedTuple):
    """Paths of the reader's own files. Nothing is created, nor looked up before it is asked for.

    On Linux by the XDG Base Directory Specification 0.8; on Windows below %APPDATA% and
    %LOCALAPPDATA%; on macOS below ~/Library/Application Support; all of it in `chosen`, if that is given.
    Each path may raise HomeUnwritable: where the system knows of no home folder.
    """

    chosen: Path | None

    @property
    def data(self) -> Path:
        """The Notebook and its backups."""
        return self.chosen or _folder("data")

    @property
    def state(self) -> Path:
        """Folder of what may be lost without harm: the place, the window's shape."""
        return self.chosen or _folder("state")

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of all of it; none where the system knows of no home folder."""
        try:
            return self.data, self.state
        except HomeUnwritable:
            return ()

    @property
    def notebook(self) -> Path:
        """The Notebook."""
        return self.data / "notebook.db"

    @property
    def reading(self) -> Path:
        """The quiet record of what was read."""
        return self.state / "reading.db"

    @property
    def session(self) -> Path:
        """The quiet record of where one was."""
        return self.state / "session.ini"


def library() -> Path:
    """The Library that came with the program."""
    return (_BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent / "data") / "asem.db"


def resources() -> Path:
    """The folder of icons, fonts, styles and paper templates."""
    return (_BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent) / "resources"


def changelog() -> Path:
    """The file that tells what changed from version to version."""
    return (_BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent) / "CHANGELOG.md"


def home(chosen: Path | None = None) -> Home:
    """Return where personal files are kept; `chosen` goes before all else, then a portable folder."""
    chosen = chosen or _portable()
    return Home(chosen.absolute() if chosen else None)


def _folder(kind: str) -> Path:
    """The folder that a variable names; the specification has relative paths ignored."""
    variable, otherwise = _FOLDERS.get(sys.platform, _XDG)[kind]
    named = Path(os.environ.get(variable, ""))
    try:
        return (named if named.is_absolute() else Path.home() / otherwise) / _NAME
    except RuntimeError as error:
        reason = _("HOME is not set, and the system names no folder")
        raise HomeUnwritable(f"~/{otherwise}", reason) from error


def _portable() -> Path | None:
    """The folder beside a frozen program that carries a file named `portable`."""
    beside = Path(sys.executable).resolve().parent
    return beside / "personal" if getattr(sys, "frozen", False) and (beside / "portable").exists() else None
