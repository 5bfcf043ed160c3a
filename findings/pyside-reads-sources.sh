#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Package: PySide6-Essentials 6.11.3 from PyPI, with CPython 3.11 to 3.14.
# Behaviour: once PySide6.QtCore is imported, the source of every module that is imported after it is read as
#   well, of the standard library and of one's own, also where the module comes from its compiled file and
#   has nothing to do with Qt. PySide looks whether the text names PySide6, to know for whom it would have to
#   switch its optional __feature__ (snake_case, true_property). It does so by inspect.getsource, so that the
#   standard linecache keeps all lines of all those files for as long as the process lives.
# Why it matters: in a program of some hundred modules this is megabytes, and a good part of the time from
#   the command to the window; nothing in an import profile or in the program's own text points there.
# Output seen:
#   without Qt: 0 files of source kept
#   with Qt: 12 files of source kept, among them json/decoder.py
# Exit code 0 if it is still so, 1 if it is not.

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3
"$folder/venv/bin/python" -m compileall -q "$(python3 -c 'import json; print(json.__path__[0])')" || true
"$folder/venv/bin/python" - <<'PYTHON'
import subprocess
import sys

KEPT = """
import linecache, sys
before = set(linecache.cache)
import json, csv, configparser
new = sorted(set(linecache.cache) - before)
print(len(new), any(name.replace(chr(92), "/").endswith("json/decoder.py") for name in new))
"""


def kept(first):
    ran = subprocess.run([sys.executable, "-c", first + KEPT], check=True, capture_output=True, text=True)
    count, has_json = ran.stdout.split()
    return int(count), has_json == "True"


without, _ = kept("")
count, has_json = kept("import PySide6.QtCore")
print(f"without Qt: {without} files of source kept")
print(f"with Qt: {count} files of source kept" + (", among them json/decoder.py" if has_json else ""))
sys.exit(not (without == 0 and has_json))
PYTHON
