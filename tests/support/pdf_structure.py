# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The structure of a tagged PDF, as a screen reader has it: kinds of elements, alternative texts, links."""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

from pypdfium2 import raw

from support.pdf_layout import opened


def structure(pdf: bytes, index: int = 0) -> list[tuple[str, str]]:
    """The kind of each element of the structure on a page, and its alternative text."""
    return [(kind, alt) for _depth, kind, alt in nested(pdf, index)]


def nested(pdf: bytes, index: int = 0) -> list[tuple[int, str, str]]:
    """How deep each element of the structure on a page lies, its kind, and its alternative text."""
    with opened(pdf) as document:
        page = document[index]
        tree = raw.FPDF_StructTree_GetForPage(page)
        found = list(
            _below(
                0,
                raw.FPDF_StructTree_CountChildren(tree),
                lambda at: raw.FPDF_StructTree_GetChildAtIndex(tree, at),
            )
        )
        raw.FPDF_StructTree_Close(tree)
        page.close()
    return found


def links(pdf: bytes, index: int = 0) -> list[str]:
    """What each link on a page says of itself."""
    with opened(pdf) as document:
        page = document[index]
        annotations = [raw.FPDFPage_GetAnnot(page, at) for at in range(raw.FPDFPage_GetAnnotCount(page))]
        found = [_said(_contents, annotation) for annotation in annotations]
        for annotation in annotations:
            raw.FPDFPage_CloseAnnot(annotation)
        page.close()
    return found


def _contents(annotation: Any, answer: Any, size: int) -> int:
    letters = ctypes.cast(answer, ctypes.POINTER(ctypes.c_ushort))
    return raw.FPDFAnnot_GetStringValue(annotation, b"Contents", letters, size)


def _below(depth: int, count: int, child: Callable[[int], Any]) -> Iterator[tuple[int, str, str]]:
    for at in range(count):
        if element := child(at):
            kind, alt = raw.FPDF_StructElement_GetType, raw.FPDF_StructElement_GetAltText
            yield depth, _said(kind, element), _said(alt, element)
            children = raw.FPDF_StructElement_CountChildren(element)
            yield from _below(
                depth + 1,
                children,
                lambda at, element=element: raw.FPDF_StructElement_GetChildAtIndex(element, at),
            )


def _said(ask: Callable[..., int], element: Any) -> str:
    """What PDFium answers as UTF-16."""
    size = ask(element, None, 0)
    answer = ctypes.create_string_buffer(size)
    ask(element, answer, size)
    return answer.raw.decode("utf-16-le").rstrip("\0")
