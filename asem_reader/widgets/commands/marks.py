# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands of marks on the page: highlight, write on it, put a bookmark to a paragraph."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QMenu

from asem_reader.core.content import Page
from asem_reader.core.language import N_, _
from asem_reader.core.marks.mark import Colour, Mark, Target
from asem_reader.core.marks.notemarkup import in_line
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.marks.marksaid import called
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.announce import remark
from asem_reader.widgets.controls.label import unkeyed
from asem_reader.widgets.controls.placemenu import offer_openings
from asem_reader.widgets.controls.progress import Progress
from asem_reader.widgets.frame.actions import Actions, Command
from asem_reader.widgets.frame.pagepane import PagePane
from asem_reader.widgets.marks.selectionbar import SelectionBar
from asem_reader.widgets.marks.topicmarks import TopicMarksView
from asem_reader.widgets.reading.markpaint import paint_chip
from asem_reader.widgets.reading.marktext import quoted
from asem_reader.widgets.reading.reader import Reader

_CHIP = 16
_COLOURS = {
    Colour.YELLOW: N_("yellow"),
    Colour.GREEN: N_("green"),
    Colour.BLUE: N_("blue"),
    Colour.ROSE: N_("rose"),
}
_AT_PARAGRAPH = ("", "highlight", *(f"highlight_{colour}" for colour in Colour), "", "note", "bookmark_block")


def _in(colour: Colour, text: str, key: str) -> "Command[MarkCommands]":
    return Command(f"highlight_{colour}", text, (key,), lambda self: self.highlight(colour))


