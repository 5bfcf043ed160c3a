# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Measures the press: a sheet, a profile, a pack of twelve, sixty pages; for the first time and again."""

import subprocess
import sys
from dataclasses import dataclass
from threading import Event
from time import perf_counter

from asem_reader import paths
from asem_reader.core.content import Kind
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import BinderItem
from asem_reader.core.printing.compose import Wish
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import Cover, Outfit
from asem_reader.operations.printing import Makeup
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables
from tools.figures import report, spread, timed

# So many issues make a pack of some 60 pages.
_SIXTY = 26


@dataclass(frozen=True, slots=True)
class _Shop:
    """From the articles in the Library to the bytes of a PDF."""

    library: Library
    press: typeset.Press
    template: str
    makeup: Makeup

    @classmethod
    def opened(cls) -> "_Shop":
        template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
        library = Library.open(paths.library())
        return cls(library, typeset.Press(paths.resources() / "fonts"), template, Makeup(library))

    @property
    def issues(self) -> list[Slug]:
        return [topic.slug for topic in self.library.topics() if topic.kind is Kind.ISSUE]

    @property
    def partners(self) -> list[Slug]:
        return [partner.topic for partner in ReferenceTables(self.library).partners() if partner.iso3]

    def printed(self, slugs: list[Slug], *, bound: bool, only: tuple[str, ...] = ()) -> bytes:
        items = [BinderItem(slug, "", only=only) for slug in slugs]
        cover = Cover("Brief") if bound else None
        pack = self.makeup.pack(items, Wish("now"), cover, Outfit(), (), Event())
        return self.press.pdf(source(pack, Form(), self.template), "pack")


def first_of(count: int) -> None:
    """Print milliseconds and pages of a pack that is the first thing a process sets.

    The press was made ready, as it is when the window for it opens.
    """
    shop = _Shop.opened()
    slugs = shop.issues[-count:]
    shop.press.warm()
    began = perf_counter()
    pdf = shop.printed(slugs, bound=True)
    print(1000 * (perf_counter() - began), typeset.count(pdf))


def measure_paper() -> None:
    """Print the figures."""
    _measure_first()
    shop = _Shop.opened()
    slugs = shop.issues

    def sheet(slug: object) -> None:
        shop.printed([Slug(str(slug))], bound=False)

    def profile(slug: object) -> None:
        shop.printed([Slug(str(slug))], bound=False, only=("connectivity-figures",))

    def pack(some: object) -> None:
        assert isinstance(some, list)
        shop.printed(some, bound=True)

    report("first sheet of a cold press", f"{timed(sheet, slugs[0]):.0f} ms", "")
    first_and_again = [(timed(sheet, slug), timed(sheet, slug)) for slug in slugs[1:30]]
    spread("sheet, first time", [first for first, _ in first_and_again], "")
    spread("sheet, again", [again for _, again in first_and_again], "0.1 s warm")
    profiles = [timed(profile, slug) for slug in shop.partners[:20] for _ in range(2)]
    spread("profile of a partner, first time", profiles[::2], "")
    spread("profile of a partner, again", profiles[1::2], "60 ms warm")
    for some, budget in ((slugs[30:42], "0.5 s"), (slugs[42 : 42 + _SIXTY], "1 s for 60 pages")):
        timed(pack, some)
        spread(f"pack of {len(some)}, again", [timed(pack, some) for _ in range(5)], budget)
    shop.library.close()


def _measure_first() -> None:
    """Each in a process of its own: Typst remembers what it has set."""
    for count, budget in ((12, "0.5 s"), (_SIXTY, "1 s for 60 pages")):
        code = f"from tools.bench_paper import first_of; first_of({count})"
        told = [
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
            for _ in range(5)
        ]
        pages = told[0].split()[1]
        spread(
            f"first pack, {count} sheets, {pages} pages", [float(each.split()[0]) for each in told], budget
        )
