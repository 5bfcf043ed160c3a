#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Package: lxml 6.1.3 from PyPI.
# Behaviour: lxml.html, which mends whatever HTML it is given, reads a page whose elements lie more than 255
#   deep in one another only up to there. Not the deep part alone is gone: so is all that follows, on the
#   first level too. No exception is raised and no warning given; that something is missing stands in the
#   error log of a parser of one's own alone. Reading by events (a parser with a target) gets to the end of
#   the same text.
# Why it matters: lists in lists are deep where their items are never closed by hand or by a program, as in
#   bookmarks and in exported mails. A reader of such a page counts too few links, and has no sign of it.
# Output seen:
#   200 deep: tree: 2 links, log: nothing; events: 2 links
#   300 deep: tree: 0 links, log: ERR_RESOURCE_LIMIT; events: 2 links
# Exit code 0 if it is still so, 1 if it is not.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check lxml==6.1.3
"$folder/venv/bin/python" - <<'PYTHON'
import sys

from lxml import etree, html


class Links:
    """Counts the links among the events of a parser."""

    def __init__(self):
        self.count = 0

    def start(self, tag, attributes):
        self.count += tag == "a"

    def end(self, tag): ...

    def data(self, text): ...

    def close(self):
        return self.count


found = []
for deep in (200, 300):
    page = "<html><body>" + "<div>" * deep + "<a href='/in'>in</a>" + "</div>" * deep
    page += "<p><a href='/behind'>behind</a></p></body></html>"
    tree = len(html.document_fromstring(page).findall(".//a"))
    own = etree.HTMLParser()
    etree.fromstring(page, own)
    log = ", ".join(sorted({entry.type_name for entry in own.error_log})) or "nothing"
    events = etree.fromstring(page, etree.HTMLParser(target=Links()))
    found.append((tree, log, events))
    print(f"{deep} deep: tree: {tree} links, log: {log}; events: {events} links")
sys.exit(found != [(2, "nothing", 2), (0, "ERR_RESOURCE_LIMIT", 2)])
PYTHON
