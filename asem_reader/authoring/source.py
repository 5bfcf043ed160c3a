# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads `data/`: the tree, the sources, the glossary, and articles with their front matter."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from asem_reader.authoring.problem import ContentError, Problem
from asem_reader.core.content import Edition, Kind

_FRONT_MATTER = re.compile(r"---\n(?P<front>.*?\n)---\n(?P<body>.*)", re.DOTALL)
_COMMENT = re.compile(r"\A\s*<!--.*?-->\s*", re.DOTALL)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REQUIRED = {"title": str, "symbol": str, "parent": str, "summary": str, "as_of": str}
_LISTS = ("aliases", "related")
SOURCE_KINDS = ("official", "institution", "press", "reference", "copy")


@dataclass(frozen=True, slots=True)
class Draft:
    """One node of the tree as its author wrote it.

    Attributes:
        file: path relative to `data/`.
        body: Markdown after the front matter; empty for pillars and groups.
        first_line: line of the file on which the body begins.
    """

    file: str
    slug: str
    kind: Kind
    title: str
    symbol: str
    parent: str
    summary: str
    as_of: str
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    body: str = ""
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """A document as `sources.yaml` describes it."""

    id: str
    title: str
    publisher: str
    kind: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class Content:
    """All of `data/`, read.

    Attributes:
        drafts: pillars and groups first, in the order of the tree, then articles by symbol.
    """

    drafts: tuple[Draft, ...]
    sources: dict[str, SourceDraft]
    glossary: dict[str, str]
    edition: Edition


def read_content(data: Path) -> Content:
    """Read everything below `data`.

    Raises:
        ContentError: a file that cannot be read as what it should be.
    """
    files = sorted((data / "content").rglob("*.md"))
    problems: list[Problem] = []
    drafts = list(_read_tree(data / "tree.yaml"))
    for file in files:
        try:
            drafts.append(_read_article(file, str(file.relative_to(data).as_posix())))
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    tops = [draft for draft in drafts if not draft.body]
    articles = sorted((draft for draft in drafts if draft.body), key=lambda draft: draft.symbol)
    return Content(
        (*tops, *articles),
        _read_sources(data / "sources.yaml"),
        {str(term): str(text) for term, text in _read_yaml(data / "glossary.yaml", dict).items()},
        _read_edition(data, files),
    )


def _read_tree(file: Path) -> Iterator[Draft]:
    for pillar in _read_yaml(file, list):
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
    front = _parse_yaml(parts["front"], name, text[:skipped].count("\n") + 1)
    if not isinstance(front, dict):
        raise ContentError([Problem(name, 1, "front matter must be fields with values")])
    problems = [
        Problem(name, 1, f"front matter has no {field}")
        for field, kind in _REQUIRED.items()
        if not isinstance(front.get(field), kind) or not front[field].strip()
    ]
    problems += [
        Problem(name, 1, f"{field} must be a list of texts")
        for field in _LISTS
        if not _is_list_of_texts(front.get(field))
    ]
    known = {*_REQUIRED, *_LISTS}
    problems += [
        Problem(name, 1, f"front matter has an unknown field {field}")
        for field in front
        if field not in known
    ]
    if not _SLUG.fullmatch(file.stem):
        problems.append(Problem(name, 1, f"“{file.stem}” is no slug: small letters, digits and hyphens only"))
    if problems:
        raise ContentError(problems)
    return Draft(
        file=name,
        slug=file.stem,
        kind=Kind.ISSUE,
        title=front["title"].strip(),
        symbol=front["symbol"].strip(),
        parent=front["parent"].strip(),
        summary=front["summary"].strip(),
        as_of=front["as_of"].strip(),
        aliases=tuple(front.get("aliases") or ()),
        related=tuple(front.get("related") or ()),
        body=parts["body"],
        first_line=text[: parts.start("body")].count("\n") + 1,
    )


def _is_list_of_texts(value: Any) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(entry, str) for entry in value))


def _read_sources(file: Path) -> dict[str, SourceDraft]:
    sources, problems = {}, []
    for name, entry in _read_yaml(file, dict).items():
        if not isinstance(entry, dict):
            problems.append(Problem(file.name, 0, f"source {name} must be fields with values"))
            continue
        fields = {key: str(value) for key, value in entry.items()}
        kind, url = fields.get("kind", ""), fields.get("url", "")
        if kind not in SOURCE_KINDS:
            problems.append(Problem(file.name, 0, f"source {name} has the unknown kind “{kind}”"))
        if not fields.get("title"):
            problems.append(Problem(file.name, 0, f"source {name} has no title"))
        if (kind == "copy") == bool(url):
            problems.append(
                Problem(file.name, 0, f"source {name}: every kind but a copy has an address, a copy has none")
            )
        sources[name] = SourceDraft(
            name, fields.get("title", ""), fields.get("publisher", ""), kind, fields.get("date", ""), url
        )
    if problems:
        raise ContentError(problems)
    return sources


def _read_edition(data: Path, articles: list[Path]) -> Edition:
    """Name and date from `edition.yaml`; the digest is over every file the Library is made from."""
    fields = _read_yaml(data / "edition.yaml", dict)
    for field in ("name", "date"):
        if not isinstance(fields.get(field), str):
            raise ContentError([Problem("edition.yaml", 0, f"has no {field}, a text in quotes")])
    digest = hashlib.sha256()
    for file in [*sorted(data.glob("*.yaml")), *articles]:
        digest.update(f"{file.relative_to(data).as_posix()}\0".encode())
        digest.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return Edition(fields["name"], fields["date"], digest.hexdigest())


def _read_yaml(file: Path, kind: type) -> Any:
    try:
        content = _parse_yaml(file.read_text(encoding="utf-8"), file.name, 0)
    except FileNotFoundError:
        raise ContentError([Problem(file.name, 0, "is missing")]) from None
    if not isinstance(content, kind):
        raise ContentError([Problem(file.name, 1, f"must hold a {kind.__name__}")])
    return content


def _parse_yaml(text: str, name: str, lines_before: int) -> Any:
    try:
        return yaml.load(text, _UniqueKeys)
    except yaml.MarkedYAMLError as error:
        line = lines_before + (error.problem_mark.line + 1 if error.problem_mark else 0)
        raise ContentError([Problem(name, line, f"is not YAML: {error.problem}")]) from None
    except yaml.YAMLError as error:
        raise ContentError([Problem(name, 0, f"is not YAML: {str(error).splitlines()[0]}")]) from None


class _UniqueKeys(yaml.SafeLoader):
    """YAML in which a key stands once; plain SafeLoader lets the last one win in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"“{key}” stands twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)
