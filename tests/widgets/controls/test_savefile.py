# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Where the window saves: it asks before it replaces, and never replaces what it did not ask about."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from support.driver import Driver
from support.exchanges import exchange_of
from support.surface import Surface

from asem_reader import paths
from asem_reader.core.place import Slug
from asem_reader.core.printing.form import DocumentFormat
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.printing.compositor import Compositor
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.exchange.exporting import ExportDialog
from asem_reader.widgets.printing.output import ask_and_save
from asem_reader.widgets.printing.printwindow import PreviewWindow

Button = QMessageBox.StandardButton


@pytest.fixture
def preview(qtbot: QtBot, compositor: Compositor, settings: Settings) -> PreviewWindow:
    preview = PreviewWindow(compositor, compositor.topics[Slug("maritime-security")], settings)
    qtbot.addWidget(preview)
    return preview


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that a reader types one after the other, and then Cancel."""
    names: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (names.pop(0), "PDF (*.pdf)") if names else ("", "")
    )
    return names


@pytest.fixture
def answer(qtbot: QtBot) -> Iterator[Callable[[Button], list[str]]]:
    """Answers a question with a button, once it stands there; returns what will be asked."""
    timer = QTimer(interval=10)

    def answer(button: Button) -> list[str]:
        said: list[str] = []

        def press() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                said.append(box.text())
                box.button(button).click()

        timer.timeout.connect(press)
        timer.start()
        return said

    yield answer
    timer.stop()


@pytest.mark.parametrize("button", [Button.Yes, Button.No])
def test_an_ending_that_is_added_is_asked_about(
    preview: PreviewWindow,
    tmp_path: Path,
    asked: list[str],
    answer: Callable[[Button], list[str]],
    button: Button,
) -> None:
    (tmp_path / "x.pdf").write_bytes(b"old")
    asked.append(str(tmp_path / "x"))
    said = answer(button)
    preview.ask_file()
    assert said == ["x.pdf is there already.\nDo you want to replace it?"]
    assert ((tmp_path / "x.pdf").read_bytes() == b"old") == (button is Button.No)
    assert not (tmp_path / "x").exists()


def test_what_the_dialog_asked_about_is_not_asked_again(
    preview: PreviewWindow, tmp_path: Path, asked: list[str]
) -> None:
    (tmp_path / "x.pdf").write_bytes(b"old")
    asked.append(str(tmp_path / "x.pdf"))
    preview.ask_file()
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_may_be_replaced_only_if_it_was_there_when_it_was_asked_about(
    preview: PreviewWindow, tmp_path: Path, asked: list[str]
) -> None:
    (tmp_path / "old.pdf").write_bytes(b"old")
    seen: list[tuple[Path, DocumentFormat, bool]] = []
    for name in ("old.pdf", "new.pdf", "new"):
        asked.append(str(tmp_path / name))
        ask_and_save(preview, preview.options.settings, "Sheet", lambda *given: seen.append(given))
    assert [(path.name, replace) for path, _, replace in seen] == [
        ("old.pdf", True),
        ("new.pdf", False),
        ("new.pdf", False),
    ]


def test_a_dialog_begins_in_the_folder_of_the_last_file_whatever_was_saved_there(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began: list[Path] = []
    file = tmp_path / "Brussels" / "x"
    file.parent.mkdir()
    for dialog in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(
            QFileDialog, dialog, lambda *given: (began.append(Path(given[2])), (str(file), ""))[1]
        )
    driver.command("save_pdf").command("export_sources").command("import_marks")
    assert [began[0].parent, began[1].parent, began[2]] == [Path.home(), file.parent, file.parent]
    file.parent.rename(tmp_path / "Gone")
    driver.command("import_marks")
    assert began[-1] == Path.home()


def test_what_came_to_be_there_meanwhile_is_not_replaced(preview: PreviewWindow, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"another's")
    assert not preview.save(tmp_path / "x.pdf")
    assert "is there already" in preview.notice.text
    assert (tmp_path / "x.pdf").read_bytes() == b"another's"


def test_print_to_file_replaces_what_its_dialog_asked_about_and_nothing_else(
    preview: PreviewWindow, tmp_path: Path
) -> None:
    proof = preview.proofs.wait()
    assert proof
    for name, content in (("x.pdf", b"old"), ("home/reading.db", b"sacred")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
        printer = preview.output.printer(proof)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / name))
        assert preview.print_to(printer, (0,)) == (content == b"old")
    assert "own files" in preview.notice.text
    assert (tmp_path / "home" / "reading.db").read_bytes() == b"sacred"


@pytest.fixture
def exporting(home: paths.Home, library: Library, settings: Settings, qtbot: QtBot) -> Iterator[ExportDialog]:
    marks = Marks(Notebook.open(home.notebook), str)
    dialog = ExportDialog(exchange_of(library, marks, home), settings, None)
    qtbot.addWidget(dialog)
    yield dialog
    marks.close()


@pytest.mark.parametrize("name", ["notebook.db", "reading.db", "session.ini", "backups/x.json"])
def test_an_export_leaves_the_program_s_own_files_alone(
    exporting: ExportDialog, home: paths.Home, name: str
) -> None:
    (home.data / "backups").mkdir(parents=True, exist_ok=True)
    (home.data / name).write_bytes(b"sacred")
    assert not exporting.save(home.data / name, replace=True)
    assert "own files" in Surface(exporting).text
    assert (home.data / name).read_bytes() == b"sacred"


def test_a_sheet_and_a_pack_leave_them_alone_too(
    driver: Driver, preview: PreviewWindow, home: paths.Home, asked: list[str]
) -> None:
    (home.data / "backups").mkdir(parents=True)
    asked.append(str(home.data / "backups" / "x.pdf"))
    driver.command("save_pdf")
    assert "own files" in driver.notice
    assert list((home.data / "backups").iterdir()) == []
    assert not preview.save(home.data / "notebook.db", replace=True)
    assert "own files" in preview.notice.text
    assert not (home.data / "notebook.db").exists()
