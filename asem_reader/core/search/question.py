# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Questions that a table may answer: which words ask, which pick one of several, and what is left."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from asem_reader.core.words import tokens

MOST_WORDS = 20
_LONGEST = 3  # words of a phrase
_MOST_MEETINGS = 99
_GLUED = re.compile(r"([a-z]{2,})([0-9]{1,2})")
_NUMBER = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)


class Cue(Enum):
    """What a word or phrase of a question tells of what is asked."""

    WHERE = auto()
    COUNTRY = auto()
    WHEN = auto()
    WHO = auto()
    WHICH = auto()
    WHAT = auto()
    IS = auto()
    HELD = auto()
    HOST = auto()
    CHAIR = auto()
    THEME = auto()
    TEXT = auto()
    COUNT = auto()
    MEMBERS = auto()
    MEETINGS = auto()
    PEOPLE = auto()
    JOIN = auto()
    ROUND = auto()
    SINCE = auto()
    FOUNDED = auto()
    FOUNDERS = auto()
    SEAT = auto()
    RUN = auto()
    HEAD = auto()
    MEANS = auto()
    CAPITAL = auto()
    FIRST = auto()
    LAST = auto()
    NEXT = auto()
    VIRTUAL = auto()
    ASIA = auto()
    EUROPE = auto()
    GLUE = auto()


# By the names of cues. GLUE says nothing by itself in a question; what denies or compares is none of it.
_SAID = """
WHERE: where, what city, which city, what place, which place, venue, location, place, city, town
COUNTRY: what country, which country, country, which partner, which state
WHEN: when, what year, which year, what date, which date, date, dates, year, day, days, what day
WHEN: what month, which month, month
WHO: who, whom, by whom
WHICH: which, what number, which number, which edition, what edition, edition
WHAT: what, whats, what s
IS: is, are, was, were
HELD: held, hold, holds, holding, take place, takes place, took place, taken place, taking place, met
HELD: meet, meets, happen, happened, convened, convene, organised, organized, gather, gathered
HELD: be held
HOST: host, hosts, hosted, hosting, host country, host city, organiser, organizer
CHAIR: chair, chairs, chaired, chairing, chairman, chairperson, chairwoman, chairmanship, chair of
CHAIR: preside, presided, presided over, presiding
THEME: theme, themes, motto, slogan, topic
TEXT: statement, statements, declaration, declarations, document, documents, communique, text, texts
TEXT: chair statement, chairs statement, chairman statement, conclusions, action plan
COUNT: how many, number of, total number of, count of, how much
MEMBERS: partner, partners, member, members, member state, member states, member countries
MEMBERS: partner countries, countries, states, nations, membership, member country, partner country
MEETINGS: meeting, meetings, summit, summits, conference, conferences, seminar, seminars, editions
MEETINGS: forum, forums, dialogue, dialogues, session, sessions, gathering, ministerial, times, fora
PEOPLE: participants, delegates, attendees, people, experts, participated, attended, attend, came
PEOPLE: come, leaders, attendance, took part, take part, delegations, participant
JOIN: join, joined, joins, joining, accede, acceded, accession, admitted, admit, admission, entry
JOIN: enter, entered, become, became, becoming, joined by, came in, taken in
ROUND: round, enlargement, enlargement round, round of enlargement, round of accession
SINCE: since when, since, how long
FOUNDED: founded, established, created, set up, launched, launch, founding date, formed, opened
FOUNDED: started, start, begin, began, inaugurated, founding year, creation, establishment, born
FOUNDED: open, opening, start date, foundation date, year founded, come into being, came into being
FOUNDERS: founders, founding member, founding members, founding partner, founding partners
FOUNDERS: founding countries, founding states, original members, original partners
SEAT: seat, headquarters, hq, headquartered, based, located, sits, sit, situated, main office, office
SEAT: seated, head office
RUN: run, runs, run by, running, operates, operated, operate, manages, managed, manage, built
RUN: built by, build, maintains, maintained, organises, organizes, responsible for, in charge of
RUN: in charge, administers, administered
HEAD: executive director, director, head, heads, headed, headed by, lead, leads, led, led by, leader
HEAD: boss, chief, heading
MEANS: stand for, stands for, stand, stands, stood for, mean, means, meaning, meaning of, acronym
MEANS: abbreviation, full name, full form, long form, short for, expansion, expanded, spelled out
MEANS: spell out, abbreviated, expand, definition, define, explain, in full, written out
CAPITAL: capital, capital city
FIRST: first, earliest, inaugural
LAST: last, latest, newest, most recent, lately, recent, last time, most recently
NEXT: next, upcoming, forthcoming, coming, next time, to come
VIRTUAL: virtual, virtually, online, by video, video, digital, remotely
ASIA: asia, asian
EUROPE: europe, european
GLUE: a, an, the, of, in, on, at, for, to, by, as, from, with, did, do, does, has, have, had, been, be
GLUE: will, would, it, its, this, that, there, they, their, them, so far, until now, up to now
GLUE: to date, now, already, ever, today, currently, please, tell, me, can you, could you, you, know
GLUE: i, want to know, need, give, show, find, t, us, exactly, actually, again, hi, hello, thanks
GLUE: thank, remind, quick, question, any idea, over, out of, during, under, about, after, adopt
GLUE: adopted, adopts, issued, issue, agreed, agree, produced, produce, came out of, come out of
GLUE: came out, come out, passed, signed, end with, ended with, altogether, total, official
GLUE: officially, final, closing, outcome, joint, main, overall, get, got, called, title, asem
GLUE: process, and, current, first time, very, closed, name
""".strip().split("\n")
_CUES = {
    phrase: Cue[name] for name, said in (line.split(": ") for line in _SAID) for phrase in said.split(", ")
}
# What ASEM itself and its summits are called, with or without ASEM before it.
ASEM = frozenset(" ".join(words) for words in (("asem",), ("asia", "europe", "meeting")))
_LEADERS = """
summit, summit meeting, leaders, leaders meeting, leaders summit
""".strip().split(", ")
# By one of these, or by an acronym, a name tells that it is one of meetings and not a subject.
MEETS = (
    "meet",
    "conference",
    "seminar",
    "summit",
    "forum",
    "dialogue",
    "minister",
    "leader",
    "board",
    "group",
)
SUMMITS_CALLED = frozenset(name for each in _LEADERS for name in (each, f"asem {each}"))
# Without one of these no table is asked.
_ASKING = frozenset(Cue) - {*(Cue.GLUE, Cue.IS, Cue.HELD, Cue.MEETINGS, Cue.ASIA, Cue.EUROPE, Cue.VIRTUAL)}


