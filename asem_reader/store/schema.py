# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The shape of the Library, and the marks by which it is known."""

APPLICATION_ID = 0x4153454D  # "ASEM", at offset 68 of the file (sqlite.org/fileformat2.html)
VERSION = 8

# STRICT tables hold only the types that they name: who reads a Library need not look at each value.
# In tables WITHOUT ROWID the key's columns stand first: else integrity_check of SQLite 3.40 sees
# NULLs that are not there.
# Topics are numbered in the order of the tree, sections within them: row ids are the static order
# in which search takes its candidates.
TABLES = """
CREATE TABLE about (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE topics (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  parent_id INTEGER REFERENCES topics(id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  symbol TEXT UNIQUE,
  summary TEXT NOT NULL,
  as_of TEXT,
  words INTEGER NOT NULL
) STRICT;
CREATE INDEX topics_by_parent ON topics(parent_id, position);
CREATE INDEX topics_by_kind ON topics(kind);

CREATE TABLE sections (
  id INTEGER PRIMARY KEY,
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  position INTEGER NOT NULL,
  topic TEXT NOT NULL,
  names TEXT NOT NULL,
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (topic_id, position)
) STRICT;

CREATE TABLE blocks (
  id TEXT PRIMARY KEY,
  section_id INTEGER NOT NULL REFERENCES sections(id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  run INTEGER NOT NULL,
  text TEXT NOT NULL,
  cells TEXT NOT NULL,
  as_of TEXT,
  hash TEXT NOT NULL,
  UNIQUE (section_id, position)
) STRICT;

CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  publisher TEXT,
  kind TEXT NOT NULL,
  date TEXT,
  url TEXT
) STRICT;

CREATE TABLE topic_sources (
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  number INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES sources(id),
  PRIMARY KEY (topic_id, number)
) WITHOUT ROWID, STRICT;

CREATE TABLE citations (
  block_id TEXT NOT NULL REFERENCES blocks(id),
  number INTEGER NOT NULL,
  source_id INTEGER NOT NULL REFERENCES sources(id),
  PRIMARY KEY (block_id, number)
) WITHOUT ROWID, STRICT;

CREATE TABLE related (
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  position INTEGER NOT NULL,
  related_id INTEGER NOT NULL REFERENCES topics(id),
  PRIMARY KEY (topic_id, position)
) WITHOUT ROWID, STRICT;

CREATE TABLE aliases (
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  alias TEXT NOT NULL,
  PRIMARY KEY (topic_id, alias)
) WITHOUT ROWID, STRICT;

CREATE TABLE redirects (
  slug TEXT PRIMARY KEY,
  symbol TEXT,
  topic_id INTEGER NOT NULL REFERENCES topics(id)
) WITHOUT ROWID, STRICT;

CREATE TABLE partners (
  id INTEGER PRIMARY KEY,
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  name TEXT NOT NULL,
  official_name TEXT,
  kind TEXT NOT NULL,
  iso2 TEXT UNIQUE,
  iso3 TEXT UNIQUE,
  region TEXT NOT NULL,
  accession INTEGER NOT NULL,
  round INTEGER NOT NULL,
  welcomed_at INTEGER NOT NULL REFERENCES meetings(id),
  capital TEXT,
  seat TEXT
) STRICT;

CREATE TABLE meetings (
  id INTEGER PRIMARY KEY,
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  block_id TEXT REFERENCES blocks(id),
  name TEXT NOT NULL,
  number TEXT,
  theme TEXT,
  start TEXT,
  end TEXT,
  city TEXT,
  country TEXT REFERENCES partners(iso2),
  format TEXT,
  status TEXT NOT NULL,
  chair TEXT,
  document TEXT
) STRICT;
CREATE INDEX meetings_by_start ON meetings(start);

CREATE TABLE bodies (
  id INTEGER PRIMARY KEY,
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  name TEXT NOT NULL,
  acronym TEXT,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  founded TEXT,
  seat TEXT,
  run_by TEXT
) STRICT;

CREATE TABLE terms (
  id INTEGER PRIMARY KEY,
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  block_id TEXT NOT NULL REFERENCES blocks(id),
  term TEXT NOT NULL UNIQUE,
  expansion TEXT NOT NULL,
  definition TEXT,
  category TEXT
) STRICT;

CREATE TABLE milestones (
  id INTEGER PRIMARY KEY,
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  block_id TEXT NOT NULL REFERENCES blocks(id),
  date TEXT NOT NULL,
  end TEXT,
  kind TEXT NOT NULL,
  event TEXT NOT NULL
) STRICT;

CREATE TABLE indices (
  code TEXT PRIMARY KEY,
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  half TEXT NOT NULL,
  is_pillar INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE indicators (
  code TEXT PRIMARY KEY,
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  half TEXT NOT NULL,
  pillar TEXT NOT NULL REFERENCES indices(code),
  unit TEXT NOT NULL,
  unit_shown TEXT NOT NULL,
  direction INTEGER NOT NULL,
  denominator TEXT NOT NULL,
  year TEXT NOT NULL,
  source TEXT NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE readings (
  iso3 TEXT NOT NULL REFERENCES partners(iso3),
  code TEXT NOT NULL REFERENCES indicators(code),
  value REAL NOT NULL,
  PRIMARY KEY (iso3, code)
) WITHOUT ROWID, STRICT;

CREATE TABLE denominators (
  iso3 TEXT NOT NULL REFERENCES partners(iso3),
  name TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (iso3, name)
) WITHOUT ROWID, STRICT;

CREATE TABLE scores (
  iso3 TEXT NOT NULL REFERENCES partners(iso3),
  code TEXT NOT NULL,
  score REAL NOT NULL,
  rank INTEGER NOT NULL,
  imputed INTEGER NOT NULL,
  PRIMARY KEY (iso3, code)
) WITHOUT ROWID, STRICT;

CREATE TABLE tiles (
  iso3 TEXT PRIMARY KEY REFERENCES partners(iso3),
  col INTEGER NOT NULL,
  row INTEGER NOT NULL
) WITHOUT ROWID, STRICT;
"""

