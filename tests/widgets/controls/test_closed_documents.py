# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""No text opens a file: neither one of this machine nor one that the program carries."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QWidget

from asem_reader.widgets.controls.closeddocument import ClosedDocument
from asem_reader.widgets.editions.waiting import ReadOnlyText
from asem_reader.widgets.reading.marktext import formatted
from asem_reader.widgets.reading.reader import Reader

NAMING = """
<html><head><link rel="stylesheet" href="{file}"><link rel="stylesheet" href="file://{file}">
<style>@import url("{file}"); p {{ background-image: url({file}) }}</style></head><body background="{file}">
<p style="background-image: url({file})">One <img src="{file}"> two <img src="file://{file}"></p>
<table background="{file}"><tr><td background="{file}">a</td>
<td style="background-image: url({file})">b</td></tr></table>
<ul style="list-style-image: url({file})"><li>c</li></ul></body></html>
"""
MAKERS: dict[str, Callable[[QWidget], QTextDocument]] = {
    "page": lambda window: Reader(window).document(),
    "waiting": lambda window: ReadOnlyText(window).document(),
    "note": lambda window: formatted("![x](/etc/hostname)", QFont()),
}
documents = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "asem-test.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(file))
    return file


@pytest.fixture
def opened(picture: Path) -> Iterator[Callable[[], bytes]]:
    """Tells which files beside the picture were opened, by whomever (inotify(7))."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the kernel is not asked here")
    libc = ctypes.CDLL(None)
    told = libc.inotify_init1(os.O_NONBLOCK)
    if told < 0:
        pytest.skip("the user has no watch left (fs.inotify.max_user_instances)")
    in_open = 0x20
    assert libc.inotify_add_watch(told, os.fsencode(picture.parent), in_open) > 0

    def opened() -> bytes:
        try:
            return os.read(told, 4096)
        except BlockingIOError:
            return b""

    yield opened
    os.close(told)


def draw(document: QTextDocument) -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    document.setTextWidth(400)
    document.drawContents(painter)
    painter.end()


@documents
def test_a_text_opens_no_file(
    make: Callable[[QWidget], QTextDocument], picture: Path, opened: Callable[[], bytes]
) -> None:
    window = QWidget()
    document = make(window)
    document.setHtml(NAMING.format(file=picture))
    draw(document)
    assert opened() == b""
    assert "One" in document.toPlainText()


def test_the_kernel_tells_what_is_opened(picture: Path, opened: Callable[[], bytes]) -> None:
    document = QTextDocument()
    document.setHtml(NAMING.format(file=picture))
    draw(document)
    assert picture.name.encode() in opened()


@documents
@pytest.mark.parametrize(
    "address",
    [
        "qrc:/qt-project.org/styles/commonstyle/images/file-16.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "//host/share/a.png",
        "https://example.org/a.png",
    ],
)
def test_a_text_has_no_resources(make: Callable[[QWidget], QTextDocument], address: str) -> None:
    window = QWidget()
    document = make(window)
    assert isinstance(document, ClosedDocument)
    picture = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
    assert isinstance(picture, QImage)
    assert picture.isNull()
    for kind in (QTextDocument.ResourceType.HtmlResource, QTextDocument.ResourceType.StyleSheetResource):
        assert not bytes(document.resource(kind.value, QUrl(address)))
