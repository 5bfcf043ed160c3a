# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What is printed with a topic: its own notes, in the order of its text."""

import random
from dataclasses import replace

from builders import mark

from asem_reader.core.content import Article
from asem_reader.core.marks import Mark, MarkKind
from asem_reader.core.place import BlockId, Slug
from asem_reader.core.sheet import compose
from asem_reader.store.library import Library


def article(library: Library) -> Article:
    return library.article(Slug("maritime-security"))


def note(number: int, block: BlockId | None) -> Mark:
    return replace(mark(number), block=block, created=f"2026-11-{number % 28 + 1:02}T00:00:00Z")


def test_notes_come_in_the_order_of_the_text(library: Library) -> None:
    blocks = list(article(library).blocks)
    notes = [note(number, block) for number, block in enumerate(blocks)]
    shuffled = random.Random(1).sample(notes, len(notes))
    assert compose(article(library), library.edition(), "", shuffled).notes == tuple(notes)


def test_notes_on_the_whole_topic_come_first_and_two_on_one_block_by_age(library: Library) -> None:
    block = next(iter(article(library).blocks))
    late, early, whole = note(20, block), note(3, block), note(25, None)
    sheet = compose(article(library), library.edition(), "", [late, early, whole])
    assert sheet.notes == (whole, early, late)


def test_marks_of_others_and_of_other_kinds_stay_out(library: Library) -> None:
    other = replace(note(1, None), slug=Slug("climate-change"))
    kinds = [replace(note(2, None), kind=kind) for kind in (MarkKind.BOOKMARK, MarkKind.HIGHLIGHT)]
    assert compose(article(library), library.edition(), "now", [other, *kinds]).notes == ()


def test_a_note_whose_block_is_gone_is_still_printed(library: Library) -> None:
    lost = note(1, BlockId("zzzz"))
    assert compose(article(library), library.edition(), "", [lost]).notes == (lost,)
