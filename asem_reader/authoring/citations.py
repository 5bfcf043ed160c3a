# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Python-Markdown extensions of ours: citations `[@id]`, as-of dates, and lines that remember their number.

The citation is Pandoc's form (pandoc.org/MANUAL.html, Citation syntax), without locators.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

LINE = re.compile("\ue000([0-9]+)\ue001")

_RULE = re.compile(r"[\s|:-]*")


class Citations(Extension):
    """Makes `[@id]` a cite element, `{as_of=…}` a data element, and marks lines for `LINE`."""

    def __init__(self, first_line: int) -> None:
        super().__init__()
        self._first_line = first_line

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the three with `md`."""
        # Raw HTML stays text, where the checks find it.
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.preprocessors.register(_LineNumbers(self._first_line), "line-numbers", 40)
        md.inlinePatterns.register(_Citation(r"\[@([^\]\s]+)\]"), "citation", 175)
        md.inlinePatterns.register(_AsOf(r"\{as_of=([0-9-]+)\}"), "as-of", 174)


class _Citation(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        cite = Element("cite")
        cite.set("source", m.group(1))
        return cite, m.start(0), m.end(0)


class _AsOf(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        as_of = Element("data")
        as_of.set("value", m.group(1))
        return as_of, m.start(0), m.end(0)


class _LineNumbers(Preprocessor):
    """Ends each line with its number between two private-use characters, so that errors can name it.

    Python-Markdown forgets lines; what ends up in an element's text does not get lost.
    """

    def __init__(self, first_line: int) -> None:
        super().__init__()
        self._first_line = first_line

    def run(self, lines: list[str]) -> list[str]:
        return [self._marked(line, number) for number, line in enumerate(lines, self._first_line)]

    def _marked(self, line: str, number: int) -> str:
        if _RULE.fullmatch(line) or line.strip() == ">":
            return line
        mark = f"\ue000{number}\ue001"
        in_table = line.rstrip().endswith("|")
        return f"{line.rstrip()[:-1]}{mark}|" if in_table else line.rstrip() + mark
