# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Print spooler: the system's way to a printer, which takes the PDF as it is: lp(1) on Linux and macOS."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment, QStandardPaths

from asem_reader.core.errors import NotPrinted, Stopped
from asem_reader.core.language import N_, _
from asem_reader.core.printing.printerjob import PrinterJob
from asem_reader.viewmodels.printing.compositor import Patience

_GLANCE = 20  # milliseconds from one question whether to wait on to the next
_SYSTEM = N_("The print system")
_ENDED = QProcess.ProcessState.NotRunning


class Spooler:
    """Hands documents to printers, by processes of their own: they may wait for a print server.

    What is `patient` is asked again and again while one runs; when it returns False, Stopped is raised.
    """

    limit = 20.0  # seconds without an answer, after which NotPrinted is raised

    def __init__(self, program: str = "") -> None:
        """Take the program to be used; without one it is looked for."""
        found = "" if sys.platform == "win32" else QStandardPaths.findExecutable("lp")
        self.program = program or found  # lp(1), beside which lpstat(1) stands; empty where there is none
        folder = str(Path(self.program).parent)
        self._status = QStandardPaths.findExecutable("lpstat", [folder]) if self.program else ""

    def ask(self, patient: Patience = lambda: True) -> None:
        """Wait until the print system answers, whatever it says; where none can be asked, at once.

        Qt's own questions hold the window until they are answered. `lpstat -r` would not do: it calls a
        scheduler running that takes a connection and never answers.
        """
        if self._status:
            self._run((self._status, "-a"), b"", _(_SYSTEM), patient)

    def is_stopped(self, printer: str, patient: Patience = lambda: True) -> bool:
        """Return True if a printer is known to keep what it is given until somebody starts it."""
        if not self._status:
            return False
        try:
            status = self._run((self._status, "-p", printer), b"", printer, patient)
        except (NotPrinted, Stopped):
            return False  # the pages are there, and nothing worse is known
        return b" disabled since " in bytes(status.readAllStandardOutput().data()).partition(b"\n")[0]

    def print(self, pdf: bytes, printer_job: PrinterJob, patient: Patience = lambda: True) -> None:
        """Hand over a document, of the pages of a job and no others, and wait until it was taken."""
        name = printer_job.printer
        process = self._run((self.program, *printer_job.arguments), pdf, name, patient)
        if process.exitStatus() is not QProcess.ExitStatus.NormalExit or process.exitCode():
            said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
            reason = said.rpartition("\n")[2].removeprefix(f"{self.program}: ").rstrip(".")
            raise NotPrinted(name, reason or _("no reason given"))

    def _run(self, command: Sequence[str], given: bytes, who: str, patient: Patience) -> QProcess:
        """Run a program to its end."""
        process, until = QProcess(), time.monotonic() + self.limit
        if command[0] == self._status:  # what it says is read by this program, in English
            environment = QProcessEnvironment.systemEnvironment()
            environment.insert("LC_ALL", "C")
            process.setProcessEnvironment(environment)
        process.start(command[0], command[1:])
        if not process.waitForStarted():
            raise NotPrinted(who, process.errorString().rstrip("."))
        process.write(given)
        process.closeWriteChannel()
        try:
            while not process.waitForFinished(_GLANCE) and process.state() is not _ENDED:
                if not patient():
                    raise Stopped
                if time.monotonic() > until:
                    silent = _("it did not answer in {seconds:g} seconds")
                    raise NotPrinted(who, silent.format(seconds=self.limit))
        finally:
            process.kill()  # it does nothing to what has ended
            process.waitForFinished()
        return process
