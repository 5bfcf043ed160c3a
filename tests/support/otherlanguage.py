# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Another language: each message of the program in guillemets, or as a test translates it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from gettext import NullTranslations

from asem_reader.core.language import install


class Translated(NullTranslations):
    """A catalogue with some messages; all others are in it in guillemets."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        super().__init__()
        self._messages = messages

    def gettext(self, message: str) -> str:
        return self._messages.get(message, f"«{message}»")

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self.gettext(singular if n == 1 else plural)


@contextmanager
def speaking(messages: Mapping[str, str] | None = None) -> Iterator[None]:
    """Let the program speak it inside the block."""
    install(Translated(messages or {}))
    try:
        yield
    finally:
        install(NullTranslations())
