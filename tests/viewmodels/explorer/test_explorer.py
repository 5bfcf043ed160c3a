# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The explorer ranks at once, draws intervals in slices, and says what was changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QSignalSpy, QTest
from support.content import Data

from asem_reader.core.drawing.figure import Dot, Rect
from asem_reader.core.errors import AlreadyThere, BadScheme, NoFigures, NoSuchPlace
from asem_reader.core.indicators.dataset import SOURCE
from asem_reader.core.indicators.ranking import Rankings
from asem_reader.core.indicators.scheme import Scheme
from asem_reader.core.indicators.view import Show
from asem_reader.core.place import Place
from asem_reader.store.library import Library
from asem_reader.store.output import Output
from asem_reader.viewmodels.explorer.explorer import Explorer
from asem_reader.viewmodels.explorer.standingsmodel import CHANGE, INTERVAL, MISSING, PARTNER, RANK, SCORE

HEARD = Qt.ItemDataRole.AccessibleTextRole
ADDRESS = "asem:sustainable-connectivity-index"


@pytest.fixture
def explorer(library: Library, output: Output) -> Iterator[Explorer]:
    explorer = Explorer(library, output)
    yield explorer
    explorer.deleteLater()


def test_a_library_without_figures_has_no_explorer(data: Data, output: Output) -> None:
    library = Library.open(data.build())
    with pytest.raises(NoFigures):
        Explorer(library, output)
    library.close()


