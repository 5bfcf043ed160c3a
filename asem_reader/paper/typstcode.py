# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Values written in Typst's code: strings, arrays, calls, and lines of text."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from asem_reader.core.span import Line, Span

# A word that is as long as a narrow column may be wide, or may become one.
_LONG = re.compile(r"[^\s/‐–—-]{24}|[^\W\u0000-\u024f]{4}")


def literal(text: str) -> str:
    """Return the string literal for a text: the one way by which plain text enters a document."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "\\n".join(escaped.replace("\t", " ").splitlines()) + '"'


def breakable(text: str) -> str:
    """Return an expression for a text whose words may be of any length, and not be broken by themselves.

    Letters of another script become several of ours.
    """
    return f"breakable({literal(text)})" if _LONG.search(text) else literal(text)


def content(line: Line) -> str:
    """Return an expression for a line: strings and calls of the template's functions, added up."""
    if len(line) == 1 and line[0].cites:
        return f"cited(alone: true, {_numbers(line[0])})"
    return " + ".join(map(_span, line)) or '""'


def array(values: Iterable[str]) -> str:
    """Return an array; the comma after each value makes one of a single value, too."""
    return f"({''.join(f'{value}, ' for value in values).rstrip()})"


def call(name: str, values: Iterable[str]) -> str:
    """Return a call with a line for each argument, set in by two blanks."""
    lines = "".join(f"    {value},\n" for value in values)
    return f"  {name}(\n{lines}  )"


def arguments(values: Mapping[str, str]) -> str:
    """Return named arguments, a line each."""
    return "".join(f"  {name}: {value},\n" for name, value in values.items())


def day(iso: str) -> str:
    """Return a date; none if it is no whole date, for a PDF can say no less than a day."""
    try:
        known = date.fromisoformat(iso)
    except ValueError:
        return "none"
    return f"datetime(year: {known.year}, month: {known.month}, day: {known.day})"


def _span(span: Span) -> str:
    if span.cites:
        return f"cited({_numbers(span)})"
    written = breakable(span.text)
    if span.to:
        written = f"topic({literal(span.to.slug)}, {written})"
    if span.strong:
        written = f"strong({written})"
    return f"emph({written})" if span.emphatic else written


def _numbers(span: Span) -> str:
    return ", ".join(map(str, span.cites))
