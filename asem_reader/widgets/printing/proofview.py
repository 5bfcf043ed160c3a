# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Proof view: pages with what turns and sizes them, progress while others are being set, and how they fit."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.place import Slug
from asem_reader.core.printing.fit import Fit
from asem_reader.core.printing.proof import Proof
from asem_reader.core.printing.sheet import NOTES_TITLE, Sheet
from asem_reader.viewmodels.printing.compositor import Proofs
from asem_reader.viewmodels.printing.pageimages import PageImages, fits_of, page_count
from asem_reader.widgets.controls.announce import Announcer
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.choicebox import ChoiceBox
from asem_reader.widgets.controls.label import PlainLabel, unkeyed
from asem_reader.widgets.printing.pageview import FIT_PAGE, FIT_WIDTH, ZOOMS, PageView

_PATIENCE = 1_000  # milliseconds after which progress is shown
_MOST_SHEETS, _MOST_CUTS = 3, 6
_SIDES = {1: N_("one side"), 2: N_("two sides")}
_FITS = {FIT_WIDTH: N_("Fit width"), FIT_PAGE: N_("Fit page")}


class ProofView(QWidget):
    """Widget that shows the last proof."""

    def __init__(self, proofs: Proofs, empty: str, parent: QWidget | None = None) -> None:
        """Take where proofs come from, and the sentence that stands there without one."""
        super().__init__(parent)
        self._proofs = proofs
        self.pages = PageView()
        self._empty = PlainLabel(empty)
        self._stack = QStackedLayout()
        self._page = QSpinBox(minimum=1)
        self._of = PlainLabel()
        self._zoom = ChoiceBox()
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
        sized = PlainLabel(_("Size of pages"), self)  # names the choice: Qt asks a buddy alone
        sized.setBuddy(self._zoom)
        sized.hide()
        self._facing.setText(_("&Facing pages"))
        self._facing.setCheckable(True)
        self._facing.setObjectName("toggle")
        self._page.setToolTip(_("Page; in the pages, Page Down and Page Up turn them"))
        for size, text in (_FITS | {zoom: f"{zoom:.0%}" for zoom in ZOOMS}).items():
            self._zoom.addItem(_(text), size)
        self._zoom.setToolTip(_("Size of pages; Ctrl+wheel, or + and - in the pages"))
        self._empty.setObjectName("empty")
        self._empty.setWordWrap(True)
        self._empty.setMargin(48)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        label = PlainLabel(_("Pa&ge"))
        label.setBuddy(self._page)
        page = (label, self._page, self._of)
        self._of.hide()
        bar = filled(QHBoxLayout(), *page, None, self._facing, self._zoom, margins=(6, 0, 0, 6))
        bar.setSpacing(8)
        moving = QProgressBar(maximum=0, textVisible=False)
        moving.setAccessibleName(_("Pages are being set"))
        said = PlainLabel(_("Setting the pages…"))
        filled(QHBoxLayout(self._setting), said, moving, self._cancel, grows=moving, margins=(0, 0, 0, 6))
        self._setting.hide()
        whole = (bar, self._setting, self._stack)
        filled(QVBoxLayout(self), *whole, grows=self._stack, margins=(0, 0, 0, 0)).setSpacing(0)
        self._stack.addWidget(self.pages)  # now: else it would be a window for a moment
        self._stack.addWidget(self._empty)

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
        self._of.setVisible(count > 0)

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


class FitLine(QWidget):
    """Says how the sheets fit their sides.

    Signals:
        omitted (Slug, str, bool): a part of a topic shall be left out, or no longer.
    """

    omitted = Signal(str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        self._spoken = Announcer(self)
        self._titles = {"notes": _(NOTES_TITLE)}
        self._said: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.told)

    def show_proof(self, proof: Proof) -> None:
        """Say how a proof fits."""
        for widget in self._said:
            widget.hide()
            widget.deleteLater()
        self._said = []
        sheets, named = proof.pack.sheets, bool(proof.request.binder)
        fits = zip(sheets, fits_of(proof), strict=False)
        over = {sheet.topic.slug: fit for sheet, fit in fits if fit.over}
        self.told.setText(_told(page_count(proof.pdf), len(sheets), proof, len(over)))
        self._spoken.say(self.told.text())
        left_out = _left_out(proof)
        shown = [sheet for sheet in sheets if sheet.topic.slug in over]
        shown += [sheet for sheet in sheets if left_out.get(sheet.topic.slug) and sheet not in shown]
        for sheet in shown[:_MOST_SHEETS]:
            slug = sheet.topic.slug
            self._offer(sheet, over.get(slug), left_out.get(slug, ()), named=named)
        if len(shown) > _MOST_SHEETS:
            self._say(_("… and {count} more.").format(count=len(shown) - _MOST_SHEETS))

    def _offer(self, sheet: Sheet, fit: Fit | None, left_out: tuple[str, ...], *, named: bool) -> None:
        cuts = fit.cuts if fit and len(fit.cuts) <= _MOST_CUTS else ()  # else it is no matter of some parts
        said = _("{fit}; leave out:") if cuts else _("{fit}, without:") if left_out else _("{fit}.")
        self._say(said.format(fit=_fitting(sheet.named if named else "", fit)))
        self._titles |= {room.name: room.title for room in cuts}
        for omitted in left_out:
            self._box(sheet.topic.slug, omitted, self._titles.get(omitted, omitted), ticked=True)
        for room in cuts:
            title = f"{room.title} ({_lines(max(1, round(room.lines)))})"
            self._box(sheet.topic.slug, room.name, title, ticked=False)

    def _box(self, slug: Slug, name: str, title: str, *, ticked: bool) -> None:
        box = QCheckBox(unkeyed(title))
        box.setAccessibleName(_("Leave out {title}").format(title=title))
        box.setChecked(ticked)
        box.toggled.connect(lambda wished: self.omitted.emit(slug, name, wished))
        self._add(box)

    def _say(self, text: str) -> None:
        label = PlainLabel(text)
        label.setWordWrap(True)
        self._add(label)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._said.append(widget)


def _left_out(proof: Proof) -> dict[Slug, tuple[str, ...]]:
    """The parts that are left out of each topic by the reader's wish."""
    if proof.request.binder:
        return {item.slug: item.omit for item in proof.request.binder.items}
    return dict.fromkeys(proof.request.slugs, proof.request.selection.omit)


def _fitting(name: str, fit: Fit | None) -> str:
    """The fit of a sheet to its sides; the only one has no name."""
    if not fit:
        return _("{sheet} fits").format(sheet=name) if name else _("It fits")
    over = _("{sheet} runs over {sides} by {lines}") if name else _("It runs over {sides} by {lines}")
    return over.format(sheet=name, sides=_(_SIDES[fit.sides]), lines=_lines(fit.over))


def _told(pages: int, sheets: int, proof: Proof, over: int) -> str:
    in_pack, sides = bool(proof.request.binder), proof.request.form.profile.sides
    counted = ngettext("{count} page", "{count} pages", pages).format(count=pages)
    if in_pack:
        counted += ", " + ngettext("{count} sheet", "{count} sheets", sheets).format(count=sheets)
    if not sides or (over and not in_pack):
        return f"{counted}."
    if over:
        said = ngettext("One sheet runs over.", "{count} of the sheets run over.", over).format(count=over)
    else:
        said = (_("Each fits {sides}.") if in_pack else _("Fits {sides}.")).format(sides=_(_SIDES[sides]))
    return f"{counted}. {said}"


def _lines(count: int) -> str:
    return ngettext("{count} line", "{count} lines", count).format(count=count)
