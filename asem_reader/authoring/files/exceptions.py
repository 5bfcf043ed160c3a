# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The exceptions of `data/exceptions.yaml`: what is let through, by topic, with the reason."""

from collections.abc import Iterator
from pathlib import Path

from asem_reader.authoring.files.yamlfile import read_typed
from asem_reader.authoring.problem import Problem

EXCEPTIONS = "exceptions.yaml"


class Exceptions:
    """What is let through; it remembers what was needed.

    A figure or name is let through wherever its topic's article has it; a passage of several words lets
    through whatever is found against the text in which it stands.
    """

    def __init__(self, entries: dict[str, dict[str, str]]) -> None:
        self.entries = entries
        self._needed: set[tuple[str, str]] = set()

    def name(self, slug: str, what: str) -> bool:
        """Tell whether a topic may name a figure, date or name that its facts do not."""
        found = what in self.entries.get(slug, {})
        if found:
            self._needed.add((slug, what))
        return found

    def passage(self, slug: str, text: str) -> bool:
        """Tell whether a text of a topic has a passage that is let through."""
        found = {(slug, what) for what in self.entries.get(slug, {}) if " " in what and what in text}
        self._needed |= found
        return bool(found)

    def unneeded(self) -> Iterator[Problem]:
        """Yield those that nothing has needed so far."""
        for slug, entries in self.entries.items():
            for what in entries:
                if (slug, what) not in self._needed:
                    yield Problem(EXCEPTIONS, 0, f"{slug} needs no exception for “{what}”")


def read_exceptions(data: Path) -> Exceptions:
    """Read the exceptions of a folder of content; none if there is no file.

    Raises:
        ContentError: the file has another shape.
    """
    file = data / EXCEPTIONS
    # A figure may stand there without quotes.
    read = read_typed(file, dict[str, dict[str | int, str]]) if file.exists() else {}
    return Exceptions({slug: {str(what): why for what, why in one.items()} for slug, one in read.items()})
