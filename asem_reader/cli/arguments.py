# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line; loads no Qt unless a window is wanted."""

import io
import os
import signal
import sys
from collections.abc import Sequence

from asem_reader import catalogue, paths
from asem_reader.cli.parser import parse
from asem_reader.cli.terminal import Call, heed_interrupts, warn
from asem_reader.core.errors import AlreadyThere, NoScreen, NotWritten, NoWindows, ReaderError, Stopped
from asem_reader.core.language import _
from asem_reader.store.files import reason


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; return the exit code, as docs/cli.md has it."""
    _ready_output()
    try:
        catalogue.load(paths.resources())
        chosen = parse(list(sys.argv[1:] if arguments is None else arguments))
        call = Call(chosen, chosen.library or paths.library(), paths.home(chosen.home))
        if chosen.smoke or not getattr(chosen, "command", None):
            return _window(call)
        from asem_reader.cli import commands

        heed_interrupts()
        code = commands.COMMANDS[chosen.command](call) or 0
        sys.stdout.flush()
        return code
    except ReaderError as error:
        warn(_said(error))
        return 1
    except KeyboardInterrupt:
        warn(Stopped())
        return 128 + signal.SIGINT  # as shells say it
    except BrokenPipeError:
        # Whoever read has seen enough, as `head` does; nothing is wrong.
        _drop_output()
        return 0
    except OSError as error:
        warn(NotWritten(_("Standard output"), reason(error)))
        _drop_output()
        return 1


def _said(error: ReaderError) -> str:
    """Sentence and cure of an error; the command line has a way of its own to replace a file."""
    force = _("It was left as it is; choose another name, or replace it with --force.")
    return f"{error.sentence} {force}" if isinstance(error, AlreadyThere) else str(error)


def _window(call: Call) -> int:
    """Show the window, or try it.

    Raises NoScreen or NoWindows if it cannot be shown, and as `store.instance.take_lock` does.
    """
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screens):
        raise NoScreen
    if call.options.smoke:
        try:
            from asem_reader.cli.smoke import smoke
        except ImportError as error:
            raise NoWindows(str(error)) from error
        heed_interrupts()
        return smoke(call.library_file)
    from asem_reader.start import run
    from asem_reader.store.instance import take_lock

    place, library = call.options.place, call.library_file
    lock = take_lock(place, library, call.home.state)
    if lock is None:
        return 0
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # As any other signal until the window listens: Qt swallows what Python would raise in it.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return run(library, call.home, place)
    finally:
        lock.leave()


def _ready_output() -> None:
    if sys.stdout is None:  # closed by who started it: nobody reads
        _drop_output()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows few letters shows the others as ?


def _drop_output() -> None:
    """Keep Python from writing what is left, and failing at it, when it ends."""
    sys.stdout = io.TextIOWrapper(io.BytesIO())
