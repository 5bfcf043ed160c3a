# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A scheme: the weights and choices by which scores are made, and its form as a text."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self, TypeVar

from asem_reader.core.errors import BadScheme
from asem_reader.core.indicators.dataset import INDEX
from asem_reader.core.language import _

_Choice = TypeVar("_Choice", bound=StrEnum)

MOST = 100.0  # the heaviest weight
_NUMBER = re.compile(r"[-+]?[0-9]*\.?[0-9]+(e[-+]?[0-9]+)?", re.IGNORECASE)  # no 1_000, as Python has
_DECIMALS = 4  # of a weight: so many stand in its text, and no sum of weights is too small to divide by


class Scale(StrEnum):
    """How figures of different units are made comparable."""

    MINMAX = "minmax"  # the worst is 0, the best is 100
    ZSCORE = "zscore"  # 50 is the mean, 10 a standard deviation
    RANK = "rank"  # by place alone: the last is 0, the first is 100


class Mean(StrEnum):
    """How the pillars of a half are averaged."""

    ARITHMETIC = "arithmetic"
    GEOMETRIC = "geometric"  # a weak pillar is made up for less


class Missing(StrEnum):
    """What stands in for a figure that is missing, each of the partner's own group."""

    GROUP_MEAN = "group-mean"
    MEDIAN = "median"


@dataclass(frozen=True, slots=True)
class Scheme:
    """Weights and choices; without any it is the JRC's.

    Attributes:
        weights: of halves, pillars and indicators by code, in their order, those alone that are not 1.
    """

    weights: tuple[tuple[str, float], ...] = ()
    scale: Scale = Scale.MINMAX
    mean: Mean = Mean.ARITHMETIC
    missing: Missing = Missing.GROUP_MEAN

    @classmethod
    def of(cls, values: Mapping[str, str], codes: Iterable[str]) -> Self:
        """Return the scheme that texts say: ``weights`` (``physical:2,p2p:0``), scale, mean, missing.

        Codes may be in any case.

        Raises:
            BadScheme: a code, a number or a choice that there is none of.
        """
        return cls(
            read_weights(values.get("weights", ""), codes),
            _choice(Scale, "scale", values),
            _choice(Mean, "mean", values),
            _choice(Missing, "missing", values),
        )

    def weight(self, code: str) -> float:
        """How much something counts among its neighbours."""
        return dict(self.weights).get(code, 1.0)

    def with_weight(self, code: str, weight: float) -> Self:
        """Return the same with another weight."""
        return replace(self, weights=_changed({**dict(self.weights), code: weight}))

    def texts(self) -> dict[str, str]:
        """What `of` reads back: equal schemes are equal texts, and the JRC's is none."""
        pairs = sorted((code.lower(), weight) for code, weight in self.weights)
        said = {
            "mean": str(self.mean) if self.mean != Mean.ARITHMETIC else "",
            "missing": str(self.missing) if self.missing != Missing.GROUP_MEAN else "",
            "scale": str(self.scale) if self.scale != Scale.MINMAX else "",
            "weights": ",".join(f"{code}:{weight:g}" for code, weight in pairs),
        }
        return {key: value for key, value in said.items() if value}


def read_weights(text: str, codes: Iterable[str]) -> tuple[tuple[str, float], ...]:
    """Return weights by code to four decimals, those alone that are not 1. The whole has none.

    Raises:
        BadScheme: a code that is unknown or stands twice, or a weight that is no number from 0 to 100.
    """
    known = {code.lower(): code for code in codes if code != INDEX}
    weights: dict[str, float] = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        name, _colon, said = (part.strip() for part in pair.partition(":"))
        code = known.get(name.lower())
        if code is None:
            raise BadScheme(_("“{text}” weighs nothing that there is").format(text=pair))
        if code in weights:
            raise BadScheme(_("{code} has two weights").format(code=code))
        weights[code] = _weight(code, said)
    return _changed(weights)


def _changed(weights: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple((code, weight) for code, weight in sorted(weights.items()) if weight != 1)


def _weight(code: str, said: str) -> float:
    weight = float(said) if _NUMBER.fullmatch(said) else math.inf
    if not 0 <= weight <= MOST:
        sentence = _("“{said}” is no weight for {code}: it is a number from 0 to {most:g}")
        raise BadScheme(sentence.format(said=said, code=code, most=MOST))
    return round(weight, _DECIMALS) + 0.0  # which makes 0 of -0


def _choice(kind: type[_Choice], name: str, values: Mapping[str, str]) -> _Choice:
    said = values.get(name, next(iter(kind)))
    try:
        return kind(said)
    except ValueError:
        sentence = _("“{said}” is no {name}: there are {known}")
        raise BadScheme(sentence.format(said=said, name=name, known=", ".join(kind))) from None
