# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Takes times and prints them, each beside its budget."""

import statistics
import time
from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

_SLICE = 0.025  # seconds, as in viewmodels/background/background.py
Result = TypeVar("Result")


def report(what: str, measured: str, budget: str = "") -> None:
    """Print a line of the table."""
    print(f"{what:44} {measured:>38}   {budget}", flush=True)


def timed(do: Callable[..., object], argument: object) -> float:
    """How long it takes, in milliseconds."""
    start = time.perf_counter()
    do(argument)
    return (time.perf_counter() - start) * 1000


def spread(what: str, times: Iterable[float], budget: str, before: str = "") -> None:
    """Print median, 95th percentile and longest."""
    ordered = sorted(times)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    middle = statistics.median(ordered)
    report(what, f"{before}{middle:.1f}, p95 {late:.1f}, max {ordered[-1]:.1f} ms", budget)


def longest_hold(app: "QCoreApplication", done: Callable[[], bool]) -> tuple[float, float]:
    """Let a window run until something is done; return the seconds, and the longest it was held, in ms."""
    start, longest = time.perf_counter(), 0.0
    while not done():
        longest = max(longest, timed(lambda _: app.processEvents(), None))
    return time.perf_counter() - start, longest


def held(steps: Generator[None, None, Result]) -> tuple[Result, float, float]:
    """Do steps in slices as a window does; return what they lead to, the seconds, and the longest hold."""
    start, longest = time.perf_counter(), 0.0
    while True:
        begun = time.perf_counter()
        while time.perf_counter() < begun + _SLICE:
            try:
                next(steps)
            except StopIteration as end:
                now = time.perf_counter()
                return end.value, now - start, max(longest, (now - begun) * 1000)
        longest = max(longest, (time.perf_counter() - begun) * 1000)
