# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Where bundled and personal files live: in a checkout, installed, frozen, and portable."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "bundled"
_NAME = "asem-reader"


class Home(NamedTuple):
    """Where the reader's own files are kept.

    Attributes:
        data: the Notebook and its backups.
        state: what may be lost without harm: the place, the window's shape.
    """

    data: Path
    state: Path

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


def home(chosen: Path | None = None) -> Home:
    """Return where personal files are kept; `chosen` goes before all else, then a portable folder.

    On Linux by the XDG Base Directory Specification 0.8; on Windows below %APPDATA% and
    %LOCALAPPDATA%; on macOS below ~/Library/Application Support. Nothing is created.
    """
    chosen = chosen or _portable()
    if chosen:
        return Home(chosen.absolute(), chosen.absolute())
    if sys.platform == "win32":
        return Home(_folder("APPDATA", "AppData/Roaming"), _folder("LOCALAPPDATA", "AppData/Local"))
    if sys.platform == "darwin":
        support = Path.home() / "Library" / "Application Support" / _NAME
        return Home(support, support)
    return Home(_folder("XDG_DATA_HOME", ".local/share"), _folder("XDG_STATE_HOME", ".local/state"))


def _folder(variable: str, otherwise: str) -> Path:
    """The folder that a variable names; the specification has relative paths ignored."""
    named = Path(os.environ.get(variable, ""))
    return (named if named.is_absolute() else Path.home() / otherwise) / _NAME


def _portable() -> Path | None:
    """The folder beside a frozen program that carries a file named `portable`."""
    beside = Path(sys.executable).resolve().parent
    return beside / "personal" if getattr(sys, "frozen", False) and (beside / "portable").exists() else None