# What a search knows of words; all texts in them folded, words one blank apart (core/words.py).
LEXICON = """
CREATE TABLE names (
  name TEXT NOT NULL,
  topic_id INTEGER NOT NULL REFERENCES topics(id),
  rank INTEGER NOT NULL,
  PRIMARY KEY (name, topic_id)
) WITHOUT ROWID, STRICT;

CREATE TABLE synonyms (
  phrase TEXT NOT NULL,
  other TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (phrase, other)
) WITHOUT ROWID, STRICT;

CREATE TABLE translations (
  language TEXT NOT NULL,
  phrase TEXT NOT NULL,
  english TEXT NOT NULL,
  PRIMARY KEY (language, phrase)
) WITHOUT ROWID, STRICT;

CREATE TABLE section_years (
  year INTEGER NOT NULL,
  section_id INTEGER NOT NULL REFERENCES sections(id),
  PRIMARY KEY (year, section_id)
) WITHOUT ROWID, STRICT;
CREATE INDEX years_by_section ON section_years(section_id);

CREATE TABLE words (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,
  spelled TEXT NOT NULL,
  sections INTEGER NOT NULL
) STRICT;

CREATE TABLE english (
  word TEXT PRIMARY KEY,
  weight REAL NOT NULL,
  near TEXT
) WITHOUT ROWID, STRICT;
"""

# Sections are found by letters, with prefixes; what has the same stem is looked up among the words.
# `indexed` is a function of whoever fills the Library (core/words.py). Datasette shows a field to search in
# for a virtual table with USING and FTS in one line, and for a table between double quotes in it: two indexes
# must not look so, for words_trigrams knows no phrases, and topics_fts has no texts to show.
INDEXES = """
CREATE VIRTUAL TABLE sections_fts USING fts5(
  topic, names, heading, text,
  content="sections", content_rowid="id", prefix='1 2 3 4 5',
  tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE topics_fts USING
fts5(
  title, names, content='', prefix='1 2 3 4 5', tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO topics_fts (rowid, title, names)
  SELECT topic_id, indexed(topic), indexed(names) FROM sections WHERE position = 0;
INSERT INTO topics_fts(topics_fts) VALUES ('optimize');
INSERT INTO sections_fts (rowid, topic, names, heading, text)
  SELECT id, indexed(topic), indexed(names), indexed(heading), indexed(text) FROM sections;
INSERT INTO sections_fts(sections_fts) VALUES ('optimize');

CREATE VIRTUAL TABLE temp.met USING fts5vocab(main, sections_fts, row);
INSERT INTO words (word, spelled, sections) SELECT term, '^' || term || '$', doc FROM temp.met ORDER BY term;
DROP TABLE temp.met;
CREATE VIRTUAL TABLE words_trigrams USING
fts5(
  spelled, content='words', content_rowid="id", detail=none, tokenize="trigram case_sensitive 1"
);
INSERT INTO words_trigrams(words_trigrams) VALUES ('rebuild');
INSERT INTO words_trigrams(words_trigrams) VALUES ('optimize');
CREATE VIRTUAL TABLE words_stems USING fts5(
  word, content="words", content_rowid="id", tokenize="porter unicode61 remove_diacritics 2"
);
INSERT INTO words_stems(words_stems) VALUES ('rebuild');
INSERT INTO words_stems(words_stems) VALUES ('optimize');
"""
