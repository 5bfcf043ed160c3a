#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Package: apsw 3.54.1.0 from PyPI, which carries SQLite 3.54.1 in itself.
# Behaviour: SQLite has a result code for a write to a database whose file was renamed under the open
#   connection (SQLITE_READONLY_DBMOVED, 1032), and gives it with a rollback journal. With a write-ahead log
#   it does not look: the same write succeeds, synced to disk, and a new connection at the old name knows
#   nothing of it. Nor does closing bring the log into the file, wherever that is now: the committed row
#   stands in no database, but in a log that lies beside the name of the file that was moved away.
# Why it matters: programs that synchronise folders rename files. Who keeps data in WAL mode has to compare
#   device and inode before each write, for SQLite does it in the other mode alone.
# Output seen:
#   delete: write after the rename: ReadOnlyError 1032
#   delete: rows in the renamed file after closing: 1
#   wal: write after the rename: committed
#   wal: rows in the renamed file after closing: 1
#   wal: bytes of log left at the old name: more than 0
# Exit code 0 if it is still so, 1 if it is not.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check apsw==3.54.1.0
"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import os
import sys

import apsw

found = []
for mode in ("delete", "wal"):
    name, moved = f"{sys.argv[1]}/{mode}.db", f"{sys.argv[1]}/{mode}-moved.db"
    connection = apsw.Connection(name)
    connection.execute(f"PRAGMA journal_mode = {mode}").fetchall()
    connection.execute("PRAGMA synchronous = FULL; CREATE TABLE t (x); INSERT INTO t VALUES (1)")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    os.rename(name, moved)
    try:
        connection.execute("INSERT INTO t VALUES (2)")
        found.append("committed")
    except apsw.Error as error:
        found.append(f"{type(error).__name__} {error.extendedresult}")
    print(f"{mode}: write after the rename: {found[-1]}")
    connection.close()
    again = apsw.Connection(moved)
    found.append(again.execute("SELECT count(*) FROM t").fetchone()[0])
    print(f"{mode}: rows in the renamed file after closing: {found[-1]}")
    again.close()
left = os.path.getsize(f"{sys.argv[1]}/wal.db-wal")
print("wal: bytes of log left at the old name:", "more than 0" if left else left)
sys.exit(found != ["ReadOnlyError 1032", 1, "committed", 1] or not left)
PYTHON
