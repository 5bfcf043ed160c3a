# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Every form says the same: the words of the sheet, in its order, with its sources and notes."""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from support.sheet_readers import READERS, body, listed, parts, solid

from asem_reader.core.printing.compose import Wish, compose
from asem_reader.core.printing.form import DocumentFormat, Form, Profile
from asem_reader.core.printing.pack import Cover, Pack, bind
from asem_reader.core.printing.selection import Selection
from asem_reader.core.printing.sheet import Note, Sheet
from asem_reader.core.term import GlossaryTerm
from asem_reader.paper.text import WIDTH
from asem_reader.paper.writers import WRITERS
from asem_reader.store.library import Library
from asem_reader.store.referencetables import ReferenceTables

FORMATS = list(WRITERS)
PLAIN = Form()
FULL = Form(handling="Not for onward distribution", codes=True, copy=2, copies=5)
# So many sheets go in one document: enough to meet one another, few enough to tell which is wrong.
TOGETHER = 34
HOSTILE = [
    "<script>alert(1)</script> & <b>bold</b> &amp; &#60;",
    "# heading\n- item\n1. one\n> quote\n---\n===\n+ a\n12) b\n    code",
    "**strong** _it_ `code` [a](http://b) ![c](d) [1]: x ~~gone~~ | a | b |\n|---|---|",
    "</p></aside></w:t> ]]> <!-- <?xml ?> \\ {{x}} $y$ #let a",
    "SOURCES\n\n[1] Not a source. http://example.org",
    "שלום עולם, a; مرحبا; 中文 😀 e\u0301",
    "\0\x1b\x0b a\x0cb\ud800c\ufffe \u2028d\r\ne\tf",
    "",
    "x" * 3000,
]

Notes = Callable[..., Note]


def read(kind: DocumentFormat, pack: Pack, form: Form = PLAIN) -> str:
    return solid(READERS[kind](WRITERS[kind](pack, form)))


@pytest.fixture(scope="module")
def packs(library: Library) -> list[Pack]:
    """All there is on every topic of the Library."""
    edition, meetings = library.edition(), ReferenceTables(library).meetings()
    wish = Wish("23 November 2026, 17:40 UTC", profile=Profile.ARTICLE)
    sheets = [compose(library.article(t.slug), edition, wish, meetings) for t in library.topics()]
    return [Pack(tuple(sheets[at : at + TOGETHER])) for at in range(0, len(sheets), TOGETHER)]


@pytest.fixture
def pack(sheet: Sheet, note: Notes) -> Pack:
    """Two sheets with all that a pack can have."""
    noted = replace(
        sheet, notes=(note("Ask Vientiane."), note("Call.", block=None)), prepared_for="the Minister"
    )
    other = replace(sheet, topic=sheet.topic._replace(slug="iran", symbol="POL-08", title="Iran"))
    terms = (GlossaryTerm("FMM", "Foreign Ministers’ Meeting", sheet.portions[0].code or "x"),)  # type: ignore[arg-type]
    return bind(
        (noted, other), Cover("For Vientiane", "FMM15", "Vientiane", "2026-12-03", "the Minister"), terms
    )


@pytest.mark.parametrize("kind", FORMATS)
def test_every_topic_is_written_whole_and_in_order(packs: list[Pack], kind: DocumentFormat) -> None:
    for pack in packs:
        rest = read(kind, pack)
        for sheet in pack.sheets:
            for part in (solid(sheet.topic.title), body(sheet, heard=kind is DocumentFormat.TEXT)):
                before, found, rest = rest.partition(part)
                assert found == part, (sheet.topic.slug, before[-80:], part[:80])
            for source in sheet.sources:
                _, found, rest = rest.partition(listed(source))
                assert found, (sheet.topic.slug, source)


def test_no_line_of_plain_text_but_an_address_is_longer_than_the_width(packs: list[Pack]) -> None:
    lines = [
        line for pack in packs for line in WRITERS[DocumentFormat.TEXT](pack, PLAIN).decode().splitlines()
    ]
    assert [line for line in lines if len(line) > WIDTH and not re.match(r" *https?://", line)] == []


@pytest.mark.parametrize("kind", FORMATS)
def test_a_pack_has_cover_contents_sheets_acronyms_and_sources(pack: Pack, kind: DocumentFormat) -> None:
    text = read(kind, pack, FULL)
    told = (
        "For Vientiane",
        "Contents",
        "POL-05 Maritime security",
        "Maritime security",
        "Bottom line",
        "Iran",
    )
    at = 0
    for words in (*told, "Acronyms", "FMM", "Foreign Ministers’ Meeting", "Sources", "Newsletter"):
        at = text.index(solid(words), at) + 1
    for words in ("Vientiane, 3 December 2026", "Prepared for the Minister", "2 topics"):
        assert solid(words) in text
    assert text.count(solid("Newsletter, ASEF")) == 1


