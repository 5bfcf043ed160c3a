# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Asks the search anything: nothing may raise, and nothing may take over 50 ms.

What is asked follows from the seed alone, so that a failure comes again; texts that failed are written whole
to build/fuzz-failures.txt. On a busy machine any process may have to wait: what counts is the time that the
thread had the processor. A slow one is asked twice more, and its best time counts.
"""

import argparse
import multiprocessing
import os
import random
import re
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from queue import Empty
from typing import TYPE_CHECKING

from asem_reader import paths
from asem_reader.core.errors import TooSlow
from asem_reader.core.search.query import parse
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search
from tests.support.judged_queries import read

if TYPE_CHECKING:
    Reports = multiprocessing.Queue["Report"]

LONGEST_MS = 50
PROGRESS_SECONDS = 10
FAILURES = Path(__file__).parents[1] / "build" / "fuzz-failures.txt"
_SHOWN = 20
_WORD = re.compile(r"\w+")
_OPERATORS = (
    *('"', "'", "(", ")", "*", "^", ":", "+", "-", "{", "}", "[", "]", "\\", ";", "--", "/*", "%", "_", "?"),
    *(
        " OR ",
        " AND ",
        " NOT ",
        " NEAR ",
        "NEAR(",
        ", 5)",
        "OR",
        " | ",
        "&",
        "!",
        "~",
        "<",
        ">",
        "=",
        "@",
        "#",
    ),
    *("topic:", "names:", "heading:", "text:", "rowid:", "sections_fts:", "{topic text}:", "- topic:"),
    *("in:", "kind:", "year:", "has:", "in:political ", "kind:meeting ", "year:2018 ", "year:2016..2021 "),
    *("year:2021..1900", "year:99999999999", "has:note ", "kind:nonsense ", 'in:"', "-in:", "-kind:issue "),
    *(
        "“",
        "”",
        "„",
        "’",
        "«",
        "–",
        "…",
        "\0",
        "\x02",
        "\x03",
        "\x1a",
        "\n",
        "\r\n",
        "\t",
        "\u00a0",
        "\u2028",
    ),
    *("\u200b", "\u200d", "\u202e", "\ufeff", "\uffff", "\ud800", "\udfff", "\U0010ffff", "\u0301", "\ufb03"),
)
_SPACES = (" ", " ", " ", " ", "", "-", "  ", "\t", "/", ", ")


@dataclass(frozen=True, slots=True)
class Report:
    """What one process saw: how much it asked, the slowest query, and what went wrong."""

    asked: int
    slowest_ms: float
    slowest: str
    failures: tuple["Failure", ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A text, which one of which process it was, and what was wrong with it."""

    number: str
    text: str
    wrong: str

    def __str__(self) -> str:
        return f"[{self.number}] {shown(self.text)} {self.wrong}"


class Texts:
    """Makes texts: chance characters, pieces of real words, syntax, and all of these together."""

    def __init__(self, library: Library, chance: random.Random) -> None:
        rows = library.connection.execute(
            "SELECT topic || ' ' || names || ' ' || text FROM sections LIMIT 5000"
        )
        self._words: list[str] = sorted({word for row in rows for word in _WORD.findall(row[0])})
        self._queries = [judged.query for judged in read()]
        self._chance = chance
        self._makers = (
            self._noise,
            self._words_and_syntax,
            self._words_and_syntax,
            self._typing,
            self._changed,
        )

    def make(self) -> str:
        """Any text; one in 500 is very long."""
        if self._chance.random() < 0.002:
            return self._long()
        return self._chance.choice(self._makers)()

    def _noise(self) -> str:
        planes = (0x80, 0x250, 0x3000, 0x10000, 0x20000, 0x110000)
        top = self._chance.choice(planes)
        return "".join(chr(self._chance.randrange(top)) for _ in range(self._chance.randint(0, 40)))

    def _words_and_syntax(self) -> str:
        pieces: tuple[Callable[[], str], ...] = (self._fragment, self._fragment, self._operator, self._sign)
        most = self._chance.choice((2, 4, 8, 60))
        return "".join(
            self._chance.choice(pieces)() + self._chance.choice(_SPACES)
            for _ in range(self._chance.randint(1, most))
        )

    def _typing(self) -> str:
        """A query on its way."""
        query = self._chance.choice(self._queries)
        return query[: self._chance.randint(1, len(query))]

    def _changed(self) -> str:
        """A query with slips of the finger."""
        letters = list(self._chance.choice(self._queries))
        for _ in range(self._chance.randint(1, 3)):
            at = self._chance.randrange(len(letters) + 1)
            letters[at : at + self._chance.randint(0, 1)] = self._chance.choice(
                (self._sign, self._operator)
            )()
        return "".join(letters)

    def _long(self) -> str:
        length = self._chance.choice((1_000, 10_000, 32_767))
        piece = self._chance.choice((self._fragment, self._operator, self._sign, self._noise, self._typing))
        text = "".join(piece() + self._chance.choice(_SPACES) for _ in range(200))
        return ((text or "x") * length)[:length]

    def _fragment(self) -> str:
        """A word, a part of one, or one misspelt."""
        word = self._chance.choice(self._words)
        start, end = sorted(self._chance.randint(0, len(word)) for _ in range(2))
        parts = (word, word, word[:end], word[start:end], word[::-1], word + word, word[:start] + word[end:])
        return self._chance.choice(parts)

    def _operator(self) -> str:
        return self._chance.choice(_OPERATORS)

    def _sign(self) -> str:
        return chr(self._chance.randrange(self._chance.choice((0x80, 0x250, 0x110000))))


