# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How a ranking is told in words: what was changed, what that does to a rank, what is missing."""

from collections.abc import Mapping

from asem_reader.core.indicators.dataset import Dataset
from asem_reader.core.indicators.ranking import Standing
from asem_reader.core.indicators.scheme import Mean, Missing, Scale, Scheme
from asem_reader.core.indicators.view import Show, pairs
from asem_reader.core.language import N_, _, ngettext

_ENDINGS = {1: N_("{number}st"), 2: N_("{number}nd"), 3: N_("{number}rd")}
_METHODS = {
    Scale.ZSCORE: N_("z-scores"),
    Scale.RANK: N_("places in place of figures"),
    Mean.GEOMETRIC: N_("geometric mean of the pillars"),
    Missing.MEDIAN: N_("the median of the group for what is missing"),
}
_SHOWS = {
    Show.RANKING: N_("ranking"),
    Show.SCATTER: N_("scatter"),
    Show.TILES: N_("tiles"),
    Show.PROFILE: N_("profile"),
    Show.COMPARISON: N_("comparison"),
    Show.CORRELATIONS: N_("correlations"),
}


def ordinal(number: int) -> str:
    """Return an ordinal number: ``1st``, ``12th``, ``23rd``."""
    ending = "" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "")
    return _(ending or N_("{number}th")).format(number=number)


def changes(dataset: Dataset, scheme: Scheme) -> str:
    """Return what a scheme changes against the JRC's, in a sentence or two; empty if nothing."""
    weights = "; ".join(
        _("{name} {weight:g}").format(name=dataset.names[code], weight=weight)
        for code, weight in sorted(scheme.weights, key=lambda pair: dataset.codes.index(pair[0]))
    )
    methods = "; ".join(
        _(_METHODS[choice]) for choice in (scheme.scale, scheme.mean, scheme.missing) if choice in _METHODS
    )
    said = (
        _("Your weights: {weights}.").format(weights=weights) if weights else "",
        _("Your method: {methods}.").format(methods=methods) if methods else "",
    )
    return " ".join(filter(None, said))


def view_said(view: str, names: Mapping[str, str]) -> str:
    """Return a view in words, such as ``Singapore, Malta; Physical connectivity 2; scatter``.

    It may be of another edition: what is not known is said as it is written.

    Args:
        view: the text of a `ViewState`.
        names: of partners and of all that has scores, by their codes in capitals.
    """
    said = dict(pairs(view.lower()))
    order = ("with", "weights", "scale", "mean", "missing", "show")
    words = (_said(key, said[key], names) for key in dict.fromkeys((*order, *said)) if key in said)
    return "; ".join(words)


def _said(key: str, value: str, names: Mapping[str, str]) -> str:
    match key:
        case "with":
            return ", ".join(names.get(code.upper(), code.upper()) for code in value.split(","))
        case "weights":
            return "; ".join(_weight_said(pair, names) for pair in value.split(","))
    known = {str(choice): said for choice, said in (*_METHODS.items(), *_SHOWS.items())}
    return _(known[value]) if value in known else f"{key}={value}"


def _weight_said(pair: str, names: Mapping[str, str]) -> str:
    code, _colon, weight = pair.partition(":")
    return _("{name} {weight}").format(name=names.get(code.upper(), code), weight=weight)


def sentence(dataset: Dataset, code: str, scheme: Scheme, standing: Standing) -> str:
    """Return what was changed, and what it does to the rank of one country among all."""
    said = (changes(dataset, scheme), _place(dataset, scheme, standing), _interval(dataset, code, standing))
    return " ".join(filter(None, said))


def _place(dataset: Dataset, scheme: Scheme, standing: Standing) -> str:
    if scheme == Scheme():
        place = _("By the JRC’s ranking, all weights equal, {name} is {jrc} of {count}.")
    elif standing.rank == standing.jrc:
        place = _("By the JRC’s ranking {name} is {jrc} of {count}; so it is by this one.")
    elif not scheme.weights:
        place = _("By the JRC’s ranking {name} is {jrc} of {count}; by this method {rank}.")
    elif scheme == Scheme(scheme.weights):
        place = _("By the JRC’s ranking {name} is {jrc} of {count}; by these weights {rank}.")
    else:
        place = _("By the JRC’s ranking {name} is {jrc} of {count}; by these weights and this method {rank}.")
    return place.format(
        name=standing.country.name,
        jrc=ordinal(standing.jrc),
        rank=ordinal(standing.rank),
        count=len(dataset.countries),
    )


def _interval(dataset: Dataset, code: str, standing: Standing) -> str:
    if code in (one.code for one in dataset.indicators):
        return _("No weight changes the ranking by a single indicator.")
    if not standing.low:
        return ""
    alike = _("It stays {low} if each weight is up to a quarter more or less.")
    apart = _("It is from {low} to {high} if each weight is up to a quarter more or less.")
    said = alike if standing.low == standing.high else apart
    return said.format(low=ordinal(standing.low), high=ordinal(standing.high))


def moved(name: str, rank: int, before: int) -> str:
    """Return in few words where a country stands, and where it stood before."""
    if rank == before:
        return _("{name} still {rank}").format(name=name, rank=ordinal(rank))
    return _("{name} {rank}, was {before}").format(name=name, rank=ordinal(rank), before=ordinal(before))


def missing(count: int, everything: int, standin: Missing) -> str:
    """Return how many figures of so many are missing, and what stands in for them."""
    if not count:
        return _("no figure missing")
    if standin is Missing.MEDIAN:
        said = ngettext(
            "{count} of {all} figures missing, the group’s median stands in",
            "{count} of {all} figures missing, the group’s median stands in for each",
            count,
        )
    else:
        said = ngettext(
            "{count} of {all} figures missing, the group’s mean stands in",
            "{count} of {all} figures missing, the group’s mean stands in for each",
            count,
        )
    return said.format(count=count, all=everything)
