# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Output of a proof: into a file, or to a printer as PDF where the system takes it, else as pictures."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileInfo, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from asem_reader.core.errors import NotPrinted, Stopped
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.printing.form import DocumentFormat, Paper, Profile
from asem_reader.core.printing.printerjob import LONG_EDGE, ONE_SIDED, SHORT_EDGE, PrinterJob
from asem_reader.core.printing.proof import Proof
from asem_reader.core.span import numbered
from asem_reader.viewmodels.printing.compositor import Proofs
from asem_reader.viewmodels.printing.pageimages import PageImages, joined, page_count
from asem_reader.viewmodels.printing.spooler import Spooler
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.savefile import ask_file

_LISTED = 40  # letters; a longer list of pages is not read
PRINT_DPI = 360  # of pictures; a page of A4 is 12 million pixels
Progress = Callable[[int, int], bool]
_FORMATS = {
    DocumentFormat.PDF: "PDF",
    DocumentFormat.DOCX: N_("Word"),
    DocumentFormat.HTML: N_("Web page"),
    DocumentFormat.MARKDOWN: N_("Markdown"),
    DocumentFormat.TEXT: N_("Plain text"),
}
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
_SIDES = {
    QPrinter.DuplexMode.DuplexNone: ONE_SIDED,
    QPrinter.DuplexMode.DuplexLongSide: LONG_EDGE,
    QPrinter.DuplexMode.DuplexShortSide: SHORT_EDGE,
}


class ProofOutput:
    """Output of a proof: saves and prints. Numbered copies are set one by one, each with its number.

    What `progress` is told is how many of how many are done; when it returns False, Stopped is raised.
    """

    def __init__(self, proofs: Proofs) -> None:
        self._proofs = proofs
        self.spooler = Spooler()

    def save(
        self, proof: Proof, progress: Progress, path: Path, wanted: DocumentFormat, *, overwrite: bool
    ) -> tuple[str, Path]:
        """Save a proof in the wanted format, and return a sentence that says so, and the first file.

        Numbered copies are files of their own, named after `path`, of which none is ever overwritten.

        Raises:
            AlreadyThere, NotWritten, NotTypeset: as their names say.
            Stopped: nothing was written.
        """
        form, output = proof.request.form, self._proofs.compositor.output
        numbers = range(1, form.copies + 1)
        paths = [path.with_stem(f"{path.stem}-{number}") for number in numbers] or [path]
        overwrite = overwrite and not numbers
        for each in paths:
            output.check(each, replace=overwrite)
        if wanted is DocumentFormat.PDF:
            contents = [copy.pdf for copy in self._copies(proof, form.copies, progress)] or [proof.pdf]
        else:
            forms = [replace(form, copy=number) for number in numbers] or [form]
            contents = [self._proofs.compositor.written(proof.pack, each, wanted) for each in forms]
        for content, each in zip(contents, paths, strict=True):
            output.write(each, content, replace=overwrite)
        said = ngettext("Saved {name}.", "Saved {count} files, {name} the first.", len(paths))
        return said.format(count=len(paths), name=paths[0].name), paths[0]

    def printer(self, proof: Proof) -> QPrinter:
        """Return a printer made ready for a proof, for the dialog to ask about."""
        form, printer = proof.request.form, QPrinter(QPrinter.PrinterMode.HighResolution)
        card = form.profile is Profile.CARD
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5 if card else _SIZES[form.paper]))
        printer.setFullPage(True)
        printer.setDocName(proof.pack.title)
        printer.setCreator("ASEM Reader")
        printer.setCopyCount(max(1, form.copies))
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)  # of one that cannot, nothing comes
        if printer.supportsMultipleCopies():
            printer.setCollateCopies(True)
        return printer

    def print(
        self, proof: Proof, progress: Progress, printer: QPrinter, pages: tuple[int, ...]
    ) -> tuple[str, Path | None]:
        """Print what the printer's dialog asks for; return a sentence that says so, and the file, if any.

        The printer is as the dialog left it; of its pages, the first is 0.

        Raises:
            AlreadyThere, NotPrinted, NotWritten, NotTypeset: as their names say.
            Stopped: no file was written.
        """
        file = printer.outputFileName()
        asked = QFileInfo.exists(file)  # the dialog, whether to replace it
        printer_job = once = printer_job_of(printer, proof, pages)
        what = _told(printer_job, page_count(proof.pdf))
        counted, pdfs = bool(proof.request.form.copies), [proof.pdf]
        if counted:
            pdfs = [copy.pdf for copy in self._copies(proof, printer_job.copies, progress)]
            once = replace(printer_job, copies=1, collate=True)
        if file:
            self._proofs.compositor.output.write(Path(file), _only(pdfs, once.page_order), replace=asked)
            return _("{what} printed to {file}.").format(what=what, file=Path(file).name), Path(file)
        if self.spooler.program:
            self._spool(pdfs, once, progress)
        elif QPrinterInfo.printerInfo(printer_job.printer).isNull():
            raise NotPrinted(printer_job.printer, _("it is not there any more"))
        else:
            _paint(pdfs, printer, once, counted, progress)
        sent = _("{what} sent to “{printer}”.").format(what=what, printer=printer_job.printer)
        if self.spooler.is_stopped(printer_job.printer, partial(progress, 0, 0)):
            return f"{sent} {_('It is stopped: nothing comes out until somebody starts it.')}", None
        return sent, None

    def _spool(self, pdfs: list[bytes], printer_job: PrinterJob, progress: Progress) -> None:
        for done, pdf in enumerate(pdfs):
            patient = partial(progress, done, len(pdfs))
            try:
                self.spooler.print(_only([pdf], printer_job.pages), printer_job, patient)
            except (NotPrinted, Stopped):
                if not done:
                    raise
                why = _("it has {done} of {count} copies, and no more were sent")
                raise NotPrinted(printer_job.printer, why.format(done=done, count=len(pdfs))) from None

    def _copies(self, proof: Proof, count: int, progress: Progress) -> list[Proof]:
        copies = []
        for number in range(1, count + 1):
            patient = partial(progress, number - 1, count)
            if not patient():
                raise Stopped
            copies.append(self._proofs.copy(proof.request, number, count, patient))
        return copies


