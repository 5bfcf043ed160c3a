# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""One screen with a bus for all, and one program for the tests of a file, in a home of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.heard import PAGE, Listener, Stage, missing


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The screen and its bus; on Debian the set-up has installed all that they need."""
    if absent := missing():
        (pytest.fail if Path("/etc/debian_version").exists() else pytest.skip)(
            f"not tried on a real accessibility bus, for want of: {', '.join(absent)}"
        )
    stage = Stage(tmp_path_factory.mktemp("stage"))
    yield stage
    stage.end()


@pytest.fixture(scope="module")
def opened() -> Iterator[list[Listener]]:
    """The programs that were opened; only the last may still be open."""
    opened: list[Listener] = []
    yield opened
    for each in opened:
        each.end()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which nothing is."""
    return tmp_path / "home"


@pytest.fixture
def greeting() -> str:
    """What is said soon after the start; empty for nothing."""
    return ""


@pytest.fixture
def reader(stage: Stage, library_file: Path, home: Path, greeting: str, opened: list[Listener]) -> Listener:
    """Someone who hears the program, with the keys on the page on maritime security."""
    if not (opened and opened[-1].is_open):
        opened.append(Listener(stage, library_file, home))
        opened[-1].hear("", "focus", PAGE)
        if greeting:
            opened[-1].hear(greeting, "said")
    return opened[-1].open("POL-05")
