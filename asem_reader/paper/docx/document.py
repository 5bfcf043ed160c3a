# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack as a Word document, in styles that Word knows, from the same value as every other form."""

from docx import Document
from docx.oxml import parse_xml
from docx.shared import Twips

from asem_reader.core.language import _
from asem_reader.core.place import Slug
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.pack import CONTENTS_TITLE, TERMS_TITLE, Pack
from asem_reader.paper import captions
from asem_reader.paper.docx import archive, element, numbering
from asem_reader.paper.docx.body import BodyWriter
from asem_reader.paper.docx.furniture import furnish, section
from asem_reader.paper.docx.geometry import geometry
from asem_reader.paper.docx.style import styles
from asem_reader.paper.docx.writer import DocumentWriter
from asem_reader.paper.pagesetup import PageSetup
from asem_reader.paper.sheet import shortened


def written(pack: Pack, form: Form) -> bytes:
    """Return a pack as an Office Open XML document (ECMA-376); the same bytes for the same pack and form."""
    writer = _Writer(pack, form)
    writer.sheets()
    archive.described(writer.document, pack)
    return archive.packed(writer.document)


class _Writer:
    """Writes one document from its first paragraph to its last."""

    def __init__(self, pack: Pack, form: Form) -> None:
        self.pack = pack
        self.form = form
        self.page = geometry(form)
        several = len(pack.sheets) > 1 or pack.cover is not None
        self.document = Document()
        archive.cleared(self.document)
        self.document.styles.element[:] = parse_xml(styles(self.page, several=several))[:]
        numbering.started(self.document)
        targets: dict[Slug, str] = {}
        for number, sheet in enumerate(pack.sheets, start=1):
            targets.setdefault(sheet.topic.slug, f"sheet_{number}")
        self.out = DocumentWriter(self.document, targets, codes=form.codes)
        self.body = BodyWriter(self.document, self.out, self.page, level=int(several))

    def sheets(self) -> None:
        pack, first = self.pack, True
        if pack.cover:
            self.cover()
            first = False
        for number, sheet in enumerate(pack.sheets, start=1):
            place = captions.place(pack, number)
            self.open(sheet.named, sheet.as_of, place, first=first)
            first = False
            self.out.key = "" if pack.sources else f"s{number}_"
            self.out.known = frozenset(source.number for source in pack.sources or sheet.sources)
            self.body.sheet(sheet, f"sheet_{number}")
        if pack.terms or pack.sources:
            self.open(pack.title, "", "", first=False)
        if pack.terms:
            self.out.add("heading 1", _(TERMS_TITLE))
            for term in pack.terms:
                self.out.text(self.out.add("Term", f"{term.term}\t", "Strong"), term.expansion)
        if pack.sources:
            self.body.sources(pack.sources, 1)

    def open(self, named: str, as_of: str, place: str, *, first: bool) -> None:
        """Begin a page with its own head and foot."""
        opened = section(self.document, self.page, first=first)
        furnish(
            opened,
            self.form,
            (shortened(named, PageSetup.of(self.form).title), as_of),
            (self.pack.imprint, place),
        )

    def cover(self) -> None:
        cover = self.pack.cover
        assert cover
        self.open("", "", "", first=True)
        self.out.add("Cover Line", cover.occasion).paragraph_format.space_before = Twips(
            self.page.height // 5
        )
        self.out.add("Title", cover.title)
        for words in (cover.where_and_when, captions.prepared_for(cover), captions.count(self.pack)):
            if words:
                self.out.add("Cover Line", words)
        if self.pack.contents:
            self.out.add("Contents Heading", _(CONTENTS_TITLE))
            self.contents()

    def contents(self) -> None:
        """Write the table of contents: for each sheet a field for its page, which only who lays it out knows.

        LibreOffice fills them in on opening, Word when all fields are brought up to date. Until then the
        sheet's number is there, which stands at every foot. A table of contents of Word's own would stay as
        it is in both, and a field that Word must fill on opening would have it warn of other files.
        """
        for number, sheet in enumerate(self.pack.sheets, start=1):
            entry = self.out.add("toc 1")
            run = element.said(entry, f"{sheet.topic.symbol}\t{sheet.topic.title}")
            element.linked(entry, run, anchor=f"sheet_{number}")
            element.said(entry, "\t")
            element.field(entry, rf"PAGEREF sheet_{number} \h", _("Sheet {number}").format(number=number))