def cell(explorer: Explorer, iso3: str, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    return str(explorer.model.index(explorer.model.row_of(iso3), column).data(role))


def column(explorer: Explorer, number: int) -> list[str]:
    return [str(explorer.model.index(row, number).data()) for row in range(explorer.model.rowCount())]


def test_the_jrc_s_ranking_is_shown_first(explorer: Explorer) -> None:
    assert column(explorer, PARTNER)[:3] == ["Switzerland", "Netherlands", "Denmark"]
    assert column(explorer, RANK)[:3] == ["1", "2", "3"]
    assert column(explorer, SCORE)[0] == "68.4"
    assert set(column(explorer, CHANGE)) == {"="}
    assert explorer.here == "CHE"
    assert explorer.sentence.startswith("By the JRC’s ranking, all weights equal, Switzerland is 1st of 51.")


def test_a_weight_changes_ranks_and_the_sentence_at_once(explorer: Explorer) -> None:
    explorer.go_to("SGP")
    explorer.weigh("Physical", 2)
    rank = cell(explorer, "SGP", RANK)
    assert int(rank) < 14
    assert cell(explorer, "SGP", CHANGE) == f"↑ {14 - int(rank)}"
    assert cell(explorer, "SGP", CHANGE, HEARD) == f"{14 - int(rank)} places up; by equal weights 14th"
    assert explorer.sentence == (
        "Your weights: Physical connectivity 2. By the JRC’s ranking Singapore is 14th of 51;"
        f" by these weights {rank}th."
    )


def test_intervals_come_when_they_are_drawn(explorer: Explorer) -> None:
    assert set(column(explorer, INTERVAL)) == {"…"}
    assert cell(explorer, "SGP", INTERVAL, HEARD) == "being computed"
    explorer.finish()
    known = {one.country.name: one for one in Rankings(explorer.dataset).ranking("index", Scheme())}
    one = known["Singapore"]
    assert cell(explorer, "SGP", INTERVAL) == f"{one.low}–{one.high}"
    assert cell(explorer, "SGP", INTERVAL, HEARD) == f"{one.low} to {one.high}"
    assert "if each weight is up to a quarter more or less" in explorer.sentence


def test_draws_leave_the_window_its_turns(explorer: Explorer) -> None:
    turns = 0
    while explorer.going:
        QTest.qWait(1)
        turns += 1
    assert turns > 2


def test_what_was_being_drawn_is_dropped_by_a_change(explorer: Explorer) -> None:
    explorer.weigh("Physical", 3)
    changed = QSignalSpy(explorer.changed)
    explorer.finish()
    known = Rankings(explorer.dataset).ranking("index", explorer.scheme)
    drawn = [f"{one.low}–{one.high}" if one.low != one.high else str(one.low) for one in known]
    assert column(explorer, INTERVAL) == drawn
    assert changed.count() == 1


@pytest.mark.parametrize(
    "address",
    [
        f"{ADDRESS}?show=ranking",
        f"{ADDRESS}?with=SGP",
        f"{ADDRESS}?mean=geometric&missing=median&scale=zscore&show=scatter&weights=p2p:0,physical:2",
        "asem:connectivity-index?show=comparison&with=SGP,MLT,JPN,FRA",
        "asem:indicator-lpi?show=tiles&with=SGP,MLT,JPN,FRA,AUT",
        f"{ADDRESS}?weights=lpi:3",
    ],
)
def test_an_address_leads_back_to_its_view(explorer: Explorer, address: str) -> None:
    explorer.go(Place.parse(address))
    assert explorer.place.address == address
    explorer.go(Place.parse(ADDRESS))
    explorer.go(Place.parse(address))
    assert explorer.place.address == address


def test_an_address_of_no_view_is_refused_and_changes_nothing(explorer: Explorer) -> None:
    for address, error in (
        (f"{ADDRESS}?show=pie", BadScheme),
        ("asem:piracy-nowhere?show=tiles", NoSuchPlace),
        ("asem:maritime-security?show=tiles", BadScheme),
    ):
        with pytest.raises(error):
            explorer.go(Place.parse(address))
    assert explorer.place.address == f"{ADDRESS}?show=ranking"


def test_weights_that_leave_nothing_are_told_and_can_be_undone(explorer: Explorer) -> None:
    for half in ("connectivity", "sustainability"):
        explorer.weigh(half, 0)
    assert explorer.sentence == (
        "No scores can be made so: all that Sustainable connectivity is made of has the weight 0."
        " Give some of it a weight above 0."
    )
    assert explorer.model.rowCount() == 0
    assert explorer.figure.alt in explorer.sentence
    explorer.weigh("connectivity", 1)
    assert explorer.model.rowCount() == 51


@pytest.mark.parametrize("show", Show)
def test_a_picture_without_scores_says_so(explorer: Explorer, show: Show) -> None:
    explorer.show(show)
    for pillar in ("Environ", "Social", "SusEcFin"):
        explorer.weigh(pillar, 0)
    needs = show not in (Show.RANKING, Show.TILES)
    assert ("Sustainability is made of has the weight 0" in explorer.figure.alt) == needs


@pytest.mark.parametrize("show", Show)
def test_every_picture_says_what_was_changed_of_when_it_is_and_whence(explorer: Explorer, show: Show) -> None:
    explorer.show(show)
    explorer.finish()
    assert "your own" not in explorer.figure.title
    explorer.weigh("Physical", 2)
    assert "by a ranking of your own" in explorer.figure.title
    assert "Your weights: Physical connectivity 2." in explorer.figure.note
    assert f"Figures of 2018. Source: {SOURCE}." in explorer.figure.note


@pytest.mark.parametrize("show", [Show.RANKING, Show.SCATTER, Show.TILES])
def test_who_is_current_can_be_chosen_in_the_picture(explorer: Explorer, show: Show) -> None:
    explorer.show(show)
    keys = {target.key for target in explorer.figure.targets}
    assert keys == {one.iso3 for one in explorer.dataset.countries}
    before = explorer.figure
    explorer.go_to("SGP")
    assert explorer.figure != before


def test_what_is_missing_is_said_in_words_and_hatched(explorer: Explorer) -> None:
    assert cell(explorer, "SGP", MISSING) == "2 of 49"
    told = "2 of 49 figures missing, the group’s mean stands in for each"
    assert cell(explorer, "SGP", PARTNER, HEARD) == f"Singapore; {told}"
    assert cell(explorer, "CHE", PARTNER, HEARD) == "Switzerland"
    imputed = sum(said != "–" for said in column(explorer, MISSING))
    for show in (Show.RANKING, Show.TILES):
        explorer.show(show)
        hatched = [each for each in explorer.figure.shapes if isinstance(each, Rect) and each.hatched]
        assert len(hatched) in (imputed, imputed + 1)  # with its sign in the legend
    explorer.show(Show.PROFILE)
    explorer.go_to("SGP")
    assert any(isinstance(each, Dot) and each.hollow and each.radius > 3 for each in explorer.figure.shapes)


def test_a_profile_is_one_table_in_which_each_figure_stands_under_its_head(explorer: Explorer) -> None:
    explorer.show(Show.PROFILE)
    table = explorer.figure.table.joined()
    head, rows = table.head, table.rows
    assert all(len(row) == len(head) for row in rows)
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [each["Rank"] for each in told if each["Pillar"] == "Sustainable connectivity"] == ["1"]
    assert len([each for each in told if each["Indicator"]]) == 16


def test_one_alone_is_shown_with_what_hatching_means(explorer: Explorer) -> None:
    explorer.go(Place.parse("asem:connectivity-index?show=comparison&with=LAO"))
    assert explorer.figure.note.startswith("Space in the table marks up to four partners")
    assert "Hatched: some figures are missing" in explorer.figure.note


def test_four_are_compared_and_no_more(explorer: Explorer) -> None:
    full, marked = QSignalSpy(explorer.full), QSignalSpy(explorer.marked)
    for iso3 in ("SGP", "MLT", "JPN", "FRA", "AUT"):
        explorer.model.setData(
            explorer.model.index(explorer.model.row_of(iso3), PARTNER), None, Qt.ItemDataRole.CheckStateRole
        )
    assert explorer.compared == ("SGP", "MLT", "JPN", "FRA")
    assert full.count() == 1
    explorer.pin("MLT")
    assert [marked.at(4), marked.count()] == [["MLT", False], 5]
    assert explorer.compared == ("SGP", "JPN", "FRA", "CHE")


def test_rows_are_sorted_and_the_chosen_one_stays_chosen(explorer: Explorer) -> None:
    chosen = QPersistentModelIndex(explorer.model.index(explorer.model.row_of("SGP"), SCORE))
    explorer.model.sort(PARTNER)
    assert column(explorer, PARTNER) == sorted(column(explorer, PARTNER))
    explorer.weigh("Physical", 0)
    assert explorer.model.row_of("SGP") == chosen.row()
    explorer.model.sort(SCORE, Qt.SortOrder.DescendingOrder)
    assert explorer.model.row_of("SGP") == chosen.row()
    assert column(explorer, RANK)[0] == "1"


def test_news_is_what_moved_since_it_was_told(explorer: Explorer) -> None:
    explorer.go_to("SGP")
    explorer.weigh("Physical", 2)
    rank = cell(explorer, "SGP", RANK)
    assert explorer.news() == f"Singapore {rank}th, was 14th"
    assert explorer.news() == f"Singapore still {rank}th"
    explorer.choose(Scheme())
    assert explorer.news() == f"Singapore 14th, was {rank}th"


def test_weights_that_bear_on_nothing_are_known(explorer: Explorer) -> None:
    assert explorer.bears("connectivity")
    explorer.rank_by("connectivity")
    assert [explorer.bears(code) for code in ("connectivity", "Physical", "Social")] == [False, True, False]
    explorer.rank_by("LPI")
    assert not explorer.bears("Physical")


def test_the_table_is_saved_with_its_scheme_and_the_picture_as_svg(
    explorer: Explorer, tmp_path: Path
) -> None:
    explorer.weigh("Physical", 2)
    table, picture = tmp_path / "figures.csv", tmp_path / "figures.svg"
    explorer.save(table)
    explorer.save(picture)
    lines = table.read_text(encoding="utf-8").splitlines()
    assert "# Scheme: weights=physical:2" in lines
    assert len(lines) == 3 + 1 + 51
    assert "Your weights: Physical connectivity 2." in picture.read_text(encoding="utf-8")
    with pytest.raises(AlreadyThere):
        explorer.save(table)
