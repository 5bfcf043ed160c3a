# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Printer dialog, which offers what is obeyed, and says which pages are asked for."""

from collections.abc import Callable

from PySide6.QtGui import QPageRanges, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from asem_reader.core.errors import NothingToPrint, ReaderError
from asem_reader.core.language import _
from asem_reader.core.printing.printerjob import PageSet, Range, chosen

# What of the dialog that Qt draws (on Linux) is obeyed, by its names in Qt's source (qprintwidget.ui,
# qprintsettingsoutput.ui). Whatever else can be pressed or filled in, in this version of Qt or in another, is
# not offered: Qt hands it to its own printing, which is not used. Pages are black, whatever the colours.
_PAGES, _PAGES_FIELD, _PAGE_SET = "pagesRadioButton", "pagesLineEdit", "pageSetCombo"
_CURRENT, _PRINTERS, _TWO_SIDED = "printCurrentPage", "printers", "duplexLong"
_OBEYED = frozenset(
    f"printerGroup gbPrintRange groupBox duplex "
    f"{_PRINTERS} filename fileBrowser copies collate noDuplex {_TWO_SIDED} duplexShort "
    f"printAll printRange from to {_CURRENT} {_PAGES} {_PAGES_FIELD} {_PAGE_SET}".split()
)
_QTS_OWN = ("qt_", "Scroll")  # parts of the parts: the field of a spin box, the arrows of tabs


class PrinterDialog(QPrintDialog):
    """Asks for a printer, pages, copies and sides; it is the system's own dialog where there is one."""

    def __init__(
        self, printer: QPrinter, count: int, await_system: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        """Take what it sets, how many pages there are, and what waits until the print system answers."""
        super().__init__(printer, parent)
        self._printer = printer  # Qt holds it by its address alone
        self._count = count
        self._await_system = await_system
        self._fault: ReaderError | None = None
        self.setMinMax(1, count)
        self.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        self._page_set = self.findChild(QComboBox, _PAGE_SET)
        self._current = self.findChild(QRadioButton, _CURRENT)
        self._two_sided = self.findChild(QRadioButton, _TWO_SIDED)
        printers = self.findChild(QComboBox, _PRINTERS)
        if printers:
            printers.currentIndexChanged.connect(self._offer)
        if self._current:
            self._current.toggled.connect(self._offer)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: it shows some parts only now."""
        super().showEvent(event)
        self._offer()

    def accept(self) -> None:
        """Qt: it asks the print system once more, which may have fallen silent meanwhile."""
        try:
            self._await_system()
        except ReaderError as error:
            self._fault = error
            self.reject()
        else:
            super().accept()

    def asked(self, current: int) -> tuple[int, ...]:
        """Show it, with a page as the current one; return those that are asked for, none if it was cancelled.

        Raises:
            NothingToPrint: there are no such pages.
            ReaderError: by what waits for the print system.
        """
        is_accepted = self.exec() == QPrintDialog.DialogCode.Accepted
        if self._fault:
            raise self._fault
        if not is_accepted:
            return ()
        ranges = self._written() or ranges_of(self._printer, current)
        at = self._page_set.currentIndex() if self._page_set and self._page_set.isEnabled() else 0
        return chosen(self._count, ranges, list(PageSet)[at])

    def _written(self) -> tuple[Range, ...]:
        """The ranges in the field, which Qt hands to the print system and to nobody else; none if unused."""
        button, field = self.findChild(QRadioButton, _PAGES), self.findChild(QLineEdit, _PAGES_FIELD)
        if not (button and field and button.isChecked()):
            return ()
        ranges = _pairs(QPageRanges.fromString(field.text()))
        if not ranges:
            raise NothingToPrint(_("“{text}” names no pages, as 2-3,5 does").format(text=field.text()))
        return ranges

    def _offer(self) -> None:
        """Hide what is not obeyed, allow what Qt does not for a file, and choose two sides once."""
        for kind in (QGroupBox, QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit):
            for part in self.findChildren(kind):
                name = part.objectName()
                if name and name not in _OBEYED and not name.startswith(_QTS_OWN):
                    part.hide()
        button = self.findChild(QRadioButton, _PAGES)
        if button:
            button.setEnabled(True)
        if self._page_set:
            self._page_set.setDisabled(bool(self._current and self._current.isChecked()))
            self._page_set.setVisible(self._page_set.count() == len(PageSet))
        if self._two_sided and self._two_sided.isEnabled():
            self._two_sided.click()  # which Qt keeps for other printers, unlike what was set on this one
            self._two_sided = None  # from now on it is as the reader chooses


def ranges_of(printer: QPrinter, current: int) -> tuple[Range, ...] | None:
    """Return the ranges that a printer holds after its dialog, from 1; None for all. `current` is from 0."""
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        return ((current + 1, current + 1),)
    if printer.printRange() is QPrinter.PrintRange.PageRange or printer.fromPage():
        return _pairs(printer.pageRanges()) or ((printer.fromPage(), printer.toPage()),)
    return None


def _pairs(ranges: QPageRanges) -> tuple[Range, ...]:
    return tuple((each.from_, each.to) for each in ranges.toRangeList())
