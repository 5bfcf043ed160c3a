# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Whether texts agree with the tables: dates, places, chairs, numbers, and what was only announced."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice

from asem_reader.authoring.proof.occasion import Occasion, Occasions, stems
from asem_reader.authoring.proof.saying import Saying
from asem_reader.authoring.text.numerals import CARDINAL, ORDINAL, counted, ordinals
from asem_reader.authoring.text.timespan import Timespan
from asem_reader.core.dates import spoken_span

# Between the name of a meeting and its place or date stand only such words, and capitals.
_FILLING = r"(?:[ ,()]|\b(?:held|met|meets|meeting|was|is|on|in|at|of|from|online|hybrid|opens|opened)\b)*"
_BETWEEN = re.compile(rf"{_FILLING}(?:[A-Z][\w’-]+{_FILLING})*")
_WHERE = r"(?:, | \(|(?: (?:met|meets|opens|opened|took place|(?:was|is) held))? in )"
_ELSEWHERE = re.compile(
    r"\b(?:after|before|until|since|by|for|ahead of|beside|follow\w*|towards?) (?:the )?$", re.IGNORECASE
)
_OPENS = re.compile(r"\b(?:open(?:s|ed)|begins?|began|start(?:s|ed))\b")
_OTHER_DAY = re.compile(r"\b(?:before|after|ahead|eve|following|preced\w+)\b")
_BUILDING = "Palace|Hall|Castle|Cent(?:er|re)|Hotel|House|Museum|University"
_VENUE = re.compile(
    rf"\b(?:at|in) (?:the )?((?:[A-Z][\w’-]+ )+(?:{_BUILDING})|(?:{_BUILDING}) of (?:the )?[A-Z][\w’-]+"
    r"|(?:Palacio|Palais|Palazzo|Schloss|Château) (?:(?:[a-z]{2,3} )*[A-Z][\w’-]+ ?)+)"
)
_CHAIRED = re.compile(
    r"\b(?:chaired|presided over) by (?:the )?((?:[A-Z][\w’-]+|of|for|the|and|[ ,])+)"
    r"|((?:[A-Z][\w’-]+ )+)(?:chair(?:s|ed)|preside[sd] over)"
)
_FOUNDED = re.compile(
    r"(?: \(\w+\))?,? (?:was )?(?:founded|established|created|launched|inaugurated|opened|opens|set up)\b"
    r"(?: in [A-Z][\w’ ]+?)?,? (?:in|on) "
)
_UNSURE = re.compile(r"\b(?:apparently|inferred|presumably|probably|supposedly)\b")
_DATED = re.compile(r"\b(?:(?:19|20)[0-9]{2}|year|date)\b")
_PLANNED = re.compile(
    r"\b(?:announc\w+|plan(?:s|ned)?|set|scheduled|due|was to|were to|to be|postpon\w+|cancel\w*"
    r"|calls? off|called off|listed|propos\w+|fore(?:saw|seen)|expected|offer\w*|intended"
    r"|not confirmed|no report|would|invit\w+|no trace)\b"
)
_ENTRIES = re.compile(rf"\b({CARDINAL}) (?:entries|editions)\b", re.IGNORECASE)
_MISSING = re.compile(r"\b(?:no entry|not traced|no record of)\b")
_NUMBER = re.compile(rf",? (?:(?:is|was) )?the ({ORDINAL}) [A-Z]")
_OF_ALL = re.compile(rf"\b(?:all|number of partners to|partners, of) ({CARDINAL})(?: partners?)?\b")
_GROUP = re.compile(
    r"\b((?:[Ff]oreign |[Ff]inance )?[Mm]inisters|[Ll]eaders|[Ss]enior officials)\b(?!’)(?: (of) )?"
)
_BUILT = frozenset(
    ("palac", "palai", "palaz", "hall", "castl", "cente", "centr", "hotel", "house", "museu", "royal")
)
_NEAR = 3  # days
_CLAUSE = re.compile(r"[,;:(]")


