# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The preview: the very pages, live, saved whole, and out of a printer as its dialog asks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFileDialog, QLabel, QTreeWidgetItem
from pytestqt.qtbot import QtBot
from support.driver import Driver

from asem_reader.core.errors import NotPrinted, Stopped
from asem_reader.core.marks.mark import Target
from asem_reader.core.place import Slug
from asem_reader.core.printing.form import DEFAULT_MARKING, DocumentFormat, Paper
from asem_reader.core.printing.printerjob import LONG_EDGE, chosen
from asem_reader.core.printing.proof import Proof
from asem_reader.paper import typeset
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.printing.compositor import Compositor
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.printing import output
from asem_reader.widgets.printing.output import file_name, printer_job_of
from asem_reader.widgets.printing.printerdialog import ranges_of
from asem_reader.widgets.printing.printwindow import PreviewWindow

SLUG = Slug("maritime-security")


@pytest.fixture
def preview(qtbot: QtBot, compositor: Compositor, settings: Settings) -> PreviewWindow:
    preview = PreviewWindow(compositor, compositor.topics[SLUG], settings)
    qtbot.addWidget(preview)
    return preview


def proof(preview: PreviewWindow) -> Proof:
    made = preview.proofs.wait()
    assert made
    return made


def text(preview: PreviewWindow) -> str:
    return "".join("".join(typeset.text(proof(preview).pdf)).split())


def headings(preview: PreviewWindow) -> list[QTreeWidgetItem]:
    tree = preview.parts.tree
    return [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]


def to_file(preview: PreviewWindow, path: Path) -> QPrinter:
    printer = preview.output.printer(proof(preview))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def pages(preview: PreviewWindow, printer: QPrinter, current: int = 0) -> tuple[int, ...]:
    """The pages that a printer asks for, as a system's own dialog leaves it."""
    return chosen(typeset.count(proof(preview).pdf), ranges_of(printer, current))


def test_options_show_by_themselves(preview: PreviewWindow, qtbot: QtBot) -> None:
    proof(preview)
    with qtbot.waitSignal(preview.proofs.made):
        preview.options.paper.setCurrentText("US Letter")
        preview.options.marking.setText("Limited")
        preview.options.handling.setText("Destroy after the meeting")
    pages = typeset.count(proof(preview).pdf)
    assert preview.proof_view.pages.count == pages
    assert text(preview).count("LIMITED") == 2 * pages
    assert "Destroyafterthemeeting" in text(preview)


def test_dark_on_the_screen_is_the_same_on_paper(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """B7: the same bytes but for the minute of printing, which may pass by once."""
    file = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), "PDF (*.pdf)"))

    def printed(theme: str) -> bytes:
        file.unlink(missing_ok=True)
        driver.command(theme).command("save_pdf")
        return file.read_bytes()

    made = [(printed("theme_light"), printed("theme_dark")) for _ in range(2)]
    assert any(light == dark for light, dark in made)


def test_paper_and_marking_are_those_of_last_time(
    preview: PreviewWindow, compositor: Compositor, settings: Settings, qtbot: QtBot
) -> None:
    assert preview.options.form.marking == DEFAULT_MARKING
    preview.options.paper.setCurrentText("US Letter")
    preview.options.marking.setText("Limited")
    preview.reject()
    again = PreviewWindow(compositor, compositor.topics[SLUG], settings)
    qtbot.addWidget(again)
    assert (again.options.form.paper, again.options.form.marking) == (Paper.LETTER, "Limited")


def test_notes_come_along_only_when_wished_and_the_marking_is_asked_about(
    preview: PreviewWindow, notebook: Notebook, library: Library
) -> None:
    article = library.article(SLUG)
    Marking(Marks(notebook, str)).note(Target(article, article.sections[0].blocks[0].id), "Not-for-all")
    assert "Not-for-all" not in text(preview)
    assert preview.options.still_right.isHidden()
    preview.options.notes.setChecked(True)
    assert "Not-for-all" in text(preview)
    assert not preview.options.still_right.isHidden()


