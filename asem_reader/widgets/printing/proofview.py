# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Proof view: pages with what turns and sizes them, and with progress while others are being set."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.language import N_, _
from asem_reader.core.printing.proof import Proof
from asem_reader.viewmodels.printing.pageimages import PageImages
from asem_reader.viewmodels.printing.proofs import Proofs
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.printing.pageview import FIT_PAGE, FIT_WIDTH, ZOOMS, PageView

_PATIENCE = 1_000  # milliseconds after which progress is shown
_FITS = {FIT_WIDTH: N_("Fit width"), FIT_PAGE: N_("Fit page")}


class ProofView(QWidget):
    """Widget that shows the last proof."""

    def __init__(self, proofs: Proofs, empty: str, parent: QWidget | None = None) -> None:
        """Take where proofs come from, and the sentence that stands there without one."""
        super().__init__(parent)
        self._proofs = proofs
        self.pages = PageView()
        self._empty = PlainLabel(empty)
        self._stack = QStackedWidget()
        self._page = QSpinBox(minimum=1)
        self._of = PlainLabel()
        self._zoom = QComboBox()
        self._facing = QToolButton()
        self._setting = QWidget()
        self._cancel = QPushButton(_("Stop"))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._build()
        self._join()

    def show_proof(self, proof: Proof | None) -> None:
        """Show the pages of a proof, or the sentence for none."""
        self.pages.show_images(PageImages(proof.pdf) if proof else None)
        self._stack.setCurrentIndex(0 if proof else 1)
        self._rest()

    def _build(self) -> None:
        self._page.setAccessibleName(_("Page"))
        self._page.setKeyboardTracking(False)
        self._zoom.setAccessibleName(_("Size of pages"))
        self._facing.setText(_("&Facing pages"))
        self._facing.setCheckable(True)
        self._page.setToolTip(_("Page; in the pages, Page Down and Page Up turn them"))
        for size, text in (_FITS | {zoom: f"{zoom:.0%}" for zoom in ZOOMS}).items():
            self._zoom.addItem(_(text), size)
        self._zoom.setToolTip(_("Size of pages; Ctrl+wheel, or + and - in the pages"))
        self._empty.setObjectName("empty")
        self._empty.setWordWrap(True)
        self._empty.setMargin(48)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.setContentsMargins(6, 0, 0, 6)
        label = PlainLabel(_("Pa&ge"))
        label.setBuddy(self._page)
        for widget in (label, self._page, self._of, self._facing, self._zoom):
            bar.addWidget(widget)
        bar.insertStretch(3, 1)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._empty)
        self._build_progress()
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(self._setting)
        column.addWidget(self._stack, 1)

    def _build_progress(self) -> None:
        moving = QProgressBar(maximum=0, textVisible=False)
        moving.setAccessibleName(_("Pages are being set"))
        row = QHBoxLayout(self._setting)
        row.setContentsMargins(0, 0, 0, 6)
        row.addWidget(PlainLabel(_("Setting the pages…")))
        row.addWidget(moving, 1)
        row.addWidget(self._cancel)
        self._setting.hide()

    def _join(self) -> None:
        self.pages.turned.connect(self._turn)
        self.pages.zoomed.connect(self._size)
        self._page.valueChanged.connect(lambda number: self.pages.go_to(number - 1))
        self._zoom.activated.connect(self._zoom_to)
        self._facing.toggled.connect(self.pages.show_facing)
        self._patience.timeout.connect(self._setting.show)
        self._cancel.clicked.connect(self._proofs.stop)
        self._proofs.began.connect(self._patience.start)
        self._proofs.made.connect(self.show_proof)
        self._proofs.refused.connect(self._rest)
        self._proofs.stopped.connect(self._rest)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, partial(self.pages.zoom_by, step))
        for keys, fit in (("Ctrl+0", FIT_WIDTH), ("Ctrl+9", FIT_PAGE)):
            QShortcut(QKeySequence(keys), self, partial(self.pages.fit_to, fit))

    def _rest(self) -> None:
        self._patience.stop()
        self._setting.hide()

    def _turn(self, page: int, count: int) -> None:
        with QSignalBlocker(self._page):
            self._page.setRange(1, max(1, count))
            self._page.setValue(page + 1)
        self._of.setText(_("of {count}").format(count=count))

    def _size(self, scale: float) -> None:
        """Say the size that there is; while it follows the window, how it does so."""
        self._zoom.setCurrentIndex(self._zoom.findData(self.pages.fit or scale))
        if self.pages.fit:
            self._zoom.setToolTip(_("Size of pages: {scale:.0%}").format(scale=scale))

    def _zoom_to(self, at: int) -> None:
        size = self._zoom.itemData(at)
        if size in _FITS:
            self.pages.fit_to(size)
        else:
            self.pages.zoom_to(size)
