#!/bin/bash
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
# Keys of the digit row under a layout whose digits need Shift (fr, cz): the same key does the same command.
# Needs Xvfb, openbox, xdotool, setxkbmap.  tools/cases/digits_row.sh [LAYOUT]
set -u
layout=${1:-fr}
screen=:${SCREEN:-79}
said=$(mktemp)
cd "$(dirname "$0")/../.." || exit 2
export DISPLAY=$screen
Xvfb "$screen" -screen 0 1280x900x24 >/dev/null 2>&1 & server=$!
sleep 1.5
openbox >/dev/null 2>&1 & manager=$!
sleep 1
setxkbmap "$layout"
QT_QPA_PLATFORM=xcb .venv/bin/python tools/cases/digits_row.py >"$said" & window=$!
for _ in $(seq 60); do grep -q READY "$said" && break; sleep 0.5; done
sleep 1
press() { xdotool keydown ctrl ${2:+keydown $2} key "$1" ${2:+keyup $2} keyup ctrl; sleep 0.3; }
for key in 10 11 12 19; do press $key; done
for key in 10 11 12 13 14 15; do press $key shift; done
for key in 10 11 19; do press $key alt; done
kill $window $manager $server
got=$(sed -n 's/^does //p' "$said" | paste -sd' ')
wanted='contents marks history normal by_folders by_topics by_tags by_colours by_dates by_bin theme_light theme_dark theme_system'
rm "$said"
echo "$layout: $got"
[ "$got" = "$wanted" ] || { echo "WRONG, should be: $wanted"; exit 1; }
echo right
