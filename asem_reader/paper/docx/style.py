# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The styles of a document: what a reader of Word finds in its gallery, and can change there."""

from collections.abc import Iterator
from dataclasses import dataclass

from asem_reader.paper.captions import LANGUAGE
from asem_reader.paper.docx.geometry import Geometry

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# What Word and its kin have on every desk, or replace by letters as wide; its figures stand in line.
_FONT = "Cambria"

_BASED_ON = {"paragraph": "Normal", "character": "DefaultParagraphFont"}
_BUILT_IN = (
    "Title",
    "heading 1",
    "heading 2",
    "heading 3",
    "List Bullet",
    "toc 1",
    "header",
    "footer",
    "Strong",
    "Emphasis",
    "Hyperlink",
)

# Of 240 parts of the typeface's own 1.17: a leading of 1.2.
_LINE = 246

_GREY, _BLUE = "585D66", "17407F"
_HAIRLINE = 'w:val="single" w:sz="4" w:space="{}" w:color="auto"'


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs or characters.

    Attributes:
        name: as Word keeps it.
        size: a share of the text's.
        paragraph, run: more properties, in the order of ECMA-376 (part 1, 17.3.1.26 and 17.3.2.28); those of
            runs that stand behind the size.
        after: the style of the next paragraph one types.
    """

    name: str
    size: float = 1
    bold: bool = False
    italic: bool = False
    paragraph: str = ""
    colour: str = ""
    run: str = ""
    after: str = ""

    @property
    def id(self) -> str:
        """The style's id, by which paragraphs refer to it."""
        return style_id(self.name)


def style_id(name: str) -> str:
    """Return what paragraphs and runs call a style by, such as ``ListBullet`` for ``List Bullet``."""
    return name.title().replace(" ", "")


def styles(page: Geometry, *, several: bool) -> str:
    """Return the styles as XML.

    Args:
        page: its measures.
        several: whether sheets are headings of the first level, below a title or side by side.
    """
    font = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>'
    size = page.half_points()
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{font}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr>" + _spaced(0, 50, _LINE) + "</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    own = [_written("paragraph", style, page) for style in _paragraphs(page, several=several)]
    own += [_written("character", style, page) for style in _CHARACTERS]
    return f'<w:styles xmlns:w="{NAMESPACE}">{defaults}{_BASE}{"".join(own)}{_TABLE}</w:styles>'


_BASE = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
  <w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
  <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
  <w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>
  <w:uiPriority w:val="99"/><w:semiHidden/></w:style>
"""
_TABLE = f"""
<w:style w:type="table" w:customStyle="1" w:styleId="SheetTable"><w:name w:val="Sheet Table"/>
  <w:basedOn w:val="TableNormal"/><w:qFormat/>
  <w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders><w:bottom {_HAIRLINE.format(0)}/>
  <w:insideH w:val="single" w:sz="2" w:space="0" w:color="auto"/></w:tblBorders><w:tblCellMar>
  <w:top w:w="30" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/>
  <w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>
  <w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders></w:tcPr></w:tblStylePr>
