# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The real window over the compiled Library, in a home that the scripts of this folder make."""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from PySide6.QtTest import QTest  # noqa: E402
from support.driver import Driver  # noqa: E402

from asem_reader.app import application  # noqa: E402
from asem_reader.core.place import Place  # noqa: E402
from asem_reader.paths import home  # noqa: E402
from asem_reader.widgets.commands.dispatch import COMMANDS  # noqa: E402


def started(folder: Path | None = None) -> Driver:
    """Open the window, wait until it has come to rest, and let it hear other programs."""
    application()
    where = home(folder or Path(tempfile.mkdtemp()))
    driver = Driver.opened(ROOT / "data" / "asem.db", where, Place.parse("maritime-security"))
    QTest.qWait(1_500)
    return driver.listen()


def watched(driver: Driver) -> list[str]:
    """Have commands be noted, in the list that is returned, in place of being done."""
    fired: list[str] = []
    for name in COMMANDS:
        action = driver.action(name)
        action.triggered.disconnect()
        action.triggered.connect(lambda *_, name=name: fired.append(name))
    return fired


def judge(**right: bool) -> None:
    """Print what is right and what is wrong, and end with 1 if anything is."""
    for what, is_right in right.items():
        print("right" if is_right else "WRONG", what.replace("_", " "), sep="\t")
    application().clipboard().clear()  # offscreen it would outlive what it holds
    sys.exit(not all(right.values()))
