# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The explorer: which figures are ranked by which scheme, what is marked, and what comes of it."""

from collections.abc import Generator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from asem_reader.core.drawing.figure import Figure
from asem_reader.core.drawing.svg import svg
from asem_reader.core.errors import BadScheme, ReaderError
from asem_reader.core.indicators.dataset import HALVES, INDEX, Dataset
from asem_reader.core.indicators.ranking import Rankings, Standing
from asem_reader.core.indicators.scheme import Scheme
from asem_reader.core.indicators.view import MOST_COMPARED, Show, ViewState
from asem_reader.core.indicators.wording import moved, sentence
from asem_reader.core.language import _
from asem_reader.core.place import Place, Slug
from asem_reader.operations import figures
from asem_reader.operations.pictures import Pictures, Scene
from asem_reader.store.indicators import read_dataset, read_tiles
from asem_reader.store.library import Library
from asem_reader.store.output import Output
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.explorer.standingsmodel import StandingsModel


class Explorer(QObject):
    """A topic of the figures and a view of it; the ranking, the picture and the sentence follow.

    A change ranks at once. Intervals are drawn in slices and come later; a change drops what was being drawn.
    """

    changed = Signal()  # the view, or what comes of it
    marked = Signal(str, bool)  # the code of a partner, and whether it is marked for comparison now
    full = Signal()  # a partner could not be marked: as many are as can be compared

    def __init__(self, library: Library, output: Output, parent: QObject | None = None) -> None:
        """Read the figures; raises NoFigures if the Library holds none."""
        super().__init__(parent)
        self._library = library
        self._output = output
        self._rankings = Rankings(read_dataset(library))
        self._pictures = Pictures(self._rankings, read_tiles(library))
        self._background = Background(self)
        self._standings: tuple[Standing, ...] = ()
        self._trouble: ReaderError | None = None
        self._told: tuple[str, int] | None = None
        self.model = StandingsModel(self)
        self.model.pinned.connect(self.pin)
        self.code = INDEX
        self.view = ViewState()
        self.pins: tuple[str, ...] = ()
        self._rank()

    @property
    def dataset(self) -> Dataset:
        """All that was measured."""
        return self._rankings.dataset

    @property
    def scheme(self) -> Scheme:
        """Weights and choices."""
        return self.view.scheme

    @property
    def here(self) -> str:
        """The code of the partner that is current: at first the best, then whom the reader went to."""
        leader = self._standings[0].country.iso3 if self._standings else ""
        return self.view.partners[0] if self.view.partners else leader

    @property
    def standing(self) -> Standing | None:
        """How the current partner stands; None if nobody is ranked."""
        return next((one for one in self._standings if one.country.iso3 == self.here), None)

    @property
    def compared(self) -> tuple[str, ...]:
        """Who is compared: those that are marked, and the current one if there is room."""
        everyone = dict.fromkeys((*self.pins, *((self.here,) if self.here else ())))
        return tuple(everyone)[:MOST_COMPARED]

    @property
    def going(self) -> bool:
        """Whether intervals are still being drawn."""
        return self._background.going

    @property
    def sentence(self) -> str:
        """What was changed, and what it does to the rank of the current partner; or why nobody has one."""
        if self._trouble:
            return _("{sentence} Give some of it a weight above 0.").format(sentence=self._trouble.sentence)
        one = self.standing
        return sentence(self.dataset, self.code, self.scheme, one) if one else ""

    @cached_property
    def figure(self) -> Figure:
        """The picture."""
        marked = tuple(dict.fromkeys((self.here, *self.pins)))
        scene = Scene(self.code, self.scheme, self._standings, marked, self.compared)
        try:
            if self._trouble:
                raise self._trouble
            return self._pictures.drawn(self.view.show, scene)
        except BadScheme as error:
            return self._pictures.blank(self.code, error.sentence)

    @property
    def place(self) -> Place:
        """The place that leads back to this view."""
        return Place(self.dataset.slugs[self.code], view=self.view.text)

    def go(self, place: Place) -> None:
        """Show the view of a place.

        Raises:
            NoSuchPlace: it leads nowhere.
            BadScheme: it has no scores, or there is no such view.
        """
        code = figures.code_of(self._library, self.dataset, place.topic.address)
        view = ViewState.parse(place.view, self.dataset)
        self.code, self.view = code, view
        named = view.partners
        # One alone is current; of more than can be compared, the first is current without a mark.
        self.pins = named[len(named) > MOST_COMPARED :][:MOST_COMPARED] if len(named) > 1 else ()
        self._told = None
        self._rank()

    def code_at(self, slug: Slug) -> str:
        """The code of a topic that has scores; empty for any other topic."""
        return next((code for code, topic in self.dataset.slugs.items() if topic == slug), "")

    def partner_at(self, slug: Slug) -> str:
        """The code of the partner of a topic; empty for any other topic."""
        return next((one.iso3 for one in self.dataset.countries if one.topic == slug), "")

    def rank_by(self, code: str) -> None:
        """Rank by another index, pillar or indicator."""
        if code != self.code:
            self.code, self._told = code, None
            self._rank()

    def show(self, show: Show) -> None:
        """Show another picture."""
        if show != self.view.show:
            self.view = replace(self.view, show=show)
            self._redraw()

    def go_to(self, iso3: str) -> None:
        """Make a partner the current one."""
        if iso3 != self.here:
            self._told = None
            self.view = replace(self.view, partners=(iso3, *(pin for pin in self.pins if pin != iso3)))
            self._redraw()

    def pin(self, iso3: str) -> None:
        """Mark a partner for comparison, or no longer."""
        others = tuple(pin for pin in self.pins if pin != iso3)
        pins = others if iso3 in self.pins else (*self.pins, iso3)
        if len(pins) > MOST_COMPARED:
            self.full.emit()
            return
        self.pins = pins
        self.view = replace(self.view, partners=(self.here, *(pin for pin in pins if pin != self.here)))
        self._redraw()
        self.marked.emit(iso3, iso3 in pins)

    def bears(self, code: str) -> bool:
        """Whether the weight of a half or pillar changes what is ranked."""
        halves = {pillar.code: str(pillar.half) for pillar in self.dataset.pillars}
        return self.code == INDEX or (self.code in HALVES and halves.get(code) == self.code)

    def weigh(self, code: str, weight: float) -> None:
        """Give a half or a pillar another weight."""
        self.choose(self.scheme.with_weight(code, weight))

    def choose(self, scheme: Scheme) -> None:
        """Rank by another scheme."""
        if scheme != self.scheme:
            self.view = replace(self.view, scheme=scheme)
            self._rank()

    def news(self) -> str:
        """What to tell of the current partner since this was last asked; empty before the first change."""
        one, before = self.standing, self._told
        self._told = (one.country.iso3, one.rank) if one else None
        if not one:
            return self.sentence
        was = before[1] if before and before[0] == one.country.iso3 else one.jrc
        return moved(one.country.name, one.rank, was)

    def finish(self) -> None:
        """Draw what is left of the intervals now."""
        self._background.finish()

    def save(self, path: Path, *, replace: bool = False) -> None:
        """Save the picture as SVG if that is what the file's name ends with, else the table as CSV.

        Raises:
            AlreadyThere: the file is there, and was not to be replaced.
            NotWritten: the file could not be written.
        """
        self.finish()
        if path.suffix.lower() == ".svg":
            text = svg(self.figure)
        else:
            ranked = figures.Ranked(self.dataset, self.code, self.scheme, self._standings)
            text = figures.table(ranked, self._standings)
        self._output.write(path, text.encode(), replace=replace)

    def _rank(self) -> None:
        self._background.cancel()
        try:
            self._standings, self._trouble = self._rankings.standings(self.code, self.scheme), None
        except BadScheme as error:
            self._standings, self._trouble = (), error
        self._show_table()
        self._redraw()
        if self._standings:
            self._background.begin_when_idle(self._drawing())

    def _drawing(self) -> Generator[None, None, None]:
        draws = self._rankings.draws(self.code, self.scheme)
        yield
        yield from draws.steps()
        ranged = self._rankings.with_intervals(self._standings, draws)
        yield
        self._standings = ranged
        self._show_table()
        # Table and picture are painted in turns of their own: together they would hold the window too long.
        self._background.begin_when_idle(self._redrawing())
        yield

    def _redrawing(self) -> Generator[None, None, None]:
        self._redraw()
        yield

    def _show_table(self) -> None:
        self.model.show(self._standings, len(self.dataset.within(self.code)), self.scheme.missing)

    def _redraw(self) -> None:
        self.__dict__.pop("figure", None)
        self.model.show_pins(self.pins)
        self.changed.emit()
