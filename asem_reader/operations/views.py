# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Views of the connectivity figures as figures and as sheets: what was changed is always said with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from asem_reader.core.content import Source
from asem_reader.core.drawing.figure import Figure
from asem_reader.core.errors import BadScheme
from asem_reader.core.indicators.ranking import Rankings, Standing
from asem_reader.core.indicators.scheme import Scheme
from asem_reader.core.indicators.view import MOST_COMPARED, Show, ViewState
from asem_reader.core.indicators.wording import changes, ordinal, sentence, view_said
from asem_reader.core.language import _
from asem_reader.core.place import Slug
from asem_reader.core.printing.compose import Wish
from asem_reader.core.printing.form import Profile
from asem_reader.core.printing.plates import Plate, illustrated
from asem_reader.core.printing.sheet import Entry, Portion, Shape, Sheet
from asem_reader.core.span import Line, Span
from asem_reader.operations.figures import code_of
from asem_reader.operations.pictures import Pictures, Scene
from asem_reader.store.indicators import read_dataset, read_tiles
from asem_reader.store.library import Library


@dataclass(frozen=True)
class RankingView:
    """A view, with what it is of.

    Attributes:
        code: of the index, pillar or indicator that is ranked.
    """

    library: Library
    rankings: Rankings
    code: str
    state: ViewState

    @classmethod
    def of(cls, library: Library, topic: str, text: str) -> "RankingView":
        """Return the view of a topic that a text is of, such as stands behind the ``?`` of an address.

        Raises:
            NoFigures: the Library holds none.
            NoSuchPlace: there is no such topic.
            BadScheme: it has no scores, there is no such view, or too few or too many partners for it.
        """
        dataset = read_dataset(library)
        code, state = code_of(library, dataset, topic), ViewState.parse(text, dataset)
        count = len(state.partners)
        if state.show is Show.PROFILE and not count:
            raise BadScheme(_("a profile is of a partner, such as {example}").format(example="with=SGP"))
        if state.show is Show.COMPARISON and not 2 <= count <= MOST_COMPARED:
            said = _("a comparison is of two to {most} partners, such as {example}")
            raise BadScheme(said.format(most=MOST_COMPARED, example="with=SGP,MLT"))
        return cls(library, Rankings(dataset), code, state)

    @property
    def slug(self) -> Slug:
        """The topic that is ranked."""
        return self.rankings.dataset.slugs[self.code]

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How all stand, best first; with intervals if they are shown or spoken of."""
        if self.state.show is Show.RANKING or self.state.scheme != Scheme():
            return self.rankings.ranking(self.code, self.state.scheme)
        return self.rankings.standings(self.code, self.state.scheme)

    def figure(self) -> Figure:
        """Return its picture; raises BadScheme if the weights leave nothing that it could be made of."""
        return self._pictures.drawn(self.state.show, self._scene)

    @property
    def _pictures(self) -> Pictures:
        return Pictures(self.rankings, read_tiles(self.library))

    @property
    def _scene(self) -> Scene:
        state = self.state
        return Scene(self.code, state.scheme, self.standings, state.partners, state.partners)

    def sentence(self) -> str:
        """Return what was changed, and how those stand who are marked, or who leads; raises as `figure`."""
        dataset, scheme = self.rankings.dataset, self.state.scheme
        marked = [one for one in self.standings if one.country.iso3 in self.state.partners]
        if len(marked) < 2:
            one = next(iter(marked or self.standings))
            return sentence(dataset, self.code, scheme, one)
        if scheme == Scheme():
            places = "; ".join(f"{one.country.name} {ordinal(one.rank)}" for one in marked)
            return _("By the JRC’s ranking, all weights equal: {places}.").format(places=places)
        return " ".join((changes(dataset, scheme), _places(marked)))

    def _title(self, title: str) -> str:
        """What a sheet is called: the contents of a pack tell its views apart by that."""
        show, who = self.state.show, self.state.partners
        if show is not Show.RANKING:
            named = {Show.PROFILE: who[:1], Show.COMPARISON: who}.get(show, ())
            names = {one.iso3: one.name for one in self.rankings.dataset.countries}
            view = view_said(ViewState(show, named).text, names)
            title = _("{title} ({view})").format(title=title, view=view)
        own = _("{title}, by a ranking of your own")
        return title if self.state.scheme == Scheme() else own.format(title=title)

    def sheet(self, wish: Wish) -> Sheet:
        """Return it as a sheet: the sentence, the picture, the table. Raises as `figure`."""
        article, figure = (
            self.library.article(self.slug),
            self._pictures.printed(self.state.show, self._scene),
        )
        topic = article.topic._replace(title=self._title(article.topic.title))
        portions = illustrated((), [Plate("", figure)], topic.title)
        if wish.profile is Profile.CARD:
            portions = tuple(map(_on_card, portions))
        head = (topic, article.crumbs, self.library.edition(), wish.printed, wish.prepared_for)
        return Sheet(*head, _lead(self.sentence(), article.sources), portions, (), article.sources)


def _places(marked: Iterable[Standing]) -> str:
    """How several stand under a scheme of one's own, in few words."""
    place = _("{name} {rank} ({jrc}), from {low} to {high}")
    places = "; ".join(
        place.format(
            name=one.country.name,
            rank=ordinal(one.rank),
            jrc=ordinal(one.jrc),
            low=ordinal(one.low),
            high=ordinal(one.high),
        )
        for one in marked
    )
    said = _(
        "By this ranking, in brackets by the JRC’s, and from where to where if each weight is up to a"
        " quarter more or less: {places}."
    )
    return said.format(places=places)


def _lead(words: str, sources: tuple[Source, ...]) -> Line:
    return (Span(words), Span("", cites=tuple(source.number for source in sources)))


def _on_card(portion: Portion) -> Portion:
    """A portion with words in place of the figure, which is wider than a card."""
    figure, *table = portion.entries
    assert figure.figure
    words = f"{figure.figure.alt} {figure.figure.note}"
    return Portion(
        portion.part,
        portion.name,
        portion.title,
        None,
        (Entry(Shape.PARAGRAPH, ((Span(words),),), figure.run), *table),
    )
