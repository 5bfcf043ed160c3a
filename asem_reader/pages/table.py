# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Tables and timelines of a page."""

import re
from collections.abc import Iterable

from asem_reader.core.content import Block, BlockKind, TableOrder
from asem_reader.core.span import Line, numbered
from asem_reader.pages.line import anchor, markup

_ACROSS = 'width="99%"'  # the column; Qt rounds each of a table's columns up, and would let the page scroll
_LINE, _WIDEST, _SHORTEST, _APART = 60, 40, 6, 3  # letters: a table's line, a wide and a narrow column, a gap
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"\d{{1,2}}(?:–\d{{1,2}})? (?:{_MONTH})(?: \d{{4}})?|(?:{_MONTH}) \d{{4}}")
_SORTED = 3  # rows; of fewer one sees all at once
_SIGNS = {None: "↕", False: "↑", True: "↓"}  # not sorted by this column, rising, falling


def table(blocks: tuple[Block, ...], orders: tuple[TableOrder, ...] = ()) -> str:
    """Return rows as a table, in the order that one was put in; from three rows on its heads sort it."""
    run = blocks[0].run
    order = next((each for each in orders if each.run == run), None)
    widths = _widths(blocks)
    sorts = len(blocks) > _SORTED and blocks[0].kind is BlockKind.HEAD
    if order and sorts:
        from asem_reader.core.sorting import ordered  # noqa: PLC0415 (no page is sorted at the start)

        blocks = (blocks[0], *ordered(blocks[1:], order.column, falling=order.is_falling))
    rows = []
    for block in blocks:
        cell = "th" if block.kind is BlockKind.HEAD else "td"
        cells = "".join(
            f'<{cell} width="{width}%">{"" if index else anchor(block.id)}{_unbroken(markup(inner))}'
            f"{_sign(run, index, order) if sorts and cell == 'th' else ''}</{cell}>"
            for index, (width, inner) in enumerate(zip(widths, block.cells, strict=False))
        )
        rows.append(f"<thead><tr>{cells}</tr></thead>" if cell == "th" else f"<tr>{cells}</tr>")
    return f'<table class="rows" {_ACROSS} cellspacing="0">{"".join(rows)}</table>'


def timeline(blocks: Iterable[Block]) -> str:
    """Return events as a table of dates and what happened."""
    rows = []
    for block in blocks:
        date, *event = map(markup, block.cells)
        rows.append(
            f'<tr><td class="date">{anchor(block.id)}{date.replace(" ", "&nbsp;")}</td>'
            f"<td>{''.join(event)}</td></tr>"
        )
    return f'<table class="timeline" cellspacing="0">{"".join(rows)}</table>'


def _sign(run: int, column: int, order: TableOrder | None) -> str:
    falling = order.is_falling if order and order.column == column else None
    return f'<a class="sort" href="#sort-{run}-{column}">\u00a0{_SIGNS[falling]}</a>'


def _unbroken(written: str) -> str:
    """A text whose dates stand in one line each."""
    return _DATE.sub(lambda date: date[0].replace(" ", "\u00a0"), written)


def _widths(blocks: Iterable[Block]) -> list[int]:
    """The width of each column, in per cent: room for its longest word, and its share of the rest."""
    columns = list(zip(*(map(_said, block.cells) for block in blocks), strict=False))
    words = [max((len(word) for text in column for word in text.split(" ")), default=0) for column in columns]
    least = [max(letters, _SHORTEST) + _APART for letters in words]
    rest = max(0, _LINE - sum(least))
    wanted = [
        max(1, min(_middling(column), _WIDEST) - room) for column, room in zip(columns, least, strict=True)
    ]
    widths = [room + rest * want / sum(wanted) for room, want in zip(least, wanted, strict=True)]
    return [round(100 * width / sum(widths)) for width in widths]


def _said(cell: Line) -> str:
    """Text that is seen of a cell: here numbers of sources take room, too."""
    return _unbroken("".join(span.text or numbered(span.cites) for span in cell))


def _middling(column: tuple[str, ...]) -> int:
    """Between what most cells of a column need and what the longest does."""
    lengths = sorted(map(len, column))
    return (lengths[len(lengths) * 3 // 4] + lengths[-1]) // 2
