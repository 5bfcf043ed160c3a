# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Small folders of content that compile, and the Markdown in them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from asem_reader.authoring.bundle import build, compile_library
from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.pages.names import Names
from asem_reader.authoring.piece import Rendering
from asem_reader.authoring.problem import ContentError, Problem
from asem_reader.authoring.render import parse, render
from asem_reader.core.content import Kind
from support.reference_pages import MORE_TREE, REFERENCE

_FILLING = (
    "ministers spoke of ships and ports and of the people who work in them and asked that each "
    "partner tell the others what it learns about storms and thieves and cargo so that crews come home"
)


def draft(body: str, slug: str = "piracy", kind: Kind = Kind.ISSUE, first_line: int = 1) -> Draft:
    """A topic as an author writes it, of which only the Markdown matters."""
    fields = ("Piracy at sea", "POL-01", "security", "What partners say of piracy.", "2021-11")
    return Draft("x.md", slug, kind, *fields, body=body, first_line=first_line)


def rendered(markdown: Draft | str, names: Names | None = None) -> Rendering:
    """What becomes of a draft, or of the Markdown of one."""
    whole = draft(markdown) if isinstance(markdown, str) else markdown
    return render(whole, parse(whole), names or Names({}))


def article(symbol: str = "POL-01", title: str = "Piracy at sea", related: str = "[other-topic]") -> str:
    """An article that keeps every rule."""
    facts = "\n".join(f"- Fact {number}: {_FILLING}. [@one]" for number in range(12))
    return f"""\
---
title: {title}
symbol: {symbol}
parent: security
summary: What partners say of piracy.
as_of: '2021-11'
aliases: [robbery at sea]
related: {related}
---

## Bottom line

Leaders hold that the sea is free. [@one]

## ASEM position

- **ASEM8, Brussels, October 2010.** Leaders want law, as in [the other](asem:other-topic). [@one] [@two]

{_VIEWS}## Key facts

{facts}

{_ASKED}## Background

Pirates came ashore on 4-5 May 2010. [@two]{{as_of=2021-08}}

> **Editor's note.** Nobody counted them. [@one]

## Timeline

- 2010-05-04: A seminar on piracy. [@one]
- 2012: A declaration. [@two]

## Instruments

| instrument | adopted |
| --- | --- |
| Law of the sea | 1982 [@one] |
{_ORIGIN}"""


_VIEWS = """\
- **Ministers, Kildare, April 2004, Chair's Statement, paragraphs 3 and 4.** They *want* law. [@one]

## Who holds which view

- **Norway.** It held in 2010 that the sea is free. [@two]
- **Japan.** Nothing is free (May 2012). [@one]

## Next

- 4-5 May 2027: a seminar. [@one]
- By December 2027: a rule. [@two]
- 2028: an end. [@two]

"""
_ASKED = """\
## If asked

- **Is the sea free?** Leaders hold that it is. [@one]
- **Who counted them?** Nobody did. [@two]

"""
_ORIGIN = """
## The founding page

The page says that pirates are gone. [@one]
"""

_TREE = """\
- slug: political
  title: Political pillar
  summary: What partners say to one another.
  groups:
  - slug: security
    title: Security
    summary: The sea and the land.
- slug: economic
  title: Economic pillar
  summary: Nothing yet.
"""
_SOURCES = """\
one:
  title: "The chair's statement"
  publisher: EEAS
  kind: official
  date: '2015-11'
  url: https://example.org/one
two:
  title: A newsletter
  publisher: ASEF
  kind: copy
"""


@dataclass
class Data:
    """A folder of content that compiles; change a file's text before `problems` or `build`."""

    folder: Path
    files: dict[str, str] = field(
        default_factory=lambda: {
            "tree.yaml": _TREE,
            "sources.yaml": _SOURCES,
            "glossary.yaml": "ASEM: Asia-Europe Meeting\nASEM8: 8th ASEM Summit\n",
            "edition.yaml": 'name: "2026.1"\ndate: "2026-11-23"\n',
            "content/political/piracy.md": article(),
            "content/political/other-topic.md": article("POL-02", "The other", "[]").replace(
                "asem:other-topic", "asem:piracy"
            ),
        }
    )
    piracy = "content/political/piracy.md"

    @classmethod
    def with_reference(cls, folder: Path) -> Self:
        """The same with a page of each kind that templates make."""
        data = cls(folder)
        data.files["tree.yaml"] += MORE_TREE
        data.files |= REFERENCE
        return data

    @property
    def target(self) -> Path:
        return self.folder / "asem.db"

    def change(self, old: str, new: str, file: str = piracy) -> None:
        """Put a text in place of another that must be there."""
        assert old in self.files[file]
        self.files[file] = self.files[file].replace(old, new, 1)

    def line(self, text: str, file: str = piracy) -> int:
        """The line on which a text stands first."""
        return self.files[file][: self.files[file].index(text)].count("\n") + 1

    def write(self) -> Path:
        for name, text in self.files.items():
            file = self.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return self.folder

    def fold(self, slug: str, to: str, title: str = "The other") -> None:
        """Fold an article into another, after both were built: its file goes, its slug lives on."""
        self.build()
        name = f"content/political/{slug}.md"
        del self.files[name]
        (self.folder / name).unlink()
        self.files["redirects.yaml"] = f"{slug}: {{to: {to}, title: {title}}}\n"

    def build(self) -> Path:
        build(self.write(), self.target)
        return self.target

    def problems(self) -> tuple[Problem, ...]:
        """What compiling finds wrong; nothing may have been written."""
        self.write()
        before = sorted(self.folder.rglob("*"))
        try:
            compile_library(self.folder, self.target)
        except ContentError as error:
            assert sorted(self.folder.rglob("*")) == before
            return error.problems
        return ()
