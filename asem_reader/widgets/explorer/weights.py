# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sliders for the weights of halves and pillars."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QSlider, QVBoxLayout, QWidget

from asem_reader.core.indicators.dataset import HALVES
from asem_reader.core.language import N_, _
from asem_reader.viewmodels.explorer.explorer import Explorer
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.label import PlainLabel

_ONE, _STEP, _MOST = 100, 25, 300  # a weight in hundredths, as it is heard
_WIDEST = "0.75"
_GROUPS = (N_("Pillars of connectivity"), N_("Pillars of sustainability"))  # of each half
_OTHERS = N_("Weights of halves change the whole alone, weights of pillars what these are part of.")


class WeightSlider(QSlider):
    """A slider from 0 to 3 in quarters; it is heard in hundredths, for a slider's value is a whole number."""

    weighed = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, _MOST)
        self.setSingleStep(_STEP)
        self.setPageStep(_ONE)
        self.setTickInterval(_ONE)
        self.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.setValue(_ONE)
        self.setAccessibleName(_("Weight of {name}, in hundredths").format(name=name))
        self.setAccessibleDescription(_("Arrows change it by 25; Home sets it to 100 again."))
        self.valueChanged.connect(self._step)

    def show_weight(self, weight: float) -> None:
        """Stand at a weight; one that is too large for the slider stands at its end."""
        with QSignalBlocker(self):
            self.setValue(round(weight * _ONE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Home and Delete set the weight to 1."""
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_Delete):
            self.setValue(_ONE)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: leave the wheel to the pane, which scrolls."""
        event.ignore()

    def _step(self, value: int) -> None:
        """Tell a weight in whole steps, wherever the mouse has drawn the slider."""
        step = round(value / _STEP) * _STEP
        if step != value:
            with QSignalBlocker(self):
                self.setValue(step)
        self.weighed.emit(step / _ONE)


class Weights(QScrollArea):
    """The weights of the two halves and of the pillars of each, and a button that makes them equal."""

    weighed = Signal(str, float)  # the code of a half or a pillar, and its weight
    levelled = Signal()  # all weights were asked to be 1

    def __init__(self, explorer: Explorer, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self._explorer = explorer
        self._sliders: dict[str, WeightSlider] = {}
        self._values: dict[str, PlainLabel] = {}
        self._inside = QWidget()
        self._rows = QGridLayout()
        self._level = QPushButton(_("All weights &equal"), autoDefault=False)
        self._hint = PlainLabel(_(_OTHERS))
        self._build()

    def minimumSizeHint(self) -> QSize:
        """Qt: as wide as the names of all pillars, beside the bar that scrolls."""
        wide = self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, super().minimumSizeHint().height())

    def show_view(self) -> None:
        """Show the weights of now, and which of them change what is ranked."""
        for code, slider in self._sliders.items():
            weight = self._explorer.scheme.weight(code)
            slider.show_weight(weight)
            slider.setEnabled(self._explorer.bears(code))
            self._values[code].setText(f"{round(weight, 2):g}")
        self._level.setEnabled(bool(self._explorer.scheme.weights))

    def _build(self) -> None:
        names = self._explorer.dataset.names
        self._rows.setVerticalSpacing(1)
        # As wide for any step: else all sliders, and the panes beside them, move under the mouse.
        self._rows.setColumnMinimumWidth(1, self.fontMetrics().horizontalAdvance(_WIDEST))
        self._head(_("The two halves"))
        for half in HALVES:
            self._add(half, names[half])
        for half, title in zip(HALVES, _GROUPS, strict=True):
            self._head(_(title))
            for pillar in self._explorer.dataset.pillars:
                if pillar.half == half:
                    self._add(pillar.code, pillar.name)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._level.clicked.connect(self.levelled)
        filled(QVBoxLayout(self._inside), self._rows, self._level, self._hint, None, margins=(10, 6, 10, 6))
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _head(self, title: str) -> None:
        head = PlainLabel(title)
        head.setObjectName("heading")
        head.setContentsMargins(0, 8, 0, 2)
        self._rows.addWidget(head, self._rows.rowCount(), 0, 1, 2)

    def _add(self, code: str, name: str) -> None:
        slider, value, row = WeightSlider(name), PlainLabel("1"), self._rows.rowCount()
        label = PlainLabel(name)
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._rows.addWidget(label, row, 0)
        self._rows.addWidget(value, row, 1)
        self._rows.addWidget(slider, row + 1, 0, 1, 2)
        self._sliders[code], self._values[code] = slider, value
        slider.weighed.connect(lambda weight: self.weighed.emit(code, weight))
