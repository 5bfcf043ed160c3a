# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Marks as one page of HTML, for reading, printing and handing on."""

import html
from collections.abc import Iterator, Sequence

from asem_reader.core.exchange.speech import day_of, kind_of, parts_of
from asem_reader.core.language import _, ngettext
from asem_reader.core.marks.guide import Chapter, view_said
from asem_reader.core.marks.mark import Colour, Mark, MarkKind
from asem_reader.core.marks.notemarkup import to_html

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>$title</title>
<style>
:root { color-scheme: light dark; --paper: #fefdfb; --ink: #1c1e22; --muted: #585d66; --rule: #dcd8d0;
  --accent: #17407f; --yellow: #fbe7a6; --green: #cfe8cf; --blue: #cfe0f7; --rose: #f8d3dc; }
@media (prefers-color-scheme: dark) { :root { --paper: #17191d; --ink: #e6e3dc; --muted: #a4a9b1;
  --rule: #363a41; --accent: #a5c3f7; --yellow: #574716; --green: #23472b; --blue: #233f66;
  --rose: #5c2836; } }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 42rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.6 "Source Serif 4", Georgia, serif; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; }
h1 { font-size: 1.75rem; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 0; padding-top: 1rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1rem; margin: 0; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.quiet { color: var(--muted); font-size: .9rem; margin: .25rem 0; }
article { margin: 1.5rem 0; break-inside: avoid; }
blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid var(--rule); }
mark { color: inherit; background: var(--yellow); border-bottom: 2px solid currentColor; padding: 0 .1em; }
mark.green { background: var(--green); border-bottom-style: dashed; }
mark.blue { background: var(--blue); border-bottom-style: dotted; }
mark.words { background: none; border-bottom: 1px solid currentColor; }
mark.rose { background: var(--rose); border-bottom-style: double; border-bottom-width: 3px; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } nav { display: none; } }
</style>
</head>
<body>
"""


def written(chapters: Sequence[Chapter], day: str) -> str:
    """Return marks by topic as one page that asks for nothing; `day` is today, as it shall be read."""
    count = sum(len(chapter.marks) for chapter in chapters)
    marks = ngettext("{count} mark", "{count} marks", count).format(count=count)
    topics = ngettext("{count} topic", "{count} topics", len(chapters)).format(count=len(chapters))
    origin = _("From ASEM Reader, {day}: {marks} on {topics}.").format(day=day, marks=marks, topics=topics)
    head = f'<header>\n<h1>{html.escape(_("Marks"))}</h1>\n<p class="quiet">{html.escape(origin)}</p>'
    links = (f'<li><a href="#{each.place.slug}">{html.escape(each.title)}</a></li>' for each in chapters)
    contents = "\n".join((f'\n<nav aria-label="{html.escape(_("Topics"))}">\n<ul>', *links, "</ul>\n</nav>"))
    body = "\n".join(line for chapter in chapters for line in _chapter(chapter))
    opening = _HEAD.replace("$title", html.escape(_("Marks from ASEM Reader")))
    header = f"{opening}{head}{contents if len(chapters) > 1 else ''}\n</header>\n"
    return f"{header}<main>\n{body}\n</main>\n</body>\n</html>\n"


def _chapter(chapter: Chapter) -> Iterator[str]:
    symbol = f" · {html.escape(chapter.symbol)}" if chapter.symbol else ""
    address = chapter.place.address
    yield f'<section aria-labelledby="{chapter.place.slug}">'
    yield f'<h2 id="{chapter.place.slug}">{html.escape(chapter.title)}</h2>'
    yield f'<p class="quiet"><a href="{address}">{address}</a>{symbol}</p>'
    for mark in chapter.marks:
        yield from _mark(mark, chapter)
    yield "</section>"


def _mark(mark: Mark, chapter: Chapter) -> Iterator[str]:
    address = html.escape(mark.place.address)
    where = f' <a href="{address}">{address}</a>' if mark.place != chapter.place else ""
    yield f"<article>\n<h3>{html.escape(kind_of(mark))}{where}</h3>"
    before, words, behind = map(html.escape, parts_of(mark))
    name = mark.colour if mark.kind is MarkKind.HIGHLIGHT else "words"
    shown = f'<mark class="{name or Colour.YELLOW}">{words}</mark>' if words else ""
    if before or shown:
        yield f"<blockquote>{before}{shown}{behind}</blockquote>"
    if mark.view:
        yield f"<p>{html.escape(view_said(mark.view, chapter.names))}</p>"
    if mark.body:
        yield f'<div class="note">{to_html(mark.body)}</div>'
    yield f'<p class="quiet">{_filing(mark)}</p>\n</article>'


def _filing(mark: Mark) -> str:
    folders = (f'<span class="folder">{html.escape(name)}</span>' for name in mark.folder.split("/") if name)
    folder = " › ".join(folders)
    tags = " ".join(f'<span class="tag">#{html.escape(tag)}</span>' for tag in mark.tags)
    day = f'<time datetime="{html.escape(mark.created)}">{html.escape(day_of(mark))}</time>'
    where = html.escape(_("Folder {path}")).format(path=folder) if folder else ""
    return " · ".join(filter(None, (where, tags, day)))
