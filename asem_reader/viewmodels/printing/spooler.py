# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The system's own way to a printer, which takes the PDF as it is: lp(1) on Linux and macOS."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment, QStandardPaths

from asem_reader.core.errors import NotPrinted, Stopped
from asem_reader.core.language import N_, _
from asem_reader.core.printing.printerjob import PrinterJob
from asem_reader.viewmodels.printing.proofs import Patience

_GLANCE = 20  # milliseconds from one question whether to wait on to the next
_SYSTEM = N_("The print system")


def _patient() -> bool:
    return True


class Spooler:
    """Hands documents to printers, by processes of their own: they may wait for a print server.

    Attributes:
        limit: seconds without an answer after which one is given up.
    """

    limit = 20.0

    def __init__(self, program: str = "") -> None:
        """Take the program to be used; without one it is looked for. lpstat(1) stands beside it."""
        found = "" if sys.platform == "win32" else QStandardPaths.findExecutable("lp")
        self.program = program or found
        folder = str(Path(self.program).parent)
        self._status = QStandardPaths.findExecutable("lpstat", [folder]) if self.program else ""

    def __bool__(self) -> bool:
        """Whether there is such a program."""
        return bool(self.program)

    def ask(self, patient: Patience = _patient) -> None:
        """Wait until the print system answers, whatever it says; where none can be asked, at once.

        Qt's own questions hold the window until they are answered. `lpstat -r` would not do: it calls a
        scheduler running that takes a connection and never answers.

        Raises:
            NotPrinted: it does not answer.
            Stopped: nobody waits for it any more.
        """
        if self._status:
            self._run(self._status, ("-a",), b"", _(_SYSTEM), patient)

    def is_stopped(self, printer: str, patient: Patience = _patient) -> bool:
        """Whether a printer is known to keep what it is given until somebody starts it."""
        try:
            status = self._run(self._status, ("-p", printer), b"", printer, patient) if self._status else None
        except (NotPrinted, Stopped):
            return False  # the pages are there, and nothing worse is known
        first = bytes(status.readAllStandardOutput().data()).partition(b"\n")[0] if status else b""
        return b" disabled since " in first

    def print(self, pdf: bytes, printer_job: PrinterJob, patient: Patience = _patient) -> None:
        """Hand a document over, and wait until it was taken.

        Args:
            pdf: the pages of the job, and no others.
            printer_job: what is asked of the printer.
            patient: asked again and again as long as it lasts; False stops it.

        Raises:
            NotPrinted: it was not.
            Stopped: nobody waits for it any more.
        """
        process = self._run(self.program, printer_job.arguments, pdf, printer_job.printer, patient)
        if process.exitStatus() is not QProcess.ExitStatus.NormalExit or process.exitCode():
            said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
            reason = said.rpartition("\n")[2].removeprefix(f"{self.program}: ").rstrip(".")
            raise NotPrinted(printer_job.printer, reason or _("no reason given"))

    def _run(
        self, program: str, arguments: Sequence[str], given: bytes, who: str, patient: Patience
    ) -> QProcess:
        """Run a program to its end."""
        process = QProcess()
        if program == self._status:
            process.setProcessEnvironment(_english())
        process.start(program, list(arguments))
        if not process.waitForStarted():
            raise NotPrinted(who, process.errorString().rstrip("."))
        process.write(given)
        process.closeWriteChannel()
        try:
            self._await(process, who, patient)
        finally:
            process.kill()  # it does nothing to what has ended
            process.waitForFinished()
        return process

    def _await(self, process: QProcess, who: str, patient: Patience) -> None:
        until = time.monotonic() + self.limit
        while process.state() is not QProcess.ProcessState.NotRunning:
            if process.waitForFinished(_GLANCE):
                return
            if not patient():
                raise Stopped
            if time.monotonic() > until:
                raise NotPrinted(
                    who, _("it did not answer in {seconds:g} seconds").format(seconds=self.limit)
                )


def _english() -> QProcessEnvironment:
    """The environment with what programs say in English, for it is read by this one."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("LC_ALL", "C")
    return environment
