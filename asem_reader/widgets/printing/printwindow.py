# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Print window: options on the left, the very pages on the right, where they go below; and the preview."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressDialog,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.content import Kind, Topic
from asem_reader.core.errors import ReaderError, Stopped
from asem_reader.core.language import N_, _
from asem_reader.core.printing.form import DocumentFormat
from asem_reader.core.printing.proof import PrintRequest, Proof
from asem_reader.core.printing.selection import Selection
from asem_reader.viewmodels.printing.compositor import Compositor, Proofs
from asem_reader.viewmodels.printing.pageimages import page_count
from asem_reader.viewmodels.session.ending import is_ending
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.onscreen import fit
from asem_reader.widgets.controls.taborder import order_tabs
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.savednotice import SavedNotice
from asem_reader.widgets.printing.output import Progress, ProofOutput, ask_and_save, file_name
from asem_reader.widgets.printing.pageview import PageView
from asem_reader.widgets.printing.parttree import PartTree
from asem_reader.widgets.printing.printerdialog import PrinterDialog
from asem_reader.widgets.printing.proofview import FitLine, ProofView
from asem_reader.widgets.printing.sheetoptions import SheetOptions

_NOTHING = N_("Nothing is ticked. Tick a heading or a paragraph on the left, and its page stands here.")
_STOPPED = N_("Stopped: the pages are those from before the last change. Any change sets them anew.")
_PATIENCE = 1_000
_LEFT, _LEAST_LEFT, _WINDOW = 370, 230, (1180, 880)