class Agreement:
    """What the tables and the texts know, to see where a text does not agree."""

    def __init__(self, occasions: Occasions, sayings: Iterable[Saying]) -> None:
        self._occasions = occasions
        cities = {place for one in occasions.all for place in one.places[:1]}
        either = "|".join(sorted(map(re.escape, cities), key=len, reverse=True))
        self._place = re.compile(rf"{_WHERE}({either})(?=[,.;:)]| \(| on | in |$)") if either else None
        self._checks: tuple[Callable[[Saying], Iterator[str]], ...] = (
            self._dates,
            self._places,
            self._chairs,
            self._bodies,
            self._numbers,
            self._days,
            self._announced,
            self._unsure,
            self._counts,
            self._issuers,
        )
        self._some = [(day, group, stems(one.text)) for one in sayings for day, group in _issuers(one, "of")]

    def problems(self, saying: Saying) -> Iterator[str]:
        """Yield a sentence for each thing in which a saying and a table do not agree."""
        for check in self._checks:
            yield from dict.fromkeys(check(saying))

    def _dates(self, saying: Saying) -> Iterator[str]:
        """The date that stands with a meeting's name is that of its table."""
        for found, one in self._meetings(saying):
            span = next((span for span in saying.dates if span.at >= found.end()), None)
            if span and _BETWEEN.fullmatch(saying.text, found.end(), span.at) and _unlike(span, one):
                yield f"{found[0]} was held on {one.when}, not {_said(span)}"
            head = next(iter(saying.dates), None)
            if head and head.at == 0 and saying.text[head.to : found.start()] == ": " and _unlike(head, one):
                yield f"{found[0]} was held on {one.when}, not {_said(head)}"

    def _places(self, saying: Saying) -> Iterator[str]:
        """The place that stands with a meeting's name is that of its table, and so is its building."""
        meetings = list(self._meetings(saying))
        for found, one in meetings:
            # “At ASEM12, Singapore” asks or says something.
            at = saying.text[: found.start()].endswith(("At ", "at "))
            place = self._place.match(saying.text, found.end()) if self._place and not at else None
            if place and one.places and not any(place[1] in known for known in one.places):
                yield f"{found[0]} was held in {one.places[0]}, not {place[1]}"
        for one in _single(meetings):
            venue = _VENUE.search(saying.text)
            if venue and one.venue and not (stems(venue[1]) - _BUILT) & stems(one.venue):
                yield f"{one.names[0]} was held at {one.venue}, not at {venue[1].strip()}"

    def _chairs(self, saying: Saying) -> Iterator[str]:
        """Who chaired a meeting is in its table."""
        for one in _single(self._meetings(saying)):
            known = stems(" ".join((one.chair, *one.places)))
            for found in _CHAIRED.finditer(saying.text) if one.chair else ():
                who = (found[1] or found[2]).strip(" ,")
                if not stems(who) & known:
                    yield f"{one.names[0]} was chaired by {one.chair}, not by {who}"

    def _bodies(self, saying: Saying) -> Iterator[str]:
        """A body was founded when its table says."""
        for found, one in self._occasions.find(saying.text) if not saying.note else ():
            span = next((span for span in saying.dates if span.at >= found.end()), None)
            founded = span and not one.meeting and _FOUNDED.fullmatch(saying.text, found.end(), span.at)
            if span and founded and _unlike(span, one):
                yield f"{found[0]} dates from {one.when}, not {_said(span)}"

    def _numbers(self, saying: Saying) -> Iterator[str]:
        """A meeting's number in words is that of its name, and so is the number of partners."""
        meetings = list(self._meetings(saying))
        for found, one in meetings:
            number = _NUMBER.match(saying.text, found.end())
            # The first of them may be told of any meeting: the first summit in Europe.
            if number and one.number and ordinals(number[1]) not in ({1}, {one.number}):
                yield f"{found[0]} has the number {one.number}, not “{number[1]}”"
        for one in _single(meetings):
            for total in _OF_ALL.finditer(saying.text) if one.partners else ():
                if total[0].endswith(("partners", "partner")) and counted(total[1]) not in one.partners:
                    yield f"{one.names[0]} had {' or '.join(map(str, one.partners))} partners, not {total[1]}"

    def _days(self, saying: Saying) -> Iterator[str]:
        """Days that fall together with those of something much alike in a table are the same days."""
        named = {one for _, one in self._meetings(saying)}
        for span in saying.dates if not saying.note else ():
            clause = _around(saying.text, span)
            if not span.days or _OTHER_DAY.search(clause):
                continue
            said = stems(clause)
            alike = [one for one in self._occasions.all if len(one.start) == 10 and len(one.words & said) > 1]
            if any(_fits(span, one) for one in {*alike, *named}):
                continue
            clashes = (one for one in alike if _clash(span, one, opens=_OPENS.search(clause) is not None))
            for one in islice(clashes, 1):
                yield f"{_said(span)} is {one.when} in a table: {(*one.names, one.about)[0]}"

    def _announced(self, saying: Saying) -> Iterator[str]:
        """What was only announced is not told as held."""
        for one in self._occasions.all:
            for span in saying.dates if not (one.held or saying.note) else ():
                told = span.start == one.start and one.subject & stems(_around(saying.text, span))
                if told and not any(_PLANNED.search(sentence) for sentence in _with(saying, span)):
                    yield f"by its table, what was set for {one.when} is not known to have been held"

    def _unsure(self, saying: Saying) -> Iterator[str]:
        """A date that is sure in a table is not in doubt elsewhere."""
        for sentence in saying.sentences:
            years = {span.start[:4] for span in saying.dates if saying.text[span.at : span.to] in sentence}
            doubts = [clause for clause in _CLAUSE.split(sentence) if _UNSURE.search(clause)]
            doubt = any(map(_DATED.search, doubts))
            for _, one in self._occasions.find(sentence) if doubt else ():
                if len(one.start) == 10 and one.start[:4] in years:
                    yield f"{one.names[0]} is dated {one.when} in a table, without a doubt"

    def _counts(self, saying: Saying) -> Iterator[str]:
        """How many entries a series has is counted in its table, and what is missing there is."""
        own = [one for one in self._occasions.all if one.slug == saying.slug and one.number]
        rows = [one for one in self._occasions.all if one.slug == saying.slug]
        for found in _ENTRIES.finditer(saying.text) if own else ():
            if counted(found[1]) != len(rows):
                yield f"the table has {len(rows)} entries, not {found[1]}"
        for sentence in saying.sentences:
            there = ordinals(sentence) & {one.number for one in own} if _MISSING.search(sentence) else ()
            yield from (f"the table has number {number}" for number in there)

    def _issuers(self, saying: Saying) -> Iterator[str]:
        """What some ministers issued is not told as issued by all."""
        words = stems(saying.text)
        for day, group in _issuers(saying, ""):
            if any(
                day == when and group == some and len(words & said) > 2 for when, some, said in self._some
            ):
                yield f"elsewhere what is dated {spoken_span(day)} is by some {group} only"

    def _meetings(self, saying: Saying) -> Iterator[tuple[re.Match[str], Occasion]]:
        """The meetings that a saying tells of; a note weighs what others say of them."""
        for found, one in self._occasions.find(saying.text) if not saying.note else ():
            planned = any(_PLANNED.search(sentence) for sentence in saying.sentences if found[0] in sentence)
            if one.meeting and not planned and not _ELSEWHERE.search(saying.text, 0, found.start()):
                yield found, one


