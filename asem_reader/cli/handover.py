# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A second start hands its place to the window that is open, and ends; no Qt."""

import time
from contextlib import closing
from pathlib import Path

from asem_reader import paths
from asem_reader.core.errors import NotWritten, OtherLibraryOpen, WindowSilent
from asem_reader.store.files import reason
from asem_reader.store.instance.lock import InstanceLock, library_of
from asem_reader.store.instance.mailbox import Mailbox, Message
from asem_reader.store.library import Library

_PATIENCE = 10.0  # seconds: a window that is just being opened takes its letters when it is there
_BETWEEN = 0.02


def take_lock(
    place: str | None, library: Path, home: paths.Home, patience: float = _PATIENCE
) -> InstanceLock | None:
    """Return the seat before the Notebook, or None if the open window took the place.

    If the window closes meanwhile, the seat is free and this start gets it.

    Raises:
        NoSuchPlace: there is no such place in the Library.
        OtherLibraryOpen: the open window shows another Library.
        WindowSilent: there is one, but it does not answer.
        NotWritten: nothing can be handed to it.
    """
    message: Message | None = None
    end = time.monotonic() + patience
    while True:
        if message and message.taken:
            return None
        lock = InstanceLock.take(home.state, library)
        if lock:
            if message:
                message.take_back()
            return lock
        if message is None:
            message = _post(place, library, home)
        elif time.monotonic() > end:
            message.take_back()
            raise WindowSilent
        time.sleep(_BETWEEN)


def _post(place: str | None, library: Path, home: paths.Home) -> Message:
    shown = library_of(home.state)
    if shown and shown != library.absolute():
        raise OtherLibraryOpen(str(shown))
    address = ""
    if place:
        with closing(Library.open(library)) as opened:
            address = opened.find(place).address
    box = Mailbox(home.state)
    try:
        return box.post(address)
    except OSError as error:
        raise NotWritten(str(box.folder), reason(error)) from error
