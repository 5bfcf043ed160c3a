# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The PDF itself goes to the system's spooler, and what the spooler says is told."""

import sys
import time
from pathlib import Path

import pytest

from asem_reader.core.errors import NotPrinted, Stopped
from asem_reader.core.printing.printerjob import PrinterJob
from asem_reader.viewmodels.printing.spooler import Spooler

TICKET = PrinterJob("office", "A sheet", (0,), copies=2)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="lp is not of Windows")


def lp(folder: Path, rest: str = "") -> Spooler:
    """A spooler of our own, which writes down what it is given."""
    program = folder / "lp"
    program.write_text(f'#!/bin/sh\necho "$@" > {folder}/told\ncat > {folder}/pdf\n{rest}\n')
    program.chmod(0o755)
    return Spooler(str(program))


def test_it_is_given_the_document_and_what_is_asked(tmp_path: Path) -> None:
    document = b"%PDF" + bytes(range(256)) * 5_000
    lp(tmp_path).print(document, TICKET)
    assert (tmp_path / "pdf").read_bytes() == document
    assert (tmp_path / "told").read_text().split()[:2] == ["-d", "office"]


def test_its_own_reason_is_told(tmp_path: Path) -> None:
    spooler = lp(tmp_path, 'echo "$0: The printer is on fire." >&2; exit 1')
    with pytest.raises(NotPrinted, match=r"“office” did not take the pages: The printer is on fire\."):
        spooler.print(b"%PDF", TICKET)


def test_one_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotPrinted):
        Spooler(str(tmp_path / "nothing")).print(b"%PDF", TICKET)


def lpstat(folder: Path, rest: str) -> Spooler:
    """A spooler beside which the print system can be asked; it waits half a second at the most."""
    program = folder / "lpstat"
    program.write_text(f'#!/bin/sh\necho "$@" >> {folder}/asked\n{rest}\n')
    program.chmod(0o755)
    spooler = lp(folder)
    spooler.limit = 0.5
    return spooler


def test_one_that_does_not_answer_is_given_up(tmp_path: Path) -> None:
    spooler = lp(tmp_path, "exec sleep 30")
    spooler.limit = 0.5
    with pytest.raises(NotPrinted, match=r"did not take the pages: it did not answer in 0\.5 seconds\."):
        spooler.print(b"%PDF", TICKET)


def test_who_waits_for_a_printer_may_stop_waiting(tmp_path: Path) -> None:
    asked = iter([True, True, False])
    begun = time.monotonic()
    with pytest.raises(Stopped):
        lp(tmp_path, "exec sleep 30").print(b"%PDF", TICKET, lambda: next(asked))
    assert time.monotonic() - begun < 10


def test_a_print_system_that_is_silent_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotPrinted, match="“The print system” did not take the pages: it did not answer"):
        lpstat(tmp_path, "exec sleep 30").ask()


@pytest.mark.parametrize("answer", ["echo office accepting requests since today", "exit 1"])
def test_whatever_the_print_system_answers_it_is_there(tmp_path: Path, answer: str) -> None:
    lpstat(tmp_path, answer).ask()
    assert (tmp_path / "asked").read_text() == "-a\n"


def test_where_nobody_can_be_asked_nobody_is(tmp_path: Path) -> None:
    lp(tmp_path).ask()
    assert not lp(tmp_path).is_stopped("office")


@pytest.mark.parametrize(
    ("said", "stopped"),
    [
        ("printer office disabled since Mon 30 Nov 2026 -\n\tout of toner", True),
        ("printer office is idle.  enabled since Mon 30 Nov 2026\n\tnot disabled since then", False),
        ("", False),
    ],
)
def test_a_printer_that_is_stopped_is_known(tmp_path: Path, said: str, stopped: bool) -> None:
    assert lpstat(tmp_path, f"cat <<.\n{said}\n.").is_stopped("office") is stopped
    assert (tmp_path / "asked").read_text() == "-p office\n"
