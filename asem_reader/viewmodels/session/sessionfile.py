# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The file of settings: for the reader alone, and done without where it cannot be had."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings

from asem_reader.store.files import is_free, make_file, make_folder

_LARGEST = 1_000_000  # bytes; what is kept here is a hundredth of that


def opened(file: Path) -> "QSettings | _Forgetful":
    """Return the settings in a file; one that is too large is set aside, a link or a pipe left alone."""
    lock = file.with_name(f"{file.name}.lock")  # Qt's own: QLockFile waits for whoever may have it
    if not (is_free(file) and is_free(lock)):
        return _Forgetful()
    try:
        if file.exists() and file.stat().st_size > _LARGEST:
            file.replace(file.with_name(f"{file.name}.damaged"))
        lock.unlink(missing_ok=True)  # left by a crash: the file is one window's
    except OSError:
        return _Forgetful()
    return _PrivateSettings(str(file), QSettings.Format.IniFormat)


class _PrivateSettings(QSettings):
    """QSettings in a file for the reader alone: Qt keeps the mode of one that is there."""

    def setValue(self, key: str, value: object) -> None:
        file = Path(self.fileName())
        with suppress(OSError):
            make_folder(file.parent)
            make_file(file)
        super().setValue(key, value)


class _Forgetful(dict[str, object]):
    """Stands in for QSettings where there can be no file: it forgets all at the end."""

    value = dict.get
    setValue = dict.__setitem__

    def sync(self) -> None:
        pass
