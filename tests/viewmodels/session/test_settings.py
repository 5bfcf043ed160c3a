# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Settings: kept in a small file; a broken one means defaults, never a fault."""

import os
import sys
from pathlib import Path

import pytest
from support.processes import child

from asem_reader.core.place import Place
from asem_reader.core.tabs import Tab, Tabs
from asem_reader.core.trail import Trail
from asem_reader.viewmodels.reading.desk import DEFAULT_SIZE
from asem_reader.viewmodels.session.choices import THEME
from asem_reader.viewmodels.session.settings import SIZES, Settings


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
    assert (settings.size, settings.theme, settings.tabs.front.trail.here) == (DEFAULT_SIZE, "system", None)


def test_what_was_set_is_there_the_next_time(file: Path) -> None:
    first = Settings(file)
    first.grow(2)
    first.choose(THEME, "dark")
    kept = Tabs((Tab(trail("climate-change")), Tab(trail("migration", "middle-east#b7k2").back())), 1)
    first.keep_tabs(kept, kept._replace(at=0))
    first.sync()
    second = Settings(file)
    assert second.size == SIZES[SIZES.index(DEFAULT_SIZE) + 2]
    assert second.theme == "dark"
    assert (second.tabs, second.second) == (kept, kept._replace(at=0))
    second.keep_tabs(kept)
    assert second.second is None


@pytest.mark.parametrize(("steps", "size"), [(100, SIZES[-1]), (-100, SIZES[0]), (0, DEFAULT_SIZE)])
def test_text_grows_and_shrinks_within_bounds(file: Path, steps: int, size: float) -> None:
    settings = Settings(file)
    settings.grow(1)
    settings.grow(steps)
    assert settings.size == size


def test_one_way_that_was_kept_before_there_were_tabs_is_one_tab(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"[session]\nindex=0\ntrail=asem:migration asem:middle-east\n")
    assert Settings(file).tabs == Tabs((Tab(trail("migration", "middle-east").back()),))


def test_a_long_trail_is_cut_around_where_one_is(file: Path) -> None:
    long = trail(*(f"topic-{number}" for number in range(300)))
    settings = Settings(file)
    settings.keep_tabs(Tabs((Tab(long),)))
    assert settings.tabs.front.trail.here == long.here
    assert len(settings.tabs.front.trail.places) <= 100


def test_nothing_is_written_before_it_is_synced(file: Path) -> None:
    settings = Settings(file)
    assert settings.size == DEFAULT_SIZE
    assert not file.exists()


def test_the_last_ten_searches_are_kept_each_once(file: Path) -> None:
    settings = Settings(file)
    for number in (*range(14), 9):
        settings.remember_search(f" search  {number} ")
    assert settings.recent_searches[:3] == ("search 9", "search 13", "search 12")
    assert len(settings.recent_searches) == 10
    settings.forget_search("search 13")
    settings.sync()
    assert Settings(file).recent_searches == settings.recent_searches


def test_a_saved_search_stays_until_it_is_taken_away(file: Path) -> None:
    settings = Settings(file)
    settings.save_search('in:political "law of the sea", Đà Nẵng', wished=True)
    settings.save_search("trade", wished=True)
    settings.sync()
    again = Settings(file)
    assert again.saved_searches == ("trade", 'in:political "law of the sea", Đà Nẵng')
    again.save_search("trade", wished=False)
    assert len(again.saved_searches) == 1


@pytest.mark.parametrize(
    "content", [b"recent=x", b'recent="{}"', b'recent="[1, null, \\"a\\"]"', b"recent=[[["]
)
def test_broken_searches_are_left_out(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(b"[search]\n" + content + b"\n")
    assert Settings(file).recent_searches in ((), ("a",))


KEEP = """
import sys
from pathlib import Path
from asem_reader.viewmodels.session.choices import THEME
from asem_reader.viewmodels.session.settings import Settings
settings = Settings(Path(sys.argv[1]))
settings.grow(1)
settings.sync()
print(settings.size)
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


@posix
@pytest.mark.parametrize("name", ["session.ini", "session.ini.lock"])
def test_a_pipe_in_its_place_is_left_alone_and_nothing_is_kept(file: Path, name: str) -> None:
    file.parent.mkdir()
    os.mkfifo(file.with_name(name))
    ran = child("-c", KEEP, str(file), timeout=10)
    assert (ran.stdout, ran.stderr) == (f"{SIZES[SIZES.index(DEFAULT_SIZE) + 1]}\n".encode(), b"")
    assert [(left.name, left.is_fifo()) for left in file.parent.iterdir()] == [(name, True)]


@posix
def test_a_link_in_its_place_is_neither_read_nor_written(file: Path) -> None:
    file.parent.mkdir()
    dear = file.with_name("dear")
    dear.write_text("[look]\ntheme=dark\n")
    file.symlink_to(dear)
    settings = Settings(file)
    settings.grow(1)
    settings.sync()
    assert settings.theme == "system"
    assert (file.is_symlink(), dear.read_text()) == (True, "[look]\ntheme=dark\n")


def test_a_file_that_is_too_large_is_set_aside(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("[look]\ntheme=dark\n[x]\n" + "".join(f"{number}=1\n" for number in range(200_000)))
    settings = Settings(file)
    settings.grow(1)
    settings.sync()
    assert settings.theme == "system"
    assert file.stat().st_size < 100
    assert file.with_name("session.ini.damaged").read_text().startswith("[look]\ntheme=dark")


def test_a_lock_that_a_crash_left_is_not_waited_for(file: Path) -> None:
    file.parent.mkdir()
    file.with_name("session.ini.lock").write_bytes(b"")
    assert child("-c", KEEP, str(file), timeout=10).stderr == b""
    assert Settings(file).size == SIZES[SIZES.index(DEFAULT_SIZE) + 1]
