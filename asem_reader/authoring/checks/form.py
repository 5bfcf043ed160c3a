# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The form of an article: its sections, how their blocks begin, how long it is, and the house style."""

import re
from collections.abc import Callable, Iterator
from itertools import takewhile

from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.piece import TIMELINE, Piece, Rendering, sections
from asem_reader.authoring.problem import Problem
from asem_reader.core.content import BlockKind
from asem_reader.core.dates import MONTHS, spoken
from asem_reader.core.span import plain

LONGEST = 40  # words of a summary, a bottom line or an answer
POSITION, SIDES = "ASEM position", "Who holds which view"
NEXT, ASKED, ORIGIN = "Next", "If asked", "The founding page"
_NOTES = 3  # citations that a line may have
_QUESTIONS = range(2, 5)
_ACCORDING = 2

_MONTH = "|".join(MONTHS)
_DAY = rf"(?:(?P<day>[0-9]{{1,2}}) )?(?P<month>{_MONTH}) (?P<year>[0-9]{{4}})"
_POSITION = re.compile(rf".+?, .+?, (?P<month>{_MONTH}) (?P<year>[0-9]{{4}})(?:, (?P<document>.+))?\.")
_PARAGRAPH = re.compile(r"\bparagraphs?\b(?! [0-9][0-9.]*(?:(?:[–-]|, | and )[0-9][0-9.]*)*$)")
_SIDE = re.compile(r"[^.].*\.")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
# A step may last: its first day counts.
_LAST = rf"(?:(?:[0-9]{{1,2}} )?(?:{_MONTH}) )?[0-9]{{4}}"
_STEP = re.compile(
    rf"(?:(?:By|From) )?(?:(?:(?P<day>[0-9]{{1,2}})(?:–[0-9]{{1,2}})? )?(?:(?P<month>{_MONTH}) )?"
    rf"(?P<year>[0-9]{{4}})(?: ?– ?{_LAST})?"
    rf"|(?P<first>[0-9]{{1,2}} )?(?P<begun>{_MONTH}) – {_LAST}): ."
)
_OF_ITSELF = re.compile(
    r"(?<![\w-])(?:(?:InfoBoard )?pages?|sources (?:gathered|read)|(?:this|a) reader"
    r"|th(?:is|e sources of this) (?:article|library))\b",
    re.IGNORECASE,
)
# What the house does not write.
_STYLE = (
    re.compile(r"\bis told in\b", re.IGNORECASE),
    re.compile(r"\bby turns\b", re.IGNORECASE),
    re.compile(r"\bput(?:s|ting)? weight on\b", re.IGNORECASE),
)


SECTIONS = (
    *("Bottom line", POSITION, SIDES, NEXT, "Key facts", ASKED),
    *("Background", TIMELINE, "Instruments", ORIGIN),
)
_OPTIONAL = (SIDES, TIMELINE, "Instruments", ORIGIN)
_WORDS = range(400, 1101)


def word_count(rendering: Rendering) -> int:
    """How many words a reader reads in the article."""
    return sum(len(re.findall(r"[\w’-]+", piece.text)) for piece in rendering.pieces)


