# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Claims that only a source can make: that a thing is first, only or last, that all or none are so."""

import re
from collections.abc import Iterable, Iterator

from asem_reader.authoring.proof.occasion import Occasion, Occasions
from asem_reader.authoring.proof.saying import Saying
from asem_reader.authoring.text.timespan import timespans
from asem_reader.core.dates import spoken

_CLAIM = re.compile(r"\b(first|only|last|all|never)\b|^(First|Only|Last|All|Never)\b")
# The same words where they claim nothing.
_HARMLESS = re.compile(
    r"\b(?:at first|in all|at all|all the same|above all|not (?:only|all)|after all"
    r"|com(?:e|es|ing) first|came first|share of all|to last|that last"
    r"|first (?:half|quarter|phase|part|days?|years|date|one|of (?:them|these|all|its))"
    r"|last (?:days?|of them|through)"
    r"|first (?:two|three|four|five|six|seven|eight|nine|ten|[0-9]+))\b",
    re.IGNORECASE,
)
_SAID = {
    "first": r"first|1st|inaugural|earliest|original\w*|new|newly|beg[ai]n\w*|launch\w*|[A-Za-z]+1\b",
    "only": r"only|sole\w*|alone|single|just|exclusive\w*|no other|none",
    "last": r"last|final\w*|latest|later|after|since",
    "all": r"all|every|each|entire|whole|full\w*|any|both|total|universal\w*|without exception",
    "never": r"never|not?|nor|none|without",
}
_OLD = 24  # months
_NOTHING = re.compile(r"\b(?:[Nn]o|[Nn]othing|[Nn]one)\b[^.;]*\b(?:found|traced)\b")
_AS_OF = re.compile(r"\b(?:[Aa]s of|up to) ((?:[A-Z][a-z]+ )?[0-9]{4})\b")


def unsupported(saying: Saying, known: Iterable[Saying], occasions: Occasions) -> Iterator[str]:
    """Yield the claims of a saying that nothing `known` makes which shares a source with it.

    A summary cites nothing: all of its topic's facts may make its claims.
    """
    sharing = [one for one in known if not saying.sources or saying.sources & one.sources]
    for sentence in () if saying.note else saying.sentences:
        for found in _CLAIM.finditer(_HARMLESS.sub("", sentence)) if not sentence.endswith("?") else ():
            word = found[0].lower()
            said = re.compile(rf"\b(?:{_SAID[word]})\b", re.IGNORECASE)
            if any(said.search(one.text) for one in sharing):
                continue
            if word != "first" or not any(_opens(saying, one) for one in occasions.all):
                yield f"no fact with a source of this line says “{found[0]}”"


def _opens(saying: Saying, one: Occasion) -> bool:
    """Whether a saying tells of the first meeting of a series: its year, with its name, place or words."""
    if one.number != 1 or not any(span.start[:4] == one.start[:4] for span in saying.dates):
        return False
    return any(place in saying.text for place in one.places)


def aged(saying: Saying, date: str) -> bool:
    """Tell whether what a saying dates “as of” is more than two years older than its article, of `date`."""
    dates = (saying.as_of, *(span.start for span in timespans(" ".join(_AS_OF.findall(saying.text)))))
    return any(_months(date) - _months(one) > _OLD for one in dates if one)


def _months(date: str) -> int:
    """The months up to a date of ISO 8601, or to the end of a year of which no more is known."""
    year, _, rest = date.partition("-")
    return 12 * int(year) + int(rest[:2] or 12)


def searched_again(saying: Saying, closed: str) -> Iterator[str]:
    """Yield where a search that found nothing ended before the month of the edition, the day `closed`."""
    for sentence in filter(_NOTHING.search, saying.sentences):
        for found in _AS_OF.finditer(sentence):
            if found[1] != spoken(closed[:7]):
                yield f"found nothing as of {found[1]}: search again, as of {spoken(closed[:7])}"
