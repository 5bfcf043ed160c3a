# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack as one accessible HTML file: landmarks, headings in order, no script, nothing fetched.

Roles of citations and notes are those of DPUB-ARIA 1.1; the content policy is that of CSP level 3.
"""

from collections.abc import Iterable, Iterator
from html import escape

from asem_reader.core.content import Source
from asem_reader.core.drawing.svg import svg
from asem_reader.core.language import _
from asem_reader.core.marks.notemarkup import to_html
from asem_reader.core.place import BlockId
from asem_reader.core.printing.citation import address, said
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import CONTENTS_TITLE, TERMS_TITLE, Pack
from asem_reader.core.printing.plates import tabulated
from asem_reader.core.printing.sheet import NOTES_TITLE, SOURCES_TITLE, Entry, Note, Portion, Shape, Sheet
from asem_reader.core.span import Line, Span, ranges
from asem_reader.paper import captions
from asem_reader.paper.characters import fit, quoted
from asem_reader.paper.runs import Listing, Run, runs, table
from asem_reader.paper.stylesheet import stylesheet

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_LISTS = {Listing.ITEMS: ("ul", "li"), Listing.TOPICS: ("ul", "li"), Listing.TIMELINE: ("dl", "div")}
_ALONE = {Shape.PARAGRAPH: ("p", ""), Shape.REMARK: ("p", "remark"), Shape.BLANK: ("p", "blank")}


def written(pack: Pack, form: Form) -> bytes:
    """Return a pack as HTML in UTF-8; it looks well on the glass, light and dark, and on paper."""
    text = "\n".join(("<!DOCTYPE html>", *_Writer(pack, form).document(), ""))
    return fit(text).encode()


class _Writer:
    """Writes one document, and remembers where each source was cited, so that its entry leads back there."""

    def __init__(self, pack: Pack, form: Form) -> None:
        self.pack = pack
        self.form = form
        self.numbers = pack.numbers
        # A pack has a title of its own above those of its sheets.
        self.level = 2 if pack.cover else 1
        # What the ids of a sheet begin with: a block may stand on two sheets.
        self.key = ""
        # The numbers that a source stands behind; others lead nowhere.
        self.known: set[int] = set()
        self.cited: dict[str, list[str]] = {}
        self.citations = 0

    def document(self) -> Iterator[str]:
        yield f'<html lang="{captions.LANGUAGE}">'
        yield from self.head()
        yield f'<body>\n<a class="skip" href="#text">{escape(_("Skip to the text"))}</a>'
        marking = _p("marking", captions.marking(self.form))
        labels = (_p("handling", captions.handling(self.form)), _p("copy", captions.copy(self.form)))
        yield from ("<header>", marking, *labels, '</header>\n<main id="text">')
        yield from self.sheets()
        yield f"</main>\n<footer>\n{_p('imprint', self.pack.imprint)}\n{marking}\n</footer>\n</body>\n</html>"

    def head(self) -> Iterator[str]:
        named = {
            "viewport": "width=device-width, initial-scale=1",
            "color-scheme": "light dark",
            "referrer": "no-referrer",
            "author": captions.AUTHOR,
            "keywords": ", ".join(self.pack.keywords),
            "dcterms.issued": self.pack.edition.date,
        }
        yield '<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield f"<title>{escape(self.pack.title)}</title>"
        yield from (
            f'<meta name="{name}" content="{escape(value)}">' for name, value in named.items() if value
        )
        yield f"<style>\n{stylesheet(self.pack, self.form)}</style>\n</head>"

    def sheets(self) -> Iterator[str]:
        if self.pack.cover:
            yield from self.cover()
        for number, sheet in enumerate(self.pack.sheets, start=1):
            self.key = f"s{number}-" if len(self.pack.sheets) > 1 else ""
            self.known = {source.number for source in self.pack.sources or sheet.sources}
            yield f'<article id="sheet-{number}" class="sheet">'
            yield from self.sheet(sheet, captions.place(self.pack, number))
            yield "</article>"
        self.key = ""
        if self.pack.terms:
            terms = "\n".join(
                f"<div><dt>{escape(term.term)}</dt><dd>{escape(term.expansion)}</dd></div>"
                for term in self.pack.terms
            )
            yield f'<section class="terms">\n<h2>{escape(_(TERMS_TITLE))}</h2>'
            yield f"<dl>\n{terms}\n</dl>\n</section>"
        if self.pack.sources:
            yield from self.sources(self.pack.sources, "sources", 2)

    def cover(self) -> Iterator[str]:
        cover = self.pack.cover
        assert cover
        yield f'<div class="cover">\n{_p("occasion", cover.occasion)}\n<h1>{escape(cover.title)}</h1>'
        told = (cover.where_and_when, captions.prepared_for(cover), captions.count(self.pack))
        yield from (_p("", words) for words in told)
        yield "</div>"
        if not self.pack.contents:
            return
        yield f'<nav aria-labelledby="contents">\n<h2 id="contents">{escape(_(CONTENTS_TITLE))}</h2>\n<ol>'
        for number, sheet in enumerate(self.pack.sheets, start=1):
            symbol = f"<b>{escape(sheet.topic.symbol)}</b> " if sheet.topic.symbol else ""
            yield f'<li><a href="#sheet-{number}">{symbol}{escape(sheet.topic.title)}</a></li>'
        yield "</ol>\n</nav>"

    def sheet(self, sheet: Sheet, place: str) -> Iterator[str]:
        symbol = f"<b>{escape(sheet.topic.symbol)}</b>" if sheet.topic.symbol else ""
        way = " ".join(part for part in (symbol, escape(captions.way(sheet))) if part)
        yield _p("place", place)
        yield f'<p class="way">{way}</p>' if way else ""
        yield self.heading(0, sheet.topic.title, f"{self.key}title")
        yield _p("dated", captions.dated(sheet))
        yield _p("for", captions.prepared_for(sheet))
        yield f'<p class="lead">{self.line(sheet.lead)}</p>' if sheet.lead else ""
        for portion in sheet.portions:
            overleaf = " overleaf" if portion.overleaf else ""
            yield f'<section class="{portion.part}{overleaf}">'
            yield from self.portion(portion)
            yield "</section>"
        if sheet.notes:
            own = f"{self.key}notes"
            yield f'<aside aria-labelledby="{own} {self.key}title">\n{self.heading(1, _(NOTES_TITLE), own)}'
            yield from map(self.note, sheet.notes)
            yield "</aside>"
        if sheet.sources:
            yield from self.sources(sheet.sources, f"{self.key}sources {self.key}title", self.level + 1)

    def portion(self, portion: Portion) -> Iterator[str]:
        name = f"{self.key}h-{portion.name}"
        yield self.heading(1, portion.title, name)
        for run in runs(tabulated(portion.entries)):
            yield from self.run(run, name)
        yield _p("rest", portion.rest)

    def run(self, run: Run, name: str) -> Iterator[str]:
        listing, entries = run
        if listing is Listing.ROWS:
            yield from self.rows(entries, name)
        elif listing:
            outer, inner = _LISTS[listing]
            yield f'<{outer} class="{listing}">'
            yield from (f"<{inner}{self.id(e.code)}>{self.entry(listing, e)}</{inner}>" for e in entries)
            yield f"</{outer}>"
        else:
            yield from map(self.alone, entries)

    def entry(self, listing: Listing, entry: Entry) -> str:
        *before, last = map(self.line, entry.cells)
        last += self.after(entry)
        if listing is Listing.TIMELINE:
            return f"<dt>{' '.join(before)}</dt><dd>{last}</dd>"
        if listing is Listing.TOPICS:
            return f"<p>{' '.join(before)}</p><p>{last}</p>"
        return last

    def alone(self, entry: Entry) -> str:
        if entry.figure:
            return f'<figure class="plate">\n{svg(entry.figure)}</figure>'
        words = self.line(entry.cells[0]) + self.after(entry)
        if entry.shape is Shape.SUBHEADING:
            return f"<h{self.level + 2}{self.id(entry.code)}>{words}</h{self.level + 2}>"
        tag, name = _ALONE[entry.shape]
        styled = f' class="{name}"' if name else ""
        return f"<{tag}{styled}{self.id(entry.code)}>{words}</{tag}>"

    def rows(self, entries: tuple[Entry, ...], name: str) -> Iterator[str]:
        rows = table(entries)
        yield f'<table aria-labelledby="{name}">'
        if rows.head:
            names = "".join(f'<th scope="col">{self.line(cell)}</th>' for cell in rows.head)
            yield f"<thead>\n<tr>{names}</tr>\n</thead>"
        yield "<tbody>"
        for entry, cells in rows.rows:
            first, *others = map(self.line, cells)
            others[-1:] = [last + self.after(entry) for last in others[-1:]]
            columns = "".join(f"<td>{cell}</td>" for cell in others)
            yield f'<tr{self.id(entry.code)}><th scope="row">{first}</th>{columns}</tr>'
        yield "</tbody>\n</table>"

    def note(self, note: Note) -> str:
        quote = f"<em>{escape(quoted(note.quote))}</em>" if note.quote else ""
        where = f"<b>{escape(note.where)}</b>" if note.where else ""
        of = " ".join(part for part in (where, quote, self.code(note.code)) if part)
        named = f'<p class="of">{of}</p>' if of else ""
        return f'<div class="note">{named}{to_html(fit(note.body))}</div>'

    def sources(self, sources: Iterable[Source], name: str, level: int) -> Iterator[str]:
        yield f'<section class="sources" role="doc-bibliography" aria-labelledby="{name}">'
        yield f'<h{level} id="{name.partition(" ")[0]}">{escape(_(SOURCES_TITLE))}</h{level}>\n<ol>'
        for source in sources:
            target = self.source(source.number)
            url = escape(address(source))
            where = f'. <a href="{url}">{url}</a>' if url else ""
            yield f'<li id="{target}">{escape(said(source))}{where}{self.back(target, source.number)}</li>'
        yield "</ol>\n</section>"

    def back(self, name: str, number: int) -> str:
        """Links from a source to each place that cites it."""
        found = self.cited.get(name, [])
        spoken = escape(_("Back to the text, from source {number}, place {place} of {count}"))
        labels = (spoken.format(number=number, place=at, count=len(found)) for at in range(1, len(found) + 1))
        links = (
            f'<a role="doc-backlink" href="#{place}" aria-label="{label}">↑</a>'
            for place, label in zip(found, labels, strict=True)
        )
        return f' <span class="back">{" ".join(links)}</span>' if found else ""

    def line(self, line: Line) -> str:
        if len(line) == 1 and line[0].cites:
            return self.cites(line[0], "span")  # alone in a column they are no superscript
        return "".join(self.cites(span, "sup") if span.cites else self.span(span) for span in line)

    def span(self, span: Span) -> str:
        words = escape(span.text)
        if span.to and span.to.slug in self.numbers:
            words = f'<a href="#sheet-{self.numbers[span.to.slug]}">{words}</a>'
        if span.strong:
            words = f"<strong>{words}</strong>"
        return f"<em>{words}</em>" if span.emphatic else words

    def cites(self, span: Span, tag: str) -> str:
        self.citations += 1
        place = f"cite-{self.citations}"
        for number in span.cites:
            self.cited.setdefault(self.source(number), []).append(place)
        shown = ", ".join("–".join(map(self.cite, part)) for part in ranges(span.cites))
        return f'<{tag} class="cites" id="{place}">{shown}</{tag}>'

    def cite(self, number: int) -> str:
        target = self.source(number)
        if number not in self.known:
            return str(number)
        label = escape(_("Source {number}")).format(number=number)
        return f'<a role="doc-biblioref" href="#{target}" aria-label="{label}">{number}</a>'

    def source(self, number: int) -> str:
        return f"{'' if self.pack.sources else self.key}source-{number}"

    def heading(self, below: int, title: str, name: str) -> str:
        level = self.level + below
        return f'<h{level} id="{name}">{escape(title)}</h{level}>'

    def after(self, entry: Entry) -> str:
        dated = f' <span class="when">({escape(entry.dated)})</span>' if entry.dated else ""
        return dated + self.code(entry.code)

    def id(self, code: BlockId | None) -> str:
        return f' id="{self.key}p-{code}"' if code else ""

    def code(self, code: BlockId | None) -> str:
        if not (self.form.codes and code):
            return ""
        label = escape(_("Paragraph {code}")).format(code=code)
        return f' <a class="code" href="#{self.key}p-{code}" aria-label="{label}">{code}</a>'


def _p(name: str, words: str) -> str:
    styled = f' class="{name}"' if name else ""
    return f"<p{styled}>{escape(words)}</p>" if words else ""
