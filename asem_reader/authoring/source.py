# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads `data/`: the tree, the sources, the glossary, and articles with their front matter."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import msgspec

from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.files.handbook import read_handbook
from asem_reader.authoring.files.indicators import FOLDER as INDICATORS
from asem_reader.authoring.files.indicators import Figures, read_figures
from asem_reader.authoring.files.languages import FOLDER as LANGUAGES
from asem_reader.authoring.files.languages import Translation, read_translations
from asem_reader.authoring.files.redirect import Redirect, read_redirects, redirected
from asem_reader.authoring.files.reference import FOLDER, Reference, read_reference
from asem_reader.authoring.files.yamlfile import parse_yaml, read_yaml
from asem_reader.authoring.pages.templates import drafts as made
from asem_reader.authoring.problem import ContentError, Problem
from asem_reader.core.content import Edition, Kind
from asem_reader.core.place import BUNDLED, NAME, LibraryId, Slug

_FRONT_MATTER = re.compile(r"---\n(?P<front>.*?\n)---\n(?P<body>.*)", re.DOTALL)
_COMMENT = re.compile(r"\A\s*<!--.*?-->\s*", re.DOTALL)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WORDS = "words.txt"
THESAURUS = "thesaurus.yaml"
TRUSTED = ("official", "institution")
SOURCE_KINDS = (*TRUSTED, "press", "reference", "copy")


_Text = Annotated[str, msgspec.Meta(pattern=r"\S")]


