# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The preview: the very pages, live, saved whole, and out of a printer."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QLabel

from asem_reader.core.form import Paper
from asem_reader.paper import typeset
from asem_reader.widgets.printing import Preview
from asem_reader.widgets.window import Window


@pytest.fixture
def preview(window: Window) -> Preview:
    assert window.parts.desk.page
    return Preview(window.parts.binder, window.parts.desk.page.article.topic, window)


def leaves(preview: Preview) -> list[QLabel]:
    return [leaf for leaf in preview.findChildren(QLabel, "leaf") if leaf.parentWidget()]


def text(preview: Preview) -> str:
    return "".join("".join(typeset.text(preview.pdf)).split())


def test_as_many_leaves_as_pages(preview: Preview) -> None:
    assert preview._leaves.count() - 1 == typeset.count(preview.pdf)
    assert leaves(preview)[0].accessibleName() == f"Page 1 of {typeset.count(preview.pdf)}"


def test_options_show_at_once(preview: Preview) -> None:
    before = preview.pdf
    preview._paper.setCurrentText("US Letter")
    assert preview.form.paper is Paper.LETTER
    preview._marking.setText("Limited")
    preview._marking.editingFinished.emit()
    assert preview.pdf != before
    assert text(preview).count("LIMITED") == 2 * typeset.count(preview.pdf)


def test_dark_on_the_glass_is_the_same_on_paper(window: Window, preview: Preview) -> None:
    """B7: the same bytes but for the minute of printing."""
    noon = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)
    window.parts.binder._clock = lambda: noon
    made = []
    for theme in ("light", "dark"):
        window.parts.settings.use_theme(theme)
        preview.typeset()
        made.append(preview.pdf)
    assert made[0] == made[1]


def test_large_type_takes_more_pages(preview: Preview) -> None:
    before = typeset.count(preview.pdf)
    preview._large.setChecked(True)
    assert typeset.count(preview.pdf) > before


def test_what_is_shown_is_what_is_saved(preview: Preview, tmp_path: Path) -> None:
    assert preview.save(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == preview.pdf


def test_an_unwritable_file_is_told(preview: Preview, tmp_path: Path) -> None:
    assert not preview.save(tmp_path)
    assert "could not be written" in preview._notice.text


@pytest.mark.parametrize(("first", "last", "pages"), [(0, 0, None), (1, 1, 1), (2, 2, 1)])
def test_the_printer_gets_the_pages_it_asks_for(
    preview: Preview, tmp_path: Path, first: int, last: int, pages: int | None
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFullPage(True)
    printer.setFromTo(first, last)
    preview.print_to(printer)
    printed = typeset.count((tmp_path / "out.pdf").read_bytes())
    assert printed == (pages or typeset.count(preview.pdf))


def test_access_keys_do_not_clash(preview: Preview) -> None:
    parts = [*preview.findChildren(QLabel), *preview.findChildren(QAbstractButton)]
    texts = [part.text() for part in parts if "&" in part.text()]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(letters) >= 7
    assert len(letters) == len(set(letters))