def is_date(text: str) -> bool:
    """Tell whether a text is a date of ISO 8601, to the day, the month or the year."""
    return re.fullmatch(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?", text) is not None


def nothing_found(text: str, date: str) -> bool:
    """Tell whether a text says that a search up to the day of the edition, `date`, found nothing.

    It is the one thing that no source can say.
    """
    return (
        re.fullmatch(rf"(?:No|Nothing newer on) [^.]+ was found as of {spoken(date[:7])}\.", text) is not None
    )


def check_headed(draft: Draft, rendering: Rendering) -> Iterator[Problem]:
    """Yield where a page has text that stands under no heading: the Library would lack it."""
    if not rendering.pieces or rendering.pieces[0].kind is not BlockKind.HEADING:
        yield Problem(draft.file, draft.first_line, "text stands before the first heading")


def check_form(draft: Draft, rendering: Rendering, date: str) -> Iterator[Problem]:
    """Yield where an article leaves its form; `date` is that of the edition."""
    yield from _headings(draft, rendering)
    if (count := word_count(rendering)) not in _WORDS:
        first, last = _WORDS.start, _WORDS.stop - 1
        yield Problem(draft.file, draft.first_line, f"has {count} words, not {first} to {last}")
    for heading, under in sections(rendering.pieces):
        wrong = _under(heading, under, date)
        yield from (Problem(draft.file, piece.line, sentence) for piece, sentence in wrong)
    yield from _style(draft, rendering)


def _headings(draft: Draft, rendering: Rendering) -> Iterator[Problem]:
    headings = [piece for piece in rendering.pieces if piece.kind is BlockKind.HEADING]
    titles = [piece.text for piece in headings]
    yield from check_headed(draft, rendering)
    if titles != [title for title in SECTIONS if title in titles or title not in _OPTIONAL]:
        line = headings[0].line if headings else draft.first_line
        wanted = (f"{title} (if wanted)" if title in _OPTIONAL else title for title in SECTIONS)
        yield Problem(draft.file, line, f"the sections must be {', '.join(wanted)}, in this order")


_Wrong = Iterator[tuple[Piece, str]]


def _under(heading: Piece, under: list[Piece], date: str) -> _Wrong:
    """What is wrong under one heading; `date` is that of the edition."""
    if not under:
        yield heading, f"nothing stands under “{heading.text}”"
    if heading.text == TIMELINE:
        yield from _timeline(under)
    if heading.text == "Bottom line" and (count := sum(len(p.text.split()) for p in under)) > LONGEST:
        yield heading, f"the bottom line has {count} words, more than {LONGEST}"
    said = [piece for piece in under if piece.kind is not BlockKind.NOTE]
    if heading.text != ORIGIN:
        found = ((piece, _OF_ITSELF.search(piece.text)) for piece in said)
        yield from ((p, f"“{f[0]}” belongs under “{ORIGIN}” or in an editor’s note") for p, f in found if f)
    said = [piece for piece in said if not nothing_found(piece.text, date)]
    if heading.text in _ITEMS:
        yield from _ITEMS[heading.text](said)
    if heading.text == ASKED and len(said) not in _QUESTIONS:
        yield heading, f"has {len(said)} questions, not two to four"


def _timeline(pieces: list[Piece]) -> _Wrong:
    before = ""
    for piece in pieces:
        if not is_date(piece.date):
            yield piece, "a line of the timeline begins with its date, as in 2010-05-04: …"
            continue
        if piece.date < before:
            yield piece, f"the timeline is out of order: {piece.date} after {before}"
        before = piece.date


def _positions(pieces: list[Piece]) -> _Wrong:
    after = (9999, 12)
    for piece in pieces:
        found = _POSITION.fullmatch(_bold(piece))
        if not found or _PARAGRAPH.search(found["document"] or ""):
            yield piece, "a position begins in bold with “Meeting, place, month year, document, paragraph 1.”"
            continue
        held = int(found["year"]), MONTHS.index(found["month"])
        if held > after:
            yield piece, "the positions are out of order: the newest comes first"
        after = held


def _sides(pieces: list[Piece]) -> _Wrong:
    for piece in pieces:
        if not _SIDE.fullmatch(_bold(piece)):
            yield piece, "a view begins in bold with the side that holds it, as in “Japan.”"
        if not _YEAR.search(piece.text):
            yield piece, "a view has a date, at least a year"


def _steps(pieces: list[Piece]) -> _Wrong:
    before = ""
    for piece in pieces:
        found = _STEP.match(piece.text)
        if not found or piece.kind is not BlockKind.ITEM:
            yield piece, "a step begins with its date, as in “By 31 December 2026: …”, or “2027: …”"
            continue
        when = _when(found)
        # Dates of unlike precision are in order where what both tell is.
        if when[: len(before)] < before[: len(when)]:
            yield piece, "the steps are out of order: the oldest comes first"
        before = when


def _when(found: re.Match[str]) -> str:
    """The first day of a step in ISO 8601, to the precision known."""
    year = found["year"] or _YEAR.findall(found[0])[0]
    month, day = found["month"] or found["begun"], found["day"] or found["first"]
    parts = [year, f"{MONTHS.index(month) + 1:02}" if month else "", f"{int(day):02}" if day else ""]
    return "-".join(filter(None, parts))


def _questions(pieces: list[Piece]) -> _Wrong:
    for piece in pieces:
        asked = _bold(piece)
        answer = piece.text.removeprefix(asked).split()
        if not asked.endswith("?") or not answer:
            yield piece, "a question stands in bold, with its mark, and its answer after it"
        elif len(answer) > LONGEST:
            yield piece, f"the answer has {len(answer)} words, more than {LONGEST}"


_ITEMS: dict[str, Callable[[list[Piece]], _Wrong]] = {
    POSITION: _positions,
    SIDES: _sides,
    NEXT: _steps,
    ASKED: _questions,
}


def _bold(piece: Piece) -> str:
    """What stands in bold at the head of a list item; empty for any other block."""
    spans = piece.cells[0] if piece.kind is BlockKind.ITEM else ()
    return " ".join(plain(takewhile(lambda span: span.strong, spans)).split())


def _style(draft: Draft, rendering: Rendering) -> Iterator[Problem]:
    """What the house does not write, in the summary too, and lines with more notes than a reader follows."""
    texts = [(1, draft.summary), *((piece.line, piece.text) for piece in rendering.pieces)]
    for line, text in texts:
        for found in filter(None, (refused.search(text) for refused in _STYLE)):
            yield Problem(draft.file, line, f"“{found[0]}” is not written here")
    according = [line for line, text in texts for _ in re.findall(r"\baccording to\b", text, re.IGNORECASE)]
    for line in according[_ACCORDING:]:
        yield Problem(draft.file, line, f"“according to” stands more than {_ACCORDING} times")
    for piece in rendering.pieces:
        if len(piece.sources) > _NOTES:
            yield Problem(draft.file, piece.line, f"has {len(piece.sources)} notes, more than {_NOTES}")
