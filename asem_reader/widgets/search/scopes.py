# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Ways to narrow a search, as small buttons that wrap."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from asem_reader.core.language import _, ngettext
from asem_reader.core.search.hit import Scope
from asem_reader.viewmodels.search.rows import noted
from asem_reader.viewmodels.tooltip import tooltip
from asem_reader.widgets.controls.label import unkeyed

_LINES = 2  # until more are asked for
_GAP, _SIDE, _BELOW = 5, 12, 6


class ScopeBar(QWidget):
    """Bar of filters as buttons: those that stand in the query are down, with a cross, and come first."""

    toggled = Signal(str)  # that filter is to be put into the query, or taken out

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self._filters: list[str] = []
        self._labels = dict([noted()])
        self.more = QPushButton(_("More…"), self)
        self._unfolded = False
        self._build()

    @property
    def around(self) -> tuple[QWidget, QWidget]:
        """The first button that the Tab key reaches, and the last."""
        return self._buttons[0], self.more

    @property
    def filters(self) -> tuple[str, ...]:
        """The filters for which there is a button."""
        return tuple(self._filters)

    def button(self, narrow: str) -> QPushButton:
        """The button of a filter.

        Raises:
            ValueError: there is none.
        """
        return self._buttons[self._filters.index(narrow)]

    def show_scopes(self, scopes: Iterable[Scope], active: tuple[str, ...]) -> None:
        """Offer these ways; `active` are the filters that stand in the query."""
        held = next((f for f, b in zip(self._filters, self._buttons, strict=False) if b.hasFocus()), None)
        offered = [scope for scope in _in_turn(scopes) if scope.filter not in active]
        self._labels |= {scope.filter: scope.label for scope in offered}
        topics = {scope.filter: scope.topics for scope in offered}
        self._filters = [*active, *topics]
        for number, narrow in enumerate(self._filters):
            self._fill(number, self._labels.get(narrow, narrow), topics.get(narrow))
        self._unfolded = self._unfolded and bool(offered)
        self._arrange()
        if held and self._filters:
            self.button(held if held in self._filters else self._filters[0]).setFocus()
        self.setVisible(bool(self._filters))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _build(self) -> None:
        self.setAccessibleName(_("Narrow the search"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.more.setObjectName("scope")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setAccessibleName(_("More ways to narrow the search"))
        self.more.clicked.connect(self._unfold)
        self._buttons.append(self._made(0))
        self.hide()

    def _unfold(self) -> None:
        first_new = next((b for b in self._buttons if b.isHidden()), None)
        self._unfolded = True
        self._arrange()
        if first_new:
            first_new.setFocus()

    def _fill(self, number: int, label: str, topics: int | None) -> None:
        """Make a button say its filter; one with no number of topics is down."""
        if number == len(self._buttons):
            self._buttons.append(self._made(number))
        button = self._buttons[number]
        down = topics is None
        name = _("{label}, in force; press to take it out")
        if topics is not None:
            name = ngettext("Only {label}, {count} topic", "Only {label}, {count} topics", topics)
        name = name.format(label=label, count=topics)
        button.setChecked(down)
        if button.accessibleName() == name:
            return
        button.setText(unkeyed(f"{label} ×" if down else f"{label} {topics}"))
        button.setAccessibleName(name)
        button.setToolTip(tooltip(f"{name} ({self._filters[number]})"))
        written = _("Written as {filter}").format(filter=self._filters[number])
        button.setAccessibleDescription(written)  # or the tip would be said, with its tags

    def _made(self, number: int) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("scope")
        button.setAccessibleName(_("Narrow the search"))
        button.setCheckable(True)
        button.clicked.connect(lambda: self.toggled.emit(self._filters[number]))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys in the search field
        if self._buttons:
            self.setTabOrder(self._buttons[-1], button)
        self.setTabOrder(button, self.more)
        return button

    def _arrange(self) -> None:
        """Set the buttons in lines; what does not fit into the first two waits behind "More"."""
        used = self._buttons[: len(self._filters)]
        for button in self._buttons[len(used) :]:
            button.hide()
        room, line_height = self.width() - 2 * _SIDE, self.more.sizeHint().height() + _GAP
        more = self.more.sizeHint().width()
        x = line = 0
        waiting = False
        for number, button in enumerate(used):
            width = button.sizeHint().width()
            last = not self._unfolded and line == _LINES - 1
            keep = more + _GAP if last and (waiting or number + 1 < len(used)) else 0
            if x and x + width + keep > room:
                if last or (not self._unfolded and width + _GAP + more > room):
                    waiting = True
                    button.hide()
                    continue
                x, line = 0, line + 1
            button.setGeometry(_SIDE + x, line * line_height, min(width, room), line_height - _GAP)
            button.show()
            x += min(width, room) + _GAP
        self.more.setVisible(waiting)
        self.more.setGeometry(_SIDE + x, line * line_height, more, line_height - _GAP)
        self.setFixedHeight((line + 1) * line_height - _GAP + _BELOW)


def _in_turn(scopes: Iterable[Scope]) -> list[Scope]:
    """The fullest of each kind first, then the second of each: a few then show all kinds there are.

    Two ways of one name, such as a kind and the branch of the tree that holds it, are one to the reader.
    """
    named: dict[str, Scope] = {}
    for scope in scopes:
        named.setdefault(scope.label, scope)
    turns: Counter[str] = Counter()

    def turn(scope: Scope) -> int:
        kind = scope.filter.partition(":")[0]
        turns[kind] += 1
        return turns[kind]

    return sorted(named.values(), key=turn)
