#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Fails with a sentence where there is no screen for the window that "make run ARGS=..." asks for:
# Qt itself would abort, and only after the set-up.

# Whether a screen that is named answers is asked of its own library, as Qt does (and as it would refuse a
# stranger). Where that library, or Python, is still missing nothing is known: then this is asked again later.
dead() {
    "${PYTHON:-python3}" -c '
import ctypes, os

def answers(variable, library, connect):
    if not os.environ.get(variable):
        return False
    try:
        connect = getattr(ctypes.CDLL(library), connect)
    except OSError:
        return True
    connect.restype = ctypes.c_void_p
    return connect(None) is not None

if not (
    answers("WAYLAND_DISPLAY", "libwayland-client.so.0", "wl_display_connect")
    or answers("DISPLAY", "libX11.so.6", "XOpenDisplay")
):
    print("dead")
' 2>/dev/null
}

if [ "$(uname -s)" != Linux ] || [ -n "${QT_QPA_PLATFORM:-}" ]; then
    exit 0
fi
for word in "$@"; do
    case $word in
        outline | show | search | print | marks | check | -h | --help | --version) exit 0 ;;
    esac
done
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    why='DISPLAY and WAYLAND_DISPLAY are not set'
elif [ -n "$(dead)" ]; then
    why="${WAYLAND_DISPLAY:+WAYLAND_DISPLAY=$WAYLAND_DISPLAY }${DISPLAY:+DISPLAY=$DISPLAY }does not answer"
else
    exit 0
fi
echo "There is no screen here ($why); start this from a desktop," \
    "or run it unseen: QT_QPA_PLATFORM=offscreen make run ARGS=--smoke" >&2
exit 1
