# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command `figures`: rankings as text, CSV and JSON, under any scheme."""

import csv
import json

import pytest
from support.commandline import Run

PROMISED = {"iso3", "name", "score", "rank", "low", "high"}


def ranking(run: Run, *arguments: str) -> list[dict[str, object]]:
    code, out, err = run("figures", *arguments, "--format", "json")
    assert (code, err) == (0, "")
    found: list[dict[str, object]] = json.loads(out)
    return found


def test_json_is_a_list_best_first_with_what_is_promised(run: Run) -> None:
    found = ranking(run)
    assert len(found) == 51
    assert all(set(one) >= PROMISED for one in found)
    assert [one["rank"] for one in found[:3]] == [1, 2, 3]
    assert found[0] | {"score": 68.38} == found[0] | {"score": round(float(str(found[0]["score"])), 2)}


@pytest.mark.parametrize("topic", ["lpi", "LPI", "indicator-lpi", "IND-01", "asem:indicator-lpi"])
def test_a_topic_may_be_named_in_any_way(run: Run, topic: str) -> None:
    assert ranking(run, topic, "--draws", "1")[0]["iso3"] == "DEU"


def test_weights_in_any_case_and_a_choice_of_partners(run: Run) -> None:
    found = ranking(run, "--weights", "PHYSICAL:2,p2p:0", "--with", "sgp,mlt")
    assert {one["iso3"] for one in found} == {"SGP", "MLT"}
    assert all(one["rank"] != one["jrc_rank"] for one in found)


def test_each_scale_and_mean_gives_another_score(run: Run) -> None:
    choices = (
        [],
        ["--scale", "zscore"],
        ["--scale", "rank"],
        ["--mean", "geometric"],
        ["--missing", "median"],
    )
    assert len({ranking(run, "--with", "SGP", "--draws", "1", *more)[0]["score"] for more in choices}) == 5


def test_csv_says_what_it_is_by_which_scheme_and_of_whom(run: Run) -> None:
    code, out, _err = run("figures", "connectivity-index", "--weights", "physical:2", "--format", "csv")
    lines = out.splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert code == 0
    assert head[:2] == ["# Connectivity, figures of 2018", "# Scheme: weights=physical:2"]
    assert "Joint Research Centre" in head[2]
    rows = list(csv.DictReader(lines[len(head) :]))
    assert len(rows) == 51
    assert set(rows[0]) >= PROMISED


def test_text_says_ranks_intervals_and_what_is_missing(run: Run) -> None:
    _code, out, _err = run("figures", "--with", "BRN")
    assert " 40  Brunei Darussalam" in out
    assert "36 to 47" in out
    assert "10 figures missing" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--weights", "physical:lots"], "“lots” is no weight for Physical: it is a number from 0 to 100."),
        (["--weights", "physical:1_0"], "“1_0” is no weight for Physical"),
        (["--weights", "physical:２"], "“２” is no weight for Physical"),
        (["--weights", "lots"], "“lots” weighs nothing that there is."),
        (["--with", "SGP,XX"], "there are no figures of “XX”."),
        (["maritime-security"], "maritime-security has no scores"),
        (["no-such-topic"], "There is no “no-such-topic” in this Library."),
        (["--weights", "connectivity:0,sustainability:0"], "has the weight 0."),
    ],
)
def test_what_cannot_be_ranked_is_said_in_a_sentence(run: Run, arguments: list[str], sentence: str) -> None:
    code, out, err = run("figures", *arguments)
    assert (code, out) == (1, "")
    assert sentence in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["--draws", "0"], ["--draws", "1000000"], ["--scale", "log"], ["a", "b"]]
)
def test_wrong_usage_is_refused(run: Run, arguments: list[str]) -> None:
    assert run("figures", *arguments)[0] == 2


@pytest.mark.parametrize("show", ["ranking", "scatter", "tiles", "profile", "comparison", "correlations"])
def test_each_picture_is_svg_that_says_what_was_changed(run: Run, show: str) -> None:
    options = ("--with", "SGP,MLT", "--weights", "physical:2", "--format", "svg", "--show", show)
    code, out, err = run("figures", "connectivity-index", *options)
    assert (code, err) == (0, "")
    assert out.startswith("<svg ")
    assert "Your weights: Physical connectivity 2." in out


def test_a_picture_of_nobody_is_refused_in_a_sentence(run: Run) -> None:
    for show, count in (("profile", ""), ("comparison", "SGP"), ("comparison", "SGP,MLT,LUX,LAO,DEU")):
        code, out, err = run("figures", "--format", "svg", "--show", show, "--with", count)
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert f"a {show} is of" in err


def test_a_profile_says_what_stands_in_for_a_figure(run: Run) -> None:
    options = ("--with", "BRN", "--show", "profile", "--format", "svg")
    for choice, said in (("group-mean", "mean"), ("median", "median")):
        found = run("figures", "--missing", choice, *options)[1]
        assert f"no figure, so the {said} of its group" in found
