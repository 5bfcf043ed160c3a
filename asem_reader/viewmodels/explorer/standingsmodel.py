# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The table of a ranking: a row for each partner, a column for each thing that is said of it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from asem_reader.core.indicators.ranking import Standing
from asem_reader.core.indicators.scheme import Missing
from asem_reader.core.indicators.shown import score
from asem_reader.core.indicators.wording import missing, ordinal
from asem_reader.core.language import N_, _, ngettext
from asem_reader.viewmodels.described import Described
from asem_reader.viewmodels.tooltip import tooltip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_TICK = int(_Role.CheckStateRole)
_PLAIN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_BOXED = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Row(NamedTuple):
    """A standing, and of how many figures its score is made."""

    one: Standing
    everything: int
    standin: Missing


class _Column(NamedTuple):
    head: str
    full: str  # the head in full
    shown: Callable[[_Row], str]
    spoken: Callable[[_Row], str]
    key: Callable[[Standing], object]  # by which it is sorted


class StandingsModel(Described, QAbstractTableModel):
    """A ranking as a table that can be sorted; rows keep their selection when ranks change."""

    pinned = Signal(str)  # a partner was asked to be marked for comparison, or no longer

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Standing] = []
        self._everything, self._standin = 0, Missing.GROUP_MEAN
        self._pins: tuple[str, ...] = ()
        self._order = (RANK, Qt.SortOrder.AscendingOrder)

    def show(self, standings: tuple[Standing, ...], everything: int, standin: Missing) -> None:
        """Show a ranking, in the order that was chosen; each score is made of so many figures."""
        self._everything, self._standin = everything, standin
        if len(standings) != len(self._rows):
            self.beginResetModel()
            self._rows = self._sorted(standings)
            self.endResetModel()
        else:
            self._rearrange(standings)

    def show_pins(self, pins: tuple[str, ...]) -> None:
        """Show which partners are marked for comparison."""
        if pins != self._pins:
            self._pins = pins
            self.dataChanged.emit(self.index(0, PARTNER), self.index(len(self._rows) - 1, PARTNER))

    def standing(self, index: Index) -> Standing | None:
        """Who stands in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, iso3: str) -> int:
        """In which row a partner stands; -1 if in none."""
        return next((row for row, one in enumerate(self._rows) if one.country.iso3 == iso3), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many partners are ranked."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Qt: how many things are said of each."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Qt: what stands in a cell, and what is heard there."""
        said = _SAID.get(role)  # a view asks for many roles of each cell that it paints
        if said is None:
            return self._ticked(index) if role == _TICK else super().data(index, role)
        told = said(_Row(self._rows[index.row()], self._everything, self._standin), index.column())
        marked = role == _Role.AccessibleTextRole and self._ticked(index) is Qt.CheckState.Checked
        return _("{name}, marked to compare").format(name=told) if marked else told

    def _ticked(self, index: Index) -> Qt.CheckState | None:
        """Whether a partner is marked for comparison."""
        if index.column() != PARTNER:
            return None
        is_pinned = self._rows[index.row()].country.iso3 in self._pins
        return Qt.CheckState.Checked if is_pinned else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Qt: ask for a mark, by its box."""
        one = self.standing(index)
        if one is None or role != _Role.CheckStateRole:
            return super().setData(index, value, role)
        self.pinned.emit(one.country.iso3)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: a partner has a box to mark it."""
        return _BOXED if index.column() == PARTNER else _PLAIN

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """Qt: the head of a column, and in full as its tip; of a row, who stands there."""
        if orientation is Qt.Orientation.Vertical:
            named = role == _Role.DisplayRole and section < len(self._rows)
            return self._rows[section].country.name if named else None
        column = _COLUMNS[section]
        match role:
            case _Role.DisplayRole:
                return _(column.head)
            case _Role.ToolTipRole:
                return _(column.full)
            case _Role.TextAlignmentRole:
                return _LEFT if section == PARTNER else _RIGHT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt: have the rows in the order of a column."""
        self._order = (column, order)
        self._rearrange(tuple(self._rows))

    def _rearrange(self, standings: tuple[Standing, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        whose = [self._rows[index.row()].country.iso3 for index in before]
        self._rows = self._sorted(standings)
        rows = {one.country.iso3: row for row, one in enumerate(self._rows)}
        after = [self.index(rows[iso3], index.column()) for iso3, index in zip(whose, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sorted(self, standings: tuple[Standing, ...]) -> list[Standing]:
        column, order = self._order
        best_first = sorted(standings, key=lambda one: (one.rank, one.country.name))
        key: Any = _COLUMNS[column].key
        return sorted(best_first, key=key, reverse=order is Qt.SortOrder.DescendingOrder)


def _interval(row: _Row) -> str:
    one = row.one
    if not one.low:
        return "…"
    return str(one.low) if one.low == one.high else f"{one.low}–{one.high}"


def _interval_spoken(row: _Row) -> str:
    one = row.one
    if not one.low:
        return _("being computed")
    if one.low == one.high:
        return str(one.low)
    return _("{low} to {high}").format(low=one.low, high=one.high)


def _change(row: _Row) -> str:
    up = row.one.jrc - row.one.rank
    return f"↑ {up}" if up > 0 else f"↓ {-up}" if up else "="


def _change_spoken(row: _Row) -> str:
    up = row.one.jrc - row.one.rank
    if not up:
        return _("as by equal weights")
    said = ngettext("{count} place up", "{count} places up", up)
    if up < 0:
        said = ngettext("{count} place down", "{count} places down", -up)
    where = _("by equal weights {rank}").format(rank=ordinal(row.one.jrc))
    return "; ".join((said.format(count=abs(up)), where))


def missing_shown(count: int, everything: int) -> str:
    """Return how many figures are missing, as it stands in a cell."""
    return _("{count} of {all}").format(count=count, all=everything) if count else "–"


def _missing_spoken(row: _Row) -> str:
    return missing(row.one.imputed, row.everything, row.standin)


def _partner_spoken(row: _Row) -> str:
    name = row.one.country.name
    return f"{name}; {_missing_spoken(row)}" if row.one.imputed else name


_COLUMNS = (
    _Column(
        N_("Partner"),
        N_("Partner"),
        lambda row: row.one.country.name,
        _partner_spoken,
        lambda one: one.country.name,
    ),
    _Column(
        N_("Score"),
        N_("Score of 100"),
        lambda row: score(row.one.score),
        lambda row: score(row.one.score),
        lambda one: one.score,
    ),
    _Column(
        N_("Rank"),
        N_("Rank"),
        lambda row: str(row.one.rank),
        lambda row: str(row.one.rank),
        lambda one: one.rank,
    ),
    _Column(
        N_("Range"),
        N_("Range of ranks: nine of ten draws in which each weight is up to a quarter more or less"),
        _interval,
        _interval_spoken,
        lambda one: (one.low, one.high),
    ),
    _Column(
        N_("Change"),
        N_("Change of rank against the JRC’s equal weights"),
        _change,
        _change_spoken,
        lambda one: one.rank - one.jrc,
    ),
    _Column(
        N_("Missing"),
        N_("Figures that are missing, for which those of the partner’s group stand in"),
        lambda row: missing_shown(row.one.imputed, row.everything),
        _missing_spoken,
        lambda one: one.imputed,
    ),
)
PARTNER, SCORE, RANK, INTERVAL, CHANGE, MISSING = range(len(_COLUMNS))
_SAID: dict[int, Callable[[_Row, int], object]] = {
    int(_Role.DisplayRole): lambda row, column: _COLUMNS[column].shown(row),
    int(_Role.AccessibleTextRole): lambda row, column: _COLUMNS[column].spoken(row),
    int(_Role.ToolTipRole): lambda row, column: tooltip(_COLUMNS[column].spoken(row)),
    int(_Role.TextAlignmentRole): lambda _row, column: _LEFT if column == PARTNER else _RIGHT,
}
