# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Settings and the last place, kept quietly in one small file that may be lost without harm."""

from contextlib import suppress
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QDir, QFileInfo, QLocale, QObject, Signal
from PySide6.QtGui import QFontDatabase

from asem_reader.core.errors import BadAddress
from asem_reader.core.language import _
from asem_reader.core.made import Release
from asem_reader.core.marks.mark import Colour
from asem_reader.core.place import Place
from asem_reader.core.tabs import Tab, Tabs
from asem_reader.core.trail import Trail
from asem_reader.viewmodels.session.choices import FACE, LINE, PANES, SIZE, THEME, Choice
from asem_reader.viewmodels.session.sessionfile import opened

if TYPE_CHECKING:
    from asem_reader.core.marks.grouping import View
    from asem_reader.core.printing.form import Paper

# What is printed, grouped and searched for is imported when asked for: the start reads size, theme, trail.
# ruff: noqa: PLC0415

SIZES = tuple(float(size) for size in SIZE.values)
# Where US Letter is in the printers: Unicode CLDR, supplemental data, paperSize.
_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
_REMEMBERED = 50
_RECENT, _SAVED = 10, 100
_LONGEST = 200  # letters of a search that is remembered

_Kind = TypeVar("_Kind", bound=StrEnum)


class Settings(QObject):
    """What the reader chose, and the session. A broken or missing file means defaults.

    A link or a pipe in its place is left alone, and nothing is kept this time; a file that is too large is
    set aside. What is kept is on disk with the next `sync`.
    """

    changed = Signal()  # something that was chosen is another

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = opened(file)

    def chosen(self, choice: Choice) -> str:
        """The value of a choice, the usual one until another was chosen."""
        value = str(self._file.value(choice.name, choice.usual))
        return value if value in choice.values else choice.usual

    def choose(self, choice: Choice, value: str) -> None:
        """Have another value from now on."""
        self._file.setValue(choice.name, value)
        self.changed.emit()

    @property
    def size(self) -> float:
        """The body's size in points."""
        return float(self.chosen(SIZE))

    @property
    def typeface(self) -> tuple[str, int]:
        """The family of the page's typeface, "" for its own, and how many letters a line has, 0 for any."""
        is_plain = self.chosen(FACE) == "sans"
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family() if is_plain else ""
        return family, int(self.chosen(LINE))

    @property
    def panes(self) -> int:
        """The size of what stands round the page, in points; 0 for that of the system."""
        return int(self.chosen(PANES))

    @property
    def theme(self) -> str:
        """`system`, `light`, `dark`, `contrast` or `dark-contrast`."""
        return self.chosen(THEME)

    def grow(self, steps: int) -> None:
        """Make the text larger by so many steps, or smaller; 0 sets it back."""
        sizes = list(SIZE.values)
        index = sizes.index(self.chosen(SIZE) if steps else SIZE.usual) + steps
        self.choose(SIZE, sizes[min(max(index, 0), len(sizes) - 1)])

    @property
    def keys(self) -> dict[str, str]:
        """The keys that the reader gave to commands, by their names; an empty text for none."""
        import json

        try:
            kept = json.loads(str(self._file.value("keys/changed", "{}")))
        except (ValueError, RecursionError):
            return {}
        fine = kept.items() if isinstance(kept, dict) else ()
        return {name: keys for name, keys in fine if isinstance(keys, str)}

    def use_keys(self, command: str, keys: str | None) -> None:
        """Give a command other keys; None gives it its own back."""
        import json

        others = {name: each for name, each in self.keys.items() if name != command}
        self._file.setValue("keys/changed", json.dumps(others if keys is None else {**others, command: keys}))

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
    def tabs(self) -> Tabs:
        """What lay open in tabs, each with the way there."""
        return self._tabs("session") or Tabs()

    @property
    def second(self) -> Tabs | None:
        """What lay open on the page beside the first; None if there was none."""
        return self._tabs("second")

    def keep_tabs(self, tabs: Tabs, second: Tabs | None = None) -> None:
        """Remember what lies open, on a second page too if there is one; of each way the last steps."""
        for group, kept in (("session", tabs), ("second", second)):
            ways, indexes = list[str](), list[str]()
            for places, at, *_stood in (tab.trail for tab in (kept.all if kept else ())):
                start = max(0, at + 1 - _REMEMBERED)
                ways.append(" ".join(place.address for place in places[start : start + 2 * _REMEMBERED]))
                indexes.append(str(at - start))
            self._file.setValue(f"{group}/trail", " | ".join(ways))
            self._file.setValue(f"{group}/index", " ".join(indexes))
            self._file.setValue(f"{group}/tab", kept.at if kept else 0)

    def _tabs(self, group: str) -> Tabs | None:
        ways = str(self._file.value(f"{group}/trail", "")).split("|")
        indexes = str(self._file.value(f"{group}/index", "")).split()
        tabs = [Tab(_trail(way, index)) for way, index in zip_longest(ways, indexes[: len(ways)])]
        tabs = [tab for tab in tabs if tab.trail.here]
        at = _whole(self._file.value(f"{group}/tab")) or 0
        return Tabs(tuple(tabs), min(max(at, 0), len(tabs) - 1)) if tabs else None

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

    def forget_searches(self) -> None:
        """Take all searches away from the last ones; those that were saved stay."""
        self._file.setValue("search/recent", "[]")

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
        self.use_marking(marking)

    def use_marking(self, marking: str) -> None:
        """Remember the marking."""
        self._file.setValue("paper/marking", marking)

    @property
    def folder(self) -> str:
        """The folder in which a file was saved or opened last; the home folder if it is gone."""
        kept = str(self._file.value("files/folder", ""))
        return kept if kept and QFileInfo(kept).isDir() else QDir.homePath()

    def keep_folder(self, folder: Path) -> None:
        """Remember in which folder a file was saved or opened."""
        self._file.setValue("files/folder", str(folder))

    def forget_folder(self) -> None:
        """Begin in the home folder again."""
        self._file.setValue("files/folder", "")

    def sync(self) -> None:
        """Write what changed; a full or read-only disk loses only the session, so nothing is said."""
        self._file.sync()

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


def _trail(way: str, index: str | None) -> Trail:
    """The trail that was kept as addresses; a broken one leads nowhere, or ends at the last."""
    places = list[Place]()
    for address in (way or "").split():
        with suppress(BadAddress):
            places.append(Place.parse(address))
    at = _whole(index)
    last = len(places) - 1
    return Trail(tuple(places), last if at is None else min(max(at, 0), last))


def _whole(text: object) -> int | None:
    try:
        return int(str(text))
    except ValueError:
        return None
