# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Markup of a note, a light Markdown: blocks and spans, how a list goes on, how words are set apart."""

import html
import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from asem_reader.core.span import Line, Span, plain, written

BOLD, ITALIC = "**", "*"

_ITEM = re.compile(r"(?P<indent>\s*)(?:(?P<bullet>[-*+])|(?P<number>\d{1,8})(?P<stop>[.)]))(?P<blank>[ \t]+)")
# Signs around letters that touch them; those in the middle of a word set nothing apart.
_SIGN = re.compile(r"(?<!\*)\*{1,3}(?!\*)|(?<!_)_{1,3}(?!_)")
_OPENING = re.compile(r"(?<![^\W_])(?:\*+|_+)(?=\S)")
_CLOSING = re.compile(r"(?<=\S)(?:\*+|_+)(?![^\W_])")
_DEEPEST = 8  # lists in lists
_DEEPER = 2  # blanks before an item of a list in a list
_SET_IN = "\u2002\u2002"  # EN SPACE: other blanks are lost at the beginning of a line
_STOPS = ".,;:!?…–—"


class NoteBlock(NamedTuple):
    """A paragraph of a note, or an item of a list in it.

    Attributes:
        lines: what it says; one who writes a note means the ends of its lines.
        sign: ``-`` before an item, or its number as it was written, such as ``3.``; empty before a paragraph.
        level: in how many other items an item stands.
    """

    lines: tuple[Line, ...]
    sign: str = ""
    level: int = 0

    @property
    def number(self) -> int | None:
        """The number of an item; None for one that has none, and for a paragraph."""
        return int(self.sign[:-1]) if len(self.sign) > 1 else None


def blocks(note: str) -> tuple[NoteBlock, ...]:
    """Return what a note is made of: paragraphs and lists as in CommonMark 0.31, and nothing else of it.

    What would be a heading, a link, a picture, code or HTML there is text.
    """
    return tuple(
        NoteBlock(tuple(spans(line) for line in lines), sign, level) for sign, level, lines in _gathered(note)
    )


def _gathered(note: str) -> Iterator[tuple[str, int, list[str]]]:
    """The sign, the level and the lines of each block."""
    sign, level, lines, indents = "", 0, list[str](), list[int]()
    for line in note.splitlines():
        item = _item(line, in_paragraph=bool(lines) and not sign)
        words = line[item.end() :].strip() if item else line.strip()
        if lines and words and not item and (not sign or line[0].isspace()):
            lines.append(words)
            continue
        if lines:
            yield sign, level, lines
        lines, sign = [words] if words or item else [], ""
        if item:
            sign = "-" if item["bullet"] else f"{item['number']}{item['stop']}"
            indent = len(item["indent"].expandtabs())
            indents = [outer for outer in indents if outer + _DEEPER <= indent][:_DEEPEST]
            level = len(indents)
            indents.append(indent)
        elif words:
            level, indents = 0, []
    if lines:
        yield sign, level, lines


def _item(line: str, in_paragraph: bool) -> re.Match[str] | None:
    """The beginning of an item; a number in the midst of a paragraph begins a list only if it is 1."""
    found = _ITEM.match(line)
    if found and found["number"] and in_paragraph and int(found["number"]) != 1:
        return None
    return found


def spans(line: str) -> Line:
    """Return a line of a note as spans: what stands between equal signs is set apart."""
    if "*" not in line and "_" not in line:
        return (Span(line),) if line else ()
    found, at, opened = list[Span](), 0, list[str]()
    for sign in (*_pairs(line), None):
        text = line[at : sign.start() if sign else None]
        if text:
            found.append(Span(text, any(len(s) > 1 for s in opened), any(len(s) != 2 for s in opened)))
        if sign:
            at = sign.end()
            opened.remove(sign[0]) if sign[0] in opened else opened.append(sign[0])
    return tuple(found)


