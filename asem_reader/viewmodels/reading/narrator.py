# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The narrator: has a voice say one sentence of a page after the other, and knows at which one it is."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from asem_reader.viewmodels.reading.voice import Voice


class Narrator(QObject):
    """Reads sentences aloud in order; it can pause, go on with the same one, and step back and on.

    Attributes:
        voice: what speaks.
        at: the number of the sentence that is spoken, or was when it paused; from 0.
    """

    reached = Signal(int)  # a sentence is about to be spoken
    stopped = Signal(bool)  # it reads no more; whether because its voice failed

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.voice = voice
        self.at = 0
        self._sentences: Sequence[str] = ()
        self._is_paused = False
        voice.ended.connect(lambda: self.step(1))
        voice.silent.connect(lambda: self.stop(failed=True))

    @property
    def reads(self) -> bool:
        """True from `begin` to `stopped`, also while it pauses."""
        return bool(self._sentences)

    def begin(self, sentences: Sequence[str], at: int) -> None:
        """Read sentences, from one of them to the last."""
        self._sentences = sentences
        self._speak(at)

    def renew(self, sentences: Sequence[str], at: int) -> None:
        """Know the sentences anew, after something came between them, without a break in speech."""
        self._sentences, self.at = sentences, at

    def pause(self) -> None:
        """Fall silent, or go on with the sentence that was broken off."""
        if self._is_paused:
            self._speak(self.at)
        else:
            self._is_paused = True
            self.voice.stop()

    def step(self, steps: int) -> None:
        """Go so many sentences on, or back; beyond the last it stops."""
        if self.at + steps < len(self._sentences):
            self._speak(max(0, self.at + steps))
        else:
            self.stop()

    def stop(self, *, failed: bool = False) -> None:
        """Read no more."""
        self.voice.stop()
        if self.reads:
            self._sentences = ()
            self.stopped.emit(failed)

    def _speak(self, at: int) -> None:
        self.at, self._is_paused = at, False
        self.voice.say(self._sentences[at])
        self.reached.emit(at)
