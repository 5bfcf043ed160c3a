# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Picker of topics for a pack: ticked in the tree, or taken from what one reads, found or marked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.language import N_, _
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder
from asem_reader.viewmodels.printing.binders import BinderItemsModel
from asem_reader.viewmodels.printing.ticking import TickingModel
from asem_reader.widgets.controls.announce import say
from asem_reader.widgets.controls.boxedges import TickedNames, toggle
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.emptystate import WithEmptyState
from asem_reader.widgets.controls.label import PlainLabel, unkeyed
from asem_reader.widgets.controls.linefield import LineField

_NONE = N_("No topics yet. Tick some in the tree, or add what you read, found or marked.")

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class TopicSource:
    """A source of topics beside the tree; asked each time."""

    open_topic: Callable[[], tuple[Slug, ...]]  # a list of one or none
    found: Callable[[], tuple[Slug, ...]]  # by the search, best first
    folders: Callable[[], dict[str, tuple[Slug, ...]]]  # of marks, with what these are on; "" for all marks


class TopicPicker(QWidget):
    """The tree above, the order below; whoever keeps the binder does what is asked for.

    Signals:
        added (tuple[Slug, ...]): these shall be in the pack.
        dropped (tuple[Slug, ...]): these shall not.
        parts_wanted (Slug): it shall be asked what of this is in the pack.
    """

    added = Signal(object)
    dropped = Signal(object)
    parts_wanted = Signal(str)

    def __init__(self, ticking: TickingModel, items: BinderItemsModel, source: TopicSource) -> None:
        super().__init__()
        self._ticking = ticking
        self.items = items
        self._source = source
        self.filter = LineField(placeholderText=_("Find a topic"))
        self.tree = QTreeView(headerHidden=True, indentation=16)
        self.order = _OrderView(items)
        self.add = QPushButton(_("A&dd"))
        self.parts = QPushButton(_("Pa&rts…"))
        self._menu = QMenu(self)
        self._build()
        self._join()

    def show_binder(self, binder: Binder) -> None:
        """Show which topics are in a binder, in which order."""
        self._ticking.show_chosen(binder.slugs)
        current = self.order.current
        self.items.show_binder(binder)
        if binder.slugs:  # the parts are those of the current one: there is always one
            self.order.show_topic(current if current in binder.slugs else binder.slugs[0])
        self.parts.setEnabled(bool(binder.items))

    def show_topic(self, slug: Slug) -> None:
        """Open the tree where a topic stands."""
        index = self._ticking.index_of(slug)
        if index.isValid():
            self.tree.scrollTo(index)
            self.tree.setCurrentIndex(index)

    def fill_menu(self) -> None:
        """Offer what there is to be added just now."""
        self._menu.clear()
        self._offer(_("&Topic that lies open"), self._source.open_topic())
        found = self._source.found()
        self._offer(_("All that the &search found ({count})").format(count=len(found)), found)
        self._menu.addSeparator()
        for folder, slugs in self._source.folders().items():
            which = _("Marks in “{folder}”").format(folder=unkeyed(folder)) if folder else _("All &marks")
            self._offer(f"{which} ({len(slugs)})", slugs)

    def _offer(self, text: str, slugs: tuple[Slug, ...]) -> None:
        action = self._menu.addAction(text)
        action.setEnabled(bool(slugs))
        action.triggered.connect(lambda: self.added.emit(slugs))

    def _build(self) -> None:
        self.filter.add_clear_button()
        for part in (self.filter, self.tree):
            part.installEventFilter(self)
        self.filter.setAccessibleName(_("Find a topic"))
        self.add.setMenu(self._menu)
        self.tree.setModel(self._ticking)
        self.tree.setAccessibleName(_("Topics to tick"))
        self.tree.setMinimumHeight(120)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        TickedNames(self.tree)
        self.tree.expand(self._ticking.index(0, 0))
        heading = PlainLabel(_("&In this order"))
        heading.setBuddy(self.order)
        heading.setObjectName("heading")
        self.parts.setToolTip(_("Choose sections and paragraphs of the topic"))
        top = filled(QHBoxLayout(), heading, self.parts, grows=heading)
        below, order = QWidget(), WithEmptyState(self.order, _(_NONE))
        filled(QVBoxLayout(below), top, order, grows=order, margins=(0, 4, 0, 0))
        split = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        split.addWidget(self.tree)
        split.addWidget(below)
        split.setSizes([320, 240])
        row = filled(QHBoxLayout(), self.filter, self.add, grows=self.filter)
        filled(QVBoxLayout(self), row, split, grows=split, margins=(0, 8, 0, 0))

    def _join(self) -> None:
        self._menu.aboutToShow.connect(self.fill_menu)
        self.filter.textChanged.connect(self._narrow)
        self._ticking.ticked.connect(self._tick)
        self.order.dropped.connect(self.dropped)
        self.order.doubleClicked.connect(self._ask_parts)
        self.parts.clicked.connect(self._ask_parts)

    def _narrow(self, text: str) -> None:
        self._ticking.narrow(text)
        if text.strip():
            self._unfold(QModelIndex())
            self.tree.setCurrentIndex(self._ticking.found())

    def _unfold(self, above: QModelIndex) -> None:
        """Unfold all that holds something; of a leaf it would be heard that it is unfolded."""
        for row in range(self._ticking.rowCount(above)):
            index = self._ticking.index(row, 0, above)
            if self._ticking.hasChildren(index):
                self.tree.expand(index)
                self._unfold(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: tick with Enter what was found or is current; go from the field to the tree with Down."""
        key = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        in_field = watched is self.filter
        if key in _ENTER and not (in_field and not self.filter.text().strip()):
            toggle(self._ticking, self.tree.currentIndex())
            self.filter.selectAll()  # for the next name
            return True
        if in_field and key in (Qt.Key.Key_Down, *_ENTER):
            self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _ask_parts(self) -> None:
        if self.order.current:
            self.parts_wanted.emit(self.order.current)

    def _tick(self, slugs: tuple[Slug, ...], wished: bool) -> None:
        (self.added if wished else self.dropped).emit(slugs)
        say(self.tree, str(self.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))


class _OrderView(QListView):
    """List of the topics in their order: dragged, moved by keys, taken out."""

    shifted = Signal(str, int)  # a topic, by so many places
    dropped = Signal(object)  # tuple[Slug, ...]

    def __init__(self, model: BinderItemsModel) -> None:
        super().__init__()
        self._items = model
        self.setModel(model)
        self.setAccessibleName(_("Topics of the pack, in order"))
        self.setToolTip(_("Drag, or Alt+Up and Alt+Down, for another order; Delete takes a topic out"))
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(110)

    @property
    def current(self) -> Slug | None:
        """The topic of the current row."""
        return self._items.slug_at(self.currentIndex())

    def show_topic(self, slug: Slug) -> None:
        """Make a topic the current row."""
        index = self._items.index_of(slug)
        if index.isValid():
            self.setCurrentIndex(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row, so that a screen reader has something to say."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._items.index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current topic with Alt+Up and Alt+Down, and take the selected out with Delete."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key, selected = Qt.Key(event.key()), sorted(self.selectedIndexes())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps and self.current:
            self.shifted.emit(self.current, steps[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and selected:
            self.dropped.emit(tuple(map(self._items.slug_at, selected)))
        else:
            super().keyPressEvent(event)
