# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""How well the search answers questions by lines of the Library: right, wrong or not at all."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import yaml

from asem_reader.store.search.search import Search
from tests.support.query_sets import FOLDER

FILE = FOLDER / "answers.yaml"


class AskedQuestion(NamedTuple):
    """A question, its kind, and what its answer must say; nothing where none may be given."""

    query: str
    kind: str
    wanted: tuple[str, ...]


class Verdicts(NamedTuple):
    """Questions by what became of them; right is an answer as wanted, and none where none is."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]


def read(file: Path = FILE) -> tuple[AskedQuestion, ...]:
    """The questions of a set."""
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple(AskedQuestion(each["q"], each["kind"], tuple(each.get("answer", ()))) for each in entries)


def judge(search: Search, questions: Iterable[AskedQuestion]) -> Verdicts:
    """Ask all of them; an answer is its topic's title and the line."""
    right, wrong, missed = list[str](), list[str](), list[str]()
    for question in questions:
        answer = search.answer(question.query)
        said = _plain(f"{answer.title} {answer.plain}") if answer else ""
        if answer is None:
            (missed if question.wanted else right).append(question.query)
        elif question.wanted and all(_plain(word) in said for word in question.wanted):
            right.append(question.query)
        else:
            wrong.append(question.query)
    return Verdicts(tuple(right), tuple(wrong), tuple(missed))


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")
