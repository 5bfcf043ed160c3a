# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Commands of reading aloud: begin, pause, back, on, mark what is spoken, stop."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from PySide6.QtWidgets import QMainWindow

from asem_reader.core.language import N_, _
from asem_reader.core.marks.mark import Target
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.reading.narrator import Narrator
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.announce import remark
from asem_reader.widgets.frame.actions import Actions, Command
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.pagepane import PagePane
from asem_reader.widgets.reading.pagealoud import PageAloud

_WHILE_READING = ("aloud_back", "aloud_on", "aloud_mark", "aloud_stop")
_ALL = ("aloud", *_WHILE_READING)


@dataclass(eq=False)
class AloudCommands:
    """The commands of reading aloud; there are none until the system has said that it can speak."""

    _window: QMainWindow
    _notice: Notice
    _actions: Actions
    _marking: Marking
    _settings: Settings
    _tab: Callable[[], PagePane]
    _narrator: Narrator
    _read: PagePane | None = field(default=None, init=False)  # the pane whose page is read

    def join(self) -> None:
        """Offer nothing yet; follow the narrator."""
        for name in _ALL:
            self._actions[name].setVisible(False)
        self._show_reading()
        self._narrator.voice.able.connect(self._offer)
        self._narrator.reached.connect(self._show)
        self._narrator.stopped.connect(self._leave)

    def ask(self) -> None:
        """Ask the system whether it can speak, once."""
        if not self._actions["aloud"].isVisible():
            self._narrator.voice.ask()

    def stop(self) -> None:
        """Read no more."""
        self._narrator.stop()

    def _toggle(self) -> None:
        """Read from the paragraph of the caret on; while something is read, pause or go on."""
        if self._narrator.reads:
            self._narrator.pause()
            return
        self._read = tab = self._tab()
        aloud = tab.reader.aloud
        first = aloud.open()
        if aloud.utterances:
            aloud.left.connect(self._narrator.stop)
            aloud.laid.connect(self._renew)
            self._narrator.begin(_texts(aloud), first)
            self._show_reading()
            said = _("Reading aloud: {pause} pauses, {stop} stops, {mark} highlights the sentence.")
            keys = {name: self._actions[f"aloud_{name}"].shortcut().toString() for name in ("stop", "mark")}
            remark(self._window, said.format(pause=self._actions["aloud"].shortcut().toString(), **keys))

    def _mark(self) -> None:
        """Highlight the sentence that is spoken."""
        tab = self._read
        spoken = tab.reader.aloud.marked if tab else None
        if tab and tab.reader.map and tab.desk.page and spoken:
            cursor = spoken.cursor
            article, page_map = tab.desk.page.article, tab.reader.map
            targets = [Target(article, *part) for part in page_map.words(cursor)]
            targets = targets or [Target(article)] * page_map.is_of_title(cursor)
            targets *= self._actions["highlight"].isEnabled()  # not where a page is none of the Library's
            new = [target for target in targets if not self._marking.highlights_on(target)]
            if new:
                self._marking.highlight_all(new, self._settings.colour)
            remark(self._window, _("Sentence highlighted.") if targets else _("Nothing to highlight here."))

    def _offer(self) -> None:
        for name in _ALL:
            self._actions[name].setVisible(True)

    def _show(self, at: int) -> None:
        if self._read:
            self._read.reader.aloud.show(at)

    def _renew(self, at: int) -> None:
        """Go on in the same page that was laid anew."""
        if self._read and at >= 0:
            self._narrator.renew(_texts(self._read.reader.aloud), at)
        else:
            self._narrator.stop()

    def _leave(self, failed: bool) -> None:
        tab, self._read = self._read, None
        if tab:
            tab.reader.aloud.left.disconnect(self._narrator.stop)
            tab.reader.aloud.laid.disconnect(self._renew)
            tab.reader.aloud.leave()
        self._show_reading()
        if failed:
            self._notice.say(_("The voice of your system fell silent. Look whether sound works elsewhere."))
            self._notice.until(self._narrator.reached, self._tab().opened)

    def _show_reading(self) -> None:
        """Let what is done while something is read be done only then: its keys are free else."""
        for name in _WHILE_READING:
            self._actions[name].setEnabled(self._narrator.reads)

    commands: "ClassVar[tuple[Command[AloudCommands], ...]]" = (
        Command("aloud", N_("Read &aloud, or pause"), ("F5",), _toggle),
        Command("aloud_back", N_("Back a s&entence"), ("Ctrl+F5",), lambda self: self._narrator.step(-1)),
        Command("aloud_on", N_("&On a sentence"), ("Ctrl+Shift+F5",), lambda self: self._narrator.step(1)),
        Command("aloud_mark", N_("Highlight the sentence spo&ken"), ("M",), _mark),
        Command("aloud_stop", N_("S&top reading aloud"), ("Shift+F5",), stop),
    )


def _texts(aloud: PageAloud) -> list[str]:
    return [each.text for each in aloud.utterances]
