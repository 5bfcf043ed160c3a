# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line: topics as sheets and packs, with all that can be asked of them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.commandline import Run, printed
from support.pdf_layout import picture

from asem_reader.paper import typeset
from asem_reader.store.library import Library


def test_print_makes_a_pdf_of_what_is_asked_for(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sheet Ω.pdf"
    assert run("print", "POL-05", "climate-change", "-o", str(file)) == (0, "", "")
    text = " ".join(" ".join(typeset.text(file.read_bytes())).split())
    for part in ("Maritime security", "POL-05", "Climate change", "POL-16", "Page 1 of", "NOT CLASSIFIED"):
        assert part in text
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("options", "there"), [(["--with-notes"], "Ask the Danes"), (["--marking", "Draft only"], "DRAFT ONLY")]
)
def test_print_takes_its_options(run: Run, tmp_path: Path, options: list[str], there: str) -> None:
    run("marks", "add", "POL-05", "--note", "Ask the Danes")
    texts = []
    for given in ([], options):
        assert run("print", "POL-05", "-o", str(tmp_path / "x.pdf"), "--force", *given)[0] == 0
        texts.append(" ".join(" ".join(typeset.text((tmp_path / "x.pdf").read_bytes())).split()))
    assert there not in texts[0]
    assert there in texts[1]


def test_letters_and_large_type_change_the_paper(run: Run, tmp_path: Path) -> None:
    sizes = {}
    for name, options in {"a4": [], "letter": ["--paper", "letter"], "large": ["--large"]}.items():
        run("print", "POL-05", "-o", str(tmp_path / f"{name}.pdf"), *options)
        pdf = (tmp_path / f"{name}.pdf").read_bytes()
        image = picture(pdf, 0, 72)
        sizes[name] = (image.width, image.height, typeset.count(pdf))
    assert sizes["a4"][:2] == (595, 842) or sizes["a4"][:2] == (596, 842)
    assert sizes["letter"][:2] == (612, 792)
    assert sizes["large"][2] > sizes["a4"][2]


