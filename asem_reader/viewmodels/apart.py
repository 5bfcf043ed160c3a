# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Does one thing on a thread of its own, while the window is seen to."""

import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future, wait
from typing import TypeVar

_MOMENT = 0.002  # seconds of waiting before the window has its turn

Result = TypeVar("Result")


def apart(do: Callable[[], Result]) -> Generator[None, None, Result]:
    """Do something that neither the window nor its connections are needed for, and return what it returns.

    Whoever leaves these steps before the end leaves the thread to itself: what it does must do no harm.

    Raises:
        Exception: what `do` raises.
    """
    done: Future[Result] = Future()

    def run() -> None:
        try:
            done.set_result(do())
        except BaseException as error:  # it is raised where it is waited for
            done.set_exception(error)

    threading.Thread(target=run, name="apart", daemon=True).start()
    while not done.done():
        wait([done], _MOMENT)
        yield
    return done.result()
