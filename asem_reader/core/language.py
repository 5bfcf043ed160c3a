# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The one door for words that a reader sees: gettext, whose catalogue `app` and `cli` load.

Names are gettext's own (docs.python.org/3/library/gettext.html), so that its tools find the messages.
"""

from gettext import NullTranslations

_loaded = [NullTranslations()]  # the one thing that is changed for the whole program


def install(translations: NullTranslations) -> None:
    """Let all words come from a catalogue from now on."""
    _loaded[0] = translations


def _(message: str) -> str:
    """The translation of a whole sentence, or of all the words on a button; itself where there is none."""
    return _loaded[0].gettext(message) if message else ""  # for which gettext has the catalogue's head


def ngettext(singular: str, plural: str, count: int) -> str:
    """The translation of a message for so many: languages have up to six forms."""
    return _loaded[0].ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 (gettext's name for it)
    """Itself: a message of a table that is made before a catalogue is loaded, and translated when shown."""
    return message
