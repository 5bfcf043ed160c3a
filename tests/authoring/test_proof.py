# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What an editor reads for: British spelling, and wording that is borrowed."""

import shutil
from pathlib import Path

import pytest
from support.content import Data, draft, rendered
from support.processes import child

from asem_reader.authoring.__main__ import main
from asem_reader.authoring.checks.spelling import NoDictionary, misspelt
from asem_reader.authoring.compiled import compile_content
from asem_reader.authoring.problem import Problem
from asem_reader.authoring.proof.borrowed import DIGESTS, ROW, borrowed, read_digests, rows
from asem_reader.authoring.proof.proof import proofread

needs_hunspell = pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")
SENTENCE = "Pirates came ashore by night and took ten sailors away with them."


def spelt(data: Data) -> list[Problem]:
    compiled = compile_content(data.write())
    return list(misspelt(compiled.content, compiled.renderings))


# Spelling.


@needs_hunspell
def test_british_words_and_words_of_the_glossary_are_right(with_facts: Data) -> None:
    with_facts.change(
        "Nobody counted", "In the centre of ASEM8, ASEM’s colours are organised; nobody counted"
    )
    assert spelt(with_facts) == []


@needs_hunspell
@pytest.mark.parametrize(
    "word", ["color", "center", "labor", "defense", "analyze", "traveled", "harbr", "Brusels"]
)
def test_a_word_that_no_british_dictionary_has_is_named(with_facts: Data, word: str) -> None:
    with_facts.change("Nobody counted", f"The {word} of it: nobody counted")
    (problem,) = spelt(with_facts)
    assert problem == Problem(
        with_facts.piracy, with_facts.line(word), f"“{word}” is in no dictionary (data/words.txt)"
    )


@needs_hunspell
@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("organize", "organise"),
        ("Organization", "Organisation"),
        ("realized", "realised"),
        ("globalization", "globalisation"),
        ("organizational", "organisational"),
        ("modernizing", "modernising"),
    ],
)
def test_what_is_written_with_z_is_refused(with_facts: Data, word: str, form: str) -> None:
    with_facts.change("Nobody counted", f"Nobody {word} or counted")
    (problem,) = spelt(with_facts)
    assert problem.sentence == f"“{word}” is written “{form}” here, but in names (data/words.txt)"
    assert problem.line == with_facts.line(word)


@needs_hunspell
@pytest.mark.parametrize("word", ["size", "prize", "capsized", "seize", "Downsizing", "assize", "citizen"])
def test_other_words_with_z_are_right(with_facts: Data, word: str) -> None:
    with_facts.change("Nobody counted", f"The {word}: nobody counted")
    assert spelt(with_facts) == []


@needs_hunspell
def test_a_name_keeps_its_z(with_facts: Data) -> None:
    with_facts.files["words.txt"] += "Organization\n"
    with_facts.change("Nobody counted", "The International Organization’s men counted")
    assert spelt(with_facts) == []


@needs_hunspell
@pytest.mark.parametrize("edition", ["organisation", "organisation organization seize"])
def test_the_edition_of_the_dictionary_makes_no_difference(
    with_facts: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edition: str
) -> None:
    words = edition.split()
    (tmp_path / "en_GB.aff").write_text("SET UTF-8\n")
    (tmp_path / "en_GB.dic").write_text("\n".join([str(len(words)), *words]))
    monkeypatch.setenv("DICPATH", str(tmp_path))
    with_facts.change("Nobody counted", "No organization may seize it or counted")
    told = [problem.sentence for problem in spelt(with_facts) if "iz" in problem.sentence]
    assert told == ["“organization” is written “organisation” here, but in names (data/words.txt)"]


@needs_hunspell
@pytest.mark.parametrize("text", ["Xyzzyx", "Xyzzyx’s", "the Xyzzyxs", "the Xyzzyxs’ view"])
def test_our_own_words_are_allowed_in_all_their_forms(with_facts: Data, text: str) -> None:
    with_facts.change("Nobody counted", f"Of {text} nobody counted")
    assert len(spelt(with_facts)) == 1
    with_facts.files["words.txt"] += "Xyzzyx\n"
    assert spelt(with_facts) == []


@needs_hunspell
def test_a_comment_among_our_words_is_no_word(with_facts: Data) -> None:
    with_facts.files["words.txt"] += "#Xyzzyx\n"
    with_facts.change("Nobody counted", "Xyzzyx counted")
    assert [problem.sentence[:8] for problem in spelt(with_facts)] == ["“Xyzzyx”"]


@needs_hunspell
@pytest.mark.parametrize("text", ["john@harbr.org", "harbr.org", "b7harbr", "harbr_x"])
def test_addresses_and_codes_are_no_words(with_facts: Data, text: str) -> None:
    with_facts.change("Nobody counted", f"At {text} nobody counted")
    assert not [problem for problem in spelt(with_facts) if "harbr" in problem.sentence]


