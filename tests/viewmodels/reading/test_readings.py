# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Where topics were left, on which day, and which changed since; written down now and then."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester
from support.marks import NOON

from asem_reader.core.place import BlockId, Place, Slug
from asem_reader.core.reading import State
from asem_reader.store.library import Library
from asem_reader.store.notebook.readinglog import ReadingLog
from asem_reader.viewmodels.reading.desk import Desk
from asem_reader.viewmodels.reading.history import HistoryModel
from asem_reader.viewmodels.reading.readings import Readings

SEA, CLIMATE = Slug("maritime-security"), Slug("climate-change")


class Clock:
    """Tells the time that it is set to."""

    now = NOON

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ReadingLog]:
    log = ReadingLog(tmp_path / "reading.db")
    yield log
    log.close()


@pytest.fixture
def readings(log: ReadingLog, clock: Clock) -> Readings:
    return Readings(log, lambda _: {SEA: "one", CLIMATE: "two"}, clock)


def test_nothing_is_written_before_it_is_kept(readings: Readings, log: ReadingLog) -> None:
    readings.visited(SEA)
    readings.rested(SEA, BlockId("dzhb"))
    readings.read(SEA)
    assert not log.path.exists()
    readings.keep()
    again = Readings(log, lambda _: {}, Clock())
    assert again.rest(SEA) == "dzhb"
    assert again.state(SEA) is State.READ
    assert [visit.slug for visit in again.visits] == [SEA]


def test_a_text_that_changed_is_unread_again(readings: Readings, log: ReadingLog) -> None:
    readings.compare()
    readings.read(SEA)
    readings.keep()
    later = Readings(log, lambda _: {SEA: "another"}, Clock())
    later.compare()
    assert later.state(SEA) is State.CHANGED
    later.read(SEA)
    assert later.state(SEA) is State.READ


def test_resting_does_not_make_a_text_unread(readings: Readings) -> None:
    readings.compare()
    readings.read(SEA)
    readings.rested(SEA, BlockId("dzhb"))
    assert readings.state(SEA) is State.READ


def test_the_history_stands_by_days_newest_first(
    readings: Readings, clock: Clock, qtmodeltester: ModelTester
) -> None:
    for days, slug in ((9, SEA), (1, CLIMATE), (0, SEA), (0, CLIMATE)):
        clock.now = NOON - datetime.timedelta(days=days, minutes=-1 if slug is CLIMATE else 0)
        readings.visited(slug)
    history = HistoryModel(readings, str)
    history.show_all()
    days = [history.index(row, 0) for row in range(history.rowCount())]
    assert [day.data() for day in days] == ["Today", "Yesterday", "14 November 2026"]
    assert [history.index(row, 0, days[0]).data() for row in range(2)] == [CLIMATE, SEA]
    assert history.place_at(history.index(0, 0, days[2])) == Place(SEA)
    assert history.place_at(days[0]) is None
    qtmodeltester.check(history)


def test_what_was_open_before_the_start_stands_below_what_was_since(
    readings: Readings, log: ReadingLog, clock: Clock
) -> None:
    for minutes, slug in ((9, SEA), (8, CLIMATE)):
        clock.now = NOON - datetime.timedelta(minutes=minutes)
        readings.visited(slug)
    readings.keep()
    later = Readings(log, lambda _: {}, clock)
    clock.now = NOON
    later.visited(SEA)
    later.keep()
    assert [visit.slug for visit in later.visits] == [SEA, CLIMATE]
    assert [visit.slug for visit in log.visits()] == [SEA, CLIMATE]


def test_a_topic_goes_on_where_it_was_left_and_the_second_time_from_the_top(library: Library) -> None:
    block = list(library.article(SEA).blocks)[9]
    desk = Desk(library, lambda slug: block if slug == SEA else None)
    desk.go(Place(CLIMATE))
    assert not desk.resumed
    desk.go(Place(SEA))
    assert desk.page
    assert (desk.page.place, desk.resumed) == (Place(SEA, block), True)
    desk.go(Place(SEA))
    assert (desk.page.place, desk.resumed) == (Place(SEA), False)


@pytest.mark.parametrize("left", ["zzzz", None])
def test_a_block_that_is_gone_is_not_gone_to(library: Library, left: str | None) -> None:
    desk = Desk(library, lambda _: BlockId(left) if left else None)
    assert desk.go(Place(SEA))
    assert desk.page
    assert desk.page.place == Place(SEA)


def test_what_could_not_be_written_is_tried_again(readings: Readings, log: ReadingLog) -> None:
    readings.visited(SEA)
    log.path.mkdir()
    readings.keep()
    log.path.rmdir()
    readings.keep()
    assert [visit.slug for visit in log.visits()] == [SEA]