@pytest.mark.parametrize("kind", FORMATS)
def test_marking_handling_copy_and_imprint_are_said(pack: Pack, kind: DocumentFormat) -> None:
    written = WRITERS[kind](pack, FULL)
    text = solid(written.decode()) if kind is not DocumentFormat.DOCX else furniture(written)
    assert text.count(solid("PUBLIC SOURCES NOT CLASSIFIED")) >= 2
    for words in ("Not for onward distribution", "Copy 2 of 5", "Topic 2 of 2", pack.imprint):
        assert solid(words) in text


def furniture(document: bytes) -> str:
    """What stands at head and foot of a Word document's pages."""
    found = parts(document)
    return solid(
        "".join("".join(part.itertext()) for name, part in found.items() if "er" in name and "word/" in name)
    )


@pytest.mark.parametrize("kind", FORMATS)
def test_codes_are_printed_if_wished(pack: Pack, kind: DocumentFormat) -> None:
    assert solid("no sea. [1] i1") not in read(kind, pack)
    assert solid("Agreed texts name no sea. [1] p1") in read(kind, pack, FULL)


@pytest.mark.parametrize("body", HOSTILE)
@pytest.mark.parametrize("kind", FORMATS)
def test_markup_in_a_note_stays_text(sheet: Sheet, note: Notes, kind: DocumentFormat, body: str) -> None:
    noted = replace(sheet, notes=(note(body, quote=body), note("The next note.", block=None)))
    text = read(kind, Pack((noted,)))
    own = text[text.rindex("mynotes") :]
    assert own.index(solid(body)) < own.index("thenextnote") < own.index(listed(sheet.sources[0]))


@pytest.mark.parametrize("kind", FORMATS)
def test_any_title_and_marking_is_text(sheet: Sheet, kind: DocumentFormat) -> None:
    odd = HOSTILE[0] + " ' \" \\ # * _" + HOSTILE[5] + " #"
    titled = replace(sheet, topic=sheet.topic._replace(title=odd, symbol="<*>"))
    assert solid(odd) in read(kind, Pack((titled,)), Form(marking=odd, handling=odd))


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_pack_gives_the_same_bytes(pack: Pack, kind: DocumentFormat) -> None:
    assert WRITERS[kind](pack, FULL) == WRITERS[kind](pack, FULL)


@pytest.mark.parametrize("kind", FORMATS)
def test_only_what_was_selected_is_written(library: Library, kind: DocumentFormat) -> None:
    wish = Wish(selection=Selection(only=("key-facts",)))
    sheet = compose(library.article(library.topics()[2].slug), library.edition(), wish)
    text = read(kind, Pack((sheet,)))
    assert body(sheet, heard=kind is DocumentFormat.TEXT) in text
    assert "background" not in text


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("kind", FORMATS)
def test_every_profile_can_be_written(pack: Pack, kind: DocumentFormat, profile: Profile) -> None:
    assert "agreedtextsnamenosea" in read(kind, pack, Form(profile=profile, margin=True))


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_printed_and_nothing_known_is_no_fault(sheet: Sheet, kind: DocumentFormat) -> None:
    bare = replace(
        sheet, printed="", crumbs=(), portions=(), sources=(), edition=sheet.edition._replace(date="")
    )
    text = read(kind, Pack((bare,)), Form(marking=""))
    assert "maritimesecurity" in text
    assert "printed" not in text


def test_every_format_but_the_presss_own_has_a_writer() -> None:
    assert set(WRITERS) == set(DocumentFormat) - {DocumentFormat.PDF}


def test_importing_the_writers_loads_no_library() -> None:
    code = "import sys, asem_reader.paper.writers; print({'docx', 'lxml', 'typst'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (DocumentFormat.HTML, "<strong>the <em>desk</em></strong>:</p>\n<ul><li>dates</li></ul>"),
        (DocumentFormat.MARKDOWN, "> Ask **the *desk***:\n>\n> - dates\n"),
        (DocumentFormat.TEXT, "Ask the desk:\n\n    – dates\n"),
    ],
)
def test_a_note_has_its_emphasis_and_lists(
    sheet: Sheet, note: Notes, kind: DocumentFormat, shown: str
) -> None:
    noted = replace(sheet, notes=(note("Ask __the *desk*__:\n- dates"),))
    assert shown in WRITERS[kind](Pack((noted,)), PLAIN).decode()
