# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The system's own way to a printer, which takes the PDF as it is: lp(1) on Linux and macOS."""

import sys

from PySide6.QtCore import QProcess, QStandardPaths

from asem_reader.core.errors import NotPrinted
from asem_reader.core.printing.printerjob import Ticket

_MILLISECONDS = 20_000


class Spooler:
    """Hands documents to printers."""

    def __init__(self, program: str = "") -> None:
        """Take the program to be used; without one it is looked for."""
        found = "" if sys.platform == "win32" else QStandardPaths.findExecutable("lp")
        self.program = program or found

    def __bool__(self) -> bool:
        """Whether there is such a program."""
        return bool(self.program)

    def print(self, pdf: bytes, ticket: Ticket) -> None:
        """Hand a document over, and wait until it was taken.

        Raises:
            NotPrinted: it was not.
        """
        process = QProcess()
        process.start(self.program, list(ticket.arguments))
        if not process.waitForStarted(_MILLISECONDS):
            raise NotPrinted(ticket.printer, process.errorString().rstrip("."))
        process.write(pdf)
        process.closeWriteChannel()
        if not process.waitForFinished(_MILLISECONDS):
            process.kill()
            process.waitForFinished()
            raise NotPrinted(ticket.printer, "it did not answer in twenty seconds")
        if process.exitStatus() is not QProcess.ExitStatus.NormalExit or process.exitCode():
            said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
            raise NotPrinted(ticket.printer, said.splitlines()[-1].rstrip(".") if said else "no reason given")