@dataclass(slots=True)
class Reading:
    """The words of a question besides the name of what it is about, as they were understood."""

    cues: set[Cue] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    rest: set[str] = field(default_factory=set)  # not understood: perhaps a place
    said: set[str] = field(default_factory=set)  # all of them

    @property
    def picks(self) -> bool:
        """True if it tells one of several meetings from the others."""
        some = self.cues & {Cue.LAST, Cue.NEXT, Cue.VIRTUAL}
        return bool(self.numbers or self.years or self.rest or some)

    def asks(self, *among: Cue, also: Sequence[Cue] = ()) -> bool:
        """True if one of the first is asked, and nothing besides them and the others."""
        return not self.cues.isdisjoint(among) and self.cues <= {*among, *also, Cue.GLUE, Cue.IS, Cue.FIRST}


def asking_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in which something is asked that a table could tell; else none."""
    words = apart(text)
    asking = len(words) <= MOST_WORDS and any(cue in _ASKING for cue, _ in _phrases(words))
    return words if asking else ()


def apart(text: str) -> tuple[str, ...]:
    """Return the words of a text, numbers apart and without a possessive s: ``asem7`` is two."""
    words: list[str] = []
    for word in tokens(text):
        glued = _GLUED.fullmatch(word)
        if glued:
            words += glued.groups()
        elif word in _ROMAN and words[-1:] == ["asem"]:
            words.append(str(_ROMAN.index(word) + 1))
        elif word != "s":
            words.append(word)
    return tuple(words)


def read(words: Sequence[str]) -> Reading:
    """Return what words ask, and which of several they mean; an empty one stands where a name was."""
    reading = Reading(said=set(words))
    for cue, word in _phrases(_joined(words)):
        if cue is not None:
            reading.cues.add(cue)
            reading.numbers |= {1} if cue is Cue.FIRST else set()
        elif _YEAR.fullmatch(word):
            reading.years.add(int(word))
        elif word in _ORDINALS:
            reading.numbers.add(_ORDINALS.index(word) + 1)
        elif number := _NUMBER.fullmatch(word):
            reading.numbers.add(int(number[1]))
        elif word:
            reading.rest.add(word)
    return reading


def _joined(words: Sequence[str]) -> list[str]:
    """The number of another ASEM than the one that is asked of, such as ``asem7``, is none by itself."""
    joined: list[str] = []
    for word in words:
        if word.isdecimal() and len(word) < len("1996") and joined[-1:] == ["asem"]:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _phrases(words: Sequence[str]) -> Iterator[tuple[Cue | None, str]]:
    """The longest phrases that are cues, and the words that are none."""
    start = 0
    while start < len(words):
        sizes = range(min(_LONGEST, len(words) - start), 0, -1)
        phrases = (" ".join(words[start : start + size]) for size in sizes)
        phrase = next((each for each in phrases if each in _CUES), words[start])
        yield _CUES.get(phrase), phrase
        start += phrase.count(" ") + 1