def test_lines_to_write_on_come_along_only_when_wished(preview: PreviewWindow) -> None:
    assert "Ourline" not in text(preview)
    preview.options.our_line.setChecked(True)
    assert "Ourline" in text(preview)


def test_a_page_of_reference_has_no_line_of_our_own(
    compositor: Compositor, settings: Settings, qtbot: QtBot
) -> None:
    preview = PreviewWindow(compositor, compositor.topics[Slug("germany")], settings)
    qtbot.addWidget(preview)
    assert not preview.options.our_line.isEnabled()


def test_only_what_is_ticked_is_printed(preview: PreviewWindow) -> None:
    proof(preview)
    first, *others = headings(preview)
    preview.parts.only.setChecked(True)
    for item in others:
        item.setCheckState(0, Qt.CheckState.Unchecked)
    assert [portion.title for portion in proof(preview).pack.sheets[0].portions] == [first.text(0)]


def test_figures_are_ticked_one_by_one(compositor: Compositor, settings: Settings, qtbot: QtBot) -> None:
    preview = PreviewWindow(compositor, compositor.topics[Slug("singapore")], settings)
    qtbot.addWidget(preview)
    first = [part.child(0) for part in headings(preview)]
    assert first[1].text(0) == "Figure: Meetings hosted, of those in this Library"
    preview.parts.only.setChecked(True)
    first[1].setCheckState(0, Qt.CheckState.Unchecked)
    shown = [entry.figure for part in proof(preview).pack.sheets[0].portions for entry in part.entries]
    assert {f"Figure: {one.title}" for one in shown if one} == {first[0].text(0), first[2].text(0)}


def test_where_nothing_is_ticked_there_is_nothing_to_print(preview: PreviewWindow) -> None:
    proof(preview)
    preview.parts.only.setChecked(True)
    for item in headings(preview):
        item.setCheckState(0, Qt.CheckState.Unchecked)
    assert not preview.print_button.isEnabled()
    assert not preview.proof_view.pages.isVisibleTo(preview)


def boxes(preview: PreviewWindow) -> list[QCheckBox]:
    """The boxes that leave out a part each."""
    return [box for box in preview.fit.findChildren(QCheckBox) if not box.isHidden()]


def test_a_tick_leaves_out_what_runs_over(
    preview: PreviewWindow, notebook: Notebook, library: Library, qtbot: QtBot
) -> None:
    Marking(Marks(notebook, str)).note(Target(library.article(SLUG), None), "A long note. " * 200)
    with qtbot.waitSignal(preview.proofs.made):
        preview.options.notes.setChecked(True)
    assert "runs over two sides by" in "".join(label.text() for label in preview.fit.findChildren(QLabel))
    while typeset.count(proof(preview).pdf) > 2:
        with qtbot.waitSignal(preview.proofs.made):
            next(box for box in boxes(preview) if not box.isChecked()).setChecked(True)
    assert "Fits two sides." in preview.fit.told.text()
    assert all(box.isChecked() for box in boxes(preview))


