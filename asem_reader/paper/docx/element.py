# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""XML elements that Word knows and python-docx has no call for: links, fields, bookmarks, heads of tables."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from asem_reader.paper.characters import fit
from asem_reader.paper.docx.style import style_id


def styled(paragraph: Paragraph, name: str) -> Paragraph:
    """Give a paragraph a style of ours; python-docx would look through all styles each time."""
    if paragraph._p.pPr is not None:
        paragraph._p.style = style_id(name)
        return paragraph
    properties = OxmlElement("w:pPr")
    properties.append(OxmlElement("w:pStyle", {qn("w:val"): style_id(name)}))
    paragraph._p.insert(0, properties)
    return paragraph


def said(paragraph: Paragraph, words: str, style: str = "") -> Run:
    """Add words to a paragraph in a style of ours, without what no file can hold.

    What is new is always last, so that nothing need be looked for: a fourth of the time of `add_run`.
    """
    run = OxmlElement("w:r")
    if style:
        named = OxmlElement("w:rStyle", {qn("w:val"): style_id(style)})
        properties = OxmlElement("w:rPr")
        properties.append(named)
        run.append(properties)
    for at, part in enumerate(fit(words).split("\t")):
        if at:
            run.append(OxmlElement("w:tab"))
        if part:
            text = OxmlElement("w:t", {qn("xml:space"): "preserve"})
            text.text = part
            run.append(text)
    paragraph._p.append(run)
    return Run(run, paragraph)


def linked(paragraph: Paragraph, run: Run, *, anchor: str = "", url: str = "") -> None:
    """Make a link of the last run of a paragraph, to a bookmark or to an address of the web."""
    link = OxmlElement("w:hyperlink")
    if url:
        link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    else:
        link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    paragraph._p.replace(run._r, link)
    link.append(run._r)


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field that Word brings up to date by itself, such as ``PAGE``; until then it shows something."""
    start(paragraph, code)
    paragraph.add_run(shown)
    end(paragraph)


def start(paragraph: Paragraph, code: str) -> None:
    """Begin a field, of which what follows is the last known result."""
    _character(paragraph, "begin")
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)
    _character(paragraph, "separate")


def end(paragraph: Paragraph) -> None:
    """End a field."""
    _character(paragraph, "end")


def _character(paragraph: Paragraph, kind: str) -> None:
    character = OxmlElement("w:fldChar")
    character.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(character)


def bookmarked(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a bookmark on all that is in a paragraph so far.

    Args:
        paragraph: where it leads.
        name: letters, digits and low lines, at most 40.
        number: alone in the document.
    """
    first, last = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (first, last):
        element.set(qn("w:id"), str(number))
    first.set(qn("w:name"), name)
    properties = paragraph._p.pPr
    paragraph._p.insert(0 if properties is None else 1, first)
    paragraph._p.append(last)


def listed(paragraph: Paragraph, number: int) -> None:
    """Make a paragraph, of which no more is said than its style, one of a list of that id."""
    numbering = OxmlElement("w:numPr")
    numbering.append(OxmlElement("w:ilvl", {qn("w:val"): "0"}))
    numbering.append(OxmlElement("w:numId", {qn("w:val"): str(number)}))
    paragraph._p.get_or_add_pPr().append(numbering)


def hanging(paragraph: Paragraph, twips: int) -> None:
    """Let the first line of a paragraph, of which no more is said than its style, hang out to the left."""
    width = {qn("w:left"): str(twips), qn("w:hanging"): str(twips)}
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:ind", width))


def from_the_right(paragraph: Paragraph) -> None:
    """Set a paragraph, and all that is in it, from right to left."""
    paragraph._p.get_or_add_pPr().insert_element_before(
        OxmlElement("w:bidi"), "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )
    for run in paragraph.runs:
        run.font.rtl = True


def described(table: Table, title: str, *, head: bool) -> None:
    """Name a table for those who hear it; keep its rows whole, and say its head again on every page."""
    properties = table._tbl.tblPr
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), title)
    properties.append(caption)
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        for name, value in look_of(head=head).items():
            look.set(qn(f"w:{name}"), value)
    for at, row in enumerate(table.rows):
        told: BaseOxmlElement = row._tr.get_or_add_trPr()
        told.append(OxmlElement("w:cantSplit"))
        if head and at == 0:
            told.append(OxmlElement("w:tblHeader"))


def look_of(*, head: bool) -> dict[str, str]:
    """Return which parts of a table's style are meant (ECMA-376, part 1, 17.4.55)."""
    parts = dict.fromkeys(("lastRow", "firstColumn", "lastColumn"), "0")
    return {
        "val": "0620" if head else "0600",
        "firstRow": str(int(head)),
        **parts,
        "noHBand": "1",
        "noVBand": "1",
    }
