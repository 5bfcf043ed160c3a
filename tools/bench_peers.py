# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Times the search on a Library of other people's text, to be set beside other search engines on the same.

PYTHONPATH=. .venv/bin/python tools/bench_peers.py SECTIONS.json TARGET.db

SECTIONS.json is a list of (path, title, text); the Library is built where there is none.
"""

import itertools
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from asem_reader.authoring.bundle import _write_library
from asem_reader.authoring.compiled import compile_content
from asem_reader.authoring.piece import Piece, Rendering
from asem_reader.core.content import BlockKind
from asem_reader.core.place import BlockId
from asem_reader.core.search.query import parse
from asem_reader.core.span import Span
from asem_reader.store.library import Library
from asem_reader.store.search.search import Search
from tools.made_library import _Made

QUERIES = {
    "rare": "xfs_repair",
    "common": "data ",
    "two words": "memory allocation ",
    "three words": "security policy enforcement ",
    "phrase": '"memory management unit"',
    "question": "how do i configure replication slots",
    "one letter": "m",
    "two letters": "me",
    "three letters": "mem",
    "typo": "replcation slots",
    "absent": "zzyqx memory",
}
AT_ONCE = 900  # sections of one topic at the most
TIMES = 25


def compiled(sections: list[tuple[str, str, str]]) -> _Made:
    """The sections as topics, one a path or a part of it, beside the real ones, which reference names."""
    real = compile_content(Path("data"))
    drafts, renderings, ids = list(real.drafts), dict(real.renderings), dict(real.ids)
    frame = next(draft for draft in real.drafts if draft.body)
    names, blocks = itertools.count(1), itertools.count(1)
    for _, group in itertools.groupby(sections, key=lambda section: section[0]):
        for part in batched(list(group)):
            slug = f"doc-{next(names)}"
            fields = {
                "symbol": "",
                "parent": real.drafts[0].slug,
                "summary": "",
                "aliases": (),
                "related": (),
            }
            drafts.append(replace(frame, slug=slug, title=part[0][1][:80], body="x", **fields))
            pieces = list(pieces_of(part))
            renderings[slug] = Rendering(pieces)
            ids[slug] = [BlockId(f"a{next(blocks)}") for _ in pieces]  # a real id has no vowel
    return _Made(real.content, tuple(drafts), renderings, ids, real.ledger)


def batched(group: list[tuple[str, str, str]]) -> Iterator[list[tuple[str, str, str]]]:
    return (group[at : at + AT_ONCE] for at in range(0, len(group), AT_ONCE))


def pieces_of(part: list[tuple[str, str, str]]) -> Iterator[Piece]:
    texts = ((kind, text) for _, title, body in part for kind, text in
             ((BlockKind.HEADING, title[:80]), (BlockKind.PARAGRAPH, body)))  # fmt: skip
    for line, (kind, text) in enumerate(texts):
        yield Piece(kind, line, text, ((Span(text),),), 0)


def timed(search: Search, text: str) -> tuple[float, float, int]:
    """The time of a whole search and of its longest step, in ms, and how many hits there are."""
    search.find(parse("zzyqx "), 1)  # else what was found last time is still known
    start = last = time.perf_counter()
    longest, steps = 0.0, search.steps(parse(text), 20)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            now = time.perf_counter()
            return 1_000 * (now - start), 1_000 * max(longest, now - last), len(tuple(ended.value))
        now = time.perf_counter()
        longest, last = max(longest, now - last), now


def main(sections: Path, target: Path) -> None:
    if not target.exists():
        _write_library(compiled([tuple(each) for each in json.loads(sections.read_text())]), target)
    library = Library.open(target)
    search = Search(library)
    for name, text in QUERIES.items():
        runs = [timed(search, text) for _ in range(TIMES)]
        whole, longest = (min(run[at] for run in runs) for at in (0, 1))  # what others do here costs the rest
        print(f"{name:14} {whole:7.2f} ms, longest step {longest:6.2f} ms, hits {runs[0][2]}")
    library.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
