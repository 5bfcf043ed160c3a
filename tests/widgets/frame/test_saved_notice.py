# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The notice of a saved file: it leads to the file and its folder, and leaves with the file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from support.driver import Driver
from support.surface import Surface, wait


class System(QObject):
    """What the system is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.asked.append(Path(url.toLocalFile()))


@pytest.fixture
def system() -> Iterator[System]:
    system = System()
    QDesktopServices.setUrlHandler("file", system, "open")
    yield system
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def saved(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sheet of what lies open, just saved."""
    file = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), "PDF (*.pdf)"))
    driver.command("save_pdf")
    return file


def test_a_saved_file_is_opened_or_shown_in_its_folder(driver: Driver, saved: Path, system: System) -> None:
    assert driver.notice == f"Saved sheet.pdf. It is in the folder {saved.parent}."
    Surface(driver.widget).click("Open").click("Show in folder")
    assert system.asked == [saved, saved.parent]


def test_the_notice_leaves_with_the_file_and_no_other_does(driver: Driver, saved: Path) -> None:
    saved.unlink()
    assert wait(lambda: not driver.notice)
    driver.command("save_pdf").command("export_sources")
    saved.unlink()
    assert not wait(lambda: not driver.notice, seconds=0.3)


def test_the_notice_does_not_leave_with_what_ended_the_one_before(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    driver.dialog("jump", lambda dialog: dialog.type("no such thing").press("Return"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x.pdf"), "PDF (*.pdf)"))
    driver.command("save_pdf")
    assert driver.open("migration").notice.startswith("Saved x.pdf.")