class _FrontMatter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands at the head of an article, between two lines of ---."""

    title: _Text
    symbol: _Text
    parent: _Text
    summary: _Text
    as_of: _Text
    aliases: tuple[str, ...] | None = None
    related: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """A document as `sources.yaml` describes it.

    Attributes:
        word: whose word it is, `official` or `institution`; of another kind than that, where it was read.
    """

    id: str
    title: str
    publisher: str
    kind: str
    date: str
    url: str
    word: str

    @property
    def is_trusted(self) -> bool:
        """True if it is the word of states, their bodies or an institution, wherever it was read."""
        return self.word in TRUSTED


@dataclass(frozen=True)
class Content:
    """All of `data/`, read.

    Attributes:
        drafts: pillars and groups first, in the order of the tree, then articles by symbol, then the pages
            that templates make, then the handbook.
        abbreviations: what acronyms stand for that the glossary has nothing more to say of.
        words: names and words that no British dictionary has, or that have -ize in a name.
        thesaurus: groups of words that mean the same to whoever searches.
        translations: what other languages call topics, terms and partners.
    """

    drafts: tuple[Draft, ...]
    sources: dict[str, SourceDraft]
    abbreviations: dict[str, str]
    words: frozenset[str]
    thesaurus: tuple[tuple[str, ...], ...]
    translations: tuple[Translation, ...]
    reference: Reference
    figures: Figures
    edition: Edition
    redirects: Mapping[Slug, Redirect]

    def folded(self, slug: str) -> tuple[Slug, ...]:
        """The topics that were folded into one."""
        return tuple(old for old, redirect in self.redirects.items() if redirect.to == slug)

    @cached_property
    def glossary(self) -> dict[str, str]:
        """The expansion of each acronym and term; the term itself where it has none."""
        return {term.term: term.expansion or term.term for term in self.reference.terms} | self.abbreviations


def read_content(data: Path) -> Content:
    """Read everything below `data`.

    Raises:
        ContentError: a file that cannot be read as what it should be.
    """
    files, redirects = sorted((data / "content").rglob("*.md")), read_redirects(data)
    problems: list[Problem] = []
    tops = list(_read_tree(data / "tree.yaml"))
    articles = []
    for file in files:
        try:
            article = _read_article(file, str(file.relative_to(data).as_posix()))
            articles.append(redirected(article, redirects))
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    reference = read_reference(data)
    figures = read_figures(data, reference)
    defined = {term.term for term in reference.terms}
    abbreviations = {
        body.acronym: body.name for body in reference.bodies if body.acronym and body.acronym not in defined
    } | {str(term): str(text) for term, text in read_yaml(data / "glossary.yaml", dict).items()}
    sources = _read_sources(data / "sources.yaml")
    fields = read_yaml(data / "edition.yaml", dict)
    manual = str(fields.get("handbook", ""))
    handbook = read_handbook(data, manual) if manual else ()
    edition = _edition(data, fields, [*files, data / manual] if manual else files)
    return Content(
        (
            *tops,
            *sorted(articles, key=lambda draft: draft.symbol),
            *made(reference, figures, abbreviations, edition.date),
            *handbook,
        ),
        sources,
        abbreviations,
        _read_words(data / WORDS),
        _read_thesaurus(data),
        read_translations(data, reference),
        reference,
        figures,
        edition,
        redirects,
    )


def _read_tree(file: Path) -> Iterator[Draft]:
    for pillar in read_yaml(file, list):
        yield _node(file.name, pillar, Kind.PILLAR, "")
        for group in pillar.get("groups") or ():
            yield _node(file.name, group, Kind.GROUP, pillar["slug"])


def _node(file: str, fields: Any, kind: Kind, parent: str) -> Draft:
    if not isinstance(fields, dict):
        raise ContentError([Problem(file, 0, f"“{fields}” is no {kind}: it needs slug, title and summary")])
    for field in ("slug", "title", "summary"):
        if not isinstance(fields.get(field), str):
            raise ContentError([Problem(file, 0, f"{fields.get('slug', kind)} has no {field}")])
    return Draft(file, fields["slug"], kind, fields["title"], "", parent, fields["summary"], "")


def _read_article(file: Path, name: str) -> Draft:
    text = file.read_text(encoding="utf-8")
    comment = _COMMENT.match(text)
    skipped = comment.end() if comment else 0
    parts = _FRONT_MATTER.fullmatch(text, skipped)
    if not parts:
        raise ContentError([Problem(name, 1, "begins with no front matter between two lines of ---")])
    front = _front(parse_yaml(parts["front"], name, text[:skipped].count("\n") + 1), name)
    if not _SLUG.fullmatch(file.stem):
        sentence = f"“{file.stem}” is no slug: small letters, digits and hyphens only"
        raise ContentError([Problem(name, 1, sentence)])
    return Draft(
        file=name,
        slug=file.stem,
        kind=Kind.ISSUE,
        title=front.title.strip(),
        symbol=front.symbol.strip(),
        parent=front.parent.strip(),
        summary=front.summary.strip(),
        as_of=front.as_of.strip(),
        aliases=front.aliases or (),
        related=front.related or (),
        body=parts["body"],
        first_line=text[: parts.start("body")].count("\n") + 1,
    )


def _front(read: object, name: str) -> _FrontMatter:
    try:
        return msgspec.convert(read, _FrontMatter)
    except msgspec.ValidationError as error:
        raise ContentError([Problem(name, 1, f"front matter: {error}")]) from None


def _read_sources(file: Path) -> dict[str, SourceDraft]:
    sources, problems = {}, []
    for name, entry in read_yaml(file, dict).items():
        if not isinstance(entry, dict):
            problems.append(Problem(file.name, 0, f"source {name} must be fields with values"))
            continue
        fields = {key: str(value) for key, value in entry.items() if value is not None}
        kind, url = fields.get("kind", ""), fields.get("url", "")
        if kind not in SOURCE_KINDS:
            problems.append(Problem(file.name, 0, f"source {name} has the unknown kind “{kind}”"))
        if not fields.get("title"):
            problems.append(Problem(file.name, 0, f"source {name} has no title"))
        if (kind == "copy") == bool(url):
            problems.append(
                Problem(file.name, 0, f"source {name}: every kind but a copy has an address, a copy has none")
            )
        word = fields.get("word", kind)
        if "word" in fields and (word not in TRUSTED or kind in TRUSTED):
            problems.append(Problem(file.name, 0, f"source {name} cannot be the word of “{word}”"))
        title, publisher, date = (fields.get(field, "") for field in ("title", "publisher", "date"))
        sources[name] = SourceDraft(name, title, publisher, kind, date, url, word)
    if problems:
        raise ContentError(problems)
    return sources


def _read_thesaurus(data: Path) -> tuple[tuple[str, ...], ...]:
    """Return groups of words that mean the same; none if there is no file.

    Raises:
        ContentError: a group that is no list of two and more texts.
    """
    file = data / THESAURUS
    groups = read_yaml(file, list) if file.exists() else []
    for group in groups:
        if not isinstance(group, list) or len(group) < 2 or not all(isinstance(word, str) for word in group):
            raise ContentError([Problem(THESAURUS, 0, f"“{group}” is no list of words that mean the same")])
    return tuple(tuple(group) for group in groups)


def _read_words(file: Path) -> frozenset[str]:
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _edition(data: Path, fields: dict[str, Any], texts: list[Path]) -> Edition:
    """Name, date and Library of `edition.yaml`; the digest is over every file the Library is made from."""
    for field in ("name", "date"):
        if not isinstance(fields.get(field), str):
            raise ContentError([Problem("edition.yaml", 0, f"has no {field}, a text in quotes")])
    library = str(fields.get("library", BUNDLED))
    if not re.fullmatch(NAME, library):
        raise ContentError([Problem("edition.yaml", 0, f"“{library}” is no id of a Library, such as abc-1")])
    digest = hashlib.sha256()
    read = [
        data / f"{name}.yaml" for name in ("edition", "glossary", "redirects", "sources", "thesaurus", "tree")
    ]
    tables = [
        *sorted((data / FOLDER).glob("*.yaml")),
        *(file for folder in (INDICATORS, LANGUAGES) for file in sorted((data / folder).glob("*.csv"))),
    ]
    for file in [*read, *tables, *texts]:
        digest.update(f"{file.relative_to(data).as_posix()}\0".encode())
        digest.update(b"" if not file.exists() else file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return Edition(fields["name"], fields["date"], digest.hexdigest(), LibraryId(library))
