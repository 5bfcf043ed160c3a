# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A tile map: equal squares, placed roughly by geography, in shades of five; no border is drawn."""

import statistics
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from asem_reader.core.drawing.figure import (
    SHADES,
    Drawn,
    Figure,
    FigureTable,
    FigureTarget,
    Label,
    Rect,
    TextAnchor,
    Tone,
)
from asem_reader.core.drawing.frame import WIDTH, below, framed
from asem_reader.core.drawing.legend import LegendEntry, legend
from asem_reader.core.drawing.lettering import BODY, SMALLEST, width
from asem_reader.core.drawing.numbers import bracketed, fixed, significant, told
from asem_reader.core.language import N_, _

_COLUMNS, _APART = 14, 3.0  # of the map; between two tiles
_CODE, _FIGURE = 0.43, 0.78  # where text stands in a tile, of its height
_HEADING = 16.0
_EDGE, _GAP = 1.5, 0.8  # of a marked tile, and within it
_STRIP = 3.5  # at the foot of an estimate
# Units for figures that have no room in a tile as they are.
_UNITS = (
    (1e-9, N_("in billions")),
    (1e-6, N_("in millions")),
    (1e-3, N_("in thousands")),
    (1e3, N_("in thousandths")),
    (1e6, N_("in millionths")),
    (1e9, N_("in billionths")),
)
_SWATCH = Rect(0, -7.5, 14, 10, Tone.MUTED)


@dataclass(frozen=True, slots=True)
class Tile:
    """A partner's square.

    Attributes:
        code, name: what stands in it, and in the table.
        column, row: its place on the whole map, from 0.
        value: None if there is no figure.
        imputed: the value is an estimate.
    """

    code: str
    name: str
    column: int
    row: int
    value: float | None
    imputed: bool = False


@dataclass(frozen=True, slots=True)
class TileBlock:
    """Tiles under a heading."""

    heading: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """How values are written and shaded.

    Attributes:
        limits: the four values that part the fifths.
        fifths: the values in each.
        places: decimal places; None for significant figures, as many as have room.
        room: from tile to tile, in points.
        figures: how many these are.
        factor, unit: what all are multiplied by, and how that is said.
    """

    limits: tuple[float, ...]
    fifths: tuple[tuple[float, ...], ...]
    places: int | None
    room: float = WIDTH / _COLUMNS
    figures: int = 3
    factor: float = 1.0
    unit: str = ""

    def said(self, value: float) -> str:
        shown = value * self.factor
        if self.places == 0:  # a year, or a count
            return f"{shown:.0f}"
        return significant(shown, self.figures) if self.places is None else fixed(shown, self.places)

    def fifth(self, value: float) -> int:
        return bisect_left(self.limits, value)

    def span(self, values: Sequence[float]) -> str:
        """The first and the last of some values, or the one that both are."""
        return "–".join(dict.fromkeys((self.said(values[0]), self.said(values[-1]))))

    def has_room(self, tiles: Iterable[Tile]) -> bool:
        """Whether each value goes into its tile, an estimate in its brackets."""
        known = ((tile.value, tile.imputed) for tile in tiles if tile.value is not None)
        texts = (bracketed(self.said(value), imputed=imputed) for value, imputed in known)
        return all(width(text, SMALLEST) <= self.room - _APART - 1 for text in texts)


def tilemap(
    title: str,
    blocks: Sequence[TileBlock],
    marked: Collection[str] = (),
    note: str = "",
    places: int | None = None,
    words: tuple[str, str] = ("", ""),
    wide: float = WIDTH,
) -> Figure:
    """Return a tile grid map in five quantile shades, with code and figure in each tile.

    Args:
        title: of what figures.
        blocks: side by side; their columns are those of the whole map, which has room for 14.
        marked: codes of those to have a heavy edge.
        note: source and date.
        places: decimal places of the figures; three significant figures if None.
        words: if the figures are no scores, what is to be seen, and what they are; else both empty.
        wide: its width, in points.
    """
    top, pitch = below(title, wide), wide / _COLUMNS
    tiles = [tile for block in blocks for tile in block.tiles]
    scale = _scale(tiles, places, pitch)
    drawn: list[Drawn] = []
    for block in blocks:
        if block.tiles:
            left = min(tile.column for tile in block.tiles) * pitch
            drawn.append(Label(left, top + BODY, block.heading, Tone.INK, BODY, strong=True))
    for tile in tiles:
        x, y = _corner(tile, top, pitch)
        drawn += _tile(tile, x, y, scale, strong=tile.code in marked)
    bottom = top + _HEADING + pitch * (max((tile.row for tile in tiles), default=0) + 1)
    key, end = legend(_entries(tiles, scale), bottom + 4, room=wide)
    size = pitch - _APART
    targets = (FigureTarget(*_corner(tile, top, pitch), size, size, tile.code) for tile in tiles)
    alt, held = words
    return framed(
        (title, alt or _alt(tiles, scale), note),
        [*drawn, *key],
        end,
        _table(blocks, scale, held or _("Score")),
        targets,
        wide,
    )


def _corner(tile: Tile, top: float, pitch: float) -> tuple[float, float]:
    return tile.column * pitch + _EDGE, top + _HEADING + tile.row * pitch + _EDGE


