# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the reader does to the page with a pen: highlight, write on it, put a bookmark to a paragraph."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from asem_reader.core.marks.mark import Colour, Mark
from asem_reader.core.marks.notemarkup import in_line
from asem_reader.core.page import Page
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.target import Target
from asem_reader.widgets.controls.announce import say
from asem_reader.widgets.controls.label import unkeyed
from asem_reader.widgets.frame.context import SAID, Context
from asem_reader.widgets.frame.panes import Panes
from asem_reader.widgets.marks.selectionbar import SelectionBar
from asem_reader.widgets.reading.marker import paint_chip
from asem_reader.widgets.reading.marktext import COLOURS, called, quoted

_CHIP = 16
_AT_SELECTION = ("copy",)
_AT_PARAGRAPH = ("", "highlight", *(f"highlight_{colour}" for colour in Colour), "", "note", "bookmark_block")


class MarkCommands:
    """Does what commands, the mouse and the list of notes ask for, on one window."""

    def __init__(self, window: QMainWindow, panes: Panes, context: Context) -> None:
        self._window = window
        self._panes = panes
        self._context = context
        self._marking = Marking(context.marks)
        names = (*(f"highlight_{colour}" for colour in Colour), "note", "copy")
        self.bar = SelectionBar([panes.actions[name] for name in names], panes.reader)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What each command that marks the page does, by its name."""
        lit: dict[str, Callable[[], object]] = {
            f"highlight_{colour}": partial(self.highlight, colour) for colour in Colour
        }
        return lit | {
            "copy": self.copy,
            "bookmark_block": self.toggle_bookmark,
            "highlight": self.highlight,
            "note": self.write_note,
            "note_topic": self.write_on_topic,
        }

    def join(self) -> None:
        """Answer what comes from the page and from the list beside it."""
        mouse, notes = self._panes.reader.mouse, self._panes.sidebar.notes
        mouse.selected.connect(self.bar.show_selected)
        mouse.asked.connect(self.offer)
        mouse.picked.connect(self.open)
        notes.chosen.connect(self.go_to)
        notes.edited.connect(self.edit)
        notes.removed.connect(self.remove)

    def dress(self, colours: Theme) -> None:
        """Show each colour as it is on the page."""
        for colour in Colour:
            self._panes.actions[f"highlight_{colour}"].setIcon(_chip(colour, colours, self._window))

    # On the page.

    def highlight(self, colour: Colour | None = None) -> None:
        """Highlight what is selected, or the paragraph; on the title or above, the topic.

        Without a colour, in the last one, or no longer.
        """
        reader = self._panes.reader
        targets = [target for target in reader.targets if target.block or reader.paragraph.is_at_title]
        if not targets:
            self._say("Nothing to highlight here. Go to a paragraph or the title, or select words.")
            return
        lit = [mark for target in targets for mark in self._marking.highlights_on(target)[-1:]]
        wanted = (
            colour or (lit[0].colour if len(lit) == len(targets) else None) or self._context.settings.colour
        )
        off = len(lit) == len(targets) and (colour is None or all(mark.colour is colour for mark in lit))
        reader.drop_selection()
        if off and self._context.marks.remove(*lit):
            self._say("No highlight any more; Ctrl+Z brings it back.")
        elif not off and self._marking.highlight_all(targets, wanted):
            self._context.settings.use_colour(wanted)
            what = "Highlighted" if targets[0].block else "Topic highlighted"
            self._say(f"{what} in {COLOURS[wanted]}.")

    def toggle_bookmark(self) -> None:
        """Set or take away the bookmark on what is selected, or on the paragraph; above all, the topic's."""
        page = self._page
        if page:
            target = next(iter(self._panes.reader.targets), Target(page.article))
            self._panes.reader.drop_selection()
            self._marking.toggle_bookmark(target)
            there = self._context.marks.bookmark_on(page.place.slug, target.block, target.words, target.nth)
            what = "Words" if target.words else "Paragraph" if target.block else "Topic"
            self._say(f"{what} bookmarked." if there else "No bookmark here; Ctrl+Z brings one back.")

    def write_note(self) -> None:
        """Write on what is selected, or on the paragraph; in the list of notes, on the one chosen."""
        page, notes = self._page, self._panes.sidebar.notes
        if page and notes.hasFocus() and notes.current_mark:
            self.edit(notes.current_mark)
        elif page:
            targets = self._panes.reader.targets
            self._panes.reader.drop_selection()
            self._panes.editor.write_on(targets[0] if targets else Target(page.article))

    def write_on_topic(self) -> None:
        """Write on the topic as a whole, at its title."""
        if self._page:
            self._panes.reader.go_to("")
            self._panes.editor.write_on(Target(self._page.article))

    def copy(self) -> None:
        """Copy what is selected where the keys are, else on the page."""
        focused = QApplication.focusWidget()
        copy = getattr(focused, "copy", None) or self._panes.reader.copy
        copy()

    def offer(self, point: QPoint) -> None:
        """Offer what can be done with what is selected, or with the paragraph."""
        selected = self._panes.reader.textCursor().hasSelection()
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in (*(_AT_SELECTION if selected else ()), *_AT_PARAGRAPH, "copy_address"):
            if name:
                menu.addAction(self._panes.actions[name])
            elif menu.actions():
                menu.addSeparator()
        menu.popup(point)

    def open(self, marks: tuple[Mark, ...]) -> None:
        """Open what a sign in the margin stands for: the note, one of several, or the paragraph's menu."""
        written = [mark for mark in marks if mark.body.strip()]
        point = self._panes.reader.cursor().pos()
        if not written:
            self.offer(point)
        elif len(written) == 1:
            self.edit(written[0])
        else:
            menu = QMenu(self._window)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for mark in written:
                text = f"{called(mark)} {quoted(in_line(mark.body))}"
                menu.addAction(unkeyed(text)).triggered.connect(partial(self.edit, mark))
            menu.popup(point)

    # In the list beside the page.

    def go_to(self, mark: Mark) -> None:
        """Go to a mark's paragraph, which keeps the keys in the list."""
        self._context.desk.go(mark.place)

    def edit(self, mark: Mark, _checked: bool = False) -> None:
        """Write on a mark, at its paragraph."""
        page, reader = self._page, self._panes.reader
        if page is None or reader.map is None or mark.slug != page.place.slug:
            return
        stop = reader.map.named(mark.block) if mark.block else next(iter(reader.map.stops), None)
        if stop:
            reader.paragraph.go(stop)
        known = mark.block in page.article.blocks
        target = Target(page.article, mark.block, mark.words, mark.nth) if known else Target(page.article)
        self._panes.editor.edit(target, mark)

    def remove(self, mark: Mark) -> None:
        """Take a mark away."""
        if self._context.marks.remove(mark):
            self._say("Removed; Ctrl+Z brings it back.")

    @property
    def _page(self) -> Page | None:
        return self._context.desk.page

    def _say(self, remark: str) -> None:
        self._window.statusBar().showMessage(remark, SAID)
        say(self._panes.reader, remark)


def _chip(colour: Colour, colours: Theme, window: QMainWindow) -> QIcon:
    """A colour as an icon, as sharp as the window's screen."""
    scale = window.devicePixelRatioF()
    picture = QPixmap(int(_CHIP * scale), int(_CHIP * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_chip(painter, QRectF(1, 1, _CHIP - 2, _CHIP - 2), colour, colours)
    painter.end()
    return QIcon(picture)
