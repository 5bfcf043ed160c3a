# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The connection to the Notebook's file, which goes on in a copy when another stands in its place."""

import datetime
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import _
from asem_reader.core.marks.errors import NotebookGone, NotebookReplaced, NotKept
from asem_reader.store import notebookschema
from asem_reader.store.connect import open_notebook, open_to_read, version_of
from asem_reader.store.files import is_local, make_file, make_free
from asem_reader.store.notebook.base import Base
from asem_reader.store.notebook.checkpoint import Checkpoint
from asem_reader.store.notebook.faults import FAULTS, told
from asem_reader.store.notebook.replacement import FileWatch, copy_aside, put_back

# So often and with such pauses, in seconds, it is looked whether another program is bringing the log home.
_PATIENCE, _PAUSE = 5, 0.1


class Connection:
    """An SQLite connection, with a write-ahead log where the disk deserves one, and what guards both.

    All that it does may raise OSError and sqlite3.DatabaseError.

    Attributes:
        opened: the connection; None while it is closed.
        version: the shape that the file has; today's while there is none.
        replaced: why nothing can be kept any more: another file was put in its place.
        checkpoint: what brings the log home.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime.datetime]) -> None:
        """Take the Notebook's file, which need not exist, and what tells the time."""
        self.opened: sqlite3.Connection | None = None
        self.version = notebookschema.VERSION
        self.replaced: NotebookReplaced | None = None
        self.checkpoint = Checkpoint(path, self._open_to_write, self._settle)
        self._path = path
        self._clock = clock
        self._guard: sqlite3.Connection | None = None
        self._watch = FileWatch(path)
        self._base = Base(path)
        self._missed = self._is_logged = False

    def open(self, *, creating: bool = False) -> sqlite3.Connection:
        """Give the connection, opened if need be, or raise NotebookDamaged, NotKept or HomeUnwritable."""
        if self.opened:
            if self.version < notebookschema.VERSION:  # until another program brings it to today's
                self.version = version_of(self.opened, self._path)
            return self.opened
        try:
            if creating:
                make_file(self._path)
            self._base.begin()
            connection = self.opened = open_notebook(self._path)
            connection.row_factory = sqlite3.Row
            if creating:
                connection.executescript(notebookschema.WHOLE)
            self.version = version_of(connection, self._path)
            # Only now: the journal's kind is written into the file, and a foreign one is left as it is.
            self._begin_log(connection)
        except (*FAULTS, ReaderError) as error:
            self._let_go(homing=True)
            raise told(error, self._path) from error
        self._watch.begin(logged=self._is_logged)
        return connection

    def refuse_stranger(self) -> None:
        """See that no log is laid over a file that was put there beside it.

        Raises:
            NotebookReplaced: one was; what belongs to the log is in a copy beside it now, and the log gone.
            NotKept: another program has the log open, and keeps what belongs to it.
        """
        if self.opened or not self._base.has_log or not self._base.is_contradicted:
            return
        for _look in range(_PATIENCE):
            if not self._base.is_held:
                break
            time.sleep(_PAUSE)
            if not self._base.is_contradicted:
                return
        else:
            raise NotKept(_("another program put another Notebook in its place"))
        if self._base.is_needed:
            return
        aside = self._aside()
        self._base.save(aside)
        self._base.drop_log()
        raise NotebookReplaced(str(aside))

    def open_another(self) -> sqlite3.Connection:
        """Open a connection of its own to read, for a thread; if it is the last, it brings no log home."""
        self._refuse_moved()
        return open_to_read(self._path, is_still=False) if self._is_logged else open_notebook(self._path)

    def make_ready(self) -> sqlite3.Connection:
        """Give the connection for a change: to a copy where another file stands in the Notebook's place."""
        if self._watch.is_gone:
            raise NotKept(_("its file is not in its place"))
        self.stay_in_place()
        connection = self.open()
        if self._is_logged and not self.replaced:
            self._base.refresh()
        return connection

    def look(self) -> None:
        """Bring the log home if it is time to; to be called every second or so."""
        if not self.opened or not self._is_logged or self.replaced or self.checkpoint.is_running:
            return
        if self._watch.is_gone or self._watch.is_changed:
            return  # which is looked into before the next change
        self.checkpoint.look(self.opened)
        if not self.checkpoint.is_running and not self._base.is_current:
            self.checkpoint.begin(self._base.refresh)

    def mind_place(self, *, is_last: bool = False) -> None:
        """See to a file that was moved; back after two looks, or one that `is_last`, it is NotebookGone."""
        if not self.opened or self.opened.in_transaction or self.checkpoint.is_running:
            return
        was_missed, self._missed = self._missed or is_last, self._watch.is_gone
        if was_missed and self._missed:
            put_back(self.opened, self._path, self._watch)
            self.close()
            raise NotebookGone
        self.stay_in_place()

    def stay_in_place(self) -> None:
        """Go on in a copy if another file stands in this one's place, or its content does; that is left."""
        self.checkpoint.finish()
        if self.opened and self._watch.is_replaced:
            self._go_on_in(copy_aside(self.opened, self._aside()))
        elif self.opened and self._watch.is_changed and not self._was_brought_home():
            self._leave_overwritten(self.opened)
        elif self.opened and self._watch.has_other_log:
            self._watch.set_log_aside(self._clock())
            self.close()  # which brings the right one home

    def close(self) -> None:
        """Close it, by which SQLite brings the log home, unless another program or another file is there."""
        self.checkpoint.finish()
        if self._watch.is_replaced:  # and there was no room for a copy: at least it is left as it is
            with suppress(OSError):
                self._watch.set_log_aside(self._clock())
        self._let_go(homing=not self._watch.is_changed)
        if not self._base.has_log:  # no program has it open any more
            self._base.drop()

    def _begin_log(self, connection: sqlite3.Connection) -> None:
        """Set the journal, unless the file can only be read.

        The log is brought home by who watches, or by the last who closes it: otherwise nobody could tell who
        changed the file itself. A second connection, which may not write, is there to be the last in need.
        """
        self._is_logged = False
        if connection.execute("PRAGMA query_only").fetchone()[0]:
            return
        wanted = "WAL" if is_local(self._path.parent) else "DELETE"
        self._is_logged = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0] == "wal"
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON").fetchone()  # not every SQLite is built with it
        if self._is_logged:
            connection.execute("PRAGMA wal_autocheckpoint = 0")
            self._guard = open_to_read(self._path, is_still=False)
            self._guard.execute("SELECT count(*) FROM sqlite_schema").fetchone()

    def _open_to_write(self) -> sqlite3.Connection:
        self._refuse_moved()
        if self._watch.is_changed and not self._was_brought_home():
            raise sqlite3.OperationalError(_("it was overwritten"))
        return open_notebook(self._path, is_open=True)

    def _refuse_moved(self) -> None:
        if self._watch.is_replaced or self._watch.is_gone:
            raise sqlite3.OperationalError(_("its file was moved"))

    def _settle(self) -> None:
        """Know the file as it is now: what the log held is in it, or some of that."""
        self._watch.settle()
        self._base.refresh()

    def _was_brought_home(self) -> bool:
        """True if the file holds what the log does: another program brought it home."""
        if not self._base.exists or self._base.is_contradicted:
            return False
        self._settle()
        return True

    def _leave_overwritten(self, connection: sqlite3.Connection) -> None:
        """Save what was in the file; where it was not changed since it was opened, it is just read anew."""
        if self._base.exists:
            aside = self._aside()
            self._base.save(aside)
            self._go_on_in(aside)
        elif not self.checkpoint.is_done or self._watch.has_lost_log:  # there was no room for a base
            self._go_on_in(copy_aside(connection, self._aside()))
        else:
            self._let_go(homing=False)

    def _go_on_in(self, aside: Path) -> None:
        self._watch.drop_log()
        self._let_go(homing=False)
        self._base.drop()
        self.opened = sqlite3.connect(aside, isolation_level=None)
        self.opened.row_factory = sqlite3.Row
        self.replaced = NotebookReplaced(str(aside))

    def _let_go(self, *, homing: bool) -> None:
        """Close everything; SQLite brings the log home when the last closes, unless that may not write."""
        for each in (self._guard, self.opened) if homing else (self.opened, self._guard):
            if each:
                each.close()
        self.opened = self._guard = None
        self._base.end()
        self._watch.end()

    def _aside(self) -> Path:
        return make_free(self._path.with_name(f"{self._path.stem}.replaced-{self._clock():%Y%m%d-%H%M%S}.db"))
