# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The look of a pack as HTML: on the glass in light, dark and high contrast, and on paper."""

from collections.abc import Iterator
from string import Template

from asem_reader.core.printing.form import Form, Paper, Profile
from asem_reader.core.printing.pack import Pack
from asem_reader.core.theme import CONTRAST, DARK, DARK_CONTRAST, LIGHT, Theme
from asem_reader.paper import captions
from asem_reader.paper.pagesetup import PageSetup

_PAPERS = {Paper.A4: "A4", Paper.LETTER: "letter"}

_LOOK = Template("""\
:root { $light }
@media (prefers-color-scheme: dark) { :root { $dark } }
@media (prefers-contrast: more) { :root { $contrast } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { $dark_contrast } }
* { box-sizing: border-box; }
html { font: $screen/1.45 "Source Serif 4", "Source Serif Pro", Cambria, Georgia, serif; color: var(--ink);
  background: var(--paper); overflow-wrap: break-word; }
body { max-width: 54rem; margin: 0 auto; padding: 1rem 1.25rem 2rem; }
h1, h2, h3, h4 { line-height: 1.2; font-weight: 600; break-after: avoid; break-inside: avoid; }
h1, .sheet > h2 { font-size: 2rem; margin: 0.2rem 0 0.5rem; }
p, ul, ol, dl, table { margin: 0 0 0.6rem; }
ul, ol { padding-left: 1.3rem; }
li { margin-bottom: 0.3rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
b, strong { font-weight: 600; }
.skip { position: absolute; left: -100rem; padding: 0.6rem 1rem; background: var(--paper); }
.skip:focus { left: 1rem; top: 0.5rem; }
.marking { text-align: center; font-weight: 600; letter-spacing: 0.08em; font-size: 0.86rem; }
.handling { text-align: center; font-style: italic; font-size: 0.86rem; }
.copy { text-align: right; font-weight: 600; font-size: 0.86rem; }
body > header { border-bottom: 1px solid var(--rule); margin-bottom: 2rem; }
body > footer { border-top: 1px solid var(--rule); margin-top: 2.5rem; padding-top: 0.6rem; }
.imprint, .dated, .way, .place, .rest, .when { color: var(--muted); font-size: 0.86rem; }
.way b { color: var(--ink); font-size: 1rem; margin-right: 0.5em; }
.for, .rest, .when { font-style: italic; }
.lead, .bottom-line p { font-size: 1.15rem; }
.sheet > section, aside { border-top: 1px solid var(--rule); padding-top: 0.6rem; margin-top: 0.9rem; }
section > h2, section > h3, aside > h2, aside > h3 { font-size: 1rem; margin: 0 0 0.4rem; }
section > h3:not(:first-child), section > h4 { font-size: 1rem; margin: 1rem 0 0.3rem; }
.cites { font-size: 0.75em; line-height: 0; white-space: nowrap; }
.cites a { text-decoration: none; padding: 0 0.1em; }
span.cites { font-size: 1em; line-height: inherit; white-space: normal; }
span.cites a { display: inline-block; min-width: 1.5rem; padding: 0.1em 0; }
dl.timeline > div { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; column-gap: 1rem;
  margin-bottom: 0.3rem; }
dt { color: var(--muted); }
dd { margin: 0; }
ul.topics { list-style: none; padding: 0; }
ul.topics p { margin: 0; }
.remark { border-left: 1px solid var(--ink); padding-left: 0.8rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; font-weight: 400; padding: 0.25rem 0.9rem 0.25rem 0;
  border-bottom: 1px solid var(--rule); }
thead th { font-weight: 600; border-color: var(--ink); }
aside { background: var(--noted); padding: 0.6rem 1rem 0.2rem; }
.note { border-left: 2px dotted var(--ink); padding-left: 0.8rem; margin-bottom: 0.9rem; }
.note p { margin-bottom: 0.3rem; }
.note p, .note li { unicode-bidi: plaintext; text-align: start; }
.note .of em { font-size: 0.9rem; }
.sources ol { padding-left: 2.2rem; font-size: 0.86rem; }
.sources li, .terms dl > div { break-inside: avoid; }
:target { background: var(--tint); }
.back a { padding: 0 0.15em; }
td .code { display: inline-block; padding: 0.2rem 0; }
.code { color: var(--muted); font: 0.75rem monospace; text-decoration: none; }
.cover { margin: 3rem 0 2rem; }
.cover h1 { font-size: 2.6rem; }
.occasion { font-size: 1.25rem; }
nav li { margin-bottom: 0.5rem; }
.sheet:not(:first-child) { margin-top: 3rem; border-top: 3px solid var(--ink); padding-top: 1rem; }
.terms dl > div { display: grid; grid-template-columns: 9rem 1fr; }
@media (min-width: 50rem) { $columns }
@media (max-width: 34rem) {
  h1, .sheet > h2 { font-size: 1.6rem; }
  dl.timeline > div, .terms dl > div { display: block; }
  table, thead, tbody, tr, th, td { overflow-wrap: anywhere; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --muted: #000; --rule: #000; --accent: #000; --noted: #fff;
    --tint: #fff; }
  html { font-size: $print; line-height: 1.25; color-scheme: only light; }
  body { max-width: none; padding: 0; }
  .skip, .back { display: none; }
  span.cites a { min-width: 0; padding: 0; }
  a { text-decoration: none; }
  p, li, dd { orphans: 2; widows: 2; }
  li, tr, dl > div, .remark { break-inside: avoid; }
  p, ul, ol, dl, table { margin-bottom: 0.25rem; }
  li, dl.timeline > div { margin-bottom: 0.12rem; }
  .rest { margin-bottom: 0; }
  .sheet > section, aside { margin-top: 0.35rem; padding-top: 0.3rem; border-top-width: 0.5pt; }
  th, td { padding-bottom: 0.1rem; padding-top: 0.1rem; border-bottom-width: 0.25pt; }
  .lead, .bottom-line p { font-size: 1.1rem; }
  body > header { margin-bottom: 0.6rem; }
  body > footer { margin-top: 0.6rem; padding-top: 0.2rem; break-inside: avoid; }
  thead { display: table-header-group; }
  .sheet + .sheet, .cover + nav, nav + .sheet, .sheet + .terms, .terms + .sources { break-before: page; }
  .sheet:not(:first-child) { border: 0; margin: 0; padding: 0; }
  aside { padding-left: 0; padding-right: 0; }
  .sources ol { columns: $listed; column-gap: 5mm; font-size: 0.86rem; line-height: 1.2; }
  $columns
}
""")

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
    look = _LOOK.substitute(
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
