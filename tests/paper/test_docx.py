# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Word documents in Word's own styles, the same each time."""

import datetime
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import docx
import pytest
from docx.document import Document
from docx.shared import Mm
from support.sheet_readers import WORD, parts

from asem_reader.core.place import Slug
from asem_reader.core.printing.form import Form, Paper, Profile
from asem_reader.core.printing.pack import Cover, Pack, bind
from asem_reader.core.printing.sheet import Note, Sheet
from asem_reader.paper import typeset
from asem_reader.paper.docx.document import written
from asem_reader.paper.pagesetup import PageSetup

FULL = Form(handling="Not for onward distribution", codes=True, copy=2, copies=5)
PAGES = {Paper.A4: (210, 297), Paper.LETTER: (216, 279)}


@pytest.fixture
def pack(sheet: Sheet, note: Callable[..., Note]) -> Pack:
    noted = replace(sheet, notes=(note("Ask Vientiane.\n\nשלום"),))
    other = replace(sheet, topic=sheet.topic._replace(slug=Slug("iran"), symbol="POL-08", title="Iran"))
    return bind((noted, other), Cover("For Vientiane", date="2026-12-03"))


def opened(pack: Pack, form: Form = FULL) -> Document:
    return docx.Document(BytesIO(written(pack, form)))


def styled(document: Document, name: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style and p.style.name == name]


def test_a_sheet_has_a_title_and_headings_of_its_own(sheet: Sheet) -> None:
    document = opened(Pack((sheet,)))
    assert styled(document, "Title") == ["Maritime security"]
    assert styled(document, "Heading 1") == ["Bottom line", "ASEM position", "Instruments", "Sources"]
    assert len(styled(document, "List Bullet")) == 2


def test_in_a_pack_sheets_are_headings(pack: Pack) -> None:
    document = opened(pack)
    assert styled(document, "Title") == ["For Vientiane"]
    assert styled(document, "Heading 1") == ["Maritime security", "Iran", "Sources"]
    assert styled(document, "toc 1")[1] == "POL-08\tIran\tTopic 2"


def levels(document: Document) -> dict[str, str]:
    """The outline level of each style that has one; 9 is that of text."""
    found = document.styles.element.iter(f"{WORD}outlineLvl")
    return {each.getparent().getparent().name_val: each.get(f"{WORD}val") for each in found}


def test_the_outline_begins_with_what_stands_highest(pack: Pack, sheet: Sheet) -> None:
    assert levels(opened(pack)) == {"heading 1": "0", "heading 2": "1", "heading 3": "2"}
    assert levels(opened(Pack((sheet,)))) == {"Title": "9", "heading 1": "0", "heading 2": "1"}


def test_head_and_foot_end_where_the_paper_has_its_margin(pack: Pack) -> None:
    for form, edge in ((Form(), 20), (Form(margin=True), 20), (Form(profile=Profile.CARD), 13)):
        document = opened(pack, form)
        section, across = document.sections[0], document.styles["header"].paragraph_format  # type: ignore[attr-defined]
        assert section.left_margin + across.left_indent == pytest.approx(Mm(edge), abs=Mm(1))
        assert section.right_margin + across.right_indent == pytest.approx(Mm(edge), abs=Mm(1))


def test_headings_keep_with_what_follows(pack: Pack) -> None:
    styles = opened(pack).styles
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Sheet Head", "My Note On"):
        assert styles[name].paragraph_format.keep_with_next  # type: ignore[attr-defined]


def test_a_table_has_a_head_that_is_repeated_and_a_name(sheet: Sheet) -> None:
    (table,) = opened(Pack((sheet,))).tables
    body = parts(written(Pack((sheet,)), FULL))["word/document.xml"]
    assert [cell.text for cell in table.rows[0].cells] == ["instrument", "adopted", "in force"]
    assert len(list(body.iter(f"{WORD}tblHeader"))) == 1
    assert [caption.get(f"{WORD}val") for caption in body.iter(f"{WORD}tblCaption")] == ["Instruments"]


def links(document: bytes) -> tuple[list[str], list[str]]:
    """What links of a document lead to: bookmarks, and addresses."""
    found = parts(document)
    anchors = [
        link.get(f"{WORD}anchor") or "" for link in found["word/document.xml"].iter(f"{WORD}hyperlink")
    ]
    rels = found["word/_rels/document.xml.rels"]
    return [a for a in anchors if a], [r.get("Target", "") for r in rels if r.get("TargetMode") == "External"]


def test_links_lead_to_bookmarks_and_addresses(pack: Pack, sheet: Sheet) -> None:
    anchors, addresses = links(written(pack, FULL))
    names = [
        mark.get(f"{WORD}name")
        for mark in parts(written(pack, FULL))["word/document.xml"].iter(f"{WORD}bookmarkStart")
    ]
    assert set(anchors) <= set(names)
    assert len(names) == len(set(names)) == 5
    assert set(addresses) == {sheet.sources[0].url, sheet.sources[1].url}


def test_the_link_of_an_odd_address_is_encoded(sheet: Sheet) -> None:
    odd = replace(
        sheet, sources=(sheet.sources[0]._replace(url="https://example.org/chair’s statement?a=%20"),)
    )
    _, addresses = links(written(Pack((odd,)), FULL))
    assert addresses == ["https://example.org/chair%E2%80%99s%20statement?a=%20"]


