# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Errors of the Notebook and of what is in it, each as one sentence and what to do next."""

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import _


class HomeUnwritable(ReaderError):
    """A folder for personal files that cannot be written."""

    def __init__(self, path: str, reason: str) -> None:
        sentence = _("Your notes cannot be kept in {path}: {reason}.").format(path=path, reason=reason)
        super().__init__(sentence, _("Make the folder writable, or name another with --home."))


class NotebookDamaged(ReaderError):
    """A Notebook that cannot be read and could not be put back."""

    def __init__(self, path: str) -> None:
        cure = _("It is left as it is; start ASEM Reader to restore the newest backup.")
        super().__init__(_("The Notebook at {path} is damaged.").format(path=path), cure)


class NotebookNewer(ReaderError):
    """A Notebook of a later shape than this program writes."""

    def __init__(self, path: str) -> None:
        sentence = _("The Notebook at {path} was written by a newer ASEM Reader.").format(path=path)
        cure = _(
            "It can be read and is left as it is; update ASEM Reader, or name another folder with --home."
        )
        super().__init__(sentence, cure)


class NotebookReplaced(ReaderError):
    """A Notebook in the place of which another program put another file; nothing was written into either.

    Attributes:
        file: the copy of the one that was there, with what was to be written.
    """

    def __init__(self, file: str) -> None:
        cure = _(
            "Yours, with what was written last, is kept as {file}; asem-reader marks merge brings it in."
        )
        super().__init__(
            _("Another program, such as one that syncs folders, put another Notebook in the place of yours."),
            cure.format(file=file),
        )
        self.file = file


class NotebookGone(ReaderError):
    """A Notebook whose file was taken away while it was open."""

    def __init__(self) -> None:
        sentence = _("The file of your Notebook was gone, and was put back with all that was in it.")
        super().__init__(
            sentence, _("Look which program moves files in that folder, or name another with --home.")
        )


class NotKept(ReaderError):
    """A mark that could not be put on disk."""

    def __init__(self, reason: str) -> None:
        cure = _("Nothing was lost of what was there; make room or close other programs, and try again.")
        super().__init__(_("The change could not be saved: {reason}.").format(reason=reason), cure)


class NotBackedUp(ReaderError):
    """A change that was put on disk, and a backup that was not."""

    def __init__(self, reason: str) -> None:
        saved = _("Your change is saved, but no backup of the Notebook could be made: {reason}.")
        cure = _("Make room in its folder; the next change tries again.")
        super().__init__(saved.format(reason=reason), cure)


class NoSuchMark(ReaderError):
    """An id that no mark has."""

    def __init__(self, mark: str) -> None:
        cure = _("asem-reader marks list shows them with their ids.")
        super().__init__(_("There is no mark “{mark}” in the Notebook.").format(mark=mark), cure)


class MarkChanged(ReaderError):
    """A change of a mark that is not as it was any more; nothing was written."""

    def __init__(self) -> None:
        sentence = _("The mark was changed elsewhere meanwhile, so this change was not made.")
        super().__init__(sentence, _("Look at it as it is now, and try again."))


class NoSuchBackup(ReaderError):
    """A backup that is not there, or not whole."""

    def __init__(self, text: str) -> None:
        cure = _("asem-reader marks backups lists those that there are.")
        super().__init__(_("There is no whole backup “{text}”.").format(text=text), cure)


class NotInBin(ReaderError):
    """An id that no mark in the bin has."""

    def __init__(self, mark: str) -> None:
        cure = _("asem-reader marks bin shows those of the last thirty days with their ids.")
        super().__init__(_("There is no mark “{mark}” in the bin.").format(mark=mark), cure)


class NoSuchWords(ReaderError):
    """Words to be marked that do not stand where they should."""

    def __init__(self, words: str, address: str) -> None:
        super().__init__(
            _("“{words}” does not stand in {address}.").format(words=words, address=address),
            _("Give the code of a paragraph, and words just as they stand in it; asem-reader show has both."),
        )


class BadImport(ReaderError):
    """A file of marks that cannot be taken in; nothing was changed."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            _("{path} was not imported: {reason}.").format(path=path, reason=reason),
            _("Nothing was changed; give JSON, annotations (JSON-LD), CSV, browser bookmarks or a Notebook."),
        )


class BadMerge(ReaderError):
    """A file that cannot be merged; nothing was changed."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            _("{path} was not merged: {reason}.").format(path=path, reason=reason),
            _("Nothing was changed; give another Notebook, such as one that --both-ways wrote."),
        )


class BadNote(ReaderError):
    """A note on standard input that cannot be kept."""

    def __init__(self) -> None:
        sentence = _("The note was not kept: it is no text in UTF-8, or longer than 1 MB.")
        super().__init__(sentence, _("Nothing was changed; give it as text."))


class NoSuchText(ReaderError):
    """A text to be chosen of a mark or pack that has none of that number."""

    def __init__(self, name: str) -> None:
        cure = _("asem-reader marks conflicts shows those of which one is to be chosen.")
        super().__init__(_("“{name}” has no such text to choose.").format(name=name), cure)