@dataclass(eq=False)
class MarkCommands:
    """The commands of marks on the page, also by the mouse and the list of notes, on one window."""

    _window: QMainWindow
    _actions: Actions
    _notes: TopicMarksView
    _marking: Marking
    _marks: Marks
    _settings: Settings
    _tab: Callable[[], PagePane]

    def join(self) -> None:
        """Answer what comes from the list of notes."""
        self._notes.chosen.connect(self._go_to)
        self._notes.edited.connect(self.edit)
        self._notes.removed.connect(self.remove)

    def join_page(self, reader: Reader) -> None:
        """Answer what comes from a page; show tools beside what is selected on it."""
        names = (*(f"highlight_{colour}" for colour in Colour), "note", "copy")
        bar = SelectionBar([self._actions[name] for name in names], reader)
        reader.mouse.selected.connect(bar.show_selected)
        reader.mouse.asked.connect(self.offer)
        reader.mouse.picked.connect(self.open)

    def dress(self, colours: Theme) -> None:
        """Show each colour as it is on the page."""
        for colour in Colour:
            self._actions[f"highlight_{colour}"].setIcon(_chip(colour, colours, self._window))

    def highlight(self, colour: Colour | None = None) -> None:
        """Highlight what is selected, or the paragraph; on the title or above, the topic.

        Without a colour, in the last one, or no longer.
        """
        reader, marking = self._tab().reader, self._marking
        targets = [target for target in reader.targets if target.block or reader.paragraph.is_at_title]
        if not targets:
            remark(
                self._window, _("Nothing to highlight here. Go to a paragraph or the title, or select words.")
            )
            return
        lit = [mark for target in targets for mark in marking.highlights_on(target)[-1:]]
        all_lit = len(lit) == len(targets)
        wanted = colour or (lit[0].colour if all_lit else None) or self._settings.colour
        reader.drop_selection()
        if all_lit and (colour is None or all(mark.colour is colour for mark in lit)):
            if self._marks.remove(*lit):
                remark(self._window, _("No highlight any more; Ctrl+Z brings it back."))
        elif marking.highlight_all(targets, wanted):
            self._settings.use_colour(wanted)
            what = _("Highlighted in {colour}.") if targets[0].block else _("Topic highlighted in {colour}.")
            remark(self._window, what.format(colour=_(_COLOURS[wanted])))

    def toggle_bookmark(self) -> None:
        """Set or take away the bookmark on what is selected, or on the paragraph; above all, the topic's."""
        page = self._page
        if page:
            target = next(iter(self._tab().reader.targets), Target(page.article))
            self._tab().reader.drop_selection()
            self._marking.toggle_bookmark(target)
            there = self._marks.bookmark_on(page.place.slug, target.spot)
            what = _("Paragraph bookmarked.") if target.block else _("Topic bookmarked.")
            what = _("Words bookmarked.") if target.words else what
            remark(self._window, what if there else _("No bookmark here; Ctrl+Z brings one back."))

    def write_note(self) -> None:
        """Write on what is selected, or on the paragraph; in the list of notes, on the one chosen."""
        page, notes = self._page, self._notes
        if page and notes.hasFocus() and notes.current_mark:
            self.edit(notes.current_mark)
        elif page:
            targets = self._tab().reader.targets
            self._tab().reader.drop_selection()
            self._tab().editor.write_on(targets[0] if targets else Target(page.article))

    def write_on_topic(self) -> None:
        """Write on the topic as a whole, at its title."""
        if self._page:
            self._tab().reader.go_to("")
            self._tab().editor.write_on(Target(self._page.article))

    def copy(self) -> None:
        """Copy what is selected where the keys are, of a list the current row, else what is on the page."""
        focused = QApplication.focusWidget()
        copy = getattr(focused, "copy", None)
        if copy is None and isinstance(focused, QAbstractItemView) and focused.currentIndex().isValid():
            QGuiApplication.clipboard().setText(str(focused.currentIndex().data()))
        else:
            (copy or self._tab().reader.copy)()

    def offer(self, point: QPoint) -> None:
        """Offer what can be done with what is selected, or with the paragraph."""
        reader = self._tab().reader
        copy = ("copy",) if reader.textCursor().hasSelection() else ()
        define = ("define", "") if reader.tips.asked() else ()
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = reader.place_at(point)
        if place:
            offer_openings(menu, place, self._tab().open)
            menu.addSeparator()
        for name in (*define, *copy, *_AT_PARAGRAPH, "", "copy_source", "copy_address"):
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.popup(point)

    def open(self, marks: tuple[Mark, ...]) -> None:
        """Open what a sign in the margin stands for: the note, one of several, or the paragraph's menu."""
        written = [mark for mark in marks if mark.body.strip()]
        point = self._tab().reader.cursor().pos()
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

    def toggle_topic_bookmark(self) -> None:
        """Set or take away the bookmark on the topic that lies open."""
        if self._page:
            self._marking.toggle_bookmark(Target(self._page.article))
            there = self._marks.bookmark_on(self._page.place.slug)
            remark(
                self._window, _("Bookmarked.") if there else _("No bookmark here; Ctrl+Z brings one back.")
            )

    def undo(self) -> None:
        """Take the last change of a mark back."""
        text = self._marks.undo.undoText()
        if Progress(self._window).run(_("Undoing …"), self._marks.taking_back()):
            remark(self._window, _("Undone: {text}").format(text=text.lower()))

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        text = self._marks.undo.redoText()
        if Progress(self._window).run(_("Doing it again …"), self._marks.doing_again()):
            remark(self._window, _("Done again: {text}").format(text=text.lower()))

    def edit(self, mark: Mark, _checked: bool = False) -> None:
        """Write on a mark, at its paragraph."""
        page, reader = self._page, self._tab().reader
        if page is None or reader.map is None or mark.slug != page.place.slug:
            return
        stop = reader.map.named(mark.block) if mark.block else next(iter(reader.map.stops), None)
        if stop:
            reader.paragraph.go(stop)
        known = mark.block in page.article.blocks
        target = Target(page.article, mark.block, mark.words, mark.nth) if known else Target(page.article)
        self._tab().editor.edit(target, mark)

    def remove(self, mark: Mark) -> None:
        """Take a mark away."""
        if self._marks.remove(mark):
            remark(self._window, _("Removed; Ctrl+Z brings it back."))

    def _go_to(self, mark: Mark) -> None:
        self._tab().open(mark.place)

    @property
    def _page(self) -> Page | None:
        return self._tab().desk.page

    commands: "ClassVar[tuple[Command[MarkCommands], ...]]" = (
        Command("undo", N_("&Undo"), ("Ctrl+Z",), undo),
        Command("redo", N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), redo),
        Command("copy", N_("&Copy"), ("Ctrl+C", "Ctrl+Ins"), copy),
        Command("bookmark", N_("&Bookmark this topic"), ("Ctrl+D",), toggle_topic_bookmark, checkable=True),
        Command(
            "bookmark_block", N_("Bookmark this par&agraph, or words"), ("Ctrl+Shift+D",), toggle_bookmark
        ),
        Command("highlight", N_("&Highlight"), ("Ctrl+H",), highlight),
        _in(Colour.YELLOW, N_("Highlight in &yellow"), "Ctrl+Alt+Y"),
        _in(Colour.GREEN, N_("Highlight in &green"), "Ctrl+Alt+G"),
        _in(Colour.BLUE, N_("Highlight in b&lue"), "Ctrl+Alt+B"),
        _in(Colour.ROSE, N_("Highlight in r&ose"), "Ctrl+Alt+R"),
        Command("note", N_("&Note on paragraph"), ("Ctrl+M",), write_note),
        Command("note_topic", N_("Note on this top&ic"), ("Ctrl+Alt+M",), write_on_topic),
    )


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
