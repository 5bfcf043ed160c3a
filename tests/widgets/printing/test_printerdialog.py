# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The printer's dialog itself, as Qt draws it: what it offers is done, and what was done is said."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from asem_reader.core.place import Slug
from asem_reader.paper import typeset
from asem_reader.viewmodels.printing.compositor import Compositor
from asem_reader.viewmodels.printing.spooler import Spooler
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.printing.printerdialog import PrinterDialog
from asem_reader.widgets.printing.printwindow import PreviewWindow

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Qt draws no dialog there")


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where lp and lpstat are found, which write down what they are told and given."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    program(folder, "lpstat", f'echo "$@" >> {folder}/asked')
    program(folder, "lp", f'echo "$@" >> {folder}/told\ncat > {folder}/$(wc -l < {folder}/told).pdf')
    return folder


@pytest.fixture
def preview(qtbot: QtBot, compositor: Compositor, settings: Settings, folder: Path) -> PreviewWindow:
    preview = PreviewWindow(compositor, compositor.topics[Slug("maritime-security")], settings)
    preview.options.profile.setCurrentIndex(1)  # large type: four pages or more
    qtbot.addWidget(preview)
    assert preview.proofs.wait()
    return preview


def count(preview: PreviewWindow) -> int:
    proof = preview.proofs.last
    assert proof
    return typeset.count(proof.pdf)


def in_dialog(preview: PreviewWindow, do: Callable[[PrinterDialog], None]) -> None:
    """Press Print…, do something in the dialog, and press its Print; what is refused is given up."""

    soon = QTimer(preview, interval=5)

    def act() -> None:
        dialog = preview.findChild(PrinterDialog)
        if dialog is None or not dialog.isVisible():  # the print system is still being asked
            return
        soon.stop()
        try:
            next(each for each in dialog.findChildren(QPushButton) if "Options" in each.text()).click()
            do(dialog)
            dialog.accept()
        finally:
            if dialog.isVisible():
                dialog.reject()

    soon.timeout.connect(act)
    soon.start()
    preview.print_button.click()


def into(path: Path, **fields: object) -> Callable[[PrinterDialog], None]:
    """Fill in the dialog so that it prints to a file: a number, a text, or a button that is pressed."""

    def fill(dialog: PrinterDialog) -> None:
        printers = dialog.findChild(QComboBox, "printers")
        printers.setCurrentIndex(printers.findText("Print to File (PDF)"))
        printers.currentIndexChanged.emit(printers.currentIndex())  # as after a printer of the system
        dialog.findChild(QLineEdit, "filename").setText(str(path))
        for name, value in fields.items():
            part = dialog.findChild(QWidget, name)
            assert part.isEnabled(), name
            assert part.isVisible(), name
            if isinstance(part, QComboBox):
                part.setCurrentIndex(int(str(value)))
            elif isinstance(part, QSpinBox):
                part.setValue(int(str(value)))
            elif isinstance(part, QLineEdit):
                part.setText(str(value))
            elif isinstance(part, QAbstractButton):
                part.click()

    return fill


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"printAll": True}, lambda there: there),
        ({"printRange": True, "from": 2, "to": 3}, lambda there: there[1:3]),
        ({"pagesRadioButton": True, "pagesLineEdit": "1,3-4"}, lambda there: [1, *there[2:4]]),
        ({"pagesRadioButton": True, "pagesLineEdit": "3-99"}, lambda there: there[2:]),
        ({"pageSetCombo": 1}, lambda there: there[::2]),
        ({"pageSetCombo": 2, "copies": 2}, lambda there: there[1::2] * 2),
        ({"pagesRadioButton": True, "pagesLineEdit": "2-4", "pageSetCombo": 2}, lambda there: there[1:4:2]),
        ({"pageSetCombo": 2, "printCurrentPage": True}, lambda there: there[:1]),
    ],
    ids=lambda value: " ".join(map(str, value.values())) if isinstance(value, dict) else "",
)
def test_the_pages_that_are_asked_for_come_out(
    preview: PreviewWindow,
    tmp_path: Path,
    fields: dict[str, object],
    asked: Callable[[list[int]], list[int]],
) -> None:
    in_dialog(preview, into(tmp_path / "out.pdf", **fields))
    texts = ["".join(text.split()) for text in typeset.text((tmp_path / "out.pdf").read_bytes())]
    last = count(preview)
    assert last >= 4
    pages = asked([*range(1, last + 1)])
    assert all(f"Page{page}of{last}" in text for page, text in zip(pages, texts, strict=True))


@pytest.mark.parametrize(
    ("text", "told"), [("99", "there are {count} pages"), ("99-112,130", "none of them is asked for")]
)
def test_pages_that_are_not_there_are_told(
    preview: PreviewWindow, tmp_path: Path, text: str, told: str
) -> None:
    in_dialog(preview, into(tmp_path / "out.pdf", pagesRadioButton=True, pagesLineEdit=text))
    assert told.format(count=count(preview)) in preview.notice.text
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("text", ["5-2", "abc", ""])
def test_what_names_no_pages_prints_none(preview: PreviewWindow, tmp_path: Path, text: str) -> None:
    def close_box() -> None:
        box = QApplication.activeModalWidget()
        box.reject() if isinstance(box, QMessageBox) else QTimer.singleShot(5, close_box)

    QTimer.singleShot(0, close_box)
    in_dialog(preview, into(tmp_path / "out.pdf", pagesRadioButton=True, pagesLineEdit=text))
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize(
    ("at", "offered"),
    [(0, {"printers", "pagesRadioButton", "pageSetCombo", "collate"}), (1, {"printers", "noDuplex"})],
)
def test_what_is_not_obeyed_is_not_offered(preview: PreviewWindow, at: int, offered: set[str]) -> None:
    shown: set[str] = set()

    def look(dialog: PrinterDialog) -> None:
        dialog.findChild(QTabWidget, "tabs").setCurrentIndex(at)
        buttons = [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QComboBox)]
        shown.update(each.objectName() for each in buttons if each.isVisible())
        dialog.reject()

    in_dialog(preview, look)
    assert not shown & {"properties", "reverse", "preview", "printSelection", "color", "grayscale"}
    assert offered <= shown