@needs_hunspell
def test_titles_and_summaries_are_read_too_and_a_word_is_named_once(with_facts: Data) -> None:
    with_facts.change("title: Piracy at sea", "title: Piracy at the harbr")
    with_facts.change("Nobody counted", "In the harbr nobody counted")
    with_facts.change("summary: The sea and the land.", "summary: The sea and the colr.", "tree.yaml")
    named = {(problem.file, problem.line, problem.sentence[:7]) for problem in spelt(with_facts)}
    assert named == {(with_facts.piracy, 1, "“harbr”"), ("tree.yaml", 1, "“colr” ")}


def test_without_hunspell_one_sentence_says_so(with_facts: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoDictionary) as raised:
        spelt(with_facts)
    said = str(raised.value)
    assert "install hunspell and its en_GB dictionary" in said
    assert "\n" not in said


def test_without_hunspell_the_rest_is_checked(
    with_facts: Data, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_facts.build()
    monkeypatch.setenv("PATH", "")
    assert main(["check", "--data", str(with_facts.folder)]) == 0
    assert capsys.readouterr().err == f"{NoDictionary()}\n"
    (with_facts.folder / "facts" / "other-topic.yaml").unlink()
    assert main(["check", "--data", str(with_facts.folder)]) == 1
    assert "has no facts" in capsys.readouterr().err


@needs_hunspell
def test_the_command_passes_sound_content_and_names_a_misspelt_word(with_facts: Data) -> None:
    with_facts.files["words.txt"] = "Xyzzyx\n"
    with_facts.change("Nobody counted", "Xyzzyx counted")
    with_facts.build()
    check = ("-m", "asem_reader.authoring", "check", "--data", str(with_facts.folder))
    sound = child(*check)
    assert (sound.returncode, sound.stderr) == (0, b"")
    (with_facts.folder / "words.txt").unlink()
    refused = child(*check)
    where = f"data/{with_facts.piracy}:{with_facts.line('Xyzzyx')}"
    said = f"{where}: “Xyzzyx” is in no dictionary (data/words.txt)\n"
    assert (refused.returncode, refused.stderr.decode()) == (1, said)


# Borrowed wording.


def digests(text: str) -> frozenset[str]:
    return frozenset(digest for _, digest in rows(text))


@pytest.mark.parametrize(
    ("words", "count"), [(0, 0), (ROW - 1, 0), (ROW, 1), (ROW + 1, 2), (3 * ROW, 2 * ROW + 1)]
)
def test_every_eight_words_in_a_row_have_a_digest(words: int, count: int) -> None:
    assert len(list(rows("word " * words))) == count


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (SENTENCE, "pirates came ashore by night and took ten"),
        (
            "Then **pirates** came ashore, by night, and took TEN.",
            "pirates came ashore by night and took ten",
        ),
        (
            "They took ten: ashore by night and took ten sailors away.",
            "ashore by night and took ten sailors away",
        ),
        ("Pirates came ashore by night and took [@one] ten.", "pirates came ashore by night and took ten"),
    ],
)
def test_eight_words_in_a_row_are_found(body: str, found: str) -> None:
    (problem,) = borrowed(draft(body), rendered(body), digests(SENTENCE))
    assert problem == Problem("x.md", 1, f"“{found}” stands so on the founding page")


@pytest.mark.parametrize(
    "body",
    [
        "Pirates came ashore by night and took nine sailors away with them.",
        "pirates came ashore by night and took",
        "Pirates came ashore by night.\n\nAnd took ten sailors away with them.",
        "Ten sailors took pirates and came ashore by night away with them.",
        "",
    ],
)
def test_seven_words_in_a_row_are_nobodys(body: str) -> None:
    assert list(borrowed(draft(body), rendered(body), digests(SENTENCE))) == []


def test_each_block_is_named_once(data: Data) -> None:
    body = f"{SENTENCE}\n\n- Item.\n- {SENTENCE} {SENTENCE}"
    assert [problem.line for problem in borrowed(draft(body), rendered(body), digests(SENTENCE))] == [1, 4]


def test_digests_are_read_without_comments(tmp_path: Path) -> None:
    assert read_digests(tmp_path) == frozenset()
    (tmp_path / "facts").mkdir()
    (tmp_path / DIGESTS).write_text("# of a page\n\n0123456789abcdef\n")
    assert read_digests(tmp_path) == {"0123456789abcdef"}


def test_every_page_is_compared(with_facts: Data) -> None:
    with_facts.change("Nobody counted them.", SENTENCE)
    with_facts.files["facts/piracy.yaml"] += f'- {{text: "{SENTENCE}", sources: [one]}}\n'
    with_facts.files[DIGESTS] = "\n".join(sorted(digests(SENTENCE)))
    (problem,) = proofread(compile_content(with_facts.write()), with_facts.folder)
    assert (problem.file, problem.line) == (with_facts.piracy, with_facts.line(SENTENCE))
    assert "stands so on the founding page" in problem.sentence
