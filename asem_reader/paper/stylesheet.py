# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The style sheet of a pack as HTML: on the glass in light, dark and high contrast, and on paper."""

from collections.abc import Iterator
from string import Template

from asem_reader import paths
from asem_reader.core.printing.form import Form, Paper, Profile
from asem_reader.core.printing.pack import Pack
from asem_reader.core.theme import CONTRAST, DARK, DARK_CONTRAST, LIGHT, Theme
from asem_reader.paper import captions
from asem_reader.paper.pagesetup import PageSetup

_PAPERS = {Paper.A4: "A4", Paper.LETTER: "letter"}

# The names of the sections in a column of their own, as on the printed sheet.
_COLUMNS = """\
.sheet > section:not(.sources) { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr);
    column-gap: 1.2rem; }
  .sheet > section > * { grid-column: 2; }
  .sheet > section > :first-child { grid-column: 1; grid-row: 1; font-size: 1rem; break-after: auto; }
  .sheet > .lead, .sheet > .for, .sheet > .dated, .sheet > h1, .sheet > h2, .sheet > aside {
    margin-left: 10.7rem; }"""


_FURNITURE = 'font: 9pt/1.25 "Source Serif 4", Cambria, Georgia, serif; white-space: pre-line;'
_COUNTERS = {captions.NUMBER: "counter(page)", captions.COUNT: "counter(pages)"}


def stylesheet(pack: Pack, form: Form) -> str:
    """Return the style sheet for a pack: one for all media, and pages with marking, names and numbers.

    What stands at head and foot of printed pages are margin boxes of CSS Paged Media level 3. A browser that
    knows none prints the marking at the head of the first page and at the end of the last.
    """
    written = (paths.resources() / "paper" / "pack.css").read_text(encoding="utf-8")
    look = Template(written.partition("*/\n\n")[2]).substitute(
        light=_colours(LIGHT),
        dark=_colours(DARK),
        contrast=_colours(CONTRAST),
        dark_contrast=_colours(DARK_CONTRAST),
        columns="" if form.profile is Profile.CARD or form.margin else _COLUMNS,
        listed="1" if form.profile is Profile.CARD or form.margin else "2",
        screen="1.25rem" if form.profile is Profile.LARGE else "1.0625rem",
        print=f"{PageSetup.of(form).size}pt",
    )
    return look + "".join(_pages(pack, form))


def _colours(theme: Theme) -> str:
    names = ("paper", "ink", "muted", "rule", "accent", "tint", "noted")
    return " ".join(f"--{name}: {getattr(theme, name)};" for name in names)


def _pages(pack: Pack, form: Form) -> Iterator[str]:
    paper = "A5" if form.profile is Profile.CARD else _PAPERS[form.paper]
    writing = "68mm" if form.margin else "20mm"
    marking = captions.marking(form)
    foot = {
        "bottom-left": _content(pack.imprint),
        "bottom-center": _content(marking),
        "bottom-right": _page_number(),
    }
    head = {"top-center": _content("\n".join(part for part in (marking, captions.handling(form)) if part))}
    margins = f"24mm {writing} 24mm 20mm"
    yield f"@page {{ size: {paper} portrait; margin: {margins}; {_boxes({**head, **foot})} }}\n"
    yield f"@page :first {{ {_boxes(dict.fromkeys(head, 'none'))} }}\n"
    for number, sheet in enumerate(pack.sheets, start=1):
        place = captions.place(pack, number)
        right = "\n".join(part for part in (captions.copy(form), sheet.as_of) if part)
        own = {
            "top-left": _content(captions.shortened(sheet.named, PageSetup.of(form).title)),
            "top-right": _content(right),
        }
        numbered = {"bottom-right": f"{_content(f'{place} · ')} {_page_number()}"} if place else {}
        yield f"{_sheet(pack, number)} {{ page: sheet-{number}; }}\n"
        yield f"@page sheet-{number} {{ {_boxes({**own, **numbered})} }}\n"
        yield f"@page sheet-{number}:first {{ {_boxes(dict.fromkeys(own, 'none'))} }}\n"


def _page_number() -> str:
    return " ".join(_COUNTERS.get(piece) or _content(piece) for piece in captions.page_number())


def _sheet(pack: Pack, number: int) -> str:
    """Return what goes on the pages of a sheet: with what stands before the first and after the last."""
    before = "body > header, " if number == 1 and not pack.cover else ""
    after = ", body > footer" if number == len(pack.sheets) and not (pack.terms or pack.sources) else ""
    return f"{before}#sheet-{number}{after}"


def _boxes(contents: dict[str, str]) -> str:
    return " ".join(f"@{box} {{ {_FURNITURE} content: {content}; }}" for box, content in contents.items())


def _content(text: str) -> str:
    """Return a string of CSS; no letter of it can end the string, or the style sheet."""
    return "'" + "".join(c if c.isalnum() or c in " .,:-+" else f"\\{ord(c):x} " for c in text) + "'"
