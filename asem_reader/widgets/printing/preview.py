# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Print preview of one sheet: its options, and what of its topic is printed."""

from PySide6.QtWidgets import QWidget

from asem_reader.core.content import Topic
from asem_reader.core.language import N_, _
from asem_reader.core.printing.request import PrintRequest
from asem_reader.core.printing.selection import Selection
from asem_reader.viewmodels.printing.compositor import Compositor
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.printing.parttree import PartTree
from asem_reader.widgets.printing.printwindow import PrintWindow
from asem_reader.widgets.printing.sheetoptions import SheetOptions

_NOTHING = N_("Nothing is ticked. Tick a heading or a paragraph on the left, and its page stands here.")


class PreviewWindow(PrintWindow):
    """Print preview: shows a topic as it will come out, and prints it or saves it."""

    def __init__(
        self, compositor: Compositor, topic: Topic, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(compositor, SheetOptions(settings), _(_NOTHING), parent)
        self._topic = topic
        self.parts = PartTree(compositor.portions(topic.slug))
        self._omit: tuple[str, ...] = ()
        self.setWindowTitle(_("Print: {title}").format(title=topic.title))
        self.panel.addWidget(self.options)
        self.panel.addWidget(self.parts, 1)
        self.proof_view.pages.setFocus()
        self.options.changed.connect(self._ask)
        self.parts.changed.connect(self._ask)
        self.fit.omitted.connect(self._omit_part)
        self.proofs.ask(self.request, soon=False)

    @property
    def request(self) -> PrintRequest:
        """The print request."""
        return PrintRequest(
            (self._topic.slug,),
            self.options.form,
            self.options.addressee.text(),
            self.options.notes.isChecked(),
            Selection(self.parts.chosen, self._omit),
        )

    def _ask(self) -> None:
        self.ask(None if self.parts.nothing else self.request)

    def _omit_part(self, _slug: str, name: str, wished: bool) -> None:
        others = tuple(other for other in self._omit if other != name)
        self._omit = (*others, name) if wished else others
        self._ask()
