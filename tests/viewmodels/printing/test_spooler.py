# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The PDF itself goes to the system's spooler, and what the spooler says is told."""

import sys
from pathlib import Path

import pytest

from asem_reader.core.errors import NotPrinted
from asem_reader.core.printing.printerjob import Ticket
from asem_reader.viewmodels.printing.spooler import Spooler

TICKET = Ticket("office", "A sheet", copies=2)

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
    spooler = lp(tmp_path, "echo 'lp: The printer is on fire.' >&2; exit 1")
    with pytest.raises(NotPrinted, match=r"“office” did not take the pages: lp: The printer is on fire\."):
        spooler.print(b"%PDF", TICKET)


def test_one_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotPrinted):
        Spooler(str(tmp_path / "nothing")).print(b"%PDF", TICKET)
