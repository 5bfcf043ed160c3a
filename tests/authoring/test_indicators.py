# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The figures as they are read: what is wrong in a file is named with its line."""

import re
import shutil
from pathlib import Path

import pytest
from support.processes import ROOT

from asem_reader.authoring.files.indicators import read_figures
from asem_reader.authoring.files.reference import Reference, read_reference
from asem_reader.authoring.problem import ContentError


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference(ROOT / "data")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data" / "connectivity", tmp_path / "connectivity")
    return tmp_path


def wrong(data: Path, reference: Reference) -> str:
    with pytest.raises(ContentError) as caught:
        read_figures(data, reference)
    return "\n".join(map(str, caught.value.problems))


def test_the_real_figures_are_whole(reference: Reference) -> None:
    figures = read_figures(ROOT / "data", reference)
    assert (len(figures.dataset.indicators), len(figures.dataset.countries), len(figures.tiles)) == (
        49,
        51,
        51,
    )
    assert len(figures.dataset.readings) == 51 * 49 - 63
    assert sum(remark.misfit for remark in figures.remarks.values()) == 11


def test_without_the_folder_there_are_no_figures(tmp_path: Path, reference: Reference) -> None:
    assert read_figures(tmp_path, reference).dataset.indicators == ()


@pytest.mark.parametrize(
    ("file", "before", "after", "sentence"),
    [
        ("readings", "AUS,LPI,3.793385", "AUS,LPI,many", "readings.csv:5: the value “many” is no number"),
        ("readings", "AUS,LPI,3.793385", "AUS,LPI,nan", "readings.csv:5: the value “nan” is no number"),
        ("readings", "AUS,LPI,", "AUX,LPI,", "readings.csv:5: the iso3 “AUX” is unknown"),
        ("readings", "AUS,LPI,", "AUS,LPX,", "readings.csv:5: the code “LPX” is unknown"),
        ("readings", "AUS,Flights,", "AUS,LPI,", "readings.csv:6: AUS LPI stands twice"),
        ("readings", "AUS,LPI,3.793385", "AUS,LPI", "readings.csv:5: has 2 values for 3 columns"),
        ("readings", "iso3,code,value", "iso3,value", "readings.csv:4: has the columns iso3, value, not"),
        ("countries", "AUS,Asia,", "AUS,Oceania,", "countries.csv:5: the region “Oceania” is unknown"),
        ("countries", "AUS,Asia,", "XYZ,Asia,", "countries.csv:5: there is no partner with the code XYZ"),
        ("countries", "7741220.0", "0", "countries.csv:5: nothing can be divided by 0"),
        ("indicators", "LPI,Logistics", "Ship,Logistics", "the code “Ship” stands twice"),
        ("indicators", "LPI,Logistics", "p2p,Logistics", "the code “p2p” stands twice, or means something"),
        ("indicators", "LPI,Logistics", "L:I,Logistics", "the code “L:I” is not of letters and digits"),
        ("indicators", "Logistics Performance Index", "", "indicators.csv:5: the name is empty"),
        ("indicators", "points of 5,0,", ",0,", "indicators.csv:5: the unit_shown is empty"),
        ("pillars", "Physical connectivity", " ", "pillars.csv:4: the name is empty"),
        ("readings", "AUS,LPI,3.793385", "AUS,LPI,1_000", "readings.csv:5: the value “1_000” is no number"),
        ("readings", "AUS,LPI,3.793385", "AUS,LPI,٣", "readings.csv:5: the value “٣” is no number"),
        ("readings", "AUS,LPI,3.793385", "AUS,LPI,1e308", "the value “1e308” is too large, or too near to 0"),
        ("countries", "7741220.0", "1e-320", "countries.csv:5: the area “1e-320” is too large, or too near"),
        ("tiles", "AUS,14,7", "AUS,-3,7", "tiles.csv:4: column and row of a tile are whole numbers from 1"),
        ("tiles", "AUS,14,7", "AUS,1.5,7", "tiles.csv:4: column and row of a tile are whole numbers from 1"),
        ("readings", "AUS,LPI,", 'AUS,"LPI,', "readings.csv:5: has 0 values for 3 columns"),
        ("readings", "AUS,LPI,", "A" * 140_000, "readings.csv:5: has 0 values for 3 columns"),
        ("tiles", "AUS,14,7", "AUS,,7", "tiles.csv:4: the column is empty"),
        ("indicators", "points of 5,0,1,", "points of 5,0,up,", "the direction “up” is unknown"),
        ("indicators", ",1,population,", ",1,people,", "the denominator “people” is unknown"),
        ("pillars", "connectivity\n", "conductivity\n", "the half “conductivity” is unknown"),
        ("tiles", "AUS,14,7", "AUS,15,7", "or its place, stands twice"),
        ("tiles", "AUS,14,7\n", "", "tiles.csv: there is no tile for AUS"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    data: Path, reference: Reference, file: str, before: str, after: str, sentence: str
) -> None:
    path = data / "connectivity" / f"{file}.csv"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert sentence in wrong(data, reference)


def test_a_file_that_is_not_there_is_named(data: Path, reference: Reference) -> None:
    (data / "connectivity" / "tiles.csv").unlink()
    assert "data/connectivity/tiles.csv: is missing" in wrong(data, reference)


def test_an_indicator_of_which_too_little_is_known_is_refused(data: Path, reference: Reference) -> None:
    path = data / "connectivity" / "readings.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for at, line in enumerate(lines) if ",Pat," not in line or at % 2]
    path.write_text("".join(kept), encoding="utf-8")
    assert "too few to be compared" in wrong(data, reference)


def test_nothing_that_has_scores_is_empty(data: Path, reference: Reference) -> None:
    pillars = data / "connectivity" / "pillars.csv"
    text = pillars.read_text(encoding="utf-8")
    pillars.write_text(f"{text}Digital,digital-connectivity-score,Digital,connectivity\n", encoding="utf-8")
    assert "indicators.csv: there is no indicator of the pillar Digital" in wrong(data, reference)
    pillars.write_text(text.replace(",sustainability\n", ",connectivity\n"), encoding="utf-8")
    assert "pillars.csv: there is no pillar of the half sustainability" in wrong(data, reference)


def test_an_indicator_that_is_alike_for_all_is_refused(data: Path, reference: Reference) -> None:
    path = data / "connectivity" / "readings.csv"
    alike = re.sub(r",LPI,.*", ",LPI,3", path.read_text(encoding="utf-8"))
    path.write_text(alike, encoding="utf-8")
    assert "readings.csv: LPI is the same for all countries" in wrong(data, reference)


def test_one_fault_is_one_sentence(data: Path, reference: Reference) -> None:
    path = data / "connectivity" / "pillars.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",connectivity\n", ",Connectivity\n", 1), encoding="utf-8")
    assert wrong(data, reference) == "data/connectivity/pillars.csv:4: the half “Connectivity” is unknown"


def test_a_file_from_a_spreadsheet_may_begin_with_a_mark(data: Path, reference: Reference) -> None:
    path = data / "connectivity" / "readings.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_figures(data, reference).dataset == read_figures(ROOT / "data", reference).dataset
