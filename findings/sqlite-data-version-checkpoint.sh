#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Package: apsw 3.54.1.0 from PyPI, which carries SQLite 3.54.1 in itself.
# Behaviour: PRAGMA data_version is the documented way to ask whether another connection changed a database.
#   In WAL mode it also changes when another connection runs wal_checkpoint(TRUNCATE), although no row, no
#   schema and no page of content is another. A PASSIVE checkpoint by another connection, and a TRUNCATE by
#   the asking connection itself, leave it as it is.
# Why it matters: a program that reads everything anew when data_version changes does so after each
#   checkpoint of a helper thread. It has to let the helper copy pages (PASSIVE), and to cut the log off
#   (TRUNCATE) on the connection that asks.
# Output seen:
#   written by the asking connection: same
#   PASSIVE by another connection: same
#   TRUNCATE by the asking connection: same
#   TRUNCATE by another connection, log empty: changed
#   rows changed meanwhile: 0
# Exit code 0 if it is still so, 1 if it is not.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check apsw==3.54.1.0
"$folder/venv/bin/python" - "$folder/a.db" <<'PYTHON'
import sys

import apsw

asking, other = apsw.Connection(sys.argv[1]), apsw.Connection(sys.argv[1])
asking.execute("PRAGMA journal_mode = WAL").fetchall()
asking.execute("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
other.execute("SELECT * FROM t").fetchall()


def one(connection, sql):
    return connection.execute(sql).fetchone()[0]


before, rows = one(asking, "PRAGMA data_version"), one(asking, "SELECT count(*) FROM t")
found = []
for what, connection, sql in (
    ("written by the asking connection", asking, "UPDATE t SET x = x + 1"),
    ("PASSIVE by another connection", other, "PRAGMA wal_checkpoint(PASSIVE)"),
    ("TRUNCATE by the asking connection", asking, "PRAGMA wal_checkpoint(TRUNCATE)"),
    ("TRUNCATE by another connection, log empty", other, "PRAGMA wal_checkpoint(TRUNCATE)"),
):
    connection.execute(sql).fetchall()
    now = one(asking, "PRAGMA data_version")
    found.append("same" if now == before else "changed")
    before = now
    print(f"{what}: {found[-1]}")
print("rows changed meanwhile:", one(asking, "SELECT count(*) FROM t") - rows)
sys.exit(found != ["same", "same", "same", "changed"])
PYTHON
