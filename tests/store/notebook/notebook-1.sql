-- SPDX-FileCopyrightText: 2026 The ASEM Reader developers
-- SPDX-License-Identifier: MIT
-- A Notebook as version 0.1.0 wrote it.
BEGIN;
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
  modified TEXT NOT NULL
);
INSERT INTO marks VALUES
  ('00000000000000000000000000000001', 'bookmark', 'climate-change', NULL, 'Climate change', '', '', '', '', '[]', '2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z'),
  ('00000000000000000000000000000002', 'note', 'maritime-security', 'dzhb', 'ReCAAP is the first agreement.', 'before', 'after', 'Ask Zoë: Ω 中文 😀', 'Brussels/Sea', '["piracy", "été"]', '2026-11-23T09:00:00Z', '2026-11-24T10:00:00Z'),
  ('00000000000000000000000000000003', 'highlight', 'maritime-security', 'q7ft', '4 May 2010', '', '', '', 'Brussels', '[]', '2026-11-24T11:00:00Z', '2026-11-24T11:00:00Z');
PRAGMA application_id = 1095976270;
PRAGMA user_version = 1;
COMMIT;
