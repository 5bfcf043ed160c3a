# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A view of the connectivity figures: what is ranked and how it is shown; and the part of an address for it.

In `asem:connectivity-index?show=scatter&with=SGP,MLT&weights=physical:2` it is what stands behind the `?`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from asem_reader.core.errors import BadScheme
from asem_reader.core.indicators.dataset import Dataset
from asem_reader.core.indicators.scheme import Scheme
from asem_reader.core.language import _

MOST_COMPARED = 4


class Show(StrEnum):
    """The pictures beside the table."""

    RANKING = "ranking"
    SCATTER = "scatter"
    TILES = "tiles"
    PROFILE = "profile"
    COMPARISON = "comparison"
    CORRELATIONS = "correlations"


_KEYS = ("mean", "missing", "scale", "show", "weights", "with")


@dataclass(frozen=True, slots=True)
class ViewState:
    """How figures are looked at.

    Attributes:
        partners: the codes (ISO 3166-1 alpha-3) of those that are marked, the first of them in the profile.
    """

    show: Show = Show.RANKING
    partners: tuple[str, ...] = ()
    scheme: Scheme = field(default_factory=Scheme)

    @classmethod
    def parse(cls, text: str, dataset: Dataset) -> Self:
        """Return the view that a text is of, such as stands behind the ``?``; an empty one makes no choice.

        Case does not matter.

        Raises:
            BadScheme: a key that is unknown or stands twice, or a value that its key does not have.
        """
        values: dict[str, str] = {}
        for name, said in pairs(text.lower()):
            if name not in _KEYS or name in values:
                sentence = _("“{name}” is no key of a view, or stands twice: there are {known}")
                raise BadScheme(sentence.format(name=name, known=", ".join(_KEYS)))
            values[name] = said
        said = values.get("show", Show.RANKING)
        if said not in tuple(Show):
            raise BadScheme(
                _("“{said}” is no picture: there are {known}").format(said=said, known=", ".join(Show))
            )
        return cls(Show(said), partners(values.get("with", ""), dataset), Scheme.of(values, dataset.codes))

    @property
    def text(self) -> str:
        """What `parse` reads back: equal views are equal texts. It says something of every view.

        So an address with it leads to the figures, and one without to the page of their topic.
        """
        said = self.scheme.texts()
        said |= {"with": ",".join(self.partners)} if self.partners else {}
        said |= {"show": str(self.show)} if self.show is not Show.RANKING or not said else {}
        return "&".join(f"{name}={said[name]}" for name in sorted(said))


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of a text and what it says of them."""
    for part in filter(None, text.split("&")):
        name, _equals, said = part.partition("=")
        yield name, said


def partners(text: str, dataset: Dataset) -> tuple[str, ...]:
    """Return the codes of the partners that a list such as ``SGP,MLT`` names, in any case, each once.

    Raises:
        BadScheme: a code without figures.
    """
    known = {country.iso3 for country in dataset.countries}
    codes = tuple(dict.fromkeys(filter(None, (part.strip().upper() for part in text.split(",")))))
    for code in codes:
        if code not in known:
            raise BadScheme(_("there are no figures of “{code}”").format(code=code))
    return codes
