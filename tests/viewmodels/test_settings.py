# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Settings: kept in a small file; a broken one means defaults, never a fault."""

from pathlib import Path

import pytest

from asem_reader.core.place import Place
from asem_reader.core.trail import Trail
from asem_reader.viewmodels.desk import DEFAULT_SIZE
from asem_reader.viewmodels.settings import SIZES, Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "session.ini"


def trail(*slugs: str) -> Trail:
    made = Trail()
    for slug in slugs:
        made = made.went(Place.parse(slug))
    return made


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"\x00\xff\x00",
        b"[text]\nsize=huge\n[look]\ntheme=pink\n[session]\nindex=x\ntrail=%%% ## !\n",
        b"[session]\nindex=99\ntrail=\n[text]\nsize=-3\n",
    ],
)
def test_a_missing_or_broken_file_means_defaults(file: Path, content: bytes | None) -> None:
    if content is not None:
        file.parent.mkdir()
        file.write_bytes(content)
    settings = Settings(file)
    assert (settings.size, settings.theme, settings.trail.here) == (DEFAULT_SIZE, "system", None)


def test_what_was_set_is_there_the_next_time(file: Path) -> None:
    first = Settings(file)
    first.grow(2)
    first.use_theme("dark")
    first.keep_trail(trail("migration", "middle-east#b7k2").back())
    first.sync()
    second = Settings(file)
    assert second.size == SIZES[SIZES.index(DEFAULT_SIZE) + 2]
    assert second.theme == "dark"
    assert second.trail == trail("migration", "middle-east#b7k2").back()


@pytest.mark.parametrize(("steps", "size"), [(100, SIZES[-1]), (-100, SIZES[0]), (0, DEFAULT_SIZE)])
def test_text_grows_and_shrinks_within_bounds(file: Path, steps: int, size: float) -> None:
    settings = Settings(file)
    settings.grow(1)
    settings.grow(steps)
    assert settings.size == size


def test_a_long_trail_is_cut_around_where_one_is(file: Path) -> None:
    long = trail(*(f"topic-{number}" for number in range(300)))
    settings = Settings(file)
    settings.keep_trail(long)
    assert settings.trail.here == long.here
    assert len(settings.trail.places) <= 100


def test_nothing_is_written_before_it_is_synced(file: Path) -> None:
    settings = Settings(file)
    assert settings.size == DEFAULT_SIZE
    assert not file.exists()
