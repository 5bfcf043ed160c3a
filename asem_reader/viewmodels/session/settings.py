# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Settings and the last place, kept quietly in one small file that may be lost without harm."""

from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, Signal

from asem_reader.core.errors import BadAddress
from asem_reader.core.language import _
from asem_reader.core.made import Release
from asem_reader.core.marks.mark import Colour
from asem_reader.core.place import Place
from asem_reader.core.trail import Trail
from asem_reader.store.files import is_free, make_file, make_folder
from asem_reader.viewmodels.reading.desk import DEFAULT_SIZE

if TYPE_CHECKING:
    from asem_reader.core.marks.grouping import View
    from asem_reader.core.printing.form import Paper

# What is printed, grouped and searched for is imported when asked for: the start reads size, theme, trail.
# ruff: noqa: PLC0415

SIZES = (9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 16.0, 18.0, 21.0, 24.0, 28.0)
THEMES = ("system", "light", "dark", "contrast", "dark-contrast")
# Where US Letter is in the printers: Unicode CLDR, supplemental data, paperSize.
_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
_REMEMBERED = 50
_RECENT, _SAVED = 10, 100
_LONGEST = 200  # letters of a search that is remembered
_LARGEST = 1_000_000  # bytes; what is kept here is a hundredth of that

_Kind = TypeVar("_Kind", bound=StrEnum)


