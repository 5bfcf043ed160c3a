# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""WordprocessingML (ECMA-376, part 1, 17): paragraphs, runs, links, fields, bookmarks and tables as XML."""

from collections.abc import Iterable, Sequence
from html import escape

from asem_reader.paper.characters import fit


def paragraph(style: str, *inside: str, properties: str = "") -> str:
    """Return a paragraph.

    Args:
        style: the id of a style of the template, such as ``ListBullet``.
        inside: runs, links, fields and bookmarks.
        properties: more of its own, in the order of 17.3.1.26.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(inside)}</w:p>'


def run(words: str, style: str = "", properties: str = "") -> str:
    """Return words in a style of characters, without what no file can hold; a tab is one of Word's."""
    if not words:
        return ""
    styled = f'<w:rStyle w:val="{style}"/>{properties}' if style else properties
    parts = (part and f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in fit(words).split("\t"))
    return f"<w:r>{styled and f'<w:rPr>{styled}</w:rPr>'}{'<w:tab/>'.join(parts)}</w:r>"


def anchored(words: str, bookmark: str) -> str:
    """Return runs as a link to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{words}</w:hyperlink>'


def linked(words: str, relation: str) -> str:
    """Return runs as a link to the target of a relationship, by its id."""
    return f'<w:hyperlink r:id="{relation}" w:history="1">{words}</w:hyperlink>'


def field(code: str, shown: str) -> str:
    """Return a field that Word brings up to date by itself, such as ``PAGE``, and what it shows till then."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    asked = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{begin}{asked}{separate}{run(shown)}{end}"


def bookmarked(words: str, name: str, number: int) -> str:
    """Return runs with a bookmark on them.

    Args:
        words: the runs.
        name: letters, digits and low lines, at most 40.
        number: alone in the document.
    """
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{words}<w:bookmarkEnd w:id="{number}"/>'


def table(rows: Iterable[Iterable[str]], widths: Sequence[int], caption: str, *, head: bool) -> str:
    """Return a table with a name for those who hear it, whose rows stay whole.

    Args:
        rows: of each, what stands in its cells.
        widths: of the columns, in twentieths of a point.
        caption: the name.
        head: whether the first row is a head, which is said again on every page.
    """
    # Which parts of the style are meant: 17.4.55.
    look = f'w:val="{"0620" if head else "0600"}" w:firstRow="{int(head)}" w:lastRow="0"'
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first, other = ("<w:tblHeader/>" if head else "", "")
    written = "".join(_row(row, widths, other if at else first) for at, row in enumerate(rows))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="SheetTable"/><w:tblW w:type="auto" w:w="0"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look} w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val="{escape(fit(caption))}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{written}</w:tbl>"
    )


def _row(cells: Iterable[str], widths: Iterable[int], properties: str) -> str:
    written = (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>{paragraph("TableText", cell)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{''.join(written)}</w:tr>"
