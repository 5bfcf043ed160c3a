# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A problem of the content, with its file and line."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to be mended in `data/`.

    Attributes:
        file: path relative to `data/`.
        line: from 1; 0 where the whole file is meant.
        sentence: what is wrong, with the word or id that is meant.
    """

    file: str
    line: int
    sentence: str

    def of_page(self, slug: str) -> "Problem":
        """The same of a page that a template made: its lines are in no file, so the page is named."""
        return Problem(self.file, 0, f"{slug}: {self.sentence}")

    def __str__(self) -> str:
        where = f"data/{self.file}:{self.line}" if self.line else f"data/{self.file}"
        return f"{where}: {self.sentence}"


class ContentError(Exception):
    """Content that cannot become a Library.

    Attributes:
        problems: all that was found, in order of file and line.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
