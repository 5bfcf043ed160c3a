# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The template of Word documents, made fit for a form: its page, the size of its type, what depends on both.

``resources/paper/pack.docx`` is a document without text: its styles, lists, settings and theme are ours, and
may be changed in any word processor. It is made for A4 and for text of 10.5 points.
"""

from dataclasses import dataclass
from typing import cast

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.styles.styles import Styles
from docx.text.parfmt import ParagraphFormat

from asem_reader import paths
from asem_reader.core.printing.form import Form, Paper, Profile
from asem_reader.paper.pagesetup import PageSetup

_POINTS = 10.5

_PAPERS = {Paper.A4: (11_906, 16_838), Paper.LETTER: (12_240, 15_840)}
_CARD = (8_391, 11_906)

# 20 mm, and 13 mm on a card; 48 mm more to write in.
_EDGE, _CARD_EDGE, _WRITING = 1_134, 737, 2_721

_LINE = 36  # of the text's own size, which is some 75 letters


@dataclass(frozen=True, slots=True)
class WordPage:
    """A page, in twips: twentieths of a point.

    Attributes:
        width, height: of the paper.
        left: from the edge of the paper to the text.
        text: how wide the text is.
        edge: from the edge of the paper to head and foot, which are wider than the text.
        writing: how much of the room to the right is to write in.
        points: the size of the text.
    """

    width: int
    height: int
    left: int
    text: int
    edge: int
    writing: int
    points: float

    @property
    def right(self) -> int:
        """Distance from the text to the right edge of the paper."""
        return self.width - self.left - self.text


def page_of(form: Form) -> WordPage:
    """Return the page of a form; lines have at most some 75 letters."""
    card = form.profile is Profile.CARD
    width, height = _CARD if card else _PAPERS[form.paper]
    edge = _CARD_EDGE if card else _EDGE
    points = PageSetup.of(form).size
    writing = _WRITING if form.margin and not card else 0
    room = width - 2 * edge - writing
    text = min(round(_LINE * points * 20), room)
    return WordPage(
        width, height, edge if writing else edge + (room - text) // 2, text, edge, writing, points
    )


def opened(page: WordPage, *, several: bool) -> WordDocument:
    """Return a new document after the template.

    Args:
        page: its measures.
        several: whether sheets are headings of the first level, below a title or side by side.
    """
    document = Document(str(paths.resources() / "paper" / "pack.docx"))
    styles = document.styles
    for size in styles.element.iter(qn("w:sz"), qn("w:szCs")):
        size.set(qn("w:val"), str(round(int(size.get(qn("w:val"))) * page.points / _POINTS)))
    beyond, end = page.left - page.edge, page.width - page.left - page.edge
    for name in ("header", "footer", "Head Line", "Foot Line"):
        across = _format(styles, name)
        across.left_indent, across.right_indent = Twips(-beyond), Twips(page.edge - page.right)
        across.tab_stops.add_tab_stop(Twips(end), WD_TAB_ALIGNMENT.RIGHT)
    for name in ("header", "footer"):
        _format(styles, name).tab_stops.add_tab_stop(Twips((end - beyond) // 2), WD_TAB_ALIGNMENT.CENTER)
    _format(styles, "Source").right_indent = Twips(page.edge + page.writing - page.right)
    _format(styles, "toc 1").tab_stops.add_tab_stop(Twips(page.text), WD_TAB_ALIGNMENT.RIGHT)
    if not several:
        _raise(styles)
    return document


def _format(styles: Styles, name: str) -> ParagraphFormat:
    return cast("ParagraphFormat", styles[name].paragraph_format)


def _raise(styles: Styles) -> None:
    """Make the headings of sheets the document's title, and those below them the first and second level."""
    styles["Title"].delete()
    for name, above in (("heading 1", "Title"), ("heading 2", "heading 1"), ("heading 3", "heading 2")):
        style = styles[name].element
        style.name_val, style.styleId = above, above.title().replace(" ", "")
        level = style.pPr.find(qn("w:outlineLvl"))
        level.set(qn("w:val"), str((int(level.get(qn("w:val"))) - 1) % 10))  # 9 is of no level (17.3.1.20)