def test_pages_are_counted_by_fields(pack: Pack) -> None:
    footers = [part for name, part in parts(written(pack, FULL)).items() if "word/footer" in name]
    for footer in footers:
        fields = [field.text for field in footer.iter(f"{WORD}instrText")]
        assert fields == [" PAGE ", " NUMPAGES "]
    assert len(footers) == 4


def test_the_contents_ask_for_the_page_of_each_sheet(pack: Pack) -> None:
    body = parts(written(pack, FULL))["word/document.xml"]
    names = {mark.get(f"{WORD}name") for mark in body.iter(f"{WORD}bookmarkStart")}
    fields = [(field.text or "").split() for field in body.iter(f"{WORD}instrText")]
    assert fields == [["PAGEREF", f"sheet_{number}", "\\h"] for number in (1, 2)]
    assert {name for _, name, _ in fields} <= names
    assert styled(opened(pack), "toc 1") == ["POL-05\tMaritime security\tTopic 1", "POL-08\tIran\tTopic 2"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_fills_in_the_pages(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "pack.docx").write_bytes(written(pack, FULL))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, "pack.docx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=120)
    _, contents, *pages = typeset.text((tmp_path / "pack.pdf").read_bytes())
    first = [next(at for at, page in enumerate(pages, 3) if f"Topic {n} of 2" in page) for n in (1, 2)]
    assert re.findall(r"(?:security|Iran)\s+(\d+)\s", contents) == [str(page) for page in first]


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("profile", list(Profile))
def test_the_page_has_the_size_of_the_paper(pack: Pack, paper: Paper, profile: Profile) -> None:
    expected = (148, 210) if profile is Profile.CARD else PAGES[paper]
    for section in opened(pack, Form(paper, profile=profile)).sections:
        assert section.page_width == pytest.approx(Mm(expected[0]), abs=Mm(1))
        assert section.page_height == pytest.approx(Mm(expected[1]), abs=Mm(1))


@pytest.mark.parametrize("profile", list(Profile))
def test_type_has_the_size_of_the_printed_page(pack: Pack, profile: Profile) -> None:
    form = Form(profile=profile)
    size = opened(pack, form).styles.element.find(f".//{WORD}rPrDefault//{WORD}sz")
    assert size.get(f"{WORD}val") == str(round(2 * PageSetup.of(form).size))


def test_properties_say_what_it_is_and_when_it_was_written(pack: Pack) -> None:
    told = opened(pack).core_properties
    assert (told.title, told.author, told.language) == ("For Vientiane", "ASEM Reader", "en-GB")
    assert told.keywords == "ASEM, POL-05, POL-08, Edition 2026.1 c0ffeec0ffee"
    assert told.created == told.modified == datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)


def test_no_property_is_too_long(sheet: Sheet) -> None:
    titled = replace(sheet, topic=sheet.topic._replace(title="long " * 90, symbol="S" * 90))
    assert len(opened(Pack((titled,) * 9)).core_properties.title) <= 255


def test_nothing_tells_when_or_where_it_was_made(pack: Pack) -> None:
    with zipfile.ZipFile(BytesIO(written(pack, FULL))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = set(archive.namelist())
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "printer" in name]


def test_every_style_used_is_there(pack: Pack) -> None:
    found = parts(written(pack, FULL))
    known = {style.get(f"{WORD}styleId") for style in found["word/styles.xml"].iter(f"{WORD}style")}
    assert set(used(found["word/document.xml"])) | set(used(found["word/header1.xml"])) <= known


def used(part: Element) -> Iterator[str]:
    """The ids of styles that are used in a part."""
    for tag in ("pStyle", "rStyle", "tblStyle"):
        for style in part.iter(f"{WORD}{tag}"):
            yield style.get(f"{WORD}val", "")


# ECMA-376, part 1: Word refuses a file whose properties stand in another order.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs bidi"
    " spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color sz szCs u vertAlign rtl lang",
    "tblPr": "tblStyle tblStyleRowBandSize tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "style": "name basedOn next link uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
}


@pytest.mark.parametrize("form", [FULL, Form(margin=True)])
def test_properties_stand_in_the_order_of_the_standard(pack: Pack, form: Form) -> None:
    for name, part in parts(written(pack, form)).items():
        for tag, order in ORDERS.items():
            for element in part.iter(f"{WORD}{tag}"):
                places = [order.split().index(child.tag.removeprefix(WORD)) for child in element]
                assert places == sorted(places), (name, [child.tag for child in element])


def test_a_note_from_right_to_left_is_set_so(pack: Pack) -> None:
    body = parts(written(pack, FULL))["word/document.xml"]
    assert len(list(body.iter(f"{WORD}bidi"))) == len(list(body.iter(f"{WORD}rtl"))) == 1


def test_a_note_has_its_emphasis_and_lists(sheet: Sheet, note: Callable[..., Note]) -> None:
    noted = replace(sheet, notes=(note("Ask **the desk**:\n- *dates*"),))
    made = docx.Document(BytesIO(written(Pack((noted,)), Form())))
    mine = [each for each in made.paragraphs if each.style and each.style.name == "My Note"]
    assert [each.text for each in mine] == ["Ask the desk:", "", "– dates"]
    assert [run.text for run in mine[0].runs if run.bold] == ["the desk"]
    assert [run.text for run in mine[2].runs if run.italic] == ["dates"]