def _pairs(line: str) -> list[re.Match[str]]:
    """The signs that set something apart, in order; each is closed by the next of its kind that can."""
    opened, found = dict[str, re.Match[str]](), list[re.Match[str]]()
    for sign in _SIGN.finditer(line):
        first = opened.get(sign[0])
        if first and _CLOSING.match(line, sign.start()):
            found += (first, sign)
            opened = {text: other for text, other in opened.items() if other.start() < first.start()}
        elif _OPENING.match(line, sign.start()):
            opened[sign[0]] = sign
    return sorted(found, key=re.Match.start)


def item_signs(line: str) -> tuple[str, str] | None:
    """Return what an item of a list begins with, such as ``3. ``, and what the next would; None if none."""
    found = _ITEM.match(line)
    if not found:
        return None
    sign = found["bullet"] or f"{int(found['number']) + 1}{found['stop']}"
    return found[0], f"{found['indent']}{sign}{found['blank']}"


def laid_out(note: str) -> Iterator[Line]:
    """Yield a note line by line, with the signs of items as text, and an empty line between paragraphs."""
    before: NoteBlock | None = None
    for block in blocks(note):
        if before and not (before.sign and block.sign):
            yield ()
        sign = block.sign.replace("-", "–")
        first, *others = block.lines
        yield (Span(f"{_SET_IN * block.level}{sign} "), *first) if sign else first
        yield from others
        before = block


def in_line(note: str) -> str:
    """Return what a note says on one line: no signs of emphasis, and commas between the items of a list."""
    said: list[str] = []
    for block in blocks(note):
        number = block.sign if block.number is not None else ""
        words = " ".join(" ".join((number, *map(plain, block.lines))).split())
        if words and block.sign and said and said[-1][-1] not in _STOPS:
            said[-1] += ","
        if words:
            said.append(words)
    return " ".join(said)


def toggled(text: str, sign: str) -> str:
    """Return a text set apart by a sign on both sides, or without it where it has it.

    The sign stands close to the words, for Markdown takes it for a letter beside a blank.
    """
    words = text.strip()
    if not words:
        return text
    before, after = text[: text.index(words)], text[text.index(words) + len(words) :]
    if _is_set_apart(words, sign):
        return f"{before}{words[len(sign) : -len(sign)]}{after}"
    return f"{before}{sign}{words}{sign}{after}"


def _is_set_apart(words: str, sign: str) -> bool:
    """True if words stand between just these signs: ``**`` is no ``*`` on either side of another."""
    if len(words) <= 2 * len(sign) or not (words.startswith(sign) and words.endswith(sign)):
        return False
    stars = min(len(words) - len(words.lstrip("*")), len(words) - len(words.rstrip("*")))
    return stars == 3 or stars == len(sign)


def to_html(note: str) -> str:
    """Return a note as HTML, in which no markup but that of its blocks and spans comes through."""
    return "".join(_pieces(blocks(note))).strip()


def _pieces(found: tuple[NoteBlock, ...]) -> Iterator[str]:
    opened: list[tuple[str, int]] = []  # the lists in which one stands: kind and last number
    for block in found:
        kind, depth = "ul" if block.number is None else "ol", block.level + 1 if block.sign else 0
        while len(opened) > depth or (len(opened) == depth and opened and opened[-1][0] != kind):
            yield f"</li></{opened.pop()[0]}>"
        yield "</li>\n" if opened and len(opened) == depth else "\n"
        text = "<br>\n".join(map(_inline, block.lines))
        if not depth:
            yield f"<p>{text}</p>"
            continue
        number = block.number or 0
        if len(opened) < depth:
            opened.append((kind, number - 1))
            yield f'<{kind} start="{number}">' if number > 1 else f"<{kind}>"
        is_next = kind == "ul" or number == opened[-1][1] + 1
        yield f"<li>{text}" if is_next else f'<li value="{number}">{text}'
        opened[-1] = kind, number
    yield from (f"</li></{kind}>" for kind, _ in reversed(opened))


def _inline(line: Line) -> str:
    escaped = partial(html.escape, quote=False)
    return written(line, escaped, ("<strong>", "</strong>"), ("<em>", "</em>"))