def _single(meetings: Iterable[tuple[re.Match[str], Occasion]]) -> Iterator[Occasion]:
    """The meeting that is told of, if it is only one."""
    different = {one for _, one in meetings}
    if len(different) == 1:
        yield from different


def _said(span: Timespan) -> str:
    return spoken_span(span.start, span.end)


def _around(text: str, span: Timespan) -> str:
    """The clause in which a date stands, and the one before."""
    begins = [0, 0, *(found.end() for found in _CLAUSE.finditer(text, 0, span.at))]
    ends = _CLAUSE.search(text, span.to + 1)  # what a date heads begins after its colon
    return text[begins[-2] : ends.start() if ends else len(text)]


def _with(saying: Saying, span: Timespan) -> list[str]:
    """The sentences that name a date."""
    return [sentence for sentence in saying.sentences if saying.text[span.at : span.to] in sentence]


def _unlike(span: Timespan, one: Occasion) -> bool:
    """Whether a date is outside a meeting's, or is another span of days within it."""
    if not one.start:
        return False
    early, late = min(len(span.end), len(one.start)), min(len(span.start), len(one.end))
    if span.end[:early] < one.start[:early] or span.start[:late] > one.end[:late]:
        return True
    return len(one.start) == 10 and span.days and span.start != span.end and not _fits(span, one)


def _fits(span: Timespan, one: Occasion) -> bool:
    """Whether the days are those of an occasion, or its first, or its last."""
    if span.start == span.end:
        return span.start in (one.start, one.end)
    return (span.start, span.end) == (one.start, one.end)


def _clash(span: Timespan, one: Occasion, *, opens: bool) -> bool:
    """Whether days that are not an occasion's fall together with it."""
    if span.start == span.end:
        apart = date.fromisoformat(span.start) - date.fromisoformat(one.start)
        return opens and abs(apart.days) <= _NEAR
    # What is of one day may have begun or ended what lasted longer.
    edge = one.start == one.end and one.start in (span.start, span.end)
    return one.start <= span.end and span.start <= one.end and not edge


def _issuers(saying: Saying, qualified: str) -> Iterator[tuple[str, str]]:
    """The days of a saying, each with each group of people that it names as some (``of``) or as all."""
    days = [span.start for span in saying.dates if span.days and span.start == span.end]
    groups = [found for found in _GROUP.finditer(saying.text) if (found[2] or "") == qualified]
    yield from ((day, found[1].lower()) for day in days for found in groups)
