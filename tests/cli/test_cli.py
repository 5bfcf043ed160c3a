# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line: what each command says, its exit code, and the shapes that it promises."""

import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import ROOT, child, mark

from asem_reader import __version__
from asem_reader.cli.arguments import main
from asem_reader.core.content import Kind
from asem_reader.core.marks.mark import Mark
from asem_reader.core.marks.record import to_record
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder, BinderItem, Layout
from asem_reader.core.printing.pack import Cover
from asem_reader.paper import typeset
from asem_reader.store.library import Library
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook

Run = Callable[..., tuple[int, str, str]]
MODULE = ("-m", "asem_reader")


@pytest.fixture
def run(library_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command on the real Library and a home of its own: exit code, stdout, stderr."""

    def run(*arguments: str, library: Path = library_file) -> tuple[int, str, str]:
        try:
            code = main(["--library", str(library), "--home", str(tmp_path / "home"), *arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def read(run: Run) -> Callable[..., Any]:
    """What a command that must succeed says in JSON."""

    def read(*arguments: str) -> Any:
        code, out, err = run(*arguments, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return read


def flat(topics: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for topic in topics for one in (topic, *flat(topic["children"]))]


def test_the_outline_lists_every_topic_by_its_depth(run: Run, library: Library) -> None:
    code, out, err = run("outline")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == len(library.topics())
    assert "Political pillar  (political)" in lines
    assert "    POL-05  Maritime security  (maritime-security)" in lines


def test_the_outline_keeps_its_promised_shape(read: Callable[..., Any], library: Library) -> None:
    topics = flat(read("outline"))
    assert [topic["slug"] for topic in topics] == [topic.slug for topic in library.topics()]
    for topic in topics:
        assert {"slug", "title", "kind", "symbol", "children"} <= set(topic)
        assert topic["kind"] in set(Kind)
        assert topic["symbol"] is None or re.fullmatch("[A-Z]{3}-[A-Z0-9]+", topic["symbol"])


def test_the_search_keeps_its_promised_shape(read: Callable[..., Any]) -> None:
    hits = read("search", "piracy")
    assert hits
    for hit in hits:
        assert {"slug", "block", "title", "snippet", "why"} <= set(hit)
        assert hit["block"] is None or isinstance(hit["block"], str)
        assert all(isinstance(hit[name], str) for name in ("slug", "title", "snippet", "why"))


@pytest.mark.parametrize(
    ("words", "slug"),
    [(["freedom of navigation"], "maritime-security"), (["climate", "change"], "climate-change")],
)
def test_the_best_hit_comes_first(read: Callable[..., Any], words: list[str], slug: str) -> None:
    assert read("search", *words)[0]["slug"] == slug


def test_every_hit_can_be_shown(read: Callable[..., Any], run: Run) -> None:
    for hit in read("search", "UNCLOS"):
        place = hit["slug"] + (f"#{hit['block']}" if hit["block"] else "")
        assert run("show", place)[0] == 0


@pytest.mark.parametrize("arguments", [["--limit", "2", "the"], ["the", "--limit=2"]])
def test_there_are_no_more_hits_than_asked_for(read: Callable[..., Any], arguments: list[str]) -> None:
    assert len(read("search", *arguments)) == 2


def test_an_unwanted_word_may_be_typed(read: Callable[..., Any], run: Run) -> None:
    assert read("search", "piracy -somalia")
    code, out, err = run("search", "piracy", "-somalia", "--json")
    assert code == 0, err
    assert json.loads(out) == read("search", "piracy -somalia")


def test_a_search_that_finds_nothing_offers_a_way_on(run: Run) -> None:
    code, out, err = run("search", "xqzzy")
    assert (code, out) == (0, "")
    assert err.strip().endswith(".")
    assert json.loads(run("search", "xqzzy", "--json")[1]) == []


def test_a_slip_is_mended_and_told_unless_it_is_meant_literally(run: Run) -> None:
    code, out, err = run("search", "saftey")
    assert code == 0
    assert out
    assert "“saftey”" in err
    assert "“safety”" in err
    assert run("search", "--literal", "saftey")[1] == ""
    assert json.loads(run("search", "saftey", "--json")[1])[0]["why"] == "spelling: saftey"


def test_words_that_had_to_be_left_out_are_told(run: Run) -> None:
    code, out, err = run("search", "piracy", "xqzzy")
    assert (code, err) == (0, "Without: xqzzy.\n")
    assert "maritime-security" in out


def test_notes_and_filters_narrow(run: Run, read: Callable[..., Any]) -> None:
    assert read("search", "has:note") == []
    run("marks", "add", "POL-05", "--note", "Ask the Danes")
    run("marks", "add", "climate-change")
    assert [hit["slug"] for hit in read("search", "has:note")] == ["maritime-security"]
    assert {hit["slug"] for hit in read("search", "kind:meeting", "in:meetings", "piracy")} >= {
        "piracy-seminars"
    }


def test_show_gives_the_whole_text(run: Run) -> None:
    code, out, err = run("show", "POL-05")
    assert (code, err) == (0, "")
    assert out.startswith("Maritime security · POL-05 · as of January 2026\n")
    for part in ("BOTTOM LINE", "TIMELINE", "SOURCES", "4 May 2010: ASEM Seminar on Piracy at Sea", "[1] "):
        assert part in out


def test_show_gives_one_block(run: Run, library: Library) -> None:
    block = library.article(library.find("POL-05").slug).sections[0].blocks[0]
    code, out, _ = run("show", f"asem:maritime-security#{block.id}")
    assert code == 0
    assert out.startswith(block.text)
    assert len(out.splitlines()) == 1
    assert run("show", block.id.upper())[1] == out


@pytest.mark.parametrize("place", ["POL-05", "political"])
def test_show_gives_html_and_json(run: Run, place: str) -> None:
    code, out, _ = run("show", place, "--format", "html")
    assert code == 0
    assert "<h1>" in out
    record = json.loads(run("show", place, "--format", "json")[1])
    assert {"slug", "title", "kind", "symbol", "summary", "sections", "sources"} <= set(record)


@pytest.mark.parametrize(
    ("place", "suggestion"),
    [("maritme-security", "maritime-security"), ("POL-5", "pol-"), ("seccurity", "security")],
)
@pytest.mark.parametrize("command", ["show", "marks add", "print"])
def test_an_unknown_place_is_said_with_the_nearest(
    run: Run, tmp_path: Path, command: str, place: str, suggestion: str
) -> None:
    output = ["-o", str(tmp_path / "x.pdf")] if command == "print" else []
    code, out, err = run(*command.split(), place, *output)
    assert (code, out) == (1, "")
    assert "Did you mean" in err
    assert suggestion in err.lower()
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["search"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "many"],
        ["print", "POL-05"],
        ["print", "-o", "x.pdf", "--limit", "3"],
        ["print", "-o", "x.pdf"],
        ["print", "POL-05", "-o", "x.pdf", "--paper", "a5"],
        ["marks"],
        ["marks", "burn"],
        ["marks", "add"],
        ["show", "POL-05", "--format", "pdf"],
        ["outline", "--yaml"],
        ["outline", "more"],
        ["--libary", "x", "outline"],
        ["POL-05", "POL-06"],
        ["--library"],
    ],
)
def test_wrong_usage_ends_with_two(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "usage:" in err


@pytest.mark.parametrize(
    "arguments", [["--help"], ["search", "--help"], ["marks", "add", "--help"], ["--version"]]
)
def test_help_and_version_are_no_faults(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    assert ("usage:" in out) or (__version__ in out)


@pytest.mark.parametrize("before", [True, False])
def test_the_options_for_all_stand_before_or_after(
    library_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], before: bool
) -> None:
    options = ["--library", str(library_file), "--home", str(tmp_path)]
    command = ["search", "piracy"]
    assert main([*options, *command] if before else [*command, *options]) == 0
    assert "maritime-security" in capsys.readouterr().out


COMMANDS = (
    ["outline"],
    ["show", "POL-05"],
    ["search", "sea"],
    ["check"],
    ["print", "POL-05", "-o", "never.pdf"],
)


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize("broken", ["missing", "text", "flipped"])
def test_a_broken_library_is_said_in_one_line(
    run: Run, own_library: Path, arguments: list[str], broken: str
) -> None:
    content = bytearray(own_library.read_bytes())
    content[50_000] ^= 1
    {
        "missing": own_library.unlink,
        "text": lambda: own_library.write_text("no database"),
        "flipped": lambda: own_library.write_bytes(content),
    }[broken]()
    code, out, err = run(*arguments, library=own_library)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert str(own_library) in err
    assert not (ROOT / "never.pdf").exists()


# Marks.


def test_marks_are_added_listed_and_removed(run: Run, read: Callable[..., Any]) -> None:
    code, out, err = run("marks", "add", "POL-05", "--note", "Ask about Ω\nand 中文")
    assert (code, err) == (0, "")
    name = out.strip()
    run("marks", "add", "climate-change")
    first, second = read("marks", "list")
    assert (first["id"], first["kind"], first["slug"]) == (name, "note", "maritime-security")
    assert first["body"] == "Ask about Ω\nand 中文"
    assert (second["kind"], second["block"]) == ("bookmark", None)
    assert name in run("marks", "list")[1]
    assert run("marks", "remove", name) == (0, "", "")
    assert [each["id"] for each in read("marks", "list")] == [second["id"]]


def test_a_mark_on_a_block_keeps_its_words(run: Run, read: Callable[..., Any], library: Library) -> None:
    block = library.article(library.find("POL-05").slug).sections[1].blocks[0]
    run("marks", "add", f"maritime-security#{block.id}")
    (mark_,) = read("marks", "list")
    assert (mark_["block"], mark_["quote"]) == (block.id, block.text)
    assert mark_["before"]
    assert mark_["after"]


def test_an_unknown_mark_is_said(run: Run, tmp_path: Path) -> None:
    code, out, err = run("marks", "remove", "0" * 32)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert not (tmp_path / "home").exists()


def test_a_home_without_marks_is_listed_and_not_made(
    run: Run, read: Callable[..., Any], tmp_path: Path
) -> None:
    assert read("marks", "list") == []
    assert run("marks", "check")[0] == 0
    assert json.loads(run("marks", "export", "-")[1])["marks"] == []
    assert not (tmp_path / "home").exists()


def test_marks_go_out_and_come_back(run: Run, read: Callable[..., Any], tmp_path: Path) -> None:
    for place in ("POL-05", "climate-change"):
        run("marks", "add", place, "--note", "Ω 😀 \"'")
    before = read("marks", "list")
    file = tmp_path / "marks.json"
    assert run("marks", "export", str(file)) == (0, "", "")
    assert json.loads(file.read_text(encoding="utf-8"))["format"] == "asem-reader marks"
    for mark_ in before:
        run("marks", "remove", mark_["id"])
    assert run("marks", "import", str(file))[1] == "2 new, 0 already there\n"
    assert read("marks", "list") == before
    assert run("marks", "import", str(file))[1] == "0 new, 2 already there\n"
    assert read("marks", "list") == before


def test_an_export_is_the_same_on_standard_output(run: Run, tmp_path: Path) -> None:
    run("marks", "add", "POL-05")
    run("marks", "export", str(tmp_path / "x.json"))
    assert run("marks", "export", "-")[1] == (tmp_path / "x.json").read_text(encoding="utf-8")


def export(**changes: object) -> str:
    records = [to_record(mark(7)), {**to_record(mark(8)), **changes}]
    return json.dumps({"format": "asem-reader marks", "version": 1, "marks": records})


BAD = {
    "no JSON": ("not json", "JSON"),
    "empty": ("", "JSON"),
    "cut off": (export()[:-40], "JSON"),
    "deep": ("[" * 100_000, "JSON"),
    "a list": ("[]", "asem-reader marks"),
    "another format": (export().replace("asem-reader marks", "other"), "asem-reader marks"),
    "another version": (export().replace('"version": 1', '"version": 3'), "1 to 2"),
    "marks that are no list": ('{"format": "asem-reader marks", "version": 1, "marks": {}}', "marks must be"),
    "folders that are no list": (export().replace('"version": 1', '"version": 2'), "folders must be"),
    "mark that is no object": (export().replace('"marks": [', '"marks": [5, '), "mark 1"),
    "id": (export(id="short"), "mark 2: id"),
    "kind": (export(kind="poem"), "mark 2: kind"),
    "no body": (export(body=None), "mark 2: body"),
    "tags": (export(tags="one two"), "mark 2: tags"),
    "tag that is no text": (export(tags=[1]), "mark 2: tags"),
    "slug": (export(slug="no slug at all"), "mark 2"),
    "slug with a block in it": (export(slug="sea#bbbb", block=None), "mark 2"),
    "block that is no text": (export(block=["b"]), "mark 2"),
    "lone surrogate": (export(body="\ud800"), "mark 2"),
    "lone surrogate in a tag": (export(tags=["\udcff"]), "mark 2"),
}


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=BAD)
def test_a_bad_import_changes_nothing_and_says_why(
    run: Run, read: Callable[..., Any], tmp_path: Path, text: str, said: str
) -> None:
    run("marks", "add", "POL-05")
    before = read("marks", "list")
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    code, out, err = run("marks", "import", str(tmp_path / "bad.json"))
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert said in err
    assert str(tmp_path / "bad.json") in err
    assert read("marks", "list") == before


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"\x00" * 50])
def test_an_import_that_cannot_be_read_is_said(run: Run, tmp_path: Path, content: bytes | None) -> None:
    if content:
        (tmp_path / "bad.json").write_bytes(content)
    code, out, err = run("marks", "import", str(tmp_path / "bad.json"))
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert not (tmp_path / "home").exists()


def kept_before(folder: Path, *marks: Mark) -> None:
    """Keep marks as they were in an earlier edition: an import would place them."""
    with closing(Notebook.open(folder / "home" / "notebook.db")) as notebook:
        notebook.put(marks)


def test_marks_check_names_what_has_lost_its_place(run: Run, tmp_path: Path) -> None:
    kept_before(tmp_path, mark(7), mark(8))
    run("marks", "add", "POL-05")
    code, out, _ = run("marks", "check")
    assert code == 1
    assert mark(7).id in out
    assert out.startswith("1 kept, 2 need you.")
    told = json.loads(run("marks", "check", "--json")[1])
    assert {each["id"] for each in told["waiting"]} == {mark(7).id, mark(8).id}
    assert {each["waiting"] for each in json.loads(run("marks", "list", "--json")[1])} == {None}


def test_marks_place_writes_what_became_of_them(run: Run, tmp_path: Path) -> None:
    old = mark(7)._replace(quote="4 May 2010: ASEM Seminar on Piracy at Sea, Brussels.")
    kept_before(tmp_path, old, old._replace(id=mark(8).id))
    code, out, _ = run("marks", "place")
    assert (code, out.splitlines()[0]) == (0, "0 kept, 2 moved.")
    assert list((tmp_path / "home" / "backups").glob("*before-edition-*"))


def test_marks_place_on_no_marks_writes_nothing(run: Run, tmp_path: Path) -> None:
    assert run("marks", "place")[:2] == (0, "0 kept.\n")
    assert not (tmp_path / "home").exists()


# Check.


def test_check_names_a_damaged_binder(run: Run, tmp_path: Path) -> None:
    with closing(Notebook.open(tmp_path / "home" / "notebook.db")) as notebook:
        binders = Binders(notebook.file)
        binders.put(binders.draft("December", Cover(""), "2026.1"))
        with notebook.file.writing() as connection:
            connection.execute("UPDATE binders SET content = 'x'")
    code, _, err = run("check")
    assert (code, "“December” is damaged" in err) == (1, True)


def test_check_finds_the_real_library_whole(run: Run) -> None:
    run("marks", "add", "POL-05")
    code, out, err = run("check")
    assert (code, err) == (0, "")
    assert "whole" in out
    assert "damaged" not in out
    record = json.loads(run("check", "--json")[1])
    assert record["library"]["problems"] == record["notebook"]["problems"] == []


def test_check_misses_the_digest(run: Run, own_library: Path) -> None:
    own_library.with_name("asem.db.sha256").unlink()
    code, _, err = run("check", library=own_library)
    assert code == 1
    assert "asem.db.sha256" in err


def test_check_says_that_the_notebook_is_damaged(run: Run, tmp_path: Path) -> None:
    run("marks", "add", "POL-05")
    notebook = tmp_path / "home" / "notebook.db"
    notebook.write_bytes(bytes(100) + notebook.read_bytes()[100:])
    before = notebook.read_bytes()
    code, out, err = run("check")
    assert (code, out) == (1, "")
    assert str(notebook) in err
    assert notebook.read_bytes() == before


# Print.


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
        image = typeset.page(pdf, 0, 72)
        sizes[name] = (image.width, image.height, typeset.count(pdf))
    assert sizes["a4"][:2] == (595, 842) or sizes["a4"][:2] == (596, 842)
    assert sizes["letter"][:2] == (612, 792)
    assert sizes["large"][2] > sizes["a4"][2]


def printed(file: Path) -> str:
    return " ".join(" ".join(typeset.text(file.read_bytes())).split())


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
        (["--blocks", "dzhb"], "first anti-piracy agreement", "High Seas Treaty"),
        (["--leave-out", "key-facts", "--leave-out", "timeline"], "Bottom line", "Key facts"),
        (["--profile", "card"], "Key facts", "Instruments"),
        (["--profile", "article"], "ASEM8, Brussels, October 2010", "full article"),
        (["--codes"], "dzhb", "nothing of the kind"),
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
    file = str(tmp_path / "x.pdf")
    code, out, err = run("print", "POL-05", "-o", file, "--margin", "--paper", "letter")
    assert (code, out) == (0, "")
    told = re.fullmatch(
        r"POL-05 Maritime security has 3 sides, \d+ lines? more than go on 2\. "
        r"It would fit with --leave-out ([a-z,]+)\.\n",
        err,
    )
    assert told
    leave = ("--force", "--leave-out", told[1])
    assert run("print", "POL-05", "-o", file, "--margin", "--paper", "letter", *leave) == (0, "", "")


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


@pytest.fixture
def kept(tmp_path: Path) -> Binder:
    """A binder in the Notebook of the home."""
    with closing(Notebook.open(tmp_path / "home" / "notebook.db")) as notebook:
        binders = Binders(notebook.file)
        leaves = (
            BinderItem(Slug("tein"), "TEIN"),
            BinderItem(Slug("maritime-security"), "Sea", only=("key-facts",)),
        )
        binder = binders.draft("For Vientiane", Cover("", "FMM15", prepared_for="the Minister"), "2026.1")
        binder = replace(binder, items=leaves, layout=Layout(codes=True, handling="Destroy after use"))
        binders.put(binder)
    return binder


def test_print_makes_the_pack_that_a_binder_keeps(run: Run, tmp_path: Path, kept: Binder) -> None:
    file = tmp_path / "x.pdf"
    assert run("print", "--binder", "for  vientiane", "--occasion", "FMM16", "-o", str(file)) == (0, "", "")
    text = printed(file)
    for words in (kept.name, "FMM16", "the Minister", "Destroy after use", "Contents", "dzhb"):
        assert words in text
    assert "Background" not in text[text.rindex("Sheet 2 of 2") :]
    assert text.index("Trans-Eurasia") < text.index("Maritime security")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--search", "xqzwv kkkkq"], "Nothing was found for “xqzwv kkkkq”. Try other words"),
        (["--folder", "Nowhere"], "There is no folder of marks “Nowhere”. There are “Desk”."),
        (["--binder", "Nothing"], "There is no binder “Nothing”. There are “For Vientiane”."),
        (["nowhere-at-all"], "There is no"),
    ],
)
@pytest.mark.usefixtures("kept")
def test_what_is_not_there_is_said_and_nothing_written(
    run: Run, tmp_path: Path, options: list[str], told: str
) -> None:
    run("marks", "add", "POL-05", "--folder", "Desk")
    code, out, err = run("print", *options, "-o", str(tmp_path / "x.pdf"))
    assert (code, out) == (1, "")
    assert " ".join(err.split()).startswith(told)
    assert not (tmp_path / "x.pdf").exists()


def test_where_there_is_no_folder_of_marks_it_is_said_what_makes_one(run: Run, tmp_path: Path) -> None:
    code, _, err = run("print", "--folder", "Desk/Sea", "-o", str(tmp_path / "x.pdf"))
    assert code == 1
    assert "marks add --folder" in err
    run("marks", "add", "POL-05", "--folder", "Desk/Sea")
    assert run("print", "--folder", "Desk/Sea", "-o", str(tmp_path / "x.pdf"))[0] == 0


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("x.docx", [], b"PK"),
        ("x.html", [], b"<!DOCTYPE html>"),
        ("x.txt", [], b" "),
        ("x", [], b"%PDF"),
        ("x.out", ["--format", "md"], b"**"),
    ],
)
def test_the_form_is_that_of_the_files_ending_or_as_asked(
    run: Run, tmp_path: Path, name: str, options: list[str], begins: bytes
) -> None:
    assert run("print", "POL-05", "-o", str(tmp_path / name), *options) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("options", [[], ["--format", "docx"], ["--copies", "3", "--copy", "2"]])
def test_standard_output_gets_the_bytes_of_the_file_and_nothing_else(
    tmp_path: Path, options: list[str]
) -> None:
    ran = child(*MODULE, "print", "POL-05", *options, "-o", "-")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.startswith(b"PK" if "docx" in options else b"%PDF")
    again = child(*MODULE, "print", "POL-05", *options, "-o", str(tmp_path / "x"))
    assert again.returncode == 0
    assert len((tmp_path / "x").read_bytes()) == len(ran.stdout)  # the minute may be another


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminal to be had without a person")
@pytest.mark.parametrize(("form", "code"), [("pdf", 1), ("docx", 1), ("txt", 0)])
def test_a_terminal_gets_only_what_can_be_read_on_it(form: str, code: int) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, *MODULE, "print", "POL-05", "--blocks", "dzhb", "-o", "-", "--format", form]
    ran = subprocess.run(command, cwd=ROOT, stdout=theirs, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(theirs)
    os.close(ours)
    assert ran.returncode == code
    assert (b"it is a terminal" in ran.stderr) == bool(code)


@pytest.mark.parametrize("step", ["asem_reader.paper.typeset.Press.pdf", "os.fsync"])
def test_stopped_half_way_it_leaves_no_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(step, stop)
    code, out, err = run("print", "POL-05", "-o", str(tmp_path / "x.pdf"))
    assert (code, out) == (1, "")
    assert err.startswith("It was stopped.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["missing/x.pdf", "file/x.pdf", "folder"])
def test_a_target_that_cannot_be_written_is_said(run: Run, tmp_path: Path, target: str) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    code, out, err = run("print", "POL-05", "-o", str(tmp_path / target))
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert str(tmp_path / target) in err
    assert sorted(tmp_path.rglob("*")) == before


# In a process of its own.


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["outline"], 0), (["show", "nowhere-at-all"], 1), (["search"], 2), (["--version"], 0)],
)
def test_the_exit_code_reaches_the_shell(arguments: list[str], code: int) -> None:
    ran = child(*MODULE, *arguments)
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    "arguments", [["show", b"\xff"], ["search", b"\xff"], ["marks", "add", "POL-05", "--note", b"\xff"]]
)
def test_bytes_that_are_no_text_make_no_traceback(tmp_path: Path, arguments: list[str | bytes]) -> None:
    ran = child(*MODULE, "--home", str(tmp_path / "home"), *arguments)
    assert b"Traceback" not in ran.stderr, ran.stderr.decode(errors="replace")
    assert ran.returncode in (0, 1)


LOADED = """
import sys
from asem_reader.cli.arguments import main
code = main(sys.argv[1:])
heavy = "PySide6 shiboken6 markdown sqlite_utils yaml typst pypdfium2 asem_reader.authoring".split()
print([name for name in heavy if name in sys.modules], code, file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [*COMMANDS[:4], ["marks", "list"], ["marks", "add", "POL-05"], ["show", "POL-05", "--format", "html"]],
    ids=" ".join,
)
def test_a_command_loads_no_window_and_no_compiler(
    tmp_path: Path, library_file: Path, arguments: list[str]
) -> None:
    ran = child("-c", LOADED, "--library", str(library_file), "--home", str(tmp_path), *arguments)
    assert ran.stderr.decode().splitlines()[-1] == "[] 0", ran.stderr.decode()


def test_print_loads_no_window(tmp_path: Path) -> None:
    ran = child("-c", LOADED, "print", "POL-05", "-o", str(tmp_path / "x.pdf"))
    assert "PySide6" not in ran.stderr.decode()
    assert ran.stderr.decode().strip() == "['typst', 'pypdfium2'] 0"


@pytest.mark.parametrize(
    "arguments", [["outline"], ["show", "POL-05", "--format", "html"], ["search", "the", "--json"]]
)
def test_a_reader_that_has_seen_enough_is_no_fault(arguments: list[str]) -> None:
    """As with `| head -1`, and sooner: nobody reads any more when the first line is written."""
    with subprocess.Popen(
        [sys.executable, *MODULE, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
    assert said == ""
    assert process.returncode == 0


def test_head_takes_one_line() -> None:
    line = f"'{sys.executable}' -m asem_reader show POL-05 | head -1"
    ran = subprocess.run(line, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stdout == "Maritime security · POL-05 · as of January 2026\n"
    assert ran.stderr == ""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_knows_few_letters_makes_no_traceback(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    ran = child(*MODULE, "show", "POL-05")
    assert b"Traceback" not in ran.stderr, ran.stderr.decode(errors="replace")
    assert ran.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is a device of Linux")
@pytest.mark.parametrize("arguments", [["outline"], ["show", "POL-05", "--format", "html"]])
def test_a_full_disk_behind_standard_output_is_said(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, *MODULE, *arguments], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert b"Traceback" not in ran.stderr, ran.stderr.decode()
    assert ran.returncode == 1


def test_personal_files_lie_where_the_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "Ω data"))
    ran = child(*MODULE, "marks", "add", "POL-05")
    assert ran.returncode == 0, ran.stderr.decode()
    if os.name == "posix" and sys.platform != "darwin":
        assert (tmp_path / "Ω data" / "asem-reader" / "notebook.db").is_file()


def test_without_a_screen_the_window_is_refused_in_a_sentence(library_file: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ran = subprocess.run(
        [sys.executable, *MODULE, "--library", str(library_file)],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in hidden},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("There is no screen")
    assert ran.stderr.count("\n") == 1


def test_without_qt_s_libraries_the_window_is_refused_in_a_sentence(library_file: Path) -> None:
    missing = "import sys; sys.modules['PySide6.QtWidgets'] = None"
    ran = child("-c", f"{missing}; from asem_reader.cli.arguments import main; sys.exit(main([]))")
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr.startswith(b"Windows cannot be drawn here: ")
    assert ran.stderr.count(b"\n") == 1


HOMELESS = """
import os, pwd, sys
from asem_reader.cli.arguments import main
os.environ.pop("HOME", None)
os.environ.pop("XDG_DATA_HOME", None)
pwd.getpwuid = {}.__getitem__
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="pwd is POSIX's")
@pytest.mark.parametrize("arguments", [[], ["marks", "list"], ["marks", "add", "POL-05"], ["check"]])
def test_without_a_home_folder_one_sentence_says_so(library_file: Path, arguments: list[str]) -> None:
    ran = child("-c", HOMELESS, "--library", str(library_file), *arguments)
    said = ran.stderr.decode().splitlines()
    assert (ran.returncode, len(said)) == (1, 1)
    assert said[0].startswith("Your notes cannot be kept in ~/.local/s")


@pytest.mark.skipif(sys.platform == "win32", reason="pwd is POSIX's")
@pytest.mark.parametrize(
    "arguments",
    [["outline"], ["show", "POL-05"], ["search", "piracy"], ["print", "POL-05", "-o", "{}/x.txt"]],
)
def test_what_needs_no_home_does_without_one(
    library_file: Path, tmp_path: Path, arguments: list[str]
) -> None:
    given = [argument.format(tmp_path) for argument in arguments]
    ran = child("-c", HOMELESS, "--library", str(library_file), *given)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_no_letter_of_a_title_commands_the_terminal(run: Run, own_library: Path) -> None:
    with closing(sqlite3.connect(own_library)) as database:
        database.execute(
            "UPDATE topics SET title = char(27) || '[2J' || title, summary = char(155) || summary"
        )
        database.commit()
    own_library.with_name("asem.db.sha256").unlink()
    for command in (("outline",), ("show", "maritime-security"), ("search", "piracy"), ("search", "\x1b")):
        _, out, err = run(*command, library=own_library)
        assert not re.search(r"[\x1b\x9b]", out + err)
    assert r"\x1b[2JMaritime" in run("show", "maritime-security", library=own_library)[1]


@pytest.mark.parametrize("locale", ["C", "POSIX", "xx_XX.UTF-8"])
def test_a_trial_says_each_step_and_nothing_of_the_locale(
    library_file: Path, monkeypatch: pytest.MonkeyPatch, locale: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    ran = child(*MODULE, "--library", str(library_file), "--smoke")
    assert (ran.returncode, ran.stderr) == (0, b"")
    steps = ran.stdout.decode().splitlines()
    assert len(steps) == 5
    assert all(step.startswith("ok: ") for step in steps)


def test_a_trial_that_fails_says_where(own_library: Path) -> None:
    with closing(sqlite3.connect(own_library)) as changed:
        changed.executescript("DELETE FROM names; DELETE FROM words; DROP TABLE sections_fts;")
    own_library.with_name("asem.db.sha256").unlink()
    ran = child(*MODULE, "--library", str(own_library), "--smoke")
    assert ran.returncode == 1
    assert "failed: the words are marked\n" in ran.stdout.decode()
    assert "Not so: the words are marked.\n" in ran.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors are closed by a POSIX shell")
@pytest.mark.parametrize("arguments", ["outline", "show POL-05", "print POL-05 --format txt -o -"])
def test_a_closed_standard_output_is_no_fault(arguments: str) -> None:
    command = f"{shlex.quote(sys.executable)} -m asem_reader {arguments} >&-"
    ran = subprocess.run(command, shell=True, cwd=ROOT, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
