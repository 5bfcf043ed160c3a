# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands of reading, on the page and from page to page: a method for each gesture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMainWindow

from asem_reader.core.content import Illustration
from asem_reader.core.errors import ReaderError
from asem_reader.core.language import N_, _
from asem_reader.core.place import Place, is_link
from asem_reader.widgets.controls.announce import remark
from asem_reader.widgets.frame.actions import Command
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.pagepane import PagePane
from asem_reader.widgets.reading.foundwords import FindBar

# Dialogs are imported by the gesture that opens them: the start does not wait for them.
# ruff: noqa: PLC0415


@dataclass(eq=False)
class ReadingCommands:
    """The commands of reading: finds on the page, and goes from one to another."""

    _window: QMainWindow
    _notice: Notice
    _findbar: FindBar
    _tab: Callable[[], PagePane]

    def find(self, text: str) -> None:
        """Mark a text on the page, and go to it."""
        self._tab().reader.words.find(text)
        self._count()

    def find_next(self, step: int) -> None:
        """Go on to the next marked word, or back, and say its line."""
        reader = self._tab().reader
        reader.words.go_on(step)
        if reader.words.here:
            reader.speech.tell_line()
        self._count()

    def _find_previous(self) -> None:
        self.find_next(-1)

    def leave_find(self) -> None:
        """Put the bar away, take the marks off the page, and give it the keys."""
        self.clear_words()
        self._tab().reader.setFocus()

    def clear_words(self) -> bool:
        """Take the marks off the page, for as long as it lies open; return whether there were any."""
        tab = self._tab()
        were_there = bool(tab.reader.words.found) or not self._findbar.isHidden()
        self._findbar.hide()
        tab.reader.words.mark(())
        tab.desk.forget_words()
        return were_there

    def _count(self) -> None:
        words = self._tab().reader.words
        self._findbar.count(words.here, words.found)

    def jump(self) -> None:
        """Ask for a symbol, an address or a block's code, and go there."""
        question = _("Symbol, address or code of a paragraph:")
        text, given = QInputDialog.getText(self._window, _("Go to"), question)
        if given and text.strip():
            self.go_to(text)

    def list_page(self) -> None:
        """Show the headings, links and sources of the page, and go to the one that is chosen."""
        from asem_reader.widgets.reading.pagelists import PageListsDialog

        reader = self._tab().reader
        if reader.map:
            dialog = PageListsDialog(reader.map, reader.links, self._window)
            if dialog.exec() and dialog.chosen:
                reader.jumps.go_to(dialog.chosen)
            dialog.deleteLater()

    def go_to(self, text: str) -> bool:
        """Go to what an address, a symbol or a code leads to; return whether it leads anywhere."""
        try:
            place = self._tab().desk.find(text)
        except ReaderError as error:
            self._notice.tell(error, self._tab().opened)
            return False
        opened = self._tab().desk.go(place)
        if opened:
            self._tab().reader.jumps.land()
        return opened

    def _go_back(self) -> None:
        """Go back in the page, or to the one before."""
        tab = self._tab()
        if not tab.reader.jumps.back():
            tab.desk.back()
            tab.reader.jumps.land()

    def _go_forward(self) -> None:
        self._tab().desk.forward()
        self._tab().reader.jumps.land()

    def _go_up(self) -> None:
        self._tab().desk.up()
        self._tab().reader.jumps.land()

    def ask_outside(self, address: str) -> None:
        """Ask what to do with an address outside the Library, if it is a link at all."""
        from asem_reader.widgets.frame.alerts import ask_outside

        if is_link(address):
            ask_outside(self._window, address)
        else:
            said = _("Only web pages and mail addresses are opened from a text; this is neither: {address}")
            self._notice.say(said.format(address=address))
            self._notice.until(self._tab().opened)

    def show_figure(self, illustration: Illustration) -> None:
        """Show a figure of the page with its table; what is chosen there is opened here."""
        from asem_reader.widgets.reading.figurewindow import FigureWindow

        tab = self._tab()
        window = FigureWindow(illustration, tab.reader.colours, self._window)
        window.chosen.connect(tab.desk.go)
        tab.reader.dressed.connect(window.dress)
        window.show()

    def define_word(self) -> None:
        """Tell what words at the caret or selected mean, or all terms of the paragraph; stay there."""
        reader = self._tab().reader
        told = reader.tips.asked()
        if told:
            reader.tips.show(told)
            reader.speech.say(told)
        else:
            remark(self._window, _("The glossary has no word of these. Put the caret on a word."))

    def copy_with_source(self) -> None:
        """Copy what is selected, or the paragraph, on the title the summary, with where it is from."""
        from asem_reader.core.references.excerpt import Origin
        from asem_reader.widgets.reading.excerpts import copied, of_blocks, selected, summary

        tab = self._tab()
        page, reader, here = tab.desk.page, tab.reader, tab.reader.paragraph.here
        if page is None:
            return
        if reader.textCursor().hasSelection():
            parts = selected(reader.textCursor())
        elif here and here.number:
            parts = of_blocks(here.parts)
        else:
            parts = summary(page.article)
        block = next((target.block for target in reader.targets if target.block), None)
        origin = Origin(page.article, tab.desk.library.edition().name, Place(page.place.slug, block))
        QGuiApplication.clipboard().setMimeData(copied(parts, origin))
        remark(self._window, _("Copied with its source."))

    def copy_address(self) -> None:
        """Copy the address of the paragraph where the cursor is."""
        tab = self._tab()
        if tab.desk.page:
            address = Place(tab.desk.page.place.slug, tab.reader.current_block).address
            QGuiApplication.clipboard().setText(address)
            remark(self._window, _("Copied {address}").format(address=address))

    commands: "ClassVar[tuple[Command[ReadingCommands], ...]]" = (
        Command("copy_source", N_("Copy &with source"), ("Ctrl+Shift+C",), copy_with_source),
        Command("copy_address", N_("Copy &address of paragraph"), ("Ctrl+Alt+D",), copy_address),
        Command("define", N_("Define &word"), ("Shift+F7",), define_word),
        Command("find", N_("&Find on page…"), ("Ctrl+F",), lambda self: self._findbar.open_field()),
        Command("find_next", N_("Find &next"), ("F3", "Ctrl+G"), lambda self: self.find_next(1)),
        Command("find_previous", N_("Find &previous"), ("Shift+F3", "Ctrl+Shift+G"), _find_previous),
        Command("jump", N_("Go to s&ymbol or address…"), ("Ctrl+J",), jump),
        Command("list_page", N_("Hea&dings, links and sources…"), ("F7",), list_page),
        Command("back", N_("&Back"), ("Alt+Left",), _go_back),
        Command("forward", N_("&Forward"), ("Alt+Right",), _go_forward),
        Command("up", N_("&Up to group"), ("Alt+Up",), _go_up),
    )
