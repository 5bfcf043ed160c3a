# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A document as the same bytes each time: its own properties, no time of day, nothing of a template's."""

import datetime
import textwrap
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.oxml import parse_xml

from asem_reader.core.printing.pack import Pack
from asem_reader.paper.captions import AUTHOR, LANGUAGE
from asem_reader.paper.characters import fit

# The first moment that a ZIP file can tell.
_MOMENT = (1980, 1, 1, 0, 0, 0)

# Properties have room for so many letters, says python-docx.
_LONGEST = 255

_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties'
    ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{AUTHOR}</Application></Properties>"
)
# What the template of python-docx brings along and no document of ours needs.
_UNWANTED = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "/printerSettings")

# Mode 15 is that of Word 2013 and later; without it Word opens the file in compatibility mode.
_SETTINGS = """
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
  <w:zoom w:percent="100"/>
  <w:defaultTabStop w:val="720"/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat>
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
  <w:themeFontLang w:val="en-GB"/>
  <w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"
    w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6"
    w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>
  <w:decimalSymbol w:val="."/>
  <w:listSeparator w:val=","/>
</w:settings>
"""


def cleared(document: Document) -> None:
    """Take away what the template says of itself."""
    package = document.part.package
    assert package
    for rels in (package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if any(word in rel.reltype for word in _UNWANTED)]:
            del rels[key]
    for part in package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            part._blob = _PROPERTIES.encode()
    settings = document.settings.element
    settings[:] = parse_xml(_SETTINGS)[:]


def described(document: Document, pack: Pack) -> None:
    """Say in the document's properties what it is; its age is that of its edition."""
    told = document.core_properties
    told._element[:] = []
    told.title = _short(pack.title)
    told.author = told.last_modified_by = AUTHOR
    *symbols, edition = pack.keywords
    told.keywords = f"{_short(', '.join(symbols), _LONGEST - len(edition) - 2)}, {edition}"
    told.subject = _short(pack.imprint)
    told.language = LANGUAGE
    told.revision = 1
    try:
        day = datetime.date.fromisoformat(pack.edition.date)
    except ValueError:
        return
    told.created = told.modified = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _short(text: str, room: int = _LONGEST) -> str:
    return textwrap.shorten(fit(text), room, placeholder=" …")


def packed(document: Document) -> bytes:
    """Return a document as a file."""
    written, packed = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as loose, ZipFile(packed, "w", ZIP_DEFLATED) as tight:
        for name in loose.namelist():
            entry = ZipInfo(name, _MOMENT)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # else it would say on which system it was made
            tight.writestr(entry, loose.read(name))
    return packed.getvalue()