def printer_job_of(printer: QPrinter, proof: Proof, pages: tuple[int, ...]) -> PrinterJob:
    """Return the printer's job that its dialog asks for."""
    paper = "A5" if proof.request.form.profile is Profile.CARD else proof.request.form.paper.capitalize()
    return PrinterJob(
        printer.printerName(),
        proof.pack.title,
        pages,
        paper,
        max(1, printer.copyCount()),
        printer.collateCopies(),
        _SIDES.get(printer.duplex(), ""),
    )


def _only(pdfs: list[bytes], pages: tuple[int, ...]) -> bytes:
    """Some pages of each of some documents; the very document, if it is all of one."""
    whole = len(pdfs) == 1 and pages == tuple(range(page_count(pdfs[0])))
    return pdfs[0] if whole else joined(pdfs, pages)


def _told(printer_job: PrinterJob, count: int) -> str:
    """Say what is printed of so many pages, at the beginning of a sentence."""
    number = len(printer_job.pages)
    pages = ngettext("{count} page", "{count} pages", count).format(count=count)
    if number < count:
        some = ngettext("page {pages} of {count}", "pages {pages} of {count}", number)
        some = some.format(pages=numbered(page + 1 for page in printer_job.pages), count=count)
        many = _("{number} of {pages}").format(number=number, pages=pages)
        pages = some if len(some) < _LISTED else many
    copies = printer_job.copies
    if copies > 1:
        said = ngettext("{count} copy of {pages}", "{count} copies of {pages}", copies)
        return said.format(count=copies, pages=pages)
    return pages[0].upper() + pages[1:]


def _paint(
    pdfs: list[bytes], printer: QPrinter, printer_job: PrinterJob, counted: bool, progress: Progress
) -> None:
    """Each page as a picture: for systems whose printers take no PDF."""
    alone = not counted and printer.supportsMultipleCopies()
    if counted:
        printer.setCopyCount(1)
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted(printer_job.printer, _("it could not be opened"))
    try:
        _paint_all(painter, printer, pdfs, printer_job.pages if alone else printer_job.page_order, progress)
    finally:
        painter.end()  # that it could not be, Qt does not say


def _paint_all(
    painter: QPainter, printer: QPrinter, pdfs: list[bytes], pages: tuple[int, ...], progress: Progress
) -> None:
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    for number, pdf in enumerate(pdfs):
        with closing(PageImages(pdf)) as images:
            for done, page in enumerate(pages):
                if not progress(done, len(pages)):
                    printer.abort()
                    raise Stopped
                if (number or done) and not printer.newPage():
                    raise NotPrinted(printer.printerName(), _("it broke off"))
                image = images.page(page, PRINT_DPI)
                size = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
                painter.drawImage(QRectF(paper.topLeft(), size), image)


def file_name(title: str) -> str:
    """Return a title as the name of a file, without what file systems refuse."""
    return "".join("-" if letter in "/\\" else letter for letter in title.strip() if letter not in ':*?"<>|')


def ask_and_save(
    parent: QWidget,
    settings: Settings,
    name: str,
    save: Callable[[Path, DocumentFormat, bool], object],
    formats: tuple[DocumentFormat, ...] = (DocumentFormat.PDF,),
) -> None:
    """Ask for a file of that name, and save in it; what its name ends with counts, else the kind chosen."""
    kinds = {f"{_(_FORMATS[each])} (*.{each})": each for each in formats}
    title = _("Save as") if len(formats) > 1 else _("Save as PDF")

    def named(typed: str, kind: str) -> str:
        return typed if DocumentFormat.of(typed) in formats else f"{typed}.{kinds.get(kind, formats[0])}"

    chosen = ask_file(parent, settings, title, f"{name}.{formats[0]}", ";;".join(kinds), named)
    if chosen:
        save(chosen.path, DocumentFormat.of(chosen.path.name) or formats[0], chosen.replace)
