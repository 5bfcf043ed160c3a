#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Starts the frozen program as a stranger would: no home, no settings, no locale, another folder, no Python.
# Whatever it says on stderr is a fault.

set -eu
cd -- "$(dirname -- "$0")/.."

program=$PWD/dist/asem-reader/asem-reader
home=$(mktemp -d)
errors=$(mktemp)
trap 'rm -f "$errors"; rm -r "$home"' EXIT

status=0
(cd / && env -i HOME="$home" PATH=/usr/bin:/bin QT_QPA_PLATFORM=offscreen \
    "$program" --smoke) 2>"$errors" || status=$?
if [ "$status" -ne 0 ] || [ -s "$errors" ]; then
    cat "$errors" >&2
    echo "dist: the frozen program ended with $status and must be silent on stderr" >&2
    exit 1
fi
echo "dist/asem-reader: $(du -sm dist/asem-reader | cut -f1) MB, starts, and says nothing on stderr"
