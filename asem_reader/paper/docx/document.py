# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack as a Word document, in styles that Word knows, from the same value as every other form."""

import datetime
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import _Footer, _Header

from asem_reader.core.language import _
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import CONTENTS_TITLE, TERMS_TITLE, Cover, Pack
from asem_reader.paper import captions
from asem_reader.paper.characters import fit
from asem_reader.paper.docx.body import BodyWriter
from asem_reader.paper.docx.template import WordPage, opened, page_of
from asem_reader.paper.docx.wordml import anchored, field, paragraph, run
from asem_reader.paper.pagesetup import PageSetup

_TOP, _BOTTOM, _HEAD, _FOOT = 1_360, 1_300, 600, 520
_FIELDS = {captions.NUMBER: "PAGE", captions.COUNT: "NUMPAGES"}

# The first moment that a ZIP file can tell.
_MOMENT = (1980, 1, 1, 0, 0, 0)

# Properties have room for so many letters, says python-docx.
_LONGEST = 255


class _Section(NamedTuple):
    """Pages with a head and foot of their own: title, date, which topic of how many; and their paragraphs."""

    named: str
    as_of: str
    place: str
    body: tuple[str, ...]


def written(pack: Pack, form: Form) -> bytes:
    """Return a pack as an Office Open XML document (ECMA-376); the same bytes for the same pack and form."""
    several = len(pack.sheets) > 1 or pack.cover is not None
    page = page_of(form)
    document = opened(page, several=several)
    sections = list(_sections(pack, BodyWriter(document.part, page, pack, form, level=int(several)), page))
    end = _page(page)
    bodies = ("".join(section.body) for section in sections)
    # What ends a section is an empty paragraph, which must not take a page of its own.
    body = f"{paragraph('SectionEnd', properties=end).join(bodies)}{end}"
    document.element.body[:] = parse_xml(f"<w:body {nsdecls('w', 'r')}>{body}</w:body>")[:]
    for there, section in zip(document.sections, sections, strict=True):
        _fill(there.header, _head(section, form))
        _fill(there.footer, _foot(section, pack, form))
    _describe(document, pack)
    return _packed(document)


def _sections(pack: Pack, out: BodyWriter, page: WordPage) -> Iterator[_Section]:
    if pack.cover:
        yield _Section("", "", "", (*_cover(pack, pack.cover, page), *_contents(pack)))
    for number, sheet in enumerate(pack.sheets, start=1):
        place = captions.place(pack, number)
        yield _Section(sheet.named, sheet.as_of, place, tuple(out.sheet(sheet, number)))
    if pack.terms or pack.sources:
        sources = out.sources(pack.sources, 1) if pack.sources else ()
        yield _Section(pack.title, "", "", (*_terms(pack), *sources))


def _cover(pack: Pack, cover: Cover, page: WordPage) -> Iterator[str]:
    down = f'<w:spacing w:before="{page.height // 5}"/>'
    yield paragraph("CoverLine", run(cover.occasion), properties=down)
    yield paragraph("Title", run(cover.title))
    for words in (cover.where_and_when, captions.prepared_for(cover), captions.count(pack)):
        if words:
            yield paragraph("CoverLine", run(words))


def _contents(pack: Pack) -> Iterator[str]:
    """The table of contents: for each sheet a field for its page, which only who lays it out knows.

    LibreOffice fills them in on opening, Word when all fields are brought up to date; until then the topic's
    number is there, which stands at every foot. A table of contents of Word's own would stay as it is in
    both, and a field that Word must fill on opening would have it warn of other files.
    """
    if not pack.contents:
        return
    yield paragraph("ContentsHeading", run(_(CONTENTS_TITLE)))
    for number, sheet in enumerate(pack.sheets, start=1):
        named = anchored(run(f"{sheet.topic.symbol}\t{sheet.topic.title}"), f"sheet_{number}")
        page = field(rf"PAGEREF sheet_{number} \h", _("Topic {number}").format(number=number))
        yield paragraph("Toc1", named, run("\t"), page)


def _terms(pack: Pack) -> Iterator[str]:
    if pack.terms:
        yield paragraph("Heading1", run(_(TERMS_TITLE)))
    for term in pack.terms:
        yield paragraph("Term", run(f"{term.term}\t", "Strong"), run(term.expansion))


def _page(page: WordPage) -> str:
    return (
        f'<w:sectPr><w:pgSz w:w="{page.width}" w:h="{page.height}"/><w:pgMar w:top="{_TOP}"'
        f' w:right="{page.right}" w:bottom="{_BOTTOM}" w:left="{page.left}" w:header="{_HEAD}"'
        f' w:footer="{_FOOT}" w:gutter="0"/></w:sectPr>'
    )


def _head(section: _Section, form: Form) -> Iterator[str]:
    copy = captions.copy(form)
    marking = run(captions.marking(form), "Strong")
    yield paragraph("Header", run("\t"), marking, run(f"\t{copy}" if copy else ""))
    if handling := captions.handling(form):
        yield paragraph("Header", run("\t"), run(handling, "Emphasis"))
    named = captions.shortened(section.named, PageSetup.of(form).title)
    yield paragraph("HeadLine", run(f"{named}\t{section.as_of}"))


def _foot(section: _Section, pack: Pack, form: Form) -> Iterator[str]:
    place = f"{section.place} · " if section.place else ""
    pages = (
        field(_FIELDS[piece], "1") if piece in _FIELDS else run(piece) for piece in captions.page_number()
    )
    yield paragraph("FootLine", run(f"{pack.imprint}\t{place}"), *pages)
    yield paragraph("Footer", run("\t"), run(captions.marking(form), "Strong"))


def _fill(edge: _Header | _Footer, paragraphs: Iterable[str]) -> None:
    """Give a section a head or foot of its own, whatever the one before it has."""
    edge.is_linked_to_previous = False
    edge._element[:] = parse_xml(f"<w:hdr {nsdecls('w')}>{''.join(paragraphs)}</w:hdr>")[:]


def _describe(document: Document, pack: Pack) -> None:
    """Say in the document's properties what it is; its age is that of its edition."""
    told = document.core_properties
    told.title = _short(pack.title)
    *symbols, edition = pack.keywords
    told.keywords = f"{_short(', '.join(symbols), _LONGEST - len(edition) - 2)}, {edition}"
    told.subject = _short(pack.imprint)
    with suppress(ValueError):
        told.created = told.modified = datetime.datetime.fromisoformat(f"{pack.edition.date}T00:00:00+00:00")


def _short(text: str, room: int = _LONGEST) -> str:
    return textwrap.shorten(fit(text), room, placeholder=" …")


def _packed(document: Document) -> bytes:
    """Return a document as a file that says nothing of when and on which system it was made."""
    written, packed = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as loose, ZipFile(packed, "w", ZIP_DEFLATED) as tight:
        for name in loose.namelist():
            entry = ZipInfo(name, _MOMENT)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            tight.writestr(entry, loose.read(name))
    return packed.getvalue()
