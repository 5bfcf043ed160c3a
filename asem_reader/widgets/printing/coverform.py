# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A form for the cover of a pack, and what it has beside its sheets."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from asem_reader.core.language import N_, _
from asem_reader.core.printing.binder import Binder
from asem_reader.core.printing.pack import Cover, Outfit

_FIELDS = {
    "title": (N_("Tit&le"), N_("As the binder is called")),
    "occasion": (N_("&Occasion"), N_("Such as: Senior Officials’ Meeting")),
    "place": (N_("Plac&e"), N_("Such as: Brussels")),
    "date": (N_("&Date"), N_("Such as: 2026-12-03, or 3–4 December 2026")),
    "prepared_for": (N_("P&repared for"), N_("Such as: Head of delegation")),
}
_OUTFIT = {
    "contents": N_("Co&ntents with page numbers"),
    "terms": N_("Acrony&ms spelled out at the end"),
    "joined": N_("One list of so&urces for all"),
    "meetings": N_("Wit&h pages of the meetings named"),
    "partners": N_("&With pages of the partners named"),
}


class CoverForm(QWidget):
    """Asks for cover and outfit.

    Signals:
        typed: a text is another; it is not done yet.
        done: a text or a tick is as it shall be.
    """

    typed = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {name: QLineEdit() for name in _FIELDS}
        self.boxes = {name: QCheckBox(_(text)) for name, text in _OUTFIT.items()}
        self._build()
        self._join()

    @property
    def cover(self) -> Cover:
        """The cover as it is written."""
        return Cover(**{name: field.text() for name, field in self.fields.items()})

    @property
    def outfit(self) -> Outfit:
        """The parts that are ticked."""
        return Outfit(**{name: box.isChecked() for name, box in self.boxes.items()})

    def show_binder(self, binder: Binder) -> None:
        """Show what a binder says, and leave the cursor where it is."""
        self.fields["title"].setPlaceholderText(binder.name)
        for name, field in self.fields.items():
            text = getattr(binder.cover, name)
            if field.text() != text:
                with QSignalBlocker(field):
                    field.setText(text)
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(getattr(binder.outfit, name))

    def _build(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        rows.setVerticalSpacing(6)
        for name, (label, example) in _FIELDS.items():
            self.fields[name].setPlaceholderText(_(example))
            rows.addRow(_(label), self.fields[name])
        for box in self.boxes.values():
            rows.addRow(box)

    def _join(self) -> None:
        for field in self.fields.values():
            field.textEdited.connect(self.typed)
            field.editingFinished.connect(self.done)
        for box in self.boxes.values():
            box.toggled.connect(self.done)
