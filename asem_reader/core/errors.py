# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Errors that a reader is told: one sentence that says what is wrong, and one what to do next."""

import re

from asem_reader.core.language import N_, _


class ReaderError(Exception):
    """A fault of the world, not of the program: told politely, never as a traceback."""

    def __init__(self, sentence: str, cure: str) -> None:
        super().__init__(f"{sentence} {cure}")
        self.sentence = sentence  # what is wrong
        self.cure = cure  # what the reader can do next


class MessageError(ReaderError):
    """An error whose two sentences are messages; it is given what their fields stand for, in order."""

    SENTENCE = CURE = ""

    def __init__(self, *given: str) -> None:
        named = dict(zip(self.fields(), given, strict=True))
        super().__init__(_(self.SENTENCE).format(**named), _(self.CURE).format(**named))

    @classmethod
    def fields(cls) -> tuple[str, ...]:
        """The names of the fields, each once."""
        return tuple(dict.fromkeys(re.findall(r"{(\w+)}", cls.SENTENCE + cls.CURE)))


class BadAddress(MessageError):
    """A text that is no address of a place."""

    SENTENCE = N_("“{text}” is not an address.")
    CURE = N_("An address looks like asem:maritime-security, or POL-05.")


class NoSuchPlace(ReaderError):
    """An address that leads nowhere in this Library."""

    def __init__(self, text: str, nearest: str | None = None) -> None:
        sentence = _("There is no “{text}” in this Library.").format(text=text)
        hint = _("Did you mean {nearest}?").format(nearest=nearest) if nearest else ""
        super().__init__(sentence, hint or _("The contents list all topics."))


class NoSuchLibrary(NoSuchPlace):
    """An address in a Library that is not open."""

    def __init__(self, text: str, library: str) -> None:
        sentence = _("“{text}” is in the Library “{library}”, which is not open.")
        sentence = sentence.format(text=text, library=library)
        ReaderError.__init__(self, sentence, _("Start ASEM Reader with its file: --library FILE."))


