#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Fails with a sentence where there is no screen for the window that "make run ARGS=..." asks for:
# Qt itself would abort, and only after the set-up.

if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    exit 0
fi
for word in "$@"; do
    case $word in
        outline | show | search | print | marks | check | -h | --help | --version) exit 0 ;;
    esac
done
echo "There is no screen here (DISPLAY and WAYLAND_DISPLAY are not set); start this from a desktop," \
    "or run it unseen: QT_QPA_PLATFORM=offscreen make run ARGS=--smoke" >&2
exit 1
