# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Text in Markdown (CommonMark 0.31.2, 2.4 and 2.5) and back: signs that mean nothing, blanks that stay."""

import html
import re

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
_ITEM = re.compile(r"([-+=]|\d{1,9}(?=[.)]))")
_ENDS = re.compile(r"^[ \t]+$|^[ \t]|(?<=[^ \t])[ \t]+$", re.MULTILINE)
# A note may emphasise and list; what would be a heading, a rule, a quote or code of the page may not begin.
_LEADING = re.compile(
    r"^([ \t]*)(#{1,6}(?=\s|$)|`{3,}|~{3,}|=+[ \t]*$|-{2,}[ \t]*$|\*[ \t]*\*[ \t]*\*[*\t ]*$|>)",
    re.MULTILINE,
)
_TRAILING = re.compile(r"(?<=[^ \t\n])[ \t]+$", re.MULTILINE)
_LINE_END = re.compile(r"(?<=\S)\n(?=\S)(?!(?:[-*+]|\d{1,9}[.)])\s)")  # that Markdown would not keep
_REFERENCE = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{0,31});"
_TOKEN = re.compile(rf"\\([!-/:-@\[-`{{-~])|({_REFERENCE})")
_BLANKS = " \t\n"
_MEANT = str.maketrans({"&": "&amp;", "<": "&lt;", "\r": "&#13;"})


def plain(text: str) -> str:
    """Return a text in which no sign means anything, for the middle of a line or several."""
    return _SIGNS.sub(r"\\\1", text).replace("\r", "&#13;")


def quoted(text: str) -> str:
    """Return Markdown that may be several lines as a quotation; `unquoted` takes a line of it back."""
    lines = (_unlisted(line) for line in _ENDS.sub(_numbered, text).split("\n"))
    return "\n".join(f"> {line}".rstrip(" ") for line in lines)


def note(text: str) -> str:
    """Return a note with its light emphasis and lists, and each of its lines on one of its own.

    `unnoted` takes it back.
    """
    inner = text.strip(_BLANKS)
    start = text.find(inner)
    head, tail = text[:start], text[start + len(inner) :]
    kept = head.rpartition("\n")[2] if inner else ""  # the indent of the first line
    head = head[: len(head) - len(kept)]
    safe = kept + inner.replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;").replace(
        "\r", "&#13;"
    )
    safe = _LEADING.sub(r"\1\\\2", _TRAILING.sub(_numbered, safe))
    return _numbers(head) + _LINE_END.sub("\\\\\n", safe) + _numbers(tail)


def unquoted(line: str) -> str | None:
    """Return what stands in a line of a quotation; None if it is none."""
    inner = line.lstrip(" ")
    if not inner.startswith(">") or len(line) - len(inner) > 3:
        return None
    return inner[1:].removeprefix(" ").rstrip(" \t")


def unnoted(lines: list[str]) -> str:
    """Return the note that lines of Markdown are: without blank lines around it, and blanks behind a line."""
    if not "".join(lines).strip(" \t"):
        return ""
    first = next((number for number, line in enumerate(lines) if line.strip(" \t")), len(lines))
    last = next((number for number in range(len(lines), first, -1) if lines[number - 1].strip(" \t")), first)
    kept = [line.rstrip(" \t") or line for line in lines[first:last]]
    joined = [_without_break(line) for line in kept[:-1]] + kept[-1:]
    return unescaped("\n".join(joined))


def unescaped(text: str) -> str:
    """Return a text with the signs that stand behind a backslash, and the letters that it names."""
    return _TOKEN.sub(lambda found: found[1] or html.unescape(found[2]), text)


def _without_break(line: str) -> str:
    """A line without the backslash that keeps its end."""
    slashes = len(line) - len(line.rstrip("\\"))
    return line[:-1] if slashes % 2 else line


def _unlisted(line: str) -> str:
    """A line that begins no list: a backslash stands before the sign, or before the dot behind a number."""
    found = _ITEM.match(line)
    if not found:
        return line
    at = found.end() if found[0].isdecimal() else 0
    return f"{line[:at]}\\{line[at:]}"


def _numbered(found: re.Match[str]) -> str:
    return _numbers(found[0])


def _numbers(text: str) -> str:
    """Blanks by their numbers, which no editor cuts off."""
    return "".join(f"&#{ord(letter)};" for letter in text)
