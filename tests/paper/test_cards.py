# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Every topic as a speaking card: what it withholds is nowhere in the file, what it says stands on it."""

import hashlib
from pathlib import Path

import pytest
from support.pdf_layout import opened, outline
from support.printed_library import CARD, DOCUMENTS, PRINTED, Printed, printed_part, solid
from support.processes import child

from asem_reader.core.content import Kind
from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.form import DEFAULT_MARKING, Form, Paper, Profile
from asem_reader.core.printing.pack import Pack
from asem_reader.core.printing.portions import portions_of
from asem_reader.core.span import plain
from asem_reader.paper.pack import source
from asem_reader.paper.pagesetup import SMALLEST
from asem_reader.paper.typeset import Press
from asem_reader.store.library import Library


def test_what_is_withheld_is_nowhere_in_the_file(cards: Printed, library: Library) -> None:
    """B6: by the profile or by name; neither in the text nor in the outline, nor attached to the file."""
    titles = [title for level, title, _ in outline(cards.pdf) if level == 2]
    for sheet, _, pages in cards.sheets:
        text = "".join(cards.texts[pages])
        kept = solid(sheet.text)
        whole, _ = portions_of(library.article(sheet.topic.slug), sheet.edition)
        entries = [entry for portion in whole for entry in portion.entries if entry.shape != "head"]
        gone = [solid(plain(entry.cells[-1]))[-40:] for entry in entries]
        assert [words for words in gone if len(words) > 30 and words not in kept and words in text] == []
    assert {"Background", "Timeline", "Instruments", "Bottom line"}.isdisjoint(titles)
    assert b"Bottom line" not in cards.pdf
    with opened(cards.pdf) as document:
        assert document.count_attachments() == 0


def test_the_card_of_every_issue_has_two_sides_at_most(library: Library, press: Press, template: str) -> None:
    """B5."""
    articles = [library.article(t.slug) for t in library.topics() if t.kind is Kind.ISSUE]
    wish = Wish(PRINTED, profile=Profile.CARD)
    pack = Pack(tuple(compose(article, library.edition(), wish) for article in articles))
    made = Printed(pack, CARD, press.pdf(source(pack, CARD, template), "cards"))
    assert [sheet.topic.slug for sheet, fit, _ in made.sheets if not fit.fits] == []


def test_each_side_says_what_it_is_within_its_edges_and_in_no_small_type(cards: Printed) -> None:
    """B1 and B3."""
    for sheet, _, pages in cards.sheets:
        for page, leaf, sizes in zip(
            cards.texts[pages], cards.leaves[pages], cards.sizes[pages], strict=True
        ):
            assert page.count(solid(DEFAULT_MARKING)) == 2
            assert solid(sheet.as_of) in page
            assert min(leaf.margins) >= 10
            assert min(size for size, text in sizes if any(map(str.isalnum, text))) >= SMALLEST


AGAIN = """
import hashlib, sys
from pathlib import Path
from support.printed_library import RESOURCES, printed_part
from asem_reader.core.printing.form import Form, Paper, Profile
from asem_reader.paper.typeset import Press
from asem_reader.store.library import Library
form = Form(Paper(sys.argv[2]), profile=Profile(sys.argv[3]), codes=sys.argv[3] == "card")
made = printed_part(Library.open(Path(sys.argv[1])), Press(RESOURCES / "fonts"), form, int(sys.argv[4]))
print(hashlib.sha256(made.pdf).hexdigest())
"""


@pytest.mark.parametrize(
    ("form", "part"),
    [(CARD, 0), (Form(), 0), (Form(Paper.LETTER), DOCUMENTS - 1)],
    ids=lambda value: str(value) if isinstance(value, int) else f"{value.profile}-{value.paper}",
)
def test_another_process_makes_the_same_bytes(
    library: Library, library_file: Path, press: Press, form: Form, part: int
) -> None:
    """B8: as cards, and as sheets on both papers."""
    told = child("-c", AGAIN, str(library_file), form.paper, form.profile, str(part))
    mine = printed_part(library, press, form, part).pdf
    assert told.stdout.decode().strip() == hashlib.sha256(mine).hexdigest(), told.stderr.decode()
