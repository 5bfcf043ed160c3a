# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sources as BibTeX, RIS and CSL-JSON, as other programs read them: pybtex, rispy and citeproc-py."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import BibliographyData, parse_bytes
from pybtex.richtext import Text

from asem_reader.core.content import Source
from asem_reader.core.printing.citation import address
from asem_reader.core.references.referenceformat import ReferenceFormat
from asem_reader.operations.references import sources_of
from asem_reader.store.library import Library

HOSTILE = (
    Source(
        1, "100 % of {x_1} & #2 for $3", "Ministry of Trade and Industry", "official", "2018-10-19", "", "a"
    ),
    Source(
        2, r"A \textbf{bold} ~ ^ “quoted” \ and }", "", "press", "2018-10", "https://a.org/{x}?y=1&z=%20", "b"
    ),
    Source(
        3, "Of two\r\nlines: TY  - JOUR\nER  - ", "Łódź, 東京 @ “X”", "copy", "2018", "https://b.org", "c"
    ),
    Source(4, "Without a day", "Office", "reference", "about 1996", "javascript:alert(1)", "d"),
    Source(5, "Of no known kind", "Office", "other", "0996-05", "mailto:a@b.org", "e"),
)


# What TeX knows, and pybtex leaves as it is.
MACROS = {r"\textbraceleft ": "{", r"\textbraceright ": "}", r"\textasciicircum ": "^", r"\$": "$"}


class Read(NamedTuple):
    """What a reader of a format tells of a source."""

    title: str
    publisher: str
    date: str
    address: str


def meant(source: Source) -> Read:
    """What is to come back: blanks for line ends, dates that are none left out."""
    date = source.date if source.date.replace("-", "").isdecimal() else ""
    return Read(" ".join(source.title.split()), source.publisher, date, address(source))


def by_pybtex(content: bytes) -> dict[str, Read]:
    def text(fields: "dict[str, str]", *names: str) -> str:
        value = next((fields[name] for name in names if name in fields), "")
        assert value == "" or (value[0], value[-1]) == ("{", "}")
        said = str(Text.from_latex(value))
        for macro, sign in MACROS.items():
            said = said.replace(macro, sign)
        return said

    data: BibliographyData = parse_bytes(content, "bibtex")
    return {
        key: Read(
            text(entry.fields, "title"),
            text(entry.fields, "institution", "organization", "journaltitle"),
            entry.fields.get("date", ""),
            entry.fields.get("url", ""),
        )
        for key, entry in data.entries.items()
    }


def by_rispy(content: bytes) -> dict[str, Read]:
    def date(said: str) -> str:
        year, month, day, _other = said.split("/")
        return "-".join(filter(None, (year, month, day)))

    return {
        item["id"]: Read(
            item["title"],
            item.get("publisher") or item.get("secondary_title", ""),
            date(item["date"]) if "date" in item else "",
            item.get("urls", [""])[0],
        )
        for item in rispy.loads(content.decode())
    }


def by_citeproc(content: bytes) -> dict[str, Read]:
    def date(item: "dict[str, Iterable[str]]") -> str:
        parts = item.get("issued")
        known = [parts[name] for name in ("year", "month", "day") if name in parts] if parts else []
        return "-".join(f"{number:0{4 if at == 0 else 2}}" for at, number in enumerate(known))

    items = CiteProcJSON(json.loads(content))
    return {
        key: Read(
            str(item["title"]),
            str(item.get("publisher", item.get("container_title", ""))),
            date(item),
            str(item.get("URL", "")),
        )
        for key, item in items.items()
    }


READERS = {
    ReferenceFormat.BIBTEX: by_pybtex,
    ReferenceFormat.RIS: by_rispy,
    ReferenceFormat.CSL: by_citeproc,
}
each_format = pytest.mark.parametrize("kind", ReferenceFormat)


@pytest.fixture(scope="module")
def every_source(library_file: Path) -> tuple[Source, ...]:
    library = Library.open(library_file)
    found = sources_of(library, [topic.place for topic in library.topics()])
    library.close()
    return found


@each_format
def test_every_source_comes_back(kind: ReferenceFormat, every_source: tuple[Source, ...]) -> None:
    read = READERS[kind](kind.written(every_source))
    assert len(read) == len(every_source) > 1000
    assert [s.name for s in every_source if read[s.name] != meant(s)] == []


@each_format
def test_no_sign_of_a_format_changes_what_is_read(kind: ReferenceFormat) -> None:
    read = READERS[kind](kind.written(HOSTILE))
    if kind is ReferenceFormat.BIBTEX:  # braces are none in its addresses
        read["b"] = read["b"]._replace(address=read["b"].address.replace("%7Bx%7D", "{x}"))
    assert read == {source.name: meant(source) for source in HOSTILE}


@each_format
def test_a_source_that_is_named_twice_is_there_once(kind: ReferenceFormat) -> None:
    assert kind.written([*HOSTILE, *HOSTILE]) == kind.written(HOSTILE)


def test_entries_have_the_type_that_fits_their_kind() -> None:
    entries = parse_bytes(ReferenceFormat.BIBTEX.written(HOSTILE), "bibtex").entries
    assert [entry.type for entry in entries.values()] == ["report", "article", "misc", "online", "online"]
    items = rispy.loads(ReferenceFormat.RIS.written(HOSTILE).decode())
    assert [item["type_of_reference"] for item in items] == ["GOVDOC", "NEWS", "GEN", "ELEC", "GEN"]
    assert {item["type_of_reference"] for item in items} <= set(rispy.TYPE_OF_REFERENCE_MAPPING)
    types = [item["type"] for item in json.loads(ReferenceFormat.CSL.written(HOSTILE))]
    assert types == ["report", "article-newspaper", "document", "webpage", "document"]


def test_lines_of_ris_are_as_its_description_has_them() -> None:
    lines = ReferenceFormat.RIS.written(HOSTILE[:1]).decode().split("\r\n")
    assert lines[0] == "TY  - GOVDOC"
    assert "DA  - 2018/10/19/" in lines
    assert lines[-2:] == ["ER  - ", ""]
    assert not any("\n" in line or "\r" in line for line in lines)


def test_a_citation_processor_sets_a_list_of_them(every_source: tuple[Source, ...]) -> None:
    some = every_source[:40]
    items = CiteProcJSON(json.loads(ReferenceFormat.CSL.written(some)))
    listed = CitationStylesBibliography(
        CitationStylesStyle("harvard-cite-them-right"), items, formatter.plain
    )
    listed.register(Citation([CitationItem(source.name) for source in some]))
    said = "\n".join(map(str, listed.bibliography()))
    assert all(source.title.split("’")[0][:20] in said for source in some)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.bib", "bibtex"), ("A.RIS", "ris"), ("x.csl.json", "csl"), ("a.txt", None), ("-", None)],
)
def test_the_ending_of_a_file_says_its_format(name: str, kind: str | None) -> None:
    assert ReferenceFormat.of(name) == kind
