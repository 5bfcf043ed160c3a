# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What can be wrong when one starts: each is told in a sentence, nothing is overwritten, and one reads on."""

import gc
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from builders import mark
from PySide6.QtWidgets import QPlainTextEdit, QToolButton

from asem_reader import paths
from asem_reader.core.errors import ReaderError
from asem_reader.core.marks.mark import MarkKind
from asem_reader.start import report, run
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.widgets.frame.window import Window


def spoil(file: Path) -> bytes:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"This is no notebook. " * 400)
    return file.read_bytes()


def test_a_damaged_notebook_is_set_aside_and_told(
    open_window: Callable[..., Window], home: paths.Home
) -> None:
    before = spoil(home.notebook)
    window = open_window()
    assert "damaged" in window.notice.text
    (aside,) = home.data.glob("notebook.damaged-*")
    assert aside.read_bytes() == before
    window.dispatcher.window_commands.toggle_bookmark()
    assert len(window.context.marks.all) == 1


def test_a_log_of_another_notebook_is_not_laid_over_this_one_and_can_be_brought_in(
    open_window: Callable[..., Window], home: paths.Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asem_reader.store.notebook.connection.is_local", lambda _: True)
    home.data.mkdir(parents=True)
    with closing(Notebook(tmp_path / "notebook.db")) as killed, closing(Notebook(home.notebook)) as other:
        killed.put([mark(1)])
        for suffix in ("-base", "-wal"):
            copyfile(f"{killed.path}{suffix}", tmp_path / f"kept{suffix}")
        other.put([mark(50)])
    for suffix in ("-base", "-wal"):
        copyfile(tmp_path / f"kept{suffix}", f"{home.notebook}{suffix}")
    window = open_window()
    assert "put another Notebook in the place of yours" in window.notice.text
    assert {each.id for each in window.context.marks.all} == {mark(50).id}
    window.notice.findChild(QToolButton).click()
    assert {each.id for each in window.context.marks.all} == {mark(1).id, mark(50).id}


def test_a_home_that_is_a_file_is_told_and_one_can_read(
    open_window: Callable[..., Window], home: paths.Home
) -> None:
    home.data.parent.mkdir(parents=True, exist_ok=True)
    home.data.write_text("in the way")
    window = open_window()
    assert "Your notes cannot be kept" in window.notice.text
    window.dispatcher.window_commands.toggle_bookmark()
    assert len(window.context.marks.all) == 0
    assert not window.actions_by_name["bookmark"].isChecked()
    assert home.data.read_text() == "in the way"
    assert "Bottom line" in window.reader.toPlainText()


@pytest.mark.parametrize("trouble", ["missing", "empty", "foreign", "truncated", "flipped"])
def test_a_library_in_trouble_ends_with_one_sentence(
    own_library: Path,
    home: paths.Home,
    trouble: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = own_library.read_bytes()
    if trouble == "missing":
        own_library.unlink()
    elif trouble == "flipped":
        own_library.write_bytes(content[:5000] + bytes([content[5000] ^ 1]) + content[5001:])
    else:
        changed = {"empty": b"", "foreign": b"Dear Library", "truncated": content[: len(content) // 2]}
        own_library.write_bytes(changed[trouble])
    told: list[ReaderError] = []
    monkeypatch.setattr("asem_reader.widgets.frame.alerts.tell_fatal", told.append)
    assert run(own_library, home, None) == 1
    assert len(told) == 1
    assert capsys.readouterr().err == f"{told[0]}\n"
    assert not home.data.exists()
    assert gc.isenabled()


def test_a_fault_of_the_program_is_reported_and_the_window_stays(
    window: Window, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        "asem_reader.widgets.frame.alerts.QMessageBox.exec", lambda box: shown.append(box.detailedText()) or 0
    )
    try:
        raise ZeroDivisionError("for the test")
    except ZeroDivisionError as error:
        report(type(error), error, error.__traceback__)
    assert "ZeroDivisionError: for the test" in shown[0]
    assert window.isVisible()


def test_another_notebook_in_the_place_of_the_open_one_is_told_and_brought_together(
    open_window: Callable[..., Window], home: paths.Home, tmp_path: Path
) -> None:
    with closing(Notebook(tmp_path / "other.db")) as other:
        other.put([mark(50)])
    window = open_window()
    window.do("bookmark")
    home.notebook.unlink()
    copyfile(tmp_path / "other.db", home.notebook)
    window.context.marks.look()
    assert "put another Notebook in the place of yours" in window.notice.text
    assert [each.id for each in window.context.marks.all] == [mark(50).id]
    window.notice.findChild(QToolButton).defaultAction().trigger()
    assert {each.kind for each in window.context.marks.all} == {MarkKind.NOTE, MarkKind.BOOKMARK}
    assert window.notice.isHidden()


def test_a_note_that_is_being_written_meanwhile_is_in_the_copy(
    open_window: Callable[..., Window], home: paths.Home, tmp_path: Path
) -> None:
    with closing(Notebook(tmp_path / "other.db")) as other:
        other.put([mark(50)])
    window = open_window()
    window.do("bookmark")
    home.notebook.rename(home.data / "notebook (conflicted copy).db")
    copyfile(tmp_path / "other.db", home.notebook)
    window.do("note_topic")
    window.dispatcher.editor.findChild(QPlainTextEdit).setPlainText("Ask the desk")
    window.dispatcher.keep()
    (aside,) = home.data.glob("notebook.replaced-*.db")
    with closing(Notebook(aside)) as kept:
        assert "Ask the desk" in {each.body for each in kept.marks()}
