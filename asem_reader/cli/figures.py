# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command `figures`: partners ranked by scores under weights of one's own, and pictures of them."""

import sys
from collections.abc import Iterator

from asem_reader.cli.terminal import Call, tell, tell_json
from asem_reader.core.drawing.svg import svg
from asem_reader.core.indicators.dataset import SOURCE, YEAR
from asem_reader.core.indicators.ranking import Standing
from asem_reader.core.indicators.view import pairs, partners
from asem_reader.core.language import _, ngettext
from asem_reader.operations import figures
from asem_reader.operations.views import RankingView


def print_figures(call: Call) -> None:
    """Print the ranking of a topic, or of a view of it as far as options say nothing else, or a picture."""
    options = call.options
    names = ("weights", "scale", "mean", "missing")
    choices = {name: getattr(options, name) for name in names if getattr(options, name)}
    if options.format == "svg":
        shown = {name: getattr(options, name) for name in ("show", "with") if getattr(options, name)}
        topic, _mark, view = options.topic.partition("?")
        left = [pair for pair in pairs(view.lower()) if pair[0] not in {**choices, **shown}]
        text = "&".join("=".join(pair) for pair in (*left, *choices.items(), *shown.items()))
        with call.library() as library:
            sys.stdout.write(svg(RankingView.of(library, topic, text).figure()))
        return
    with call.library() as library:
        ranked = figures.ranked(library, options.topic, choices, options.draws)
    asked = partners(getattr(options, "with"), ranked.dataset) or ranked.partners
    standings = figures.only(ranked, asked)
    if options.format == "json":
        tell_json([figures.record(one) for one in standings])
    elif options.format == "csv":
        sys.stdout.write(figures.table(ranked, standings))
    else:
        for line in _lines(ranked, standings):
            tell(line)


def _lines(ranked: figures.Ranked, standings: tuple[Standing, ...]) -> Iterator[str]:
    yield _("{name}, figures of {year}").format(name=ranked.name, year=YEAR)
    for name, said in ranked.scheme.texts().items():
        yield _("{name}: {said}").format(name=name, said=said)
    yield ""
    longest = max(len(one.country.name) for one in ranked.standings)
    for one in standings:
        interval = _("{low} to {high}").format(low=one.low, high=one.high)
        place = f"{one.rank:>3}  {one.country.name:<{longest}}  {one.score:>5.1f}"
        yield f"{place}  {interval:<8}  {_said(one)}".rstrip()
    yield ""
    yield _("Rank, partner, score of 100, and the ranks that nine of ten draws of weights give.")
    yield _("Source: {source}").format(source=SOURCE)


def _said(one: Standing) -> str:
    """What else is to be known: another rank under the JRC's scheme, and stand-ins."""
    said = []
    if one.jrc != one.rank:
        said.append(_("JRC {rank}").format(rank=one.jrc))
    if one.imputed:
        imputed = ngettext("{count} figure missing", "{count} figures missing", one.imputed)
        said.append(imputed.format(count=one.imputed))
    return "; ".join(said)
