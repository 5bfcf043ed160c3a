# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Speech synthesis by the system's own voice: Speech Dispatcher, say on macOS, System.Speech on Windows."""

import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTimer, Signal

_ASKED = 10_000  # milliseconds in which a system must say whether it can speak
_HUSHED = 2_000  # and in which it falls silent
# Milliseconds for each letter of a sentence: what is over sooner was not spoken, and what lasts longer hangs.
# The fastest voices say eighty letters in a second, the slowest six.
_FASTEST, _SLOWEST = 4, 400
_DONE = QProcess.ExitStatus.NormalExit

# What is said goes in by the standard input, as UTF-8, and is never part of a command.
_WINDOWS = (
    "Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
)
_WINDOWS_ASK = f"{_WINDOWS}$voice.GetInstalledVoices() | ForEach-Object {{ $_.VoiceInfo.Name }}"
_WINDOWS_SAY = (
    f"{_WINDOWS}$in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8); "
    "$voice.Speak($in.ReadToEnd())"
)


class Synthesizer(NamedTuple):
    """The commands by which a system speaks, each a program and its arguments."""

    ask: tuple[str, ...]  # lists what can speak
    say: tuple[str, ...]  # speaks, and ends when it was heard
    hush: tuple[str, ...] = ()  # ends what is spoken; empty where that ends with its process
    by_argument: bool = False  # whether what is said is the last argument
    heads: frozenset[str] = frozenset()  # lines of the list that are nothing that speaks

    @classmethod
    def of_system(cls) -> "Synthesizer | None":
        """Return that of this system; None where there is none."""
        name = {"win32": "powershell", "darwin": "say"}.get(sys.platform, "spd-say")
        program = QStandardPaths.findExecutable(name)
        if not program:
            return None
        if name == "say":
            return cls((program, "-v", "?"), (program, "-f", "-"))
        if name == "powershell":
            plain = (program, "-NoProfile", "-NonInteractive", "-Command")
            return cls((*plain, _WINDOWS_ASK), (*plain, _WINDOWS_SAY))
        # In its pipe mode a line may hold commands, so each sentence is an argument. The module called dummy
        # only says that there is no voice.
        say = (program, "--wait", "--application-name", "asem-reader", "--language", "en", "--")
        heads = frozenset(("OUTPUT MODULES", "dummy"))
        return cls((program, "-O"), say, (program, "-C"), by_argument=True, heads=heads)


class Voice(QObject):
    """Speaks one text after another, each by a process of its own; nothing here waits.

    What ends is killed: no speech outlives its `stop`.
    """

    patience = 30_000  # milliseconds that a voice may take beside speaking

    able = Signal()  # there is a voice
    ended = Signal()  # what was to be said was heard
    silent = Signal()  # it was not: the voice is gone, or hangs

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._with: Synthesizer | None = None
        self._process: QProcess | None = None
        self._text = ""  # what is spoken, or will be when the one before is hushed
        self._begun = 0.0
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._give_up)

    def ask(self) -> None:
        """Ask the system whether it can speak; `able` says so, later."""
        self._with = Synthesizer.of_system()
        if self._with:
            self._run(self._with.ask, self._asked, _ASKED)

    def say(self, text: str) -> None:
        """Say a text, in the place of what is being said."""
        hushes = self._end()
        self._text = text
        if self._with and hushes:
            self._run(self._with.hush, lambda _process: self._say(), _HUSHED)
        else:
            self._say()

    def stop(self) -> None:
        """Say nothing more."""
        if self._end() and self._with:
            # Its end is waited for by nobody: the program may be ending, too.
            QProcess.startDetached(self._with.hush[0], self._with.hush[1:])
        self._text = ""

    def _say(self) -> None:
        if self._with:
            given = (self._text,) if self._with.by_argument else ()
            limit = self.patience + _SLOWEST * len(self._text)
            self._begun = time.monotonic()
            process = self._run((*self._with.say, *given), self._said, limit)
            if not given:
                process.write(self._text.encode())
            process.closeWriteChannel()

    def _said(self, process: QProcess) -> None:
        took = 1_000 * (time.monotonic() - self._begun)
        is_heard = process.exitStatus() is _DONE and not process.exitCode()
        # Speech Dispatcher's program says that all is well whatever happens.
        heard = is_heard and took >= _FASTEST * len(self._text)
        self._text = ""
        (self.ended if heard else self.silent).emit()

    def _asked(self, process: QProcess) -> None:
        lines = bytes(process.readAllStandardOutput().data()).decode(errors="replace").splitlines()
        there = {line.strip() for line in lines} - {""}
        if self._with and not process.exitCode() and there - self._with.heads:
            self.able.emit()

    def _run(self, command: tuple[str, ...], finished: Callable[[QProcess], None], limit: int) -> QProcess:
        self._process = process = QProcess(self)

        def leave() -> None:
            if self._process is process:
                self._limit.stop()
                self._process = None
                process.deleteLater()
                finished(process)

        process.finished.connect(leave)
        process.errorOccurred.connect(
            lambda fault: leave() if fault is QProcess.ProcessError.FailedToStart else None
        )
        self._limit.start(limit)
        process.start(command[0], command[1:])
        return process

    def _give_up(self) -> None:
        """End a process that takes too long, as if it had failed."""
        if self._process:
            self._process.kill()

    def _end(self) -> bool:
        """End the process that runs, and forget it; return whether speech must be hushed besides."""
        process, self._process = self._process, None
        self._limit.stop()
        if process is None:
            return False
        process.kill()
        process.waitForFinished()
        process.deleteLater()
        return bool(self._text and self._with and self._with.hush)
