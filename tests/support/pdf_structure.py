# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The structure of a tagged PDF: kinds of elements and alternative texts, as a screen reader has them."""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

from pypdfium2 import raw

from support.pdf_layout import opened


def structure(pdf: bytes, index: int = 0) -> list[tuple[str, str]]:
    """The kind of each element of the structure on a page, and its alternative text."""
    with opened(pdf) as document:
        page = document[index]
        tree = raw.FPDF_StructTree_GetForPage(page)
        found = list(
            _below(
                raw.FPDF_StructTree_CountChildren(tree),
                lambda at: raw.FPDF_StructTree_GetChildAtIndex(tree, at),
            )
        )
        raw.FPDF_StructTree_Close(tree)
        page.close()
    return found


def _below(count: int, child: Callable[[int], Any]) -> Iterator[tuple[str, str]]:
    for at in range(count):
        if element := child(at):
            kind, alt = raw.FPDF_StructElement_GetType, raw.FPDF_StructElement_GetAltText
            yield _said(kind, element), _said(alt, element)
            children = raw.FPDF_StructElement_CountChildren(element)
            yield from _below(
                children, lambda at, element=element: raw.FPDF_StructElement_GetChildAtIndex(element, at)
            )


def _said(ask: Callable[..., int], element: Any) -> str:
    """What PDFium answers as UTF-16."""
    size = ask(element, None, 0)
    answer = ctypes.create_string_buffer(size)
    ask(element, answer, size)
    return answer.raw.decode("utf-16-le").rstrip("\0")
