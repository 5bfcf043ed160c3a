#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Package: apsw 3.54.1.0 from PyPI, which carries SQLite 3.54.1 in itself.
# Behaviour: the last connection that closes a database in WAL mode brings the log into the file and deletes
#   it, as the documentation says. If that last connection was opened to read alone, it does neither, though
#   the program may write the file and wrote through another connection a moment before: the file stays
#   without the committed rows, and the log stays beside it with them. Nothing says so.
# Why it matters: a program with a pool of readers that closes its writer first leaves a file that is not
#   whole by itself, so that a copy of the file alone lacks the last changes. The order of closing decides.
# Output seen:
#   writer last: log left: no, rows in a copy of the file alone: 2
#   reader last: log left: yes, rows in a copy of the file alone: 1
# Exit code 0 if it is still so, 1 if it is not.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check apsw==3.54.1.0
"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import os
import shutil
import sys

import apsw

found = []
for last in ("writer", "reader"):
    name = f"{sys.argv[1]}/{last}.db"
    writer = apsw.Connection(name)
    writer.execute("PRAGMA journal_mode = wal").fetchall()
    writer.execute("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    reader = apsw.Connection(name, flags=apsw.SQLITE_OPEN_READONLY)
    reader.execute("SELECT count(*) FROM t").fetchall()
    writer.execute("INSERT INTO t VALUES (2)")
    for connection in (reader, writer) if last == "writer" else (writer, reader):
        connection.close()
    left = os.path.exists(f"{name}-wal")
    shutil.copy(name, f"{name}.copy")
    rows = apsw.Connection(f"{name}.copy").execute("SELECT count(*) FROM t").fetchone()[0]
    found.append((left, rows))
    print(f"{last} last: log left: {'yes' if left else 'no'}, rows in a copy of the file alone: {rows}")
sys.exit(found != [(False, 2), (True, 1)])
PYTHON
