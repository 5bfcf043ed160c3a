# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The address of a view on the command line: shown, ranked, bookmarked, taken out and in."""

import json
from pathlib import Path

import pytest
from support.commandline import Read, Run

from asem_reader.core.exchange.format import MarksFormat

TOPIC = "connectivity-index"
VIEW = "scale=zscore&weights=physical:2&with=SGP,MLT"
TYPED = f"{TOPIC}?with=sgp,mlt&WEIGHTS=physical:2.0&scale=zscore"


def ranking(run: Run, *arguments: str) -> list[dict[str, object]]:
    code, out, err = run("figures", *arguments, "--format", "json")
    assert (code, err) == (0, "")
    found: list[dict[str, object]] = json.loads(out)
    return found


def test_a_view_shows_what_it_comes_to_for_each_partner_and_the_command_for_all(run: Run) -> None:
    code, out, err = run("show", TYPED)
    assert (code, err) == (0, "")
    assert out.startswith(
        "Index: connectivity\n\nYour weights: Physical connectivity 2. Your method: z-scores."
    )
    assert "Singapore is 5th of 51; by these weights" in out
    assert "Malta is 6th of 51" in out
    assert out.endswith(f"\n\nThe ranking: asem-reader figures 'asem:{TOPIC}?{VIEW}'\n")
    shown = json.loads(run("show", TYPED, "--format", "json")[1])
    assert (shown["slug"], shown["view"]) == (TOPIC, VIEW)
    assert all(sentence in out for sentence in shown["sentences"])


def test_without_partners_a_view_is_told_of_the_first(run: Run) -> None:
    assert "Luxembourg is 1st of 51" in run("show", f"{TOPIC}?show=tiles")[1]
    assert "view" not in json.loads(run("show", TOPIC, "--format", "json")[1])


def test_figures_rank_as_the_view_says_unless_an_option_says_otherwise(run: Run) -> None:
    options = ("--weights", "physical:2", "--scale", "zscore", "--with", "SGP,MLT", "--draws", "9")
    assert ranking(run, f"asem:{TOPIC}?{VIEW}", "--draws", "9") == ranking(run, TOPIC, *options)
    others = ("--scale", "minmax", "--with", "JPN")
    plain = ranking(run, TOPIC, "--weights", "physical:2", *others, "--draws", "9")
    assert ranking(run, f"asem:{TOPIC}?{VIEW}", *others, "--draws", "9") == plain


@pytest.mark.parametrize("command", [("show",), ("figures",), ("marks", "add")], ids=str)
@pytest.mark.parametrize(
    ("place", "said"),
    [
        (f"{TOPIC}?colour=red", "“colour” is no key of a view"),
        (f"{TOPIC}?show=pie", "“pie” is no picture"),
        ("maritime-security?show=tiles", "maritime-security has no"),
        ("connectivty-index?show=tiles", "Did you mean connectivity-index?"),
    ],
)
def test_an_unknown_view_ends_in_one_sentence(
    run: Run, command: tuple[str, ...], place: str, said: str
) -> None:
    code, out, err = run(*command, f"asem:{place}")
    assert (code, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1


def test_bookmarks_on_two_views_stand_beside_each_other(read: Read) -> None:
    one, two = read("marks", "add", TYPED), read("marks", "add", f"{TOPIC}?show=tiles", "--note", "For Malta")
    assert (one["slug"], one["block"], one["view"]) == (TOPIC, None, VIEW)
    assert (two["kind"], two["view"]) == ("note", "show=tiles")
    assert "view" not in read("marks", "add", TOPIC)
    assert len(read("marks", "list")) == 3
    assert [each["id"] for each in read("marks", "list", "--search", "physical singapore")] == [one["id"]]
    assert [each["view"] for each in read("marks", "remove", one["id"])] == [VIEW]
    assert [each["view"] for each in read("marks", "bring-back", one["id"])] == [VIEW]
    assert (read("marks", "check")["kept"], read("marks", "place")["kept"]) == (3, 3)
    assert [each.get("view") for each in read("marks", "list")] == [VIEW, "show=tiles", None]


@pytest.mark.parametrize("kind", [kind for kind in MarksFormat if kind not in ("html", "markdown")])
def test_no_format_that_comes_back_loses_a_view(
    run: Run, read: Read, tmp_path: Path, kind: MarksFormat
) -> None:
    read("marks", "add", TYPED)
    read("marks", "add", f"{TOPIC}?show=tiles", "--note", "For Malta", "--folder", "Desk")
    before, file = read("marks", "list"), str(tmp_path / "marks")
    read("marks", "export", file, "--format", kind)
    assert run("--home", str(tmp_path / "another"), "marks", "import", file, "--format", kind)[0] == 0
    _code, out, _err = run("--home", str(tmp_path / "another"), "marks", "list", "--json")
    assert sorted(json.loads(out), key=str) == sorted(before, key=str)


def test_what_is_exported_for_people_and_browsers_names_the_view(run: Run) -> None:
    run("marks", "add", TYPED)
    for kind in ("html", "markdown", "bookmarks"):
        text = run("marks", "export", "-", "--format", kind)[1]
        assert "Singapore, Malta; Physical connectivity 2; z-scores" in text


def test_a_picture_is_of_the_view_unless_an_option_says_otherwise(run: Run) -> None:
    place = f"asem:{TOPIC}?show=tiles&weights=physical:2&with=SGP"
    picture = run("figures", place, "--format", "svg")
    options = ("--weights", "physical:2", "--with", "SGP", "--show", "tiles", "--format", "svg")
    assert picture == run("figures", TOPIC, *options)
    assert "Your weights: Physical connectivity 2." in picture[1]
    assert run("figures", place, *options[2:4], "--show", "ranking", "--format", "svg") != picture
    assert "stands twice" in run("figures", f"{TOPIC}?show=tiles&show=tiles", "--format", "svg")[2]