def test_what_another_qt_might_offer_is_not_offered(preview: PreviewWindow) -> None:
    dialog = PrinterDialog(QPrinter(), 4, lambda: None, preview)
    strange = QRadioButton("Booklet", dialog)
    strange.setObjectName("booklet")
    dialog.show()
    assert not strange.isVisible()


def test_two_sides_are_chosen_once_where_the_printer_can(preview: PreviewWindow) -> None:
    dialog = PrinterDialog(QPrinter(), 4, lambda: None, preview)
    dialog.show()
    names = ("noDuplex", "duplexLong", "printCurrentPage", "printAll")
    one, two, current, every = (dialog.findChild(QRadioButton, name) for name in names)
    assert one.isChecked()
    two.setEnabled(True)  # as Qt does for a printer that can
    current.click()
    assert two.isChecked()
    one.click()
    every.click()
    assert one.isChecked()


def test_it_is_said_what_came_out_and_where(preview: PreviewWindow, tmp_path: Path) -> None:
    in_dialog(preview, into(tmp_path / "a<b>&.pdf", pagesRadioButton=True, pagesLineEdit="1,3-4", copies=2))
    said = (
        f"2 copies of pages 1, 3, 4 of {count(preview)} printed to a<b>&.pdf. It is in the folder {tmp_path}."
    )
    assert preview.notice.text == said


def test_a_printer_gets_a_document_of_the_pages_alone(preview: PreviewWindow, folder: Path) -> None:
    printer = QPrinter()
    assert preview.print_to(printer, (1, 2))
    assert typeset.count((folder / "1.pdf").read_bytes()) == 2
    assert preview.notice.text == f"Pages 2, 3 of {count(preview)} sent to “”."
    assert preview.print_to(printer, tuple(range(count(preview))))
    assert preview.proofs.last
    assert (folder / "2.pdf").read_bytes() == preview.proofs.last.pdf
    assert preview.notice.text.startswith(f"{count(preview)} pages sent")


def test_a_printer_that_is_stopped_is_named(preview: PreviewWindow, folder: Path) -> None:
    program(folder, "lpstat", "echo printer office disabled since today -")
    assert preview.print_to(QPrinter(), (0,))
    assert preview.notice.text == (
        f"Page 1 of {count(preview)} sent to “”. It is stopped: nothing comes out until somebody starts it."
    )


def test_a_printer_that_has_gone_is_told_and_another_may_be_asked(
    preview: PreviewWindow, folder: Path
) -> None:
    program(folder, "lp", "echo 'lp: Error - The printer or class does not exist.' >&2; exit 1")
    assert not preview.print_to(QPrinter(), (0,))
    assert "The printer or class does not exist" in preview.notice.text
    assert preview.print_button.isEnabled()
    assert count(preview) >= 4


def test_without_a_print_system_a_printer_that_has_gone_is_told(preview: PreviewWindow, folder: Path) -> None:
    preview.output.spooler.program = ""
    assert not preview.print_to(QPrinter(), (0,))
    assert "did not take the pages: it is not there any more" in preview.notice.text


def test_copies_that_a_printer_has_are_counted_when_it_takes_no_more(
    preview: PreviewWindow, folder: Path
) -> None:
    program(folder, "lp", f"[ -e {folder}/one ] && exit 1\ncat > {folder}/one")
    preview.options.numbered.setChecked(True)
    assert preview.proofs.wait()
    printer = QPrinter()
    printer.setCopyCount(3)
    assert not preview.print_to(printer, (0,))
    assert "it has 1 of 3 copies, and no more were sent" in preview.notice.text


def test_a_silent_print_system_holds_no_window_and_asks_for_no_printer(
    preview: PreviewWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(folder, "lpstat", "exec sleep 30")
    monkeypatch.setattr(Spooler, "limit", 0.5)
    ticks: list[int] = []
    timer = QTimer(preview, interval=10)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    QTimer.singleShot(3_000, preview, lambda: [each.reject() for each in preview.findChildren(PrinterDialog)])
    preview.print_button.click()
    assert "“The print system” did not take the pages: it did not answer" in preview.notice.text
    assert "save as PDF" in preview.notice.text
    assert len(ticks) > 5
    assert preview.findChild(PrinterDialog) is None


def test_a_print_system_that_falls_silent_behind_the_dialog_is_told(
    preview: PreviewWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(folder, "lpstat", f"[ -e {folder}/once ] && exec sleep 30; touch {folder}/once")
    monkeypatch.setattr(Spooler, "limit", 0.5)
    in_dialog(preview, into(tmp_path / "out.pdf"))
    assert "“The print system” did not take the pages: it did not answer" in preview.notice.text
    assert not (tmp_path / "out.pdf").exists()


def test_waiting_for_the_print_system_can_be_cancelled(preview: PreviewWindow, folder: Path) -> None:
    program(folder, "lpstat", "exec sleep 30")

    def cancel() -> None:
        waiting = [each for each in preview.findChildren(QProgressDialog) if each.isVisible()]
        waiting[0].findChild(QPushButton).click() if waiting else QTimer.singleShot(5, cancel)

    QTimer.singleShot(0, cancel)
    preview.print_button.click()
    assert preview.notice.text.startswith("It was stopped.")