class PrintWindow(QDialog):
    """Dialog that shows proofs, prints and saves the last. A subclass fills `panel` and asks for proofs."""

    def __init__(
        self, compositor: Compositor, options: SheetOptions, empty: str, parent: QWidget | None = None
    ) -> None:
        """Take what sets proofs, how they are laid out, and the sentence that stands there without one."""
        super().__init__(parent)
        self.proofs = Proofs(compositor, self)
        self.output = ProofOutput(self.proofs)
        self.proof_view = ProofView(self.proofs, empty)
        self.options = options
        self.fit = FitLine()
        self.notice = Notice()
        self.panel = QVBoxLayout()
        self.below = QHBoxLayout()
        self.print_button = QPushButton(_("&Print…"), default=True)
        self.save_button = QPushButton(_("&Save as PDF…"))
        self.other_button = QPushButton(_("Save &as…"))
        self._scroll = QScrollArea(widgetResizable=True)
        self._build_frame()
        self._join_frame()

    def ask(self, request: PrintRequest | None) -> None:
        """Have a request set and shown; with None there is nothing to print."""
        for part in (self.print_button, self.save_button, self.other_button):
            part.setEnabled(request is not None)
        self.fit.setVisible(request is not None)
        if request:
            self.proofs.ask(request)
        else:
            self.proofs.stop()
            self.proof_view.show_proof(None)

    @property
    def name(self) -> str:
        """The name for a file of it, without its ending."""
        proof = self.proofs.last
        return file_name(proof.pack.title if proof else _("Sheet"))

    def save(self, path: Path, form: DocumentFormat = DocumentFormat.PDF, replace: bool = False) -> bool:
        """Save what is shown, in place of a file that is there only with `replace`; return whether it was."""
        save = partial(self.output.save, path=path, wanted=form, overwrite=replace)
        return self._put_out(_("Saving…"), save)

    def print_to(self, printer: QPrinter, pages: tuple[int, ...]) -> bool:
        """Print some pages, the first being 0, as the printer's dialog asks; return whether it was done."""
        return self._put_out(_("Printing…"), partial(self.output.print, printer=printer, pages=pages))

    def _put_out(self, doing: str, put_out: Callable[[Proof, Progress], tuple[str, Path | None]]) -> bool:
        """Do something with the last proof, and say what was done; return whether it was."""
        with self._telling():
            proof = self._proof()
            if proof:
                with self._waiting(doing) as progress:
                    said, file = put_out(proof, progress)
                if file:
                    SavedNotice(self.notice, said, file)
                else:
                    self.notice.say(said)
                return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: have the options as wide as they need, whatever their language, beside the bar that scrolls."""
        super().showEvent(event)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(max(self.panel.minimumSize().width() + bar, _LEAST_LEFT))
        items = filter(None, map(self.below.itemAt, range(self.below.count())))
        order_tabs(*self._above, *(item.widget() for item in items))

    def done(self, result: int) -> None:
        """Qt: remember paper and marking on closing, however it is done, and let go of the pages."""
        self.options.keep()
        self.proofs.stop()
        self.proof_view.show_proof(None)
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter prints from the pages and the buttons, not out of a field."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not entered or isinstance(self.focusWidget(), PageView | QPushButton):
            super().keyPressEvent(event)

    def _proof(self) -> Proof | None:
        """The proof that was asked for last, when it is set; None if it cannot be, or was stopped."""
        with self._waiting(_("Setting the pages…")) as progress:
            return self.proofs.wait(partial(progress, 0, 0))

    @contextmanager
    def _waiting(self, text: str) -> Iterator[Progress]:
        """Show progress, and Cancel, for what takes longer than a second."""
        waiting = QProgressDialog(text, _("Cancel"), 0, 0, self, minimumDuration=_PATIENCE)
        waiting.setWindowModality(Qt.WindowModality.WindowModal)

        def progress(done: int, count: int) -> bool:
            waiting.setMaximum(count)
            waiting.setValue(done)
            # Until the dialog stands before the window, a second click on a button must wait.
            events = QEventLoop.ProcessEventsFlag
            seen = waiting.isVisible()
            QApplication.processEvents(events.AllEvents if seen else events.ExcludeUserInputEvents)
            return not waiting.wasCanceled() and not is_ending()

        try:
            yield progress
        finally:
            waiting.close()
            waiting.deleteLater()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Say what went wrong over the pages."""
        self.notice.hide()
        try:
            yield
        except Stopped as stopped:
            self.notice.say(stopped.sentence)
        except ReaderError as error:
            self.notice.tell(error)

    def _build_frame(self) -> None:
        fit(self, *_WINDOW)
        self.setMinimumSize(520, 380)
        self.setSizeGripEnabled(True)
        options = QWidget()
        options.setLayout(self.panel)
        self.panel.setContentsMargins(0, 0, 8, 0)
        self._scroll.setWidget(options)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # titles may be long
        left = QWidget()
        filled(QVBoxLayout(left), self._scroll, self.fit, grows=self._scroll, margins=(0, 0, 10, 0))
        split = QSplitter(childrenCollapsible=False)
        split.addWidget(left)
        split.addWidget(self.proof_view)
        split.setSizes([_LEFT, _WINDOW[0] - _LEFT])
        split.setStretchFactor(1, 1)
        close = QPushButton(_("&Close"))
        close.clicked.connect(self.reject)
        filled(self.below, None, self.other_button, self.save_button, close, self.print_button)
        filled(QVBoxLayout(self), self.notice, split, self.below, grows=split)
        self._above = (self.notice, left, self.proof_view)

    def _join_frame(self) -> None:
        self.proofs.made.connect(self.notice.hide)
        self.proofs.made.connect(self.fit.show_proof)
        self.proofs.refused.connect(self.notice.tell)
        self.proofs.stopped.connect(lambda: self.notice.say(_(_STOPPED)))
        self.print_button.clicked.connect(self.ask_printer)
        self.save_button.clicked.connect(lambda _checked: self.ask_file())
        self.other_button.clicked.connect(lambda: self.ask_file(self.proofs.compositor.formats))

    def ask_printer(self) -> None:
        """Ask for a printer, copies and pages, and print."""
        with self._telling():
            proof = self._proof()
            if proof:
                self._await_system()
                printer = self.output.printer(proof)
                dialog = PrinterDialog(printer, page_count(proof.pdf), self._await_system, self)
                dialog.finished.connect(dialog.deleteLater)
                pages = dialog.asked(self.proof_view.pages.current)
                if pages:
                    self.print_to(printer, pages)

    def _await_system(self) -> None:
        """Wait until the print system answers, so that the printer's dialog does not."""
        with self._waiting(_("Asking the print system…")) as progress:
            self.output.spooler.ask(partial(progress, 0, 0))

    def ask_file(self, formats: tuple[DocumentFormat, ...] = (DocumentFormat.PDF,)) -> None:
        """Ask for a file, and save in it in one of some formats."""
        if self._proof():
            ask_and_save(self, self.options.settings, self.name, self.save, formats)


class PreviewWindow(PrintWindow):
    """Print preview: shows a topic as it will come out, and prints it or saves it."""

    handbook = "print"  # its chapter

    def __init__(
        self, compositor: Compositor, topic: Topic, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(compositor, SheetOptions(settings), _(_NOTHING), parent)
        self._topic = topic
        self.parts = PartTree(compositor.portions(topic.slug))
        self._omit: tuple[str, ...] = ()
        self.options.our_line.setEnabled(topic.kind is Kind.ISSUE)
        self.setWindowTitle(_("Print: {title}").format(title=topic.title))
        filled(self.panel, self.options, self.parts, grows=self.parts)
        self.proof_view.pages.setFocus()
        self.options.changed.connect(self._ask)
        self.parts.changed.connect(self._ask)
        self.fit.omitted.connect(self._omit_part)
        self.proofs.ask(self.request, soon=False)

    @property
    def request(self) -> PrintRequest:
        """The print request."""
        return PrintRequest(
            (self._topic.slug,),
            self.options.form,
            self.options.addressee.text(),
            self.options.notes.isChecked(),
            Selection(self.parts.chosen, self._omit),
            our_line=self.options.our_line.isChecked(),
        )

    def _ask(self) -> None:
        self.ask(None if self.parts.nothing else self.request)

    def _omit_part(self, _slug: str, name: str, wished: bool) -> None:
        others = tuple(other for other in self._omit if other != name)
        self._omit = (*others, name) if wished else others
        self._ask()
