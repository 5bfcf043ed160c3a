-- SPDX-FileCopyrightText: 2026 The ASEM Reader developers
-- SPDX-License-Identifier: MIT
-- A Notebook of version 4, which knew views of the figures, but kept no histories.
BEGIN;
CREATE TABLE about (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "about" VALUES('imprint','maritime-security dzhb:01234567');
INSERT INTO "about" VALUES('library','5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e');
CREATE TABLE binders (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  deleted TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "binders" VALUES('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','Summit','{"cover": {"title": "Summit", "occasion": "", "place": "", "date": "", "prepared_for": ""}, "leaves": [{"slug": "maritime-security", "title": "Maritime security", "omit": [], "only": []}], "outfit": {"contents": true, "terms": true, "joined": true, "meetings": false, "partners": false}, "layout": {"profile": "standard", "handling": "", "notes": false, "codes": false, "margin": false}, "edition": "", "seal": "35884c5bc9378b9d"}','2026-11-25T12:00:00.000000Z','2026-11-25T12:00:00.000000Z','');
CREATE TABLE folders (
  path TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO "folders" VALUES('Brussels',0);
INSERT INTO "folders" VALUES('Brussels/Sea',0);
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
  library TEXT NOT NULL DEFAULT 'asem',
  view TEXT NOT NULL DEFAULT ''
);
INSERT INTO "marks" VALUES('00000000000000000000000000000001','bookmark','climate-change',NULL,'Climate change','','','','','[]','2026-11-23T08:00:00Z','2026-11-23T08:00:00Z','',0,NULL,0,'',NULL,'c109d7dfda75d291','other','');
INSERT INTO "marks" VALUES('00000000000000000000000000000002','note','maritime-security','dzhb','ReCAAP is the first agreement.','before','after','Ask Zoë: Ω 中文 😀','Brussels/Sea','["piracy", "été"]','2026-11-23T09:00:00Z','2026-11-24T10:00:00Z','',0,NULL,0,'',NULL,'5067d9492e123555','asem','');
INSERT INTO "marks" VALUES('00000000000000000000000000000003','highlight','maritime-security','q7ft','4 May 2010: a seminar','','','','Brussels','[]','2026-11-24T11:00:00Z','2026-11-24T11:00:00Z','a seminar',0,'green',2,'','in doubt','ffd41c1c35282c79','asem','');
INSERT INTO "marks" VALUES('00000000000000000000000000000004','note','maritime-security',NULL,'Maritime security','','','Gone','','[]','2026-11-24T12:00:00Z','2026-11-24T12:00:00Z','',0,NULL,0,'2026-11-25T12:00:00Z',NULL,'a32662572e258807','asem','');
CREATE INDEX marks_by_topic ON marks(slug);
PRAGMA application_id = 1095976270;
PRAGMA user_version = 4;
COMMIT;
