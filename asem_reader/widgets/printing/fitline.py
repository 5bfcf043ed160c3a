# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Fit line: by how many lines a proof runs over, and what to leave out, with a tick that does it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.place import Slug
from asem_reader.core.printing.fit import Fit
from asem_reader.core.printing.proof import Proof
from asem_reader.core.printing.sheet import NOTES_TITLE, Sheet
from asem_reader.viewmodels.printing.pageimages import fits_of, page_count
from asem_reader.widgets.controls.label import PlainLabel, unkeyed

_MOST_SHEETS, _MOST_CUTS = 3, 6
_SIDES = {1: N_("one side"), 2: N_("two sides")}


class FitLine(QWidget):
    """Says how the sheets fit their sides.

    Attributes:
        told: the label that says it.
        boxes: those that leave out a part each.

    Signals:
        omitted (Slug, str, bool): a part of a topic shall be left out, or no longer.
    """

    omitted = Signal(str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.told = PlainLabel()
        self.told.setWordWrap(True)
        self.boxes: list[QCheckBox] = []
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
        self._said, self.boxes = [], []
        sheets, named = proof.pack.sheets, bool(proof.request.binder)
        fits = zip(sheets, fits_of(proof), strict=False)
        over = {sheet.topic.slug: fit for sheet, fit in fits if fit.over}
        self.told.setText(_told(page_count(proof.pdf), len(sheets), proof, len(over)))
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
        self.boxes.append(box)
        self._add(box)

    def _say(self, text: str) -> None:
        label = PlainLabel(text)
        label.setWordWrap(True)
        self._add(label)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._said.append(widget)


def _left_out(proof: Proof) -> dict[Slug, tuple[str, ...]]:
    """What is left out of each topic by the reader's wish."""
    if proof.request.binder:
        return {item.slug: item.omit for item in proof.request.binder.items}
    return dict.fromkeys(proof.request.slugs, proof.request.selection.omit)


def _fitting(name: str, fit: Fit | None) -> str:
    """How a sheet fits its sides; the only one has no name."""
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
