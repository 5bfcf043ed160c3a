# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The shape of the Notebook, and the marks by which it is known."""

import re

from asem_reader.core.place import BUNDLED

APPLICATION_ID = 0x4153454E  # "ASEN"
VERSION = 5

# `digest` tells of each row whether it is still what was written (store/notebook/row.py): integrity_check
# sees a flipped bit in a text only when it falls on the file's own frame.
# `folder` is a path, not a key: a mark with an unknown folder is better than no mark.
# `library` and `view` stand last, where versions 3 and 4 put them into the tables that were there.
LIBRARY = f"library TEXT NOT NULL DEFAULT '{BUNDLED}'"
VIEW = "view TEXT NOT NULL DEFAULT ''"
MARKS = f"""
CREATE TABLE marks (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  block TEXT,
  quote TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  body TEXT NOT NULL,
  folder TEXT NOT NULL,
  tags TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  words TEXT NOT NULL,
  nth INTEGER NOT NULL,
  colour TEXT,
  position INTEGER NOT NULL,
  deleted TEXT NOT NULL,
  waiting TEXT,
  digest TEXT NOT NULL,
  {LIBRARY},
  {VIEW}
);
CREATE INDEX marks_by_topic ON marks(slug);
"""
# Of what was changed, by a mark's id, `folder/` and a path, or `binder/` and an id: core/marks/history.py.
HISTORIES = """
CREATE TABLE histories (
  key TEXT PRIMARY KEY,
  history TEXT NOT NULL
) WITHOUT ROWID;
"""
BESIDE_MARKS = f"""
CREATE TABLE folders (
  path TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE binders (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  deleted TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE about (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
{HISTORIES}
"""
_OURS = frozenset(
    f"{table}.{column}"
    for table, columns in re.findall(r"CREATE TABLE (\w+) \((.*?)\n\)", MARKS + BESIDE_MARKS, re.DOTALL)
    for column in re.findall(r"^  (\w+) ", columns, re.MULTILINE)
)
# By version; of the first, and of later ones, nothing but marks is known.
_FOUR = _OURS - {"histories.key", "histories.history"}
COLUMNS = {2: _FOUR - {"marks.library", "marks.view"}, 3: _FOUR - {"marks.view"}, 4: _FOUR, 5: _OURS}
WHOLE = f"""
BEGIN;
{MARKS}
{BESIDE_MARKS}
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
COMMIT;
"""
