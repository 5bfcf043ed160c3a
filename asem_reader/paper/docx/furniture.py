# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Headers and footers of every page, and the size of the pages."""

from docx.document import Document
from docx.enum.section import WD_ORIENTATION, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from asem_reader.core.printing.form import Form
from asem_reader.paper import captions
from asem_reader.paper.docx.element import field, said, styled
from asem_reader.paper.docx.geometry import Geometry

_FIELDS = {captions.NUMBER: "PAGE", captions.COUNT: "NUMPAGES"}
_TOP, _BOTTOM, _HEAD, _FOOT = 1_360, 1_300, 600, 520


def section(document: Document, page: Geometry, *, first: bool) -> Section:
    """Return the section that is written next; all but the first begin a page."""
    found = document.sections[0] if first else document.add_section(WD_SECTION.NEW_PAGE)
    if not first:
        # What ends the section before is an empty paragraph, which must not take a page of its own.
        styled(Paragraph(document.element.body[-2], document), "Section End")
    found.orientation = WD_ORIENTATION.PORTRAIT
    found.page_width, found.page_height = Twips(page.width), Twips(page.height)
    found.left_margin, found.right_margin = Twips(page.left), Twips(page.right)
    found.top_margin, found.bottom_margin = Twips(_TOP), Twips(_BOTTOM)
    found.header_distance, found.footer_distance = Twips(_HEAD), Twips(_FOOT)
    found.gutter = Twips(0)
    return found


def furnish(section: Section, form: Form, head: tuple[str, str], foot: tuple[str, str]) -> None:
    """Write head and foot of a section.

    Args:
        section: gets its own, whatever the one before it has.
        form: marking, handling and copy.
        head: what the section is, and as of when.
        foot: whence it is, and which sheet of how many.
    """
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    above, below = section.header, section.footer
    marking, place = captions.marking(form), f"{foot[1]} · " * bool(foot[1])
    _middle(above.paragraphs[0], marking, captions.copy(form))
    if captions.handling(form):
        _middle(styled(above.add_paragraph(), "header"), captions.handling(form), style="Emphasis")
    _ruled(_sides(above.add_paragraph(), head[0], head[1]), "bottom")
    last = _sides(below.paragraphs[0], foot[0], place)
    for piece in captions.page_number():
        if piece in _FIELDS:
            field(last, _FIELDS[piece], "1")
        else:
            last.add_run(piece)
    _ruled(last, "top")
    _middle(styled(below.add_paragraph(), "footer"), marking)


def _middle(paragraph: Paragraph, words: str, right: str = "", style: str = "Strong") -> None:
    paragraph.add_run("\t")
    said(paragraph, words, style)
    if right:
        said(paragraph, f"\t{right}")


def _sides(paragraph: Paragraph, left: str, right: str) -> Paragraph:
    styled(paragraph, "Page Line")
    said(paragraph, f"{left}\t{right}")
    return paragraph


def _ruled(paragraph: Paragraph, side: str) -> None:
    borders, rule = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for name, value in {"val": "single", "sz": "4", "space": "3", "color": "auto"}.items():
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:tabs", "w:spacing", "w:ind", "w:jc")
