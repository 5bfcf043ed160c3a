# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Does one thing on a thread of its own, while the window is seen to."""

import threading
from collections.abc import Callable, Generator
from typing import TypeVar

_MOMENT = 0.002  # seconds of waiting before the window has its turn

Result = TypeVar("Result")


def run_in_thread(do: Callable[[], Result]) -> Generator[None, None, Result]:
    """Do something that neither the window nor its connections are needed for, and return what it returns.

    Whoever leaves these steps before the end leaves the thread to itself: what it does must do no harm.

    Raises:
        BaseException: what `do` raises.
    """
    results, faults = list[Result](), list[BaseException]()

    def run() -> None:
        try:
            results.append(do())
        except BaseException as error:  # it is raised where it is waited for
            faults.append(error)

    thread = threading.Thread(target=run, name="apart", daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_MOMENT)
        yield
    for fault in faults:
        raise fault
    return results[0]
