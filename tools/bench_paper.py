# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Measures the press: a sheet, a pack of twelve, sixty pages; for the first time and again."""

from asem_reader import paths
from asem_reader.core.compose import Wish, compose
from asem_reader.core.content import Kind
from asem_reader.core.form import Form
from asem_reader.core.pack import Cover, Pack, bind
from asem_reader.core.place import Slug
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.store.almanac import Almanac
from asem_reader.store.library import Library
from tools.figures import report, spread, timed


def measure_paper() -> None:
    """Print the figures; from the articles in the Library to the bytes of the PDF.

    What is set for the first time was never set before in this process, by a press that is warm.
    """
    library = Library.open(paths.library())
    template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
    press, almanac = typeset.Press(paths.resources() / "fonts"), Almanac(library)
    slugs = [topic.slug for topic in library.topics() if topic.kind is Kind.ISSUE]
    last: list[bytes] = []

    def sheets(some: list[Slug], *, bound: bool) -> Pack:
        meetings, edition = almanac.meetings(), library.edition()
        wish = Wish("now", bound=bound)
        made = [compose(library.article(slug), edition, wish, meetings) for slug in some]
        return bind(made, Cover("Brief"), almanac.terms()) if bound else Pack(tuple(made))

    def sheet(slug: object) -> None:
        last.append(press.pdf(source(sheets([Slug(str(slug))], bound=False), Form(), template), "sheet"))

    def pack(some: object) -> None:
        assert isinstance(some, list)
        last.append(press.pdf(source(sheets(some, bound=True), Form(), template), "pack"))

    report("first sheet of a cold press", f"{timed(sheet, slugs[0]):.0f} ms", "")
    first_and_again = [(timed(sheet, slug), timed(sheet, slug)) for slug in slugs[1:30]]
    spread("sheet, first time", [first for first, _ in first_and_again], "")
    spread("sheet, again", [again for _, again in first_and_again], "0.1 s warm")
    for some, budget in ((slugs[30:42], "0.5 s"), (slugs[42:68], "1 s for 60 pages")):
        first = timed(pack, some)
        name = f"pack of {len(some)}, {typeset.count(last[-1])} pages"
        spread(name, [timed(pack, some) for _ in range(5)], budget, f"first time {first:.0f}, ")
    library.close()