class Settings(QObject):
    """Text size, theme, and the session. A broken or missing file means defaults.

    A link or a pipe in its place is left alone, and nothing is kept this time; a file that is too large is
    set aside. What is kept is on disk with the next `sync`.
    """

    changed = Signal()  # size or theme is another

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = _opened(file)

    @property
    def size(self) -> float:
        """The body's size in points."""
        try:
            size = float(str(self._file.value("text/size", DEFAULT_SIZE)))
        except ValueError:
            return DEFAULT_SIZE
        return size if size in SIZES else DEFAULT_SIZE

    @property
    def theme(self) -> str:
        """`system`, `light`, `dark`, `contrast` or `dark-contrast`."""
        theme = str(self._file.value("look/theme", "system"))
        return theme if theme in THEMES else "system"

    def grow(self, steps: int) -> None:
        """Make the text larger by so many steps, or smaller; 0 sets it back."""
        index = SIZES.index(self.size if steps else DEFAULT_SIZE) + steps
        self._set("text/size", SIZES[min(max(index, 0), len(SIZES) - 1)])

    def use_theme(self, theme: str) -> None:
        """Follow the system, or stay with one of the themes."""
        self._set("look/theme", theme)

    @property
    def colour(self) -> Colour:
        """The colour that was highlighted with last."""
        return self._one_of(Colour, "marks/colour") or Colour.YELLOW

    def use_colour(self, colour: Colour) -> None:
        """Highlight with this colour from now on."""
        self._file.setValue("marks/colour", str(colour))

    def shape(self, name: str) -> QByteArray:
        """A window's or splitter's shape, empty if none was kept."""
        value = self._file.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_shape(self, name: str, shape: QByteArray) -> None:
        """Remember a shape."""
        self._file.setValue(f"window/{name}", shape)

    def shown(self, pane: str) -> bool:
        """True if a pane is wished for; all are until one is put away."""
        return str(self._file.value(f"window/{pane}", "true")) != "false"

    def keep_shown(self, pane: str, wished: bool) -> None:
        """Remember whether a pane is wished for."""
        self._file.setValue(f"window/{pane}", "true" if wished else "false")

    @property
    def marks_view(self) -> "View":
        """By what marks are grouped."""
        from asem_reader.core.marks.grouping import View

        return self._one_of(View, "marks/view") or View.FOLDERS

    def keep_marks_view(self, view: "View") -> None:
        """Remember by what marks are grouped."""
        self._file.setValue("marks/view", str(view))

    @property
    def trail(self) -> Trail:
        """The way the reader came, as it was left."""
        places = list[Place]()
        for address in str(self._file.value("session/trail", "")).split():
            with suppress(BadAddress):
                places.append(Place.parse(address))
        try:
            index = int(str(self._file.value("session/index", len(places) - 1)))
        except ValueError:
            index = len(places) - 1
        return Trail(tuple(places), min(max(index, 0), len(places) - 1))

    def keep_trail(self, trail: Trail) -> None:
        """Remember the way."""
        start = max(0, trail.at + 1 - _REMEMBERED)
        places = trail.places[start : start + 2 * _REMEMBERED]
        self._file.setValue("session/trail", " ".join(place.address for place in places))
        self._file.setValue("session/index", trail.at - start)

    @property
    def seen(self) -> Release | None:
        """The version and edition of which the reader was told; None before the first time."""
        version = str(self._file.value("session/version", ""))
        return Release(version, str(self._file.value("session/edition", ""))) if version else None

    def note_seen(self, release: Release) -> None:
        """Remember that the reader was told of a version and an edition."""
        self._file.setValue("session/version", release.version)
        self._file.setValue("session/edition", release.edition)

    @property
    def recent_searches(self) -> tuple[str, ...]:
        """The last searches that led somewhere, newest first."""
        return self._texts("search/recent")[:_RECENT]

    @property
    def saved_searches(self) -> tuple[str, ...]:
        """The searches that the reader saved, newest first."""
        return self._texts("search/saved")[:_SAVED]

    def remember_search(self, text: str) -> None:
        """Put a search before the last ones; one that stands there moves up."""
        self._put_first("search/recent", text, _RECENT)

    def save_search(self, text: str, wished: bool) -> None:
        """Save a search, or take it away again."""
        self._put_first("search/saved", text, _SAVED if wished else 0)

    def forget_search(self, text: str) -> None:
        """Take a search away from the last ones."""
        self._put_first("search/recent", text, 0)

    @property
    def paper(self) -> "Paper":
        """The paper that was used last; at first that of the country."""
        from asem_reader.core.printing.form import Paper

        country = QLocale.territoryToCode(QLocale.system().territory())
        usual = Paper.LETTER if country in _LETTER else Paper.A4
        return self._one_of(Paper, "paper/size") or usual

    @property
    def marking(self) -> str:
        """The marking that was used last; it may be empty."""
        from asem_reader.core.printing.form import DEFAULT_MARKING

        return str(self._file.value("paper/marking", _(DEFAULT_MARKING)))

    def keep_paper(self, paper: "Paper", marking: str) -> None:
        """Remember paper and marking."""
        self._file.setValue("paper/size", str(paper))
        self._file.setValue("paper/marking", marking)

    def sync(self) -> None:
        """Write what changed; a full or read-only disk loses only the session, so nothing is said."""
        self._file.sync()

    def _set(self, name: str, value: object) -> None:
        self._file.setValue(name, value)
        self.changed.emit()

    def _one_of(self, kinds: type[_Kind], name: str) -> _Kind | None:
        kept = str(self._file.value(name, ""))
        return next((kind for kind in kinds if kind == kept), None)

    def _texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, none for one that is broken; JSON, for QSettings makes a text of a list of one."""
        import json

        try:
            texts = json.loads(str(self._file.value(name, "[]")))
        except (ValueError, RecursionError):
            return ()
        fine = texts if isinstance(texts, list) else []
        return tuple(dict.fromkeys(text for text in fine if isinstance(text, str) and text.strip()))

    def _put_first(self, name: str, text: str, most: int) -> None:
        """Keep a text before others, so many in all; with 0 take it away."""
        import json

        text = " ".join(text.split())[:_LONGEST]
        others = [other for other in self._texts(name) if other != text]
        self._file.setValue(name, json.dumps([text, *others][:most] if most and text else others))


class _PrivateSettings(QSettings):
    """QSettings in a file for the reader alone: Qt keeps the mode of one that is there."""

    def setValue(self, key: str, value: object) -> None:
        file = Path(self.fileName())
        with suppress(OSError):
            make_folder(file.parent)
            make_file(file)
        super().setValue(key, value)


class _Forgetful(dict[str, object]):
    """Stands in for QSettings where there can be no file: it forgets all at the end."""

    value = dict.get
    setValue = dict.__setitem__

    def sync(self) -> None:
        pass


def _opened(file: Path) -> QSettings | _Forgetful:
    lock = file.with_name(f"{file.name}.lock")  # Qt's own: QLockFile waits for whoever may have it
    if not (is_free(file) and is_free(lock)):
        return _Forgetful()
    try:
        if file.exists() and file.stat().st_size > _LARGEST:
            file.replace(file.with_name(f"{file.name}.damaged"))
        lock.unlink(missing_ok=True)  # left by a crash: the file is one window's
    except OSError:
        return _Forgetful()
    return _PrivateSettings(str(file), QSettings.Format.IniFormat)
