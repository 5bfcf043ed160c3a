# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Makes the pages of the handbook from the manual: a chapter that names its symbol and slug is one."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from asem_reader.authoring.files.draft import Draft
from asem_reader.authoring.problem import ContentError, Problem
from asem_reader.core.content import Kind

HANDBOOK = "handbook"  # the last branch of the tree
_SUMMARY = "How to read, search, mark and print with this program. F1 opens the page that fits where you are."
_CHAPTER = re.compile(
    r"^## (?P<title>.+)\n<!-- (?P<symbol>HBK-[0-9]{2}) (?P<slug>handbook-[a-z-]+) -->\n+(?P<summary>.+)\n"
    r"(?P<body>(?:(?!## ).*\n?)*)",
    re.MULTILINE,
)
_PICTURE = re.compile(r"^!\[.*\]\(.*\)$", re.MULTILINE)
_LINK = re.compile(r"\[([^]\n]+)\]\((#?)([^)\n]+)\)")


def read_handbook(data: Path, name: str) -> tuple[Draft, ...]:
    """Return the branch and its pages, in the order of the manual; `name` is its path from `data`.

    The paragraph under a chapter's title is its summary; the headings below the title are its sections.

    Raises:
        ContentError: there is no such file, or it has no chapter for the handbook.
    """
    manual = data / name
    text = manual.read_text(encoding="utf-8") if manual.is_file() else ""
    chapters = list(_CHAPTER.finditer(text))
    if not chapters:
        raise ContentError([Problem(name, 0, "has no chapter with a symbol and a slug for the handbook")])
    anchors = dict(_anchors(chapters))
    top = Draft(name, HANDBOOK, Kind.HANDBOOK, "Handbook", "", "", _SUMMARY, "", ("help", "manual"))
    return top, *(
        Draft(
            file=name,
            slug=each["slug"],
            kind=Kind.HANDBOOK,
            title=each["title"],
            symbol=each["symbol"],
            parent=HANDBOOK,
            summary=each["summary"].replace("`", ""),
            as_of="",
            body=_written(each["body"], anchors),
            first_line=text[: each.start("body")].count("\n") + 1,
        )
        for each in chapters
    )


def _anchors(chapters: list[re.Match[str]]) -> Iterator[tuple[str, str]]:
    """The anchor of each heading as GitHub makes it, and the page on which it stands."""
    for chapter in chapters:
        for title in (chapter["title"], *re.findall(r"^### (.+)$", chapter["body"], re.MULTILINE)):
            yield re.sub(r"[^\w-]", "", title.lower().replace(" ", "-")), chapter["slug"]


def _written(body: str, anchors: Mapping[str, str]) -> str:
    """A chapter in the Markdown of articles, line for line: no pictures, no links to other documents."""

    def link(found: re.Match[str]) -> str:
        slug = anchors.get(found[3], "") if found[2] else ""
        return f"[{found[1]}](asem:{slug})" if slug else found[1]

    text = _PICTURE.sub("", re.sub(r"^###", "##", body, flags=re.MULTILINE))
    return _LINK.sub(link, text)
