# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What can go wrong, each as one sentence for the reader and what to do next."""

from asem_reader.core.language import _


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
        cure = _("An address looks like asem:maritime-security, or POL-05.")
        super().__init__(_("“{text}” is not an address.").format(text=text), cure)


class NoSuchPlace(ReaderError):
    """An address that leads nowhere in this Library."""

    def __init__(self, text: str, nearest: str | None = None) -> None:
        hint = (
            _("Did you mean {nearest}?").format(nearest=nearest)
            if nearest
            else _("The outline lists all topics.")
        )
        super().__init__(_("There is no “{text}” in this Library.").format(text=text), hint)


class NoSuchLibrary(NoSuchPlace):
    """An address in a Library that is not open."""

    def __init__(self, text: str, library: str) -> None:
        sentence = _("“{text}” is in the Library “{library}”, which is not open.").format(
            text=text, library=library
        )
        ReaderError.__init__(self, sentence, _("Start ASEM Reader with its file: --library FILE."))


class NoScreen(ReaderError):
    """A window that has nowhere to be shown."""

    def __init__(self) -> None:
        super().__init__(
            _("There is no screen to show a window on: neither DISPLAY nor WAYLAND_DISPLAY is set."),
            _("Start it from a desktop; outline, show, search, print, marks and check need no screen."),
        )


class NoWindows(ReaderError):
    """A system without the libraries that Qt draws windows with; the reason is what the import of Qt said."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            _("Windows cannot be drawn here: {reason}.").format(reason=reason.partition(":")[0]),
            _("On Debian, apt-get install libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 mends it."),
        )


class OtherLibraryOpen(ReaderError):
    """A second start with another Library than the open window shows."""

    def __init__(self, path: str) -> None:
        super().__init__(
            _("ASEM Reader is open already, with the Library at {path}.").format(path=path),
            _("Close that window first, or give this one a home of its own with --home."),
        )


class WindowSilent(ReaderError):
    """A window that has the Notebook and does not answer."""

    def __init__(self) -> None:
        super().__init__(
            _("ASEM Reader is open already, but its window does not answer."),
            _("Look for a dialog in it that waits, or close it and start again."),
        )


class LibraryMissing(ReaderError):
    """No file where the Library should be."""

    def __init__(self, path: str) -> None:
        super().__init__(
            _("The Library was not found at {path}.").format(path=path),
            _(
                "Install ASEM Reader again (in a checkout: make content), "
                "or name another file with --library."
            ),
        )


class LibraryForeign(ReaderError):
    """A file that is no Library of ours."""

    def __init__(self, path: str) -> None:
        super().__init__(
            _("{path} is not an ASEM Reader Library.").format(path=path),
            _("Name a file made by ASEM Reader with --library."),
        )


class LibraryDamaged(ReaderError):
    """A Library whose bytes are not those that were published."""

    def __init__(self, path: str) -> None:
        super().__init__(
            _("The Library at {path} is damaged.").format(path=path),
            _("Install ASEM Reader again, or copy the file anew; your own notes are not in it."),
        )


class LibraryNewer(ReaderError):
    """A Library of a later shape than this program reads."""

    def __init__(self, path: str) -> None:
        super().__init__(
            _("The Library at {path} was made for a newer ASEM Reader.").format(path=path),
            _("Update ASEM Reader, or name an older Library with --library."),
        )


class LibraryOlder(ReaderError):
    """A Library of an earlier shape than this program reads."""

    def __init__(self, path: str) -> None:
        super().__init__(
            _("The Library at {path} was made for an older ASEM Reader.").format(path=path),
            _("Install ASEM Reader again (in a checkout: make content), or name a newer one with --library."),
        )


class TooSlow(ReaderError):
    """A read that was stopped because it took too long."""

    def __init__(self) -> None:
        super().__init__(
            _("The search took too long and was stopped."), _("Type more of a word, or fewer words.")
        )


class NotWritten(ReaderError):
    """An output file that could not be written whole; no part of it remains."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            _("{path} could not be written: {reason}.").format(path=path, reason=reason),
            _("Choose another place."),
        )


class NotPrinted(ReaderError):
    """Pages that did not reach a printer."""

    def __init__(self, printer: str, reason: str) -> None:
        super().__init__(
            _("“{printer}” did not take the pages: {reason}.").format(printer=printer, reason=reason),
            _("See that the printer is there and switched on, or save as PDF and print that."),
        )


class AlreadyThere(ReaderError):
    """A file that nobody asked to replace."""

    def __init__(self, path: str) -> None:
        super().__init__(
            _("{path} is there already.").format(path=path), _("It was left as it is; choose another name.")
        )


class NotTypeset(ReaderError):
    """A sheet that the typesetter refused."""

    def __init__(self, title: str, reason: str) -> None:
        super().__init__(
            _("“{title}” could not be set for printing: {reason}.").format(title=title, reason=reason),
            _("Please report this; the text itself can still be read on screen."),
        )


class NoSuchPart(ReaderError):
    """A section or paragraph that is in nothing of what is to be printed."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(
            _("There is no section or paragraph “{name}” in what is to be printed.").format(name=name),
            _("Its sections are {names}.").format(names=", ".join(known)),
        )


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


class NothingFound(ReaderError):
    """A search, or a folder of marks, of which nothing can be printed."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("Nothing was found for “{text}”.").format(text=text), _("Try other words, or another name.")
        )


class NothingToPrint(ReaderError):
    """A choice of sections, paragraphs or pages of which nothing is left."""

    def __init__(self, reason: str = "") -> None:
        reason = reason or _("what is chosen is also left out")
        super().__init__(
            _("Nothing is left to print: {reason}.").format(reason=reason),
            _("Choose more, or leave out less."),
        )


class Stopped(ReaderError):
    """A command that was stopped before it had done what it was asked for."""

    def __init__(self) -> None:
        super().__init__(
            _("It was stopped."), _("Nothing was written by halves; start it again when you like.")
        )