def fault(search: Search, text: str) -> tuple[float, str]:
    """Ask one text; return how long it took in milliseconds, and what was wrong, or ""."""
    best = float("inf")
    for _ in range(3):
        start = time.thread_time()
        try:
            search.find(parse(text))
        except TooSlow:  # by the clock on the wall: a process that was not let run is asked again
            continue
        except Exception:
            return 0.0, f"raised\n{traceback.format_exc()}"
        best = min(best, (time.thread_time() - start) * 1000)
        if best <= LONGEST_MS:
            return best, ""
    return best, f"took {best:.0f} ms" if best < float("inf") else "was stopped three times"


def shown(text: str) -> str:
    """A text as it can be printed, a long one cut."""
    return repr(text) if len(text) <= 300 else f"{text[:300]!r} … ({len(text):,} characters)"


def ask(file: Path, seed: str, wanted: int, asked: "Synchronized[int]", reports: "Reports") -> None:
    """Ask so many texts; for a process of its own."""
    library = Library.open(file)
    search, texts = Search(library), Texts(library, random.Random(seed))
    slowest_ms, slowest = 0.0, ""
    failures: list[Failure] = []
    for number in range(1, wanted + 1):
        text = texts.make()
        took, wrong = fault(search, text)
        if took > slowest_ms:
            slowest_ms, slowest = took, text
        if wrong:
            failures.append(Failure(f"{seed} #{number}", text, wrong))
            print(failures[-1], file=sys.stderr, flush=True)  # what is not said yet dies with a process
        asked.value = number
    reports.put(Report(wanted, slowest_ms, slowest, tuple(failures)))


def fuzz(file: Path, wanted: int, processes: int, seed: int) -> list[Report]:
    """Ask in several processes, and say every ten seconds how far they are."""
    reports: Reports = multiprocessing.Queue()
    counts = [multiprocessing.Value("q", 0) for _ in range(processes)]
    shares = [wanted // processes + (number < wanted % processes) for number in range(processes)]
    workers = [
        multiprocessing.Process(
            target=ask, args=(file, f"{seed}.{number}", shares[number], counts[number], reports), daemon=True
        )
        for number in range(processes)
    ]
    for worker in workers:
        worker.start()
    came: list[Report] = []
    start = time.monotonic()
    while len(came) < processes:
        try:
            came.append(reports.get(timeout=PROGRESS_SECONDS))
        except Empty:
            done = sum(count.value for count in counts)
            print(f"{done:,} of {wanted:,} in {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
            if any(worker.exitcode for worker in workers):
                break  # it died without a word, which no Python error does
    return came


def main() -> int:
    """Fuzz, and return 1 if anything was wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-n", type=int, default=1_000_000, help="how many texts")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--library", type=Path, default=paths.library())
    options.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    chosen = options.parse_args()
    start = time.monotonic()
    reports = fuzz(chosen.library, chosen.n, chosen.processes, chosen.seed)
    failures = [failure for report in reports for failure in report.failures]
    slowest = max(reports, key=lambda report: report.slowest_ms, default=Report(0, 0, "", ()))
    for failure in failures[:_SHOWN]:
        print(failure)
    FAILURES.parent.mkdir(exist_ok=True)
    FAILURES.write_text("".join(f"{failure.text!a}\n" for failure in failures), encoding="ascii")
    asked = sum(report.asked for report in reports)
    print(
        f"asked {asked:,} in {time.monotonic() - start:.0f} s, seed {chosen.seed}: {len(failures)} failures"
    )
    print(f"slowest {slowest.slowest_ms:.1f} ms: {shown(slowest.slowest)}")
    if len(reports) < chosen.processes:
        print("A process ended before its time; what it had asked until then is not counted.")
    return 1 if failures or len(reports) < chosen.processes else 0


if __name__ == "__main__":
    sys.exit(main())
