# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The chooser of what is ranked: the whole, a half, a pillar or an indicator."""

from PySide6.QtWidgets import QComboBox, QWidget

from asem_reader.core.indicators.dataset import HALVES, INDEX, Dataset
from asem_reader.core.language import _
from asem_reader.widgets.controls.choicebox import ChoiceBox


class TopicChooser(ChoiceBox):
    """All that has scores, each as far to the right as it is deep; the data of an entry are its code."""

    def __init__(self, data: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem(data.names[INDEX], INDEX)
        for half in HALVES:
            self.addItem(f"{'':4}{data.names[half]}", half)
            for pillar in data.pillars:
                if pillar.half == half:
                    self.addItem(f"{'':8}{pillar.name}", pillar.code)
                    for one in data.within(pillar.code):
                        self.addItem(f"{'':12}{one.name}", one.code)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.setMaxVisibleItems(24)
        self.setAccessibleName(_("Rank by"))

    def show_topic(self, code: str) -> None:
        """Have a code be the one that is chosen."""
        self.setCurrentIndex(self.findData(code))
