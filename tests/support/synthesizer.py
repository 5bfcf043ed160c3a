# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A voice of our own on PATH: a real program that writes down what it is to say."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

NAME = "say" if sys.platform == "darwin" else "spd-say"


class FakeSynthesizer:
    """Stands as `spd-say` first on PATH; each sentence takes it a moment.

    Attributes:
        seconds: how long that is.
    """

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, seconds: float = 0.5) -> None:
        folder.mkdir()
        self._told = folder / "told"
        self._program = folder / NAME
        self.write('echo "OUTPUT MODULES"; echo espeak-ng', f"sleep {seconds}")
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def write(self, lists: str, speaks: str) -> None:
        """Have it do so when it is asked what can speak, and when it speaks."""
        self._program.write_text(
            "#!/bin/sh\n"
            f'case "$1" in -O) {lists}; exit;; -C) echo cancelled >> {self._told}; exit;; esac\n'
            f'for last; do :; done\necho "$last" >> {self._told}\nexec {speaks}\n'
        )
        self._program.chmod(0o755)

    @property
    def told(self) -> list[str]:
        """What it was told to say so far, and each time that it was told to be silent."""
        return self._told.read_text().splitlines() if self._told.exists() else []

    def has_said(self, *sentences: str) -> Callable[[], bool]:
        """Whether it was told just that, for waiting."""
        return lambda: self.told == list(sentences)
