# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Form for the options of a sheet: for whom, on which paper, under which marking, with what in the margin."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QSpinBox, QWidget

from asem_reader.core.language import N_, _
from asem_reader.core.printing.binder import Layout
from asem_reader.core.printing.form import Form, Paper, Profile
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.choicebox import ChoiceBox
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.linefield import LineField

_PROFILES = {
    Profile.STANDARD: N_("Standard, two sides"),
    Profile.LARGE: N_("Large type, 14 point"),
    Profile.CARD: N_("Speaking card, A5"),
    Profile.ARTICLE: N_("Full article"),
}
_PAPERS = {Paper.A4: N_("A4"), Paper.LETTER: N_("US Letter")}
_LABEL = N_("A marking is a label; this program is not accredited for classified information.")
_STILL_RIGHT = N_("Your notes are printed now. Is the marking still right?")
_MOST_COPIES = 99


class SheetOptions(QWidget):
    """Form that says how sheets are laid out; paper and marking are those of last time.

    Signals:
        changed: one is another.
        done: one that goes with a pack is as it shall be.
    """

    changed = Signal()
    done = Signal()

    def __init__(self, settings: Settings, *, for_whom: bool = True) -> None:
        """Take what is remembered, and whether to ask whom it is for: a pack says so on its cover."""
        super().__init__()
        self.settings = settings
        self._for_whom = for_whom
        self.profile = ChoiceBox()
        self.paper = ChoiceBox()
        self.marking = LineField(settings.marking, placeholderText=_("None"))
        self.handling = LineField(placeholderText=_("Such as: Destroy after the meeting"))
        self.addressee = LineField(placeholderText=_("Such as: Head of delegation"))
        self.notes = QCheckBox(_("With my &notes"))
        self.codes = QCheckBox(_("C&odes of paragraphs in the margin"))
        self.margin = QCheckBox(_("&Wide margin for notes by hand"))
        self.our_line = QCheckBox(_("“Our line”, with &lines to write on"))
        self.numbered = QCheckBox(_("N&umber the copies"))
        self.copies = QSpinBox(minimum=1, maximum=_MOST_COPIES, value=2, suffix=_(" copies"))
        self.still_right = PlainLabel(_(_STILL_RIGHT))
        self._boxes = {
            "notes": self.notes,
            "codes": self.codes,
            "margin": self.margin,
            "our_line": self.our_line,
        }
        self._build()
        self._join()
        self._follow()

    @property
    def form(self) -> Form:
        """The layout that the options say; of numbered copies it is the first."""
        layout, numbered = self.arrangement, self.numbered.isChecked()
        return Form(
            list(_PAPERS)[self.paper.currentIndex()],
            self.marking.text(),
            layout.profile,
            layout.handling,
            layout.codes,
            layout.margin and self.margin.isEnabled(),
            int(numbered),
            self.copies.value() if numbered else 0,
        )

    @property
    def arrangement(self) -> Layout:
        """The options that go with a pack."""
        ticked = {name: box.isChecked() for name, box in self._boxes.items()}
        return Layout(list(_PROFILES)[self.profile.currentIndex()], self.handling.text(), **ticked)

    def show_arrangement(self, layout: Layout) -> None:
        """Show what a pack says, and leave the cursor where it is."""
        if layout != self.arrangement:
            with QSignalBlocker(self):
                self.profile.setCurrentIndex(list(_PROFILES).index(layout.profile))
                self.handling.setText(layout.handling)
                for name, box in self._boxes.items():
                    box.setChecked(getattr(layout, name))

    def keep(self) -> None:
        """Remember paper and marking."""
        self.settings.keep_paper(self.form.paper, self.marking.text())

    def _build(self) -> None:
        self.profile.addItems([*map(_, _PROFILES.values())])
        self.paper.addItems([*map(_, _PAPERS.values())])
        self.paper.setCurrentIndex(list(_PAPERS).index(self.settings.paper))
        self.marking.add_clear_button()
        self.marking.setToolTip(_(_LABEL))
        self.marking.setAccessibleDescription(_(_LABEL))
        self.copies.setAccessibleName(_("How many numbered copies"))
        hint = PlainLabel(_(_LABEL))
        for label, kind in ((hint, "hint"), (self.still_right, "ask")):
            label.setObjectName(kind)
            label.setWordWrap(True)
        rows = QFormLayout(self, rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapAllRows, verticalSpacing=6)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow(_("Prof&ile"), self.profile)
        rows.addRow(_("Pap&er"), self.paper)
        rows.addRow(_("&Marking"), self.marking)
        rows.addRow(self.still_right)
        rows.addRow(hint)
        rows.addRow(_("&Handling"), self.handling)
        if self._for_whom:
            rows.addRow(_("Prepare&d for"), self.addressee)
        for part in (*self._boxes.values(), self.numbered, self.copies):
            rows.addRow(part)
        self.still_right.hide()

    def _join(self) -> None:
        for choice in (self.profile, self.paper):
            choice.currentIndexChanged.connect(self._follow)
        for field in (self.marking, self.handling, self.addressee):
            field.textChanged.connect(self._follow)
        for box in (*self._boxes.values(), self.numbered):
            box.toggled.connect(self._follow)
        self.copies.valueChanged.connect(self._follow)
        # Asked when notes come along, until the marking was thought of.
        self.notes.toggled.connect(self.still_right.setVisible)
        self.marking.textEdited.connect(self.still_right.hide)
        self.profile.currentTextChanged.connect(self.done)
        self.handling.editingFinished.connect(self.done)
        for box in self._boxes.values():
            box.toggled.connect(self.done)

    def _follow(self) -> None:
        """Show what goes with what: a card has no margin to write in, and a paper of its own."""
        card = self.arrangement.profile is Profile.CARD
        self.margin.setDisabled(card)
        self.paper.setDisabled(card)
        for row, name in enumerate(_PAPERS.values()):
            self.paper.setItemText(row, _("A5") if card else _(name))
        self.copies.setVisible(self.numbered.isChecked())
        self.changed.emit()
