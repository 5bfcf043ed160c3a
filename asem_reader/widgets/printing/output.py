# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Output of a proof: into a file, or to a printer as PDF where the system takes it, else as pictures."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileInfo, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from asem_reader.core.errors import NotPrinted, Stopped
from asem_reader.core.language import _, ngettext
from asem_reader.core.printing.form import DocumentFormat, Form, Paper, Profile
from asem_reader.core.printing.printerjob import LONG_EDGE, ONE_SIDED, SHORT_EDGE, PrinterJob
from asem_reader.core.printing.proof import Proof
from asem_reader.viewmodels.printing.pageimages import PageImages, joined, listed, page_count
from asem_reader.viewmodels.printing.proofs import Proofs
from asem_reader.viewmodels.printing.spooler import Spooler

_LISTED = 40  # letters; a longer list of pages is not read
PRINT_DPI = 360  # of pictures; a page of A4 is 12 million pixels


Progress = Callable[[int, int], bool]
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
_SIDES = {
    QPrinter.DuplexMode.DuplexNone: ONE_SIDED,
    QPrinter.DuplexMode.DuplexLongSide: LONG_EDGE,
    QPrinter.DuplexMode.DuplexShortSide: SHORT_EDGE,
}


class ProofOutput:
    """The output of a proof: saves and prints. Numbered copies are set one by one, each with its number."""

    def __init__(self, proofs: Proofs, spooler: Spooler | None = None) -> None:
        self._proofs = proofs
        self._spooler = spooler if spooler is not None else Spooler()

    def save(
        self,
        proof: Proof,
        path: Path,
        form: DocumentFormat = DocumentFormat.PDF,
        progress: Progress = lambda *_done: True,
        *,
        replace: bool = False,
    ) -> tuple[Path, ...]:
        """Save a proof, and return the files: numbered copies in one each, with the number in its name.

        Args:
            proof: what is saved.
            path: the file; of numbered copies, what their names are made of.
            form: its format.
            progress: told how many copies of how many are set; False stops it.
            replace: whether a file that is there may be replaced; one of numbered copies never is.

        Raises:
            AlreadyThere: a file is there, and not to be replaced; nothing was written.
            NotWritten: a file could not be written.
            NotTypeset: a copy could not be set.
            Stopped: by `progress`; nothing was written.
        """
        count = proof.request.form.copies
        paths = [path.with_stem(f"{path.stem}-{number}") for number in range(1, count + 1)] or [path]
        output = self._proofs.compositor.output
        replace = replace and not count
        for each in paths:
            output.check(each, replace=replace)
        if form is DocumentFormat.PDF:
            contents = [copy.pdf for copy in self._copies(proof, count, progress)] if count else [proof.pdf]
        else:
            write = self._proofs.compositor.written
            contents = [
                write(proof.pack, _numbered(proof, at, count), form) for at in range(1, len(paths) + 1)
            ]
        for content, each in zip(contents, paths, strict=True):
            output.write(each, content, replace=replace)
        return tuple(paths)

    def printer(self, proof: Proof) -> QPrinter:
        """Return a printer made ready for a proof, for the dialog to ask about."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        card = proof.request.form.profile is Profile.CARD
        size = QPageSize.PageSizeId.A5 if card else _SIZES[proof.request.form.paper]
        printer.setPageSize(QPageSize(size))
        printer.setFullPage(True)
        printer.setDocName(proof.pack.title)
        printer.setCreator("ASEM Reader")
        printer.setCopyCount(max(1, proof.request.form.copies))
        if printer.supportsMultipleCopies():
            printer.setCollateCopies(True)
        return printer

    def ask(self, progress: Progress) -> None:
        """Wait until the print system answers, so that the printer's dialog does not wait for it.

        Raises:
            NotPrinted: it does not answer.
            Stopped: by `progress`.
        """
        self._spooler.ask(partial(progress, 0, 0))

    def print(self, proof: Proof, printer: QPrinter, pages: tuple[int, ...], progress: Progress) -> str:
        """Print what the printer's dialog asks for, and return a sentence that says what went where.

        Args:
            proof: what is printed.
            printer: as the dialog left it.
            pages: which of its pages, the first being 0.
            progress: told how many pages of how many are done; False stops it.

        Raises:
            AlreadyThere, NotPrinted, NotWritten, NotTypeset: as their names say.
            Stopped: by `progress`; no file was written.
        """
        asked = QFileInfo.exists(printer.outputFileName())  # the dialog, whether to replace it
        printer_job = printer_job_of(printer, proof, pages)
        numbered = bool(proof.request.form.copies)
        proofs = self._copies(proof, printer_job.copies, progress) if numbered else (proof,)
        once = _once(printer_job) if numbered else printer_job
        pdfs = [each.pdf for each in proofs]
        what = _told(printer_job, page_count(proof.pdf))
        if printer.outputFileName():
            content = _only(pdfs, once.page_order)
            self._proofs.compositor.output.write(Path(printer.outputFileName()), content, replace=asked)
            return _("{what} printed to {file}.").format(what=what, file=printer.outputFileName())
        if self._spooler:
            self._spool(pdfs, once, progress)
        elif QPrinterInfo.printerInfo(printer_job.printer).isNull():
            raise NotPrinted(printer_job.printer, _("it is not there any more"))
        else:
            _paint(pdfs, printer, once, numbered, progress)
        sent = _("{what} sent to “{printer}”.").format(what=what, printer=printer_job.printer)
        if self._spooler.is_stopped(printer_job.printer, partial(progress, 0, 0)):
            return f"{sent} {_('It is stopped: nothing comes out until somebody starts it.')}"
        return sent

    def _spool(self, pdfs: list[bytes], printer_job: PrinterJob, progress: Progress) -> None:
        for done, pdf in enumerate(pdfs):
            try:
                self._spooler.print(
                    _only([pdf], printer_job.pages), printer_job, partial(progress, done, len(pdfs))
                )
            except (NotPrinted, Stopped):
                if not done:
                    raise
                why = _("it has {done} of {count} copies, and no more were sent")
                raise NotPrinted(printer_job.printer, why.format(done=done, count=len(pdfs))) from None

    def _copies(self, proof: Proof, count: int, progress: Progress) -> tuple[Proof, ...]:
        copies = []
        for number in range(1, count + 1):
            if not progress(number - 1, count):
                raise Stopped
            copies.append(
                self._proofs.copy(proof.request, number, count, partial(progress, number - 1, count))
            )
        return tuple(copies)


def _numbered(proof: Proof, number: int, count: int) -> Form:
    return replace(proof.request.form, copy=number if count else 0)


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


def _once(printer_job: PrinterJob) -> PrinterJob:
    return replace(printer_job, copies=1, collate=True)


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
        some = some.format(pages=listed(printer_job.pages), count=count)
        many = _("{number} of {pages}").format(number=number, pages=pages)
        pages = some if len(some) < _LISTED else many
    copies = printer_job.copies
    if copies > 1:
        said = ngettext("{count} copy of {pages}", "{count} copies of {pages}", copies)
        return said.format(count=copies, pages=pages)
    return pages[0].upper() + pages[1:]


def _paint(
    pdfs: list[bytes], printer: QPrinter, printer_job: PrinterJob, numbered: bool, progress: Progress
) -> None:
    """Each page as a picture: for systems whose printers take no PDF."""
    alone = not numbered and printer.supportsMultipleCopies()
    if numbered:
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
    first = True
    for pdf in pdfs:
        with closing(PageImages(pdf)) as images:
            for done, page in enumerate(pages):
                if not progress(done, len(pages)):
                    printer.abort()
                    raise Stopped
                if not first and not printer.newPage():
                    raise NotPrinted(printer.printerName(), _("it broke off"))
                first = False
                _draw(painter, printer, images.page(page, PRINT_DPI))


def _draw(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    size = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(paper.topLeft(), size), image)