</w:style>
"""

# What is no running text: nine points where the text has 10.5.
_ASIDE = 0.86

_CHARACTERS = (
    Style("Strong", bold=True),
    Style("Emphasis", italic=True),
    Style("Hyperlink", colour=_BLUE, run='<w:u w:val="single"/>'),
    Style("Citation", run='<w:vertAlign w:val="superscript"/>'),
    Style("As Of", _ASIDE, italic=True),
    Style("Code", _ASIDE, colour=_GREY),
)


def _paragraphs(page: Geometry, *, several: bool) -> Iterator[Style]:
    yield Style(
        "Title",
        2.6 if several else 1.9,
        bold=True,
        paragraph="<w:keepNext/><w:keepLines/>" + _spaced(20, 50, 240),
    )
    large = (1.9, False, _spaced(20, 50, 240))
    section = (1.0, False, _ruled("top", 3) + _spaced(110, 24, 240))
    minor = (1.0, True, _spaced(100, 40, 240))
    for level, (size, italic, look) in enumerate((large, section, minor) if several else (section, minor)):
        kept = f'<w:keepNext/><w:keepLines/>{look}<w:outlineLvl w:val="{level}"/>'
        yield Style(f"heading {level + 1}", size, True, italic, kept, after="Normal")
    yield Style("Lead", 1.12, paragraph="<w:keepLines/>")
    yield Style(
        "List Bullet",
        paragraph='<w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr>' + _spaced(0, 24, _LINE),
    )
    yield Style("Event", paragraph="<w:keepLines/>" + _spaced(0, 24, _LINE))
    yield Style("Editors Note", paragraph="<w:keepLines/>" + _ruled("left", 8) + _indented(200))
    yield Style("Rest", _ASIDE, italic=True)
    yield Style("My Note", paragraph="<w:keepLines/>" + _DOTTED + _indented(200))
    yield Style("My Note On", _ASIDE, paragraph="<w:keepNext/><w:keepLines/>" + _DOTTED + _indented(200))
    yield Style("Table Text", paragraph=_spaced(0, 0, 240))
    yield Style(
        "Source",
        _ASIDE,
        paragraph="<w:keepLines/>"
        + _spaced(0, 16, 240)
        + f'<w:ind w:left="400" w:right="{page.edge + page.writing - page.right}" w:hanging="400"/>',
    )
    yield Style("Sheet Head", _ASIDE, paragraph="<w:keepNext/>" + _spaced(0, 20, 240))
    yield Style("Cover Line", 1.25)
    yield Style(
        "Contents Heading",
        1.9,
        bold=True,
        paragraph="<w:keepNext/><w:pageBreakBefore/>" + _spaced(0, 160, 240),
    )
    yield Style(
        "toc 1",
        paragraph=_tabbed(("left", 1_300), ("right", page.text))
        + _spaced(0, 100, _LINE)
        + _indented(1_300, 1_300),
    )
    yield Style("Term", paragraph=_tabbed(("left", 1_600)) + _spaced(0, 30, 240) + _indented(1_600, 1_600))
    right = page.text + page.right - page.edge
    across = _spaced(0, 20, 240) + f'<w:ind w:left="{-page.beyond}" w:right="{page.edge - page.right}"/>'
    middle = _tabbed(("center", (right - page.beyond) // 2), ("right", right))
    yield from (Style(name, _ASIDE, paragraph=middle + across) for name in ("header", "footer"))
    yield Style("Page Line", _ASIDE, paragraph=_tabbed(("right", right)) + across)
    yield Style(
        "Section End", 0.1, paragraph='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    )


_DOTTED = '<w:pBdr><w:left w:val="dotted" w:sz="12" w:space="8" w:color="auto"/></w:pBdr>'


def _ruled(side: str, space: int) -> str:
    return f"<w:pBdr><w:{side} {_HAIRLINE.format(space)}/></w:pBdr>"


def _tabbed(*stops: tuple[str, int]) -> str:
    return "<w:tabs>" + "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in stops) + "</w:tabs>"


def _spaced(before: int, after: int, line: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _indented(left: int, hanging: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def _written(kind: str, style: Style, page: Geometry) -> str:
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    based, after = _BASED_ON[kind], f'<w:next w:val="{style.after}"/>' if style.after else ""
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{_run(style, page)}</w:rPr>"
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{based}"/>{after}<w:qFormat/>{paragraph}{run}</w:style>'
    )


def _run(style: Style, page: Geometry) -> str:
    bold = "<w:b/><w:bCs/>" * style.bold
    italic = "<w:i/><w:iCs/>" * style.italic
    size = page.half_points(style.size)
    sized = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if style.size != 1 else ""
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    return bold + italic + colour + sized + style.run
