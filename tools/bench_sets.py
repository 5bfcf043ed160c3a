# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Measures the search on sets of queries besides the judged ones, half by half, and on what is absent."""

from asem_reader import paths
from asem_reader.core.search.query import parse
from asem_reader.core.words import tokens
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search
from tests.support import answered_questions, query_sets
from tests.support import judged_queries as judged
from tools.figures import report


def measure_sets() -> None:
    """Print the score of each set, of the half that may be tuned on and of the other; never a query."""
    library = Library.open(paths.library())
    search = Search(library)
    for name in query_sets.NAMES:
        for half, told in ((True, "first half"), (False, "second half")):
            queries = [each for each in query_sets.read(name) if query_sets.first_half(each.query) == half]
            for kind, score in judged.by_kind(judged.answers(search, queries)).items():
                report(f"{kind}, {told} ({score.answers})", str(score), "s@1 0.80, s@3 0.93")
    for stray in (False, True):
        score = judged.score(judged.answers(search, query_sets.needles(library, stray=stray)))
        report(f"needles{' with a stray word' if stray else ''} ({score.answers})", str(score))
    for half, told in ((True, "first half"), (False, "second half")):
        asked = [each for each in query_sets.absent() if query_sets.first_half(each.query) == half]
        found = [search.find(parse(each.query), scoped=False) for each in asked]
        missing = [set(tokens(" ".join(answer.missing))) for answer in found]
        right = sum(bool(words & set(each.words)) for words, each in zip(missing, asked, strict=True))
        wrong = sum(bool(answer.mended) for answer in found)
        report(f"absent things named, {told} ({len(asked)})", f"{right}; wrongly mended {wrong}")
    questions = answered_questions.read()
    verdicts = answered_questions.judge(search, questions)
    told = f"{len(verdicts.right) / len(questions):.3f}; wrong {len(verdicts.wrong)}"
    report(f"questions answered rightly ({len(questions)})", told, "0.80; wrong 0")
    library.close()
