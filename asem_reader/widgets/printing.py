# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The preview of a sheet: the very pages, and what can be done with them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.content import Topic
from asem_reader.core.errors import ReaderError
from asem_reader.core.form import DEFAULT_MARKING, Form, Paper, Profile
from asem_reader.viewmodels.binder import Binder
from asem_reader.widgets.notice import Notice

_PREVIEW_DPI = 84
_PRINT_DPI = 300
_PAPERS = {"A4": Paper.A4, "US Letter": Paper.LETTER}
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
_MEDIA = "A marking is a label; this program is not accredited for classified information."


class Preview(QDialog):
    """Shows a topic as it will come out, and prints it or saves it as PDF."""

    def __init__(self, binder: Binder, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binder = binder
        self._topic = topic
        self.pdf = b""
        self._paper = QComboBox()
        self._marking = QLineEdit(DEFAULT_MARKING)
        self._large = QCheckBox("&Large type (14 pt)")
        self._notes = QCheckBox("With my &notes")
        self._count = QLabel()
        self._notice = Notice(self)
        self._leaves = QVBoxLayout()
        self._print = QPushButton("&Print…")
        self._save = QPushButton("&Save as PDF…")
        self._build()
        self._join()
        self.typeset()

    @property
    def form(self) -> Form:
        """What the options say."""
        profile = Profile.LARGE if self._large.isChecked() else Profile.STANDARD
        return Form(_PAPERS[self._paper.currentText()], self._marking.text(), profile)

    def typeset(self) -> None:
        """Set the sheet anew and show its pages."""
        try:
            self.pdf = self._binder.pdf([self._topic.slug], self.form, with_notes=self._notes.isChecked())
        except ReaderError as error:
            self._notice.tell(error)
            return
        self._notice.hide()
        images = self._binder.images(self.pdf, _PREVIEW_DPI * self.devicePixelRatioF())
        self._show(images)
        pages = len(images)
        self._count.setText(
            f"{pages} page{'s' * (pages != 1)}" + (", more than two sides" if pages > 2 else "")
        )

    def save(self, path: Path) -> bool:
        """Save what is shown; return whether it was."""
        try:
            self._binder.save(self.pdf, path)
        except ReaderError as error:
            self._notice.tell(error)
            return False
        return True

    def print_to(self, printer: QPrinter) -> None:
        """Print the pages that the printer's range asks for, each as a picture of at least 300 dpi."""
        images = self._binder.images(self.pdf, _PRINT_DPI)
        first, last = printer.fromPage() or 1, printer.toPage() or len(images)
        painter = QPainter(printer)
        for number, image in enumerate(images[first - 1 : last]):
            if number:
                printer.newPage()
            paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            size = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(paper.topLeft(), size), image)
        painter.end()

    def _show(self, images: list[QImage]) -> None:
        while self._leaves.count():
            item = self._leaves.takeAt(0)
            leaf = item.widget() if item else None
            if leaf:
                leaf.deleteLater()
        for number, image in enumerate(images, 1):
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            leaf = QLabel()
            leaf.setPixmap(picture)
            leaf.setObjectName("leaf")
            leaf.setAccessibleName(f"Page {number} of {len(images)}")
            self._leaves.addWidget(leaf, 0, Qt.AlignmentFlag.AlignHCenter)
        self._leaves.addStretch(1)

    def _build(self) -> None:
        self.setWindowTitle(f"Print: {self._topic.title}")
        self.resize(1080, 900)
        self._paper.addItems(list(_PAPERS))
        self._paper.setAccessibleName("Paper")
        self._marking.setAccessibleName("Marking")
        self._marking.setToolTip(_MEDIA)
        hint = QLabel(_MEDIA)
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        options = QFormLayout()
        options.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        options.addRow("Pap&er", self._paper)
        options.addRow("&Marking", self._marking)
        options.addRow(hint)
        options.addRow(self._large)
        options.addRow(self._notes)
        close = QPushButton("&Close")
        close.clicked.connect(self.reject)
        self._print.setDefault(True)
        left = QVBoxLayout()
        left.addLayout(options)
        left.addWidget(self._count)
        left.addStretch(1)
        for button in (self._print, self._save, close):
            left.addWidget(button)
        pane = QWidget()
        pane.setLayout(left)
        pane.setFixedWidth(250)
        pages = QWidget()
        self._leaves.setSpacing(18)
        pages.setLayout(self._leaves)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(pages)
        scroll.setAccessibleName("Pages")
        row = QHBoxLayout()
        row.addWidget(pane)
        row.addWidget(scroll, 1)
        column = QVBoxLayout(self)
        column.addWidget(self._notice)
        column.addLayout(row, 1)

    def _join(self) -> None:
        self._paper.currentTextChanged.connect(self.typeset)
        self._marking.editingFinished.connect(self.typeset)
        self._large.toggled.connect(self.typeset)
        self._notes.toggled.connect(self.typeset)
        self._print.clicked.connect(self._ask_printer)
        self._save.clicked.connect(self._ask_file)

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(_SIZES[self.form.paper]))
        printer.setFullPage(True)
        printer.setDocName(self._topic.title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(1, self._leaves.count() - 1))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)

    def _ask_file(self) -> None:
        ask_and_save(self, self._topic, self.save)


def ask_and_save(parent: QWidget, topic: Topic, save: Callable[[Path], bool]) -> None:
    """Ask for a file to save a topic's sheet in, and save it there."""
    name = f"{topic.symbol} {topic.title}".strip().replace("/", "-").replace(":", "") + ".pdf"
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save as PDF", str(Path.home() / name), "PDF (*.pdf)")
    if chosen:
        save(Path(chosen))
