# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The two kinds of lists: dashes, and the numbers of sources, which begin anew where a list does."""

from docx.document import Document
from docx.oxml import parse_xml

from asem_reader.paper.docx.style import NAMESPACE

_LISTS = f"""
<w:numbering xmlns:w="{NAMESPACE}">
  <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>
      <w:lvlText w:val="–"/><w:lvlJc w:val="left"/>
      <w:pPr><w:ind w:left="260" w:hanging="260"/></w:pPr></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
      <w:lvlText w:val="%1"/><w:lvlJc w:val="left"/>
      <w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>
"""
_SOURCES = f"""
<w:num xmlns:w="{NAMESPACE}" w:numId="{{}}"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def started(document: Document) -> None:
    """Give a document its lists instead of the template's."""
    document.part.numbering_part.element[:] = parse_xml(_LISTS)[:]


def another(document: Document) -> int:
    """Return the id of a new list of numbers, from 1."""
    numbering = document.part.numbering_part.element
    number = len(numbering.num_lst) + 1
    numbering.append(parse_xml(_SOURCES.format(number)))
    return number
