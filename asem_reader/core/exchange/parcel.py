# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A parcel of marks and folders, on its way out of a Notebook or into one, and what is wanted in it."""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from asem_reader.core.folding import plain
from asem_reader.core.language import _
from asem_reader.core.marks.haystack import haystack
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkId, MarkKind, lineage, path_of, tidy_tag
from asem_reader.core.place import Slug

_KEPT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
DEEPEST = 64  # folders within folders; the paths of endless ones would fill the memory


class Unreadable(ValueError):
    """A text that is not of its format: the reason ends a sentence; the line counts from 1, or is 0."""

    def __init__(self, reason: str, line: int = 0) -> None:
        whole = _("line {line}: {reason}").format(line=line, reason=reason) if line else reason
        super().__init__(whole)
        self.reason = reason
        self.line = line


@dataclass(frozen=True, slots=True)
class Parcel:
    """Marks and folders, in their order."""

    marks: tuple[Mark, ...]
    folders: tuple[Folder, ...] = ()
    # How many entries of the file are no places in a Library, such as a browser's bookmarks.
    left_out: int = 0
    # Marks of another maker with the words that they are on and what stands around them, but without a
    # quote and often without a topic: whoever has a Library may find it.
    loose: tuple[Mark, ...] = ()
    again: int = 0  # how many say what one before them in the file is, such as a link in two folders


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The counts of an import."""

    # How many marks came in, and how many were there already.
    new: int
    there: int
    other: int  # how many of those that were there say something else in the file; they stayed as they are
    waiting: int  # how many of the new ones have no sure place in this Library
    left_out: int  # how many entries lead to no place in a Library
    kept: bool = True  # whether it is on disk


@dataclass(frozen=True, slots=True)
class Wanted:
    """A choice of marks: those that are all that is asked for; without any wish, every mark."""

    topic: Slug | None = None
    folder: str = ""  # those in it, and in the folders that it holds
    tag: str = ""
    colour: Colour | None = None
    kind: MarkKind | None = None
    words: str = ""  # all of them must stand in the mark's haystack, in any case; with a `#`, in a tag

    @property
    def everything(self) -> bool:
        """True if there is no wish."""
        return self == Wanted()

    def of(
        self, marks: Iterable[Mark], titles: Mapping[Slug, str], view_said: Callable[[str], str] = str
    ) -> tuple[Mark, ...]:
        """Return the marks that are wanted, in the order given; `view_said` puts a view into words."""
        words = plain(self.words).split()
        those = (mark for mark in marks if self._is(mark))
        if not words:
            return tuple(those)
        pairs = ((mark, haystack(mark, titles.get(mark.slug, ""), view_said(mark.view))) for mark in those)
        return tuple(mark for mark, text in pairs if all(word in text for word in words))

    def folders(self, folders: Iterable[Folder], marks: Iterable[Mark]) -> tuple[Folder, ...]:
        """Return the folders that go with the marks that are wanted: empty ones only with everything."""
        if self.everything:
            return tuple(folders)
        used = {path for mark in marks for path in lineage(mark.folder)}
        return tuple(folder for folder in folders if folder.path in used)

    def _is(self, mark: Mark) -> bool:
        return (
            self.topic in (None, mark.slug)
            and (not self.folder or f"{mark.folder}/".startswith(f"{self.folder}/"))
            and (not self.tag or self.tag in mark.tags)
            and self.colour in (None, mark.colour)
            and self.kind in (None, mark.kind)
        )


def packed(marks: Iterable[Mark], folders: Iterable[Folder] = (), left_out: int = 0) -> Parcel:
    """Return what was read as a parcel: of several with one id or one path, the first."""
    by_id: dict[MarkId, Mark] = {}
    every = tuple(marks)
    for mark in every:
        by_id.setdefault(mark.id, mark)
    by_path: dict[str, Folder] = {}
    for folder in folders:
        by_path.setdefault(folder.path, folder)
    return Parcel(tuple(by_id.values()), tuple(by_path.values()), left_out, again=len(every) - len(by_id))


def otherwise(marks: Iterable[Mark], there: Mapping[MarkId, Mark]) -> int:
    """Return how many marks say something else than those of their ids; context and times do not count."""

    def said(mark: Mark) -> tuple[object, ...]:
        return mark.kind, mark.body, mark.colour, mark.folder, mark.tags

    return sum(mark.id in there and said(mark) != said(there[mark.id]) for mark in marks)


def tidy(mark: Mark) -> Mark:
    """Return a mark as it is kept; a ValueError names a folder that is too deep, or a wrong time."""
    folder = shallow(path_of(mark.folder))
    tags = tuple(dict.fromkeys(filter(None, map(tidy_tag, mark.tags))))
    created, modified = moment(mark.created, "created"), moment(mark.modified, "modified")
    deleted = mark.deleted and moment(mark.deleted, "deleted")
    found = (mark.folder, mark.tags, mark.created, mark.modified, mark.deleted)
    if found == (folder, tags, created, modified, deleted):
        return mark  # as nearly all are: a copy of each would take longer than reading it
    return mark._replace(folder=folder, tags=tags, created=created, modified=modified, deleted=deleted)


def shallow(path: str) -> str:
    """Return a folder's path; a ValueError says that more than `DEEPEST` folders stand in one another."""
    if path.count("/") >= DEEPEST:
        raise ValueError(_("folder must not lie more than {count} deep").format(count=DEEPEST))
    return path


def moment(text: str, name: str) -> str:
    """Return a time of ISO 8601 in UTC, with seconds; a ValueError names the field that has none."""
    try:
        read = datetime.datetime.fromisoformat(text)
        if _KEPT.fullmatch(text):
            return text
        aware = read if read.tzinfo else read.replace(tzinfo=datetime.UTC)
        utc = aware.astimezone(datetime.UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise ValueError(_("{name} must be a time such as 2026-11-25T12:00:00Z").format(name=name)) from None
    return f"{utc.isoformat(timespec='seconds')}Z"


def id_of(*content: object) -> MarkId:
    """Return the id of a mark that has none: BLAKE2b (RFC 7693) of what it says, so that it comes in once."""
    text = "\x1f".join(map(str, content))
    return MarkId(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest())