def test_a_pack_has_a_cover_and_what_is_mentioned(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "pack.pdf"
    texts = [
        "--title",
        "Delegation brief",
        "--occasion",
        "SOM",
        "--place",
        "Brussels",
        "--date",
        "2026-12-01",
    ]
    assert run("print", "POL-05", "-o", str(file), "--pack", *texts, "--with-meetings")[:2] == (0, "")
    text = printed(file)
    for part in (
        "Delegation brief",
        "SOM",
        "Brussels, 1 December 2026",
        "Contents",
        "Acronyms",
        "FMM14, Madrid",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("options", "there", "away"),
    [
        (["--sections", "Key facts,Timeline"], "ReCAAP", "Bottom line"),
        (["--blocks", "dzhb"], "ReCAAP", "Bottom line"),
        (["--leave-out", "key-facts", "--leave-out", "timeline"], "Bottom line", "Key facts"),
        (["--profile", "card"], "Key facts", "Instruments"),
        (["--profile", "article"], "Timeline", "full article"),
        (["--handling", "Destroy after use"], "Destroy after use", "nothing of the kind"),
        (["--prepared-for", "the Minister"], "Prepared for the Minister", "nothing of the kind"),
        (["--copies", "7", "--copy", "3"], "Copy 3 of 7", "Copy 1 of 7"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_print_prints_what_is_chosen(
    run: Run, tmp_path: Path, options: list[str], there: str, away: str
) -> None:
    assert run("print", "POL-05", "-o", str(tmp_path / "x.pdf"), *options) == (0, "", "")
    assert there in printed(tmp_path / "x.pdf")
    assert away not in printed(tmp_path / "x.pdf")


def test_codes_stand_beside_their_paragraphs(run: Run, tmp_path: Path, library: Library) -> None:
    code = library.article(library.find("POL-05").slug).sections[0].blocks[0].id
    for name, options in (("bare", ()), ("coded", ("--codes",))):
        assert run("print", "POL-05", "-o", str(tmp_path / f"{name}.pdf"), *options) == (0, "", "")
    assert code not in printed(tmp_path / "bare.pdf")
    assert code in printed(tmp_path / "coded.pdf")


def test_lines_to_write_on_stand_on_the_sheet_of_an_issue_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    shown = []
    for options in ((), ("--our-line",), ("--our-line", "--sections", "key-facts")):
        assert run("print", "POL-05", "germany", "-o", str(file), "--force", *options) == (0, "", "")
        shown.append(file.read_text(encoding="utf-8"))
    assert "OUR LINE" not in shown[0]
    assert [text.count("OUR LINE\n\n____") for text in shown[1:]] == [1, 1]
    assert "Germany".upper() not in shown[2]


def test_a_topic_without_the_chosen_section_is_no_sheet(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    assert run("print", "POL-05", "germany", "-o", str(file), "--sections", "timeline")[0] == 0
    assert "Germany" not in printed(file)
    assert typeset.count(file.read_bytes()) == 1


def test_copies_are_numbered_one_after_the_other(run: Run, tmp_path: Path) -> None:
    assert run("print", "POL-05", "-o", str(tmp_path / "x.pdf"), "--copies", "3")[0] == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["x-1.pdf", "x-2.pdf", "x-3.pdf"]
    assert all(f"Copy {number} of 3" in printed(tmp_path / f"x-{number}.pdf") for number in (1, 2, 3))


@pytest.mark.parametrize(("options", "there"), [([], "x.pdf"), (["--copies", "3"], "x-2.pdf")])
def test_a_file_that_is_there_is_replaced_only_by_force(
    run: Run, tmp_path: Path, options: list[str], there: str
) -> None:
    (tmp_path / there).write_bytes(b"old")
    print_ = ("print", "POL-05", "-o", str(tmp_path / "x.pdf"), *options)
    code, out, err = run(*print_)
    assert (code, out, [file.read_bytes() for file in tmp_path.iterdir()]) == (1, "", [b"old"])
    assert err.startswith(f"{tmp_path / there} is there already.")
    assert "--force" in err
    assert run(*print_, "--force") == (0, "", "")
    assert (tmp_path / there).read_bytes().startswith(b"%PDF")


def test_what_runs_over_is_told_with_what_would_help(run: Run, tmp_path: Path) -> None:
    run("marks", "add", "POL-05", "--note", "A long note. " * 200)
    noted = ("print", "POL-05", "-o", str(tmp_path / "x.pdf"), "--with-notes")
    code, out, err = run(*noted)
    assert (code, out) == (0, "")
    told = re.fullmatch(
        r"POL-05 Maritime security has \d sides, \d+ lines? more than go on 2\. "
        r"It would fit with --leave-out ([a-z,-]+)\.\n",
        err,
    )
    assert told
    assert run(*noted, "--force", "--leave-out", told[1]) == (0, "", "")


def test_nothing_left_is_told(run: Run, tmp_path: Path) -> None:
    both = ("--sections", "timeline", "--leave-out", "timeline")
    code, _, err = run("print", "POL-05", "-o", str(tmp_path / "x.pdf"), *both)
    assert (code, list(tmp_path.iterdir())) == (1, [])
    assert err.startswith("Nothing is left to print")


def test_an_unknown_section_is_told_and_nothing_written(run: Run, tmp_path: Path) -> None:
    code, _, err = run("print", "POL-05", "-o", str(tmp_path / "x.pdf"), "--sections", "Key fact")
    assert code == 1
    assert "“Key fact”" in err
    assert "key-facts" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "options",
    [["--title", "x"], ["--copy", "2"], ["--copies", "0"], ["--profile", "x"], ["--copies", "2", "-o", "-"]],
)
def test_what_does_not_go_together_is_wrong_usage(run: Run, tmp_path: Path, options: list[str]) -> None:
    assert run("print", "POL-05", "-o", str(tmp_path / "x.pdf"), *options)[0] == 2


def test_print_takes_topics_from_a_folder_in_its_order(run: Run, tmp_path: Path) -> None:
    for place, folder in (
        ("tein", "Desk"),
        ("POL-05", "Desk/Sea"),
        ("asem12", "Other"),
        ("tein", "Desk/Sea"),
    ):
        run("marks", "add", place, "--folder", folder)
    file = tmp_path / "x.md"
    assert run("print", "climate-change", "--folder", "Desk", "-o", str(file)) == (0, "", "")
    assert headings(file) == [
        "Climate change",
        "Maritime security",
        "Trans-Eurasia Information Network (TEIN) and Asi@Connect",
    ]


def headings(file: Path) -> list[str]:
    return re.findall("^# (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)


def test_print_takes_topics_from_a_search_best_first(
    run: Run, read: Callable[..., Any], tmp_path: Path
) -> None:
    file = tmp_path / "x.md"
    assert run("print", "--search", "piracy", "--limit", "3", "-o", str(file)) == (0, "", "")
    best = list(dict.fromkeys(hit["title"] for hit in read("search", "piracy", "--limit", "9")))[:3]
    assert headings(file) == best
    assert len(best) == 3


VIEW = "asem:sustainable-connectivity-index?show=comparison&with=SGP,MLT&weights=physical:2"


def test_a_view_is_printed_by_its_address_with_what_was_changed(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    assert run("print", VIEW, "-o", str(file)) == (0, "", "")
    text = " ".join(" ".join(typeset.text(file.read_bytes())).split())
    for part in (
        "ranking of your own",
        "Your weights: Physical connectivity 2.",
        "Singapore; Malta",
        "Pillar",
    ):
        assert part in text


def test_a_view_goes_into_a_pack_whole_whatever_is_chosen_of_topics(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    options = ("--pack", "--sections", "ASEM position", "--leave-out", "figures")
    assert run("print", "POL-05", VIEW, "IND-01?show=tiles", "-o", str(file), *options)[0] == 0
    text = file.read_text()
    assert len(re.findall("^Figure: ", text, re.MULTILINE)) == 2
    assert "Your weights: Physical connectivity 2." in text


def test_views_in_a_pack_are_told_apart_by_their_titles_and_equal_ones_stand_once(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "x.md"
    views = ("?show=tiles", "?show=profile&with=SGP", "?with=sgp&show=PROFILE", "?show=scatter&with=SGP")
    assert run("print", *(f"IDX-02{view}" for view in views), VIEW, "-o", str(file))[0] == 0
    assert headings(file) == [
        "Index: connectivity (tiles)",
        "Index: connectivity (Singapore; profile)",
        "Index: connectivity (scatter)",
        "Index: sustainable connectivity (Singapore, Malta; comparison), by a ranking of your own",
    ]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("IDX-01?shwo=tiles", "is no key of a view"),
        ("IDX-01?show=map", "is no picture"),
        ("IDX-01?with=ATL", "no figures of"),
        ("POL-05?show=tiles", "has no scores"),
        ("nowhere?show=tiles", "There is no"),
        ("IDX-01?show=comparison&with=SGP", "two to 4 partners"),
    ],
)
def test_a_view_that_there_is_not_is_refused_in_a_sentence(
    run: Run, tmp_path: Path, place: str, said: str
) -> None:
    code, out, err = run("print", place, "-o", str(tmp_path / "x.pdf"))
    assert (code, out, err.count("\n"), list(tmp_path.iterdir())) == (1, "", 1, [])
    assert said in err
