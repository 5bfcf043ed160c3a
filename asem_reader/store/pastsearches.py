# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Past and saved searches in the file of settings, as Qt writes it, for who has no Qt."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from asem_reader.store.files import read_regular, write_whole

# QSettings, "Ini file format": a text in quotation marks, with these and reverse solidi escaped.
_LISTS = re.compile(r'^(recent|saved)="(.*)"$', re.MULTILINE)
_LARGEST = 1_000_000  # bytes


def past_searches(file: Path) -> tuple[str, ...]:
    """Return the searches in a file of settings."""
    return tuple(text for _name, value in _LISTS.findall(_content(file)) for text in _listed(value))


def drop_searches(file: Path, which: Callable[[str], bool]) -> None:
    """Take the searches that fit out of a file of settings; OSError if it cannot be written."""
    if any(map(which, past_searches(file))):
        told = _LISTS.sub(lambda line: f"{line[1]}={_written(line[2], which)}", _content(file))
        write_whole(file, told.encode(), replace=True)


def _content(file: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return read_regular(file, _LARGEST).decode()
    return ""


def _listed(value: str) -> list[str]:
    with suppress(ValueError):
        found = json.loads(re.sub(r"\\(.)", r"\1", value))
        return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []
    return []


def _written(value: str, which: Callable[[str], bool]) -> str:
    left = json.dumps([text for text in _listed(value) if not which(text)])
    escaped = left.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
