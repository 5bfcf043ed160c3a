# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What can go wrong, each as one sentence for the reader and what to do next."""


class ReaderError(Exception):
    """A fault of the world, not of the program: told politely, never as a traceback.

    Attributes:
        sentence: what is wrong, one sentence.
        cure: what the reader can do next, one sentence.
    """

    def __init__(self, sentence: str, cure: str) -> None:
        super().__init__(f"{sentence} {cure}")
        self.sentence = sentence
        self.cure = cure


class BadAddress(ReaderError):
    """A text that is no address of a place."""

    def __init__(self, text: str) -> None:
        cure = "An address looks like asem:maritime-security, or POL-05."
        super().__init__(f"“{text}” is not an address.", cure)


class NoSuchPlace(ReaderError):
    """An address that leads nowhere in this Library."""

    def __init__(self, text: str, nearest: str | None = None) -> None:
        hint = f"Did you mean {nearest}?" if nearest else "The outline lists all topics."
        super().__init__(f"There is no “{text}” in this Library.", hint)


class NoSuchLibrary(NoSuchPlace):
    """An address in a Library that is not open."""

    def __init__(self, text: str, library: str) -> None:
        sentence = f"“{text}” is in the Library “{library}”, which is not open."
        ReaderError.__init__(self, sentence, "Start ASEM Reader with its file: --library FILE.")


class NoScreen(ReaderError):
    """A window that has nowhere to be shown."""

    def __init__(self) -> None:
        super().__init__(
            "There is no screen to show a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.",
            "Start it from a desktop; outline, show, search, print, marks and check need no screen.",
        )


class NoWindows(ReaderError):
    """A system without the libraries that Qt draws windows with; the reason is what the import of Qt said."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Windows cannot be drawn here: {reason.partition(':')[0]}.",
            "On Debian, apt-get install libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 mends it.",
        )


class OtherLibraryOpen(ReaderError):
    """A second start with another Library than the open window shows."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"ASEM Reader is open already, with the Library at {path}.",
            "Close that window first, or give this one a home of its own with --home.",
        )


class WindowSilent(ReaderError):
    """A window that has the Notebook and does not answer."""

    def __init__(self) -> None:
        super().__init__(
            "ASEM Reader is open already, but its window does not answer.",
            "Look for a dialog in it that waits, or close it and start again.",
        )


class LibraryMissing(ReaderError):
    """No file where the Library should be."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"The Library was not found at {path}.",
            "Install ASEM Reader again (in a checkout: make content), or name another file with --library.",
        )


class LibraryForeign(ReaderError):
    """A file that is no Library of ours."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is not an ASEM Reader Library.",
            "Name a file made by ASEM Reader with --library.",
        )


class LibraryDamaged(ReaderError):
    """A Library whose bytes are not those that were published."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"The Library at {path} is damaged.",
            "Install ASEM Reader again, or copy the file anew; your own notes are not in it.",
        )


class LibraryNewer(ReaderError):
    """A Library of a later shape than this program reads."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"The Library at {path} was made for a newer ASEM Reader.",
            "Update ASEM Reader, or name an older Library with --library.",
        )


class LibraryOlder(ReaderError):
    """A Library of an earlier shape than this program reads."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"The Library at {path} was made for an older ASEM Reader.",
            "Install ASEM Reader again (in a checkout: make content), or name a newer one with --library.",
        )


class TooSlow(ReaderError):
    """A read that was stopped because it took too long."""

    def __init__(self) -> None:
        super().__init__("The search took too long and was stopped.", "Type more of a word, or fewer words.")


class NotWritten(ReaderError):
    """An output file that could not be written whole; no part of it remains."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} could not be written: {reason}.", "Choose another place.")


class NotPrinted(ReaderError):
    """Pages that did not reach a printer."""

    def __init__(self, printer: str, reason: str) -> None:
        super().__init__(
            f"“{printer}” did not take the pages: {reason}.",
            "See that the printer is there and switched on, or save as PDF and print that.",
        )


class AlreadyThere(ReaderError):
    """A file that nobody asked to replace."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is there already.", "It was left as it is; choose another name.")


class NotTypeset(ReaderError):
    """A sheet that the typesetter refused."""

    def __init__(self, title: str, reason: str) -> None:
        super().__init__(
            f"“{title}” could not be set for printing: {reason}.",
            "Please report this; the text itself can still be read on screen.",
        )


class NoSuchPart(ReaderError):
    """A section or paragraph that is in nothing of what is to be printed."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no section or paragraph “{name}” in what is to be printed.",
            f"Its sections are {', '.join(known)}.",
        )


class NoSuchStock(ReaderError):
    """A binder, or a folder of marks, that is not there."""

    def __init__(self, name: str, known: tuple[str, ...], maker: str) -> None:
        there = f"There are “{'”, “'.join(known)}”." if known else f"{maker} makes one."
        super().__init__(f"There is no {name}.", there)


class NothingFound(ReaderError):
    """A search, or a folder of marks, of which nothing can be printed."""

    def __init__(self, text: str) -> None:
        super().__init__(f"Nothing was found for “{text}”.", "Try other words, or another name.")


class NothingToPrint(ReaderError):
    """A choice of sections, paragraphs or pages of which nothing is left."""

    def __init__(self, reason: str = "what is chosen is also left out") -> None:
        super().__init__(f"Nothing is left to print: {reason}.", "Choose more, or leave out less.")


class Stopped(ReaderError):
    """A command that was stopped before it had done what it was asked for."""

    def __init__(self) -> None:
        super().__init__("It was stopped.", "Nothing was written by halves; start it again when you like.")