def _scale(tiles: Sequence[Tile], places: int | None, pitch: float) -> _Scale:
    values = sorted(tile.value for tile in tiles if tile.value is not None)
    limits = tuple(statistics.quantiles(values, n=5, method="inclusive")) if len(values) > 1 else ()
    fifths = tuple(
        tuple(value for value in values if bisect_left(limits, value) == number) for number in range(5)
    )
    plain = _Scale(limits, fifths, places, pitch)
    ways = tuple(_ways(plain, values))
    return next((each for each in ways if each.has_room(tiles)), ways[-1])


def _ways(plain: _Scale, values: Sequence[float]) -> Iterator[_Scale]:
    """Ways to write the values, the best first: as they are, shorter, in a unit that suits the largest."""
    yield plain
    yield replace(plain, figures=2)
    most = max(map(abs, values), default=0)
    suited = [(factor, unit) for factor, unit in _UNITS if 1 <= most * factor < 1000]
    for figures in (3, 2, 1):
        for factor, unit in suited:
            yield replace(plain, figures=figures, factor=factor, unit=unit)
    for figures in (2, 1, 0):  # the smallest are as good as nothing beside the largest
        for factor, unit in (*suited, (1.0, "")):
            yield replace(plain, places=figures, factor=factor, unit=unit)


def _tile(tile: Tile, x: float, y: float, scale: _Scale, *, strong: bool) -> Iterator[Drawn]:
    size = scale.room - _APART
    if strong:
        yield Rect(x - _EDGE, y - _EDGE, size + 2 * _EDGE, size + 2 * _EDGE, Tone.INK)
        yield Rect(x, y, size, size, Tone.PAPER)
    middle, letters = x + size / 2, BODY if width(tile.code, BODY, strong=True) < size else SMALLEST
    gap = _GAP if strong else 0.0
    if tile.value is None:
        yield Rect(x + gap, y + gap, size - 2 * gap, size - 2 * gap, Tone.MUTED, hatched=True)
        wide = width(tile.code, BODY, strong=True) + 5
        yield Rect(middle - wide / 2, y + size / 2 - 6, wide, 12, Tone.PAPER)
        yield Label(middle, y + size / 2 + 3, tile.code, Tone.INK, letters, TextAnchor.MIDDLE, strong=True)
        return
    ground = SHADES[scale.fifth(tile.value)]
    yield Rect(x + gap, y + gap, size - 2 * gap, size - 2 * gap, ground)
    if tile.imputed:
        yield Rect(x, y + size - _STRIP, size, _STRIP, Tone.MUTED, hatched=True)
    said = scale.said(tile.value)
    yield Label(middle, y + _CODE * size, tile.code, ground.text, letters, TextAnchor.MIDDLE, strong=True)
    figure = bracketed(said, imputed=tile.imputed)
    yield Label(middle, y + _FIGURE * size, figure, ground.text, SMALLEST, TextAnchor.MIDDLE)


def _entries(tiles: Sequence[Tile], scale: _Scale) -> Iterator[LegendEntry]:
    for shade, values in zip(SHADES, scale.fifths, strict=True):
        if values:
            yield LegendEntry(scale.span(values), _SWATCH.width, (replace(_SWATCH, tone=shade),))
    if scale.unit:
        yield LegendEntry(_(scale.unit))
    hatched = replace(_SWATCH, hatched=True)
    if any(tile.value is None for tile in tiles):
        yield LegendEntry(_("no figure"), hatched.width, (hatched,))
    if any(tile.imputed for tile in tiles):
        strip = replace(hatched, y=hatched.y + hatched.height - _STRIP, height=_STRIP)
        sample = (replace(_SWATCH, tone=Tone.Q1), strip)
        yield LegendEntry(_("estimated, in brackets"), strip.width, sample)


def _alt(tiles: Sequence[Tile], scale: _Scale) -> str:
    known = sorted((tile.value, tile.name) for tile in tiles if tile.value is not None)
    if not known:
        return _("No partner has a figure.")
    (least, last), (most, first) = known[0], known[-1]
    said = _("Each partner is a square with a figure: {first} has most, {most}, {last} least, {least}.")
    said = said.format(first=first, most=scale.said(most), last=last, least=scale.said(least))
    return (
        _("{sentence} Figures are {unit}.").format(sentence=said, unit=_(scale.unit)) if scale.unit else said
    )


def _table(blocks: Sequence[TileBlock], scale: _Scale, held: str) -> FigureTable:
    figure = _("{figure}, {unit}").format(figure=held, unit=_(scale.unit)) if scale.unit else held
    head = (_("Group"), _("Partner"), _("Code"), figure, _("Shade stands for"))
    rows = (
        (block.heading, tile.name, tile.code, *_cells(tile, scale))
        for block in blocks
        for tile in block.tiles
    )
    return FigureTable(head, tuple(rows))


def _cells(tile: Tile, scale: _Scale) -> tuple[str, str]:
    if tile.value is None:
        return _("no figure"), ""
    said = scale.said(tile.value)
    return told(said, imputed=tile.imputed), scale.span(scale.fifths[scale.fifth(tile.value)])
