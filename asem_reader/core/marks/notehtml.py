# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""HTML of a note: paragraphs, lists, ``<strong>`` and ``<em>``; everything else in it is text."""

import html
from collections.abc import Iterator

from asem_reader.core.marks.notemarkup import NoteBlock, blocks
from asem_reader.core.span import Line, written


def to_html(note: str) -> str:
    """Return a note as HTML, in which no markup but that of its blocks and spans comes through."""
    return "".join(_pieces(blocks(note))).strip()


def _pieces(found: tuple[NoteBlock, ...]) -> Iterator[str]:
    opened: list[tuple[str, int]] = []  # the lists in which one stands: kind and last number
    for block in found:
        kind, depth = _kind_of(block), block.level + 1 if block.sign else 0
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


def _kind_of(block: NoteBlock) -> str:
    return "ul" if block.number is None else "ol"


def _inline(line: Line) -> str:
    return written(
        line, lambda text: html.escape(text, quote=False), ("<strong>", "</strong>"), ("<em>", "</em>")
    )