class NoScreen(MessageError):
    """A window that has nowhere to be shown."""

    SENTENCE = N_("There is no screen to show a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    CURE = N_("Start it from a desktop; outline, show, search, print, marks and check need no screen.")


class NoWindows(MessageError):
    """A system without the libraries that Qt draws windows with; the reason is what the import of Qt said."""

    SENTENCE = N_("Windows cannot be drawn here: {reason}.")
    CURE = N_("On Debian, apt-get install libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 mends it.")

    def __init__(self, reason: str) -> None:
        super().__init__(reason.partition(":")[0])


class OtherLibraryOpen(MessageError):
    """A second start with another Library than the open window shows."""

    SENTENCE = N_("ASEM Reader is open already, with the Library at {path}.")
    CURE = N_("Close that window first, or give this one a home of its own with --home.")


class WindowSilent(MessageError):
    """A window that has the Notebook and does not answer."""

    SENTENCE = N_("ASEM Reader is open already, but its window does not answer.")
    CURE = N_("Look for a dialog in it that waits, or close it and start again.")


class LibraryMissing(MessageError):
    """No file where the Library should be."""

    SENTENCE = N_("The Library was not found at {path}.")
    CURE = N_("Install ASEM Reader again (in a checkout: make content), or name another file with --library.")


class LibraryForeign(MessageError):
    """A file that is no Library of ours."""

    SENTENCE = N_("{path} is not an ASEM Reader Library.")
    CURE = N_("Name a file made by ASEM Reader with --library.")


class LibraryDamaged(MessageError):
    """A Library whose bytes are not those that were published."""

    SENTENCE = N_("The Library at {path} is damaged.")
    CURE = N_("Install ASEM Reader again, or copy the file anew; your own notes are not in it.")


class LibraryNewer(MessageError):
    """A Library of a later shape than this program reads."""

    SENTENCE = N_("The Library at {path} was made for a newer ASEM Reader.")
    CURE = N_("Update ASEM Reader, or name an older Library with --library.")


class LibraryOlder(MessageError):
    """A Library of an earlier shape than this program reads."""

    SENTENCE = N_("The Library at {path} was made for an older ASEM Reader.")
    CURE = N_("Install ASEM Reader again (in a checkout: make content), or name a newer one with --library.")


class LibraryUnsound(LibraryDamaged):
    """A Library that somebody made otherwise than this program does, so that it cannot be read safely."""

    SENTENCE = N_("The Library at {path} cannot be read: {reason}.")
    CURE = N_("Ask whoever made it for a sound one, or name another file with --library.")


class TooSlow(MessageError):
    """A read that was stopped because it took too long."""

    SENTENCE = N_("The search took too long and was stopped.")
    CURE = N_("Type more of a word, or fewer words.")


class NotWritten(MessageError):
    """An output file that could not be written whole; no part of it remains."""

    SENTENCE = N_("{path} could not be written: {reason}.")
    CURE = N_("Choose another place.")


class NotPrinted(MessageError):
    """Pages that did not reach a printer."""

    SENTENCE = N_("“{printer}” did not take the pages: {reason}.")
    CURE = N_("See that the printer is there and switched on, or save as PDF and print that.")


class AlreadyThere(MessageError):
    """A file that nobody asked to replace."""

    SENTENCE = N_("{path} is there already.")
    CURE = N_("It was left as it is; choose another name.")


class NotTypeset(MessageError):
    """A sheet that the typesetter refused."""

    SENTENCE = N_("“{title}” could not be set for printing: {reason}.")
    CURE = N_("Please report this; the text itself can still be read on screen.")


class NoSuchPart(MessageError):
    """A section or paragraph that is in nothing of what is to be printed."""

    SENTENCE = N_("There is no section or paragraph “{name}” in what is to be printed.")
    CURE = N_("Its sections are {names}.")

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, ", ".join(known))


class NoSuchBinder(ReaderError):
    """A binder that is not there."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        sentence = _("There is no binder “{name}”.").format(name=name)
        super().__init__(sentence, _listed(known) or _("The window makes one."))


class NoSuchFolder(ReaderError):
    """A folder of marks that is not there."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        sentence = _("There is no folder of marks “{name}”.").format(name=name)
        super().__init__(sentence, _listed(known) or _("The window, or marks add --folder, makes one."))


def _listed(known: tuple[str, ...]) -> str:
    return _("There are “{names}”.").format(names="”, “".join(known)) if known else ""


class NothingFound(MessageError):
    """A search, or a folder of marks, of which nothing can be printed."""

    SENTENCE = N_("Nothing was found for “{text}”.")
    CURE = N_("Try other words, or another name.")


class NoSources(MessageError):
    """Topics that cite nothing."""

    SENTENCE = N_("There are no sources on {text}.")
    CURE = N_("Name a topic that has a text of its own, or a paragraph with numbers of sources.")


class NoFigures(MessageError):
    """A Library without indicators."""

    SENTENCE = N_("The Library at {path} holds no figures on connectivity.")
    CURE = N_("Name another Library with --library.")


class BadScheme(MessageError):
    """Weights or choices by which no scores can be made."""

    SENTENCE = N_("No scores can be made so: {reason}.")
    CURE = N_("Partners are written as SGP, weights as physical:2; docs/cli.md lists codes and choices.")


class NothingToPrint(MessageError):
    """A choice of sections, paragraphs or pages of which nothing is left."""

    SENTENCE = N_("Nothing is left to print: {reason}.")
    CURE = N_("Choose more, or leave out less.")

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason or _("what is chosen is also left out"))


class Stopped(MessageError):
    """A command that was stopped before it had done what it was asked for."""

    SENTENCE = N_("It was stopped.")
    CURE = N_("Nothing was written by halves; start it again when you like.")