def test_what_is_shown_is_what_is_saved(preview: PreviewWindow, tmp_path: Path) -> None:
    assert preview.save(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == proof(preview).pdf


@pytest.mark.parametrize("form", [DocumentFormat.HTML, DocumentFormat.TEXT])
def test_other_formats_are_saved_from_the_same_sheet(
    preview: PreviewWindow, tmp_path: Path, form: DocumentFormat
) -> None:
    assert preview.save(tmp_path / f"sheet.{form}", form)
    # Plain text has its headings in capitals.
    assert "maritime security" in (tmp_path / f"sheet.{form}").read_text(encoding="utf-8").casefold()


def test_numbered_copies_are_files_of_their_own_and_none_is_replaced(
    preview: PreviewWindow, tmp_path: Path
) -> None:
    preview.options.numbered.setChecked(True)
    assert preview.save(tmp_path / "sheet.pdf")
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["sheet-1.pdf", "sheet-2.pdf"]
    second = (tmp_path / "sheet-2.pdf").read_bytes()
    assert "Copy 2 of 2" in typeset.text(second)[0]
    assert not preview.save(tmp_path / "sheet.pdf")
    assert "is there already" in preview.notice.text


def test_an_unwritable_file_is_told(preview: PreviewWindow, tmp_path: Path) -> None:
    assert not preview.save(tmp_path)
    assert "could not be written" in preview.notice.text


@pytest.mark.parametrize(("asked", "copies", "printed"), [("", 1, 2), ("2", 3, 3), ("1-2", 2, 4)])
def test_a_printer_that_is_a_file_gets_the_pages_it_asks_for(
    preview: PreviewWindow, tmp_path: Path, asked: str, copies: int, printed: int
) -> None:
    printer = to_file(preview, tmp_path / "out.pdf")
    printer.setCopyCount(copies)
    if asked:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setPageRanges(QPageRanges.fromString(asked))
    assert preview.print_to(printer, pages(preview, printer))
    assert typeset.count((tmp_path / "out.pdf").read_bytes()) == printed


def test_the_number_of_a_copy_goes_up_with_each(preview: PreviewWindow, tmp_path: Path) -> None:
    preview.options.numbered.setChecked(True)
    printer = to_file(preview, tmp_path / "out.pdf")
    printer.setCopyCount(3)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1"))
    assert preview.print_to(printer, pages(preview, printer))
    texts = typeset.text((tmp_path / "out.pdf").read_bytes())
    assert [f"Copy {number} of 3" in text for number, text in enumerate(texts, 1)] == [True] * 3


class TwoSided(QPrinter):
    """A printer with two sides: where there is none, Qt forgets what is asked of it."""

    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide


def test_what_the_dialog_says_of_sides_and_copies_is_asked_of_the_printer(preview: PreviewWindow) -> None:
    printer = TwoSided()
    printer.setCopyCount(4)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    printer_job = printer_job_of(printer, proof(preview), pages(preview, printer, 1))
    assert (printer_job.sides, printer_job.copies, printer_job.pages) == (LONG_EDGE, 4, (1,))
    assert printer_job.media == "A4"


def painted(preview: PreviewWindow, path: Path, progress: Callable[[int, int], bool]) -> int:
    """Print as pictures, as where no system takes the PDF; a PDF of Qt's stands for the printer."""
    printer = to_file(preview, path)
    printer_job = printer_job_of(printer, proof(preview), pages(preview, printer))
    output._paint([proof(preview).pdf], printer, printer_job, False, progress)
    return typeset.count(path.read_bytes())


def test_a_printer_that_takes_no_pdf_gets_pictures(preview: PreviewWindow, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    count = painted(preview, tmp_path / "out.pdf", lambda done, of: not told.append((done, of)))
    assert count == typeset.count(proof(preview).pdf)
    assert told == [(number, count) for number in range(count)]


def test_printing_stops_when_it_shall(preview: PreviewWindow, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        painted(preview, tmp_path / "out.pdf", lambda done, _: done < 1)


def test_a_printer_that_breaks_off_is_told(preview: PreviewWindow, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")  # not of Windows
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    proof(preview)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, most))
    try:
        with pytest.raises(NotPrinted, match="it broke off"):
            painted(preview, tmp_path / "out.pdf", lambda *_: True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


@pytest.mark.parametrize(
    ("title", "name"), [("POL-05 Sea", "POL-05 Sea"), (" a/b\\c: *d?", "a-b-c d"), ("“Éa”", "“Éa”")]
)
def test_a_title_makes_the_name_of_a_file(title: str, name: str) -> None:
    assert file_name(title) == name


def test_access_keys_do_not_clash(preview: PreviewWindow) -> None:
    parts = [*preview.findChildren(QLabel), *preview.findChildren(QAbstractButton)]
    texts = [part.text() for part in parts if "&" in part.text()]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(letters) >= 14
    assert len(letters) == len(set(letters))
