# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The choices of method: scaling, mean, and what stands in for missing figures."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.indicators.scheme import Mean, Missing, Scale, Scheme
from asem_reader.core.language import N_, _
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.label import PlainLabel

_Choice = Scale | Mean | Missing
_Option = tuple[_Choice, str, str]
_CHOICES: tuple[tuple[str, tuple[_Option, ...]], ...] = (
    (
        N_("Figures of different units"),
        (
            (Scale.MINMAX, N_("&Range"), N_("The worst partner has 0, the best 100. This is the JRC’s way.")),
            (
                Scale.ZSCORE,
                N_("&Z-scores"),
                N_("The mean of all partners is 50, and a standard deviation is 10."),
            ),
            (
                Scale.RANK,
                N_("&Places"),
                N_("Only the order counts: the last has 0, the first 100, however far they are apart."),
            ),
        ),
    ),
    (
        N_("Pillars in a half"),
        (
            (
                Mean.ARITHMETIC,
                N_("&Arithmetic mean"),
                N_("A strong pillar makes up for a weak one. This is the JRC’s way."),
            ),
            (Mean.GEOMETRIC, N_("&Geometric mean"), N_("A weak pillar is made up for less.")),
        ),
    ),
    (
        N_("Figures that are missing"),
        (
            (
                Missing.GROUP_MEAN,
                N_("&Mean of the group"),
                N_("The mean of Asia or of Europe stands in. This is the JRC’s way."),
            ),
            (
                Missing.MEDIAN,
                N_("Me&dian of the group"),
                N_("The median stands in, which a single outlier moves less."),
            ),
        ),
    ),
)
_WIDTH = 440


class MethodDialog(QDialog):
    """Dialog of the method; each choice applies at once."""

    chosen = Signal(object)  # Scheme

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = Scheme()
        self._buttons: dict[_Choice, QRadioButton] = {}
        self._build()

    def show_scheme(self, name: str, scheme: Scheme) -> None:
        """Show what is ranked, and what is chosen now."""
        self.setWindowTitle(_("Method: {name}").format(name=name))
        self._scheme = scheme
        for choice in (scheme.scale, scheme.mean, scheme.missing):
            self._buttons[choice].setChecked(True)

    def _choose(self, choice: _Choice) -> None:
        match choice:
            case Scale():
                self.chosen.emit(replace(self._scheme, scale=choice))
            case Mean():
                self.chosen.emit(replace(self._scheme, mean=choice))
            case Missing():
                self.chosen.emit(replace(self._scheme, missing=choice))

    def _build(self) -> None:
        rows = QVBoxLayout()
        for title, options in _CHOICES:
            head = PlainLabel(_(title))
            head.setObjectName("heading")
            rows.addWidget(head)
            group = QButtonGroup(self)
            for choice, text, sentence in options:
                rows.addLayout(self._option(group, choice, _(text), _(sentence)))
                said = _("{head}: {cell}").format(head=_(title), cell=_(sentence))
                self._buttons[choice].setAccessibleDescription(said)
            rows.addSpacing(8)
        inside = QWidget()
        inside.setLayout(rows)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(inside.minimumSizeHint().width() + bar)
        close = QPushButton(_("&Close"), autoDefault=False)
        close.clicked.connect(self.accept)
        filled(QVBoxLayout(self), scroll, filled(QHBoxLayout(), None, close), grows=scroll)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(rows.heightForWidth(_WIDTH) + 90, room.height()))

    def _option(self, group: QButtonGroup, choice: _Choice, text: str, sentence: str) -> QVBoxLayout:
        """A choice with its sentence under it."""
        button = self._buttons[choice] = QRadioButton(text)
        button.clicked.connect(lambda: self._choose(choice))
        group.addButton(button)
        told = PlainLabel(sentence)
        told.setObjectName("hint")
        told.setWordWrap(True)
        told.setContentsMargins(24, 0, 0, 4)
        return filled(QVBoxLayout(), button, told)
