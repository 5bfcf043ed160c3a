# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sorting of a table's rows by one of its columns: dates, numbers or names, as the column is."""

import re
from collections.abc import Callable, Iterable

from asem_reader.core.content import Block, TableOrder
from asem_reader.core.dates import MONTHS
from asem_reader.core.folding import plain as folded
from asem_reader.core.span import plain

_NOTHING = frozenset({"", "-", "–", "—"})
_MONTH = "|".join(MONTHS)
# 2004, May 2010, 4–5 May 2010, 30 September – 1 October 2004: the first day counts.
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:–\d{{1,2}})? )?(?:(?P<month>{_MONTH}) )?"
    rf"(?:[–-] (?:\d{{1,2}} )?(?:(?:{_MONTH}) )?)?(?P<year>\d{{4}})\b"
)
_NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?(?![\w–])")
_PARTS = re.compile(r"(\d+)")
_OF_ALL = 0.8  # the share of a column's cells that say what it is; others are notes to it

_Key = tuple[tuple[int, float, str], ...]


def ordered(rows: Iterable[Block], column: int, *, falling: bool = False) -> tuple[Block, ...]:
    """Return rows in the order of a column, those that say nothing there last, equal ones as they stand."""
    said = [(row, _cell(row, column)) for row in rows]
    telling = [text for _row, text in said if text not in _NOTHING]
    key = next((key for key in (_date, _number) if _fits(key, telling)), _name)
    told = sorted(
        ((row, key(text) or ((1, 0.0, text),)) for row, text in said if text not in _NOTHING),
        key=lambda pair: pair[1],
        reverse=falling,
    )
    return (*(row for row, _key in told), *(row for row, text in said if text in _NOTHING))


def pressed(orders: tuple[TableOrder, ...], run: int, column: int) -> tuple[TableOrder, ...]:
    """Return the orders of a page once the head of a column is pressed: rising, falling, as it was."""
    others = tuple(order for order in orders if order.run != run)
    now = next((order for order in orders if order.run == run and order.column == column), None)
    if now and now.is_falling:
        return others
    return (*others, TableOrder(run, column, is_falling=now is not None))


def _fits(key: Callable[[str], _Key], telling: list[str]) -> bool:
    return bool(telling) and sum(bool(key(text)) for text in telling) >= _OF_ALL * len(telling)


def _cell(row: Block, column: int) -> str:
    text = plain(row.cells[column]) if column < len(row.cells) else ""
    return " ".join(text.split())


def _date(text: str) -> _Key:
    found = _DATE.match(text)
    if not found:
        return ()
    month = MONTHS.index(found["month"]) + 1 if found["month"] else 0
    return tuple((0, float(part), "") for part in (int(found["year"]), month, int(found["day"] or 0)))


def _number(text: str) -> _Key:
    found = _NUMBER.match(text)
    return ((0, float(found[0].replace(",", "").replace("−", "-")), ""),) if found else ()


def _name(text: str) -> _Key:
    """A name, in which ASEM2 stands before ASEM10."""
    parts = _PARTS.split(folded(text))
    return tuple((0, float(part), "") if part.isdecimal() else (1, 0.0, part) for part in parts if part)
