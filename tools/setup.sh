#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Makes this checkout ready:  tools/setup.sh [run|test|dist]
# Finds Python, installs missing Debian packages, makes .venv, installs hashed requirements.
# Silent, and without network, when nothing is missing. Everything is said on stderr, so that
# "make run ARGS=..." may be piped.

set -eu
unset CDPATH PYTHONHOME PYTHONPATH
cd -- "$(dirname -- "$0")/.."

want=${1:-run}
case $want in
    run) requirements='requirements.txt' ;;
    test | dist) requirements='requirements-dev.txt' ;;
    *) echo "usage: tools/setup.sh [run|test|dist]" >&2; exit 2 ;;
esac

say() { printf 'set-up: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# What each shared library is called, and the Debian package that holds it.

libraries_of_qt='libEGL.so.1 libegl1
libGL.so.1 libgl1
libX11.so.6 libx11-6
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libglib-2.0.so.0 libglib2.0-0
libgthread-2.0.so.0 libglib2.0-0
libxkbcommon.so.0 libxkbcommon0
libz.so.1 zlib1g
libzstd.so.1 libzstd1'

libraries_of_x='libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-render.so.0 libxcb-render0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxcb.so.1 libxcb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0'

libraries_of_wayland='libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0'

# Qt for Python has no build for 3.15 yet.
suits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; }

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        python=$PYTHON
        suits "$python" || fail "PYTHON=$PYTHON is no Python from 3.11 to 3.14; name another, or leave it out."
        return
    fi
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        if suits "$python"; then return; fi
    done
    if command -v apt-get >/dev/null && ! command -v python3 >/dev/null; then
        missing='python3 python3-venv'
        install_packages
        missing=
        python=python3
        if suits "$python"; then return; fi
    fi
    fail "no Python from 3.11 to 3.14 found; install one (Debian: apt-get install python3)" \
        "or name it: make PYTHON=/path/to/python3"
}

libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    echo "$libraries_of_qt"
    # What is not here when the program is frozen cannot be put into it.
    if [ "$want" = dist ]; then
        echo "$libraries_of_x"
        echo "$libraries_of_wayland"
        return 0
    fi
    # Debian's tests open a screen of their own.
    if [ "$want" = test ] && command -v apt-get >/dev/null; then
        echo "$libraries_of_x"
    fi
    case ${QT_QPA_PLATFORM:-} in
        '' | xcb* | wayland*) ;;
        *) return 0 ;;
    esac
    if [ -n "${DISPLAY:-}" ]; then
        echo "$libraries_of_x"
    elif [ -n "${WAYLAND_DISPLAY:-}" ]; then
        echo "$libraries_of_wayland"
    fi
}

# Prints those lines of "library package" whose library does not load.
unloadable() {
    libraries | "$python" -c '
import ctypes, sys
for line in sys.stdin:
    try:
        ctypes.CDLL(line.split()[0])
    except OSError:
        print(line, end="")
'
}

debian_name='import sys; print("python%d.%d" % sys.version_info[:2])'
missing=
need() { case " $missing " in *" $1 "*) ;; *) missing="${missing:+$missing }$1" ;; esac; }

# Whether Debian has these packages.
are_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}\n' "$@" 2>/dev/null | grep -cx installed)" -eq $# ]
}

check_system() {
    lost=$(unloadable)
    if [ -n "$lost" ] && ! command -v apt-get >/dev/null; then
        fail "Qt needs these shared libraries, install them with your system's package manager:" \
            "$(echo "$lost" | cut -d' ' -f1 | xargs)"
    fi
    for package in $(echo "$lost" | cut -d' ' -f2); do need "$package"; done

    # Debian keeps what makes a venv in a package of its own.
    if [ -n "$why" ] && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        need "$("$python" -c "$debian_name")-venv"
    fi
    # PyInstaller reads libraries with objdump and takes Python itself as a library.
    if [ "$want" = dist ]; then
        command -v objdump >/dev/null || need binutils
        "$python" -c '
import ctypes, sysconfig
name, shared = map(sysconfig.get_config_var, ("INSTSONAME", "Py_ENABLE_SHARED"))
ctypes.CDLL(name) if shared else None' 2>/dev/null || need "lib$("$python" -c "$debian_name")"
    fi
    [ -z "$missing" ] || install_packages
    [ "$want" = test ] && command -v apt-get >/dev/null || return 0
    # Without a dictionary everything but the spelling of the content can be checked.
    hunspell -d en_GB -l </dev/null >/dev/null 2>&1 || {
        missing='hunspell hunspell-en-gb'
        (install_packages) || say "going on without: spelling will not be checked"
    }
    # Without these nobody hears the program, and the tests that do fail.
    heard='at-spi2-core dbus-daemon gir1.2-atspi-2.0 openbox python3-gi xdotool xvfb'
    # shellcheck disable=SC2086 # words are meant to be split
    are_installed $heard || {
        missing=$heard
        (install_packages) || say "going on without: the tests of what is heard will fail"
    }
    # And without these everything but what others think of our PDFs.
    command -v pdfinfo >/dev/null && command -v qpdf >/dev/null || {
        missing='poppler-utils qpdf'
        (install_packages) || say "going on without: printed files will not be checked by other programs"
    }
}

install_packages() {
    command -v apt-get >/dev/null ||
        fail "these packages (or what your system calls them) are missing, install them and run this again: $missing"
    update="apt-get update"
    install="apt-get install -y --no-install-recommends $missing"
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null; then
        as_root='sudo'
        [ -t 0 ] || as_root='sudo -n' # nobody is there to type a password
    else
        fail "system packages are missing; have the administrator run: $update && $install"
    fi
    say "installing system packages: $missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # words are meant to be split
    { $as_root $update && $as_root $install; } </dev/null >"$log" 2>&1 ||
        fail "system packages could not be installed ($(grep -E '^(E:|sudo:)' "$log" | head -n 1));" \
            "see that there is a network and run: ${as_root:+sudo }$update && ${as_root:+sudo }$install"
}

# A venv works if its Python still starts and still looks where its packages are.
venv_works() {
    .venv/bin/python -c '
import os, sys, sysconfig
sys.exit(sys.prefix == sys.base_prefix or not os.path.isdir(sysconfig.get_path("purelib")))' 2>/dev/null
}

# Says in $why for what reason .venv has to be made; says nothing if it may stay.
judge_venv() {
    why=
    if [ ! -e .venv ]; then
        why="making .venv"
    elif ! venv_works; then
        why=".venv no longer works, making it anew"
    elif [ -e .venv/unfinished ]; then
        why="the last set-up was interrupted, making .venv anew"
    elif [ -e .venv/made-for ]; then
        [ -L .venv ] || [ "$(cat .venv/made-for)" = "$here" ] ||
            why="this folder was moved or copied, making .venv anew"
    elif ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        why=".venv is not whole, making it anew"
    fi
}

make_venv() {
    if [ -n "$why" ]; then
        # --clear would empty what a link leads to, which belongs to another checkout.
        [ ! -L .venv ] || fail ".venv is a link to $(readlink .venv), which is left as it is ($why);" \
            "set that one up where it lies, or take the link away and run this again."
        say "$why"
        "$python" -m venv --clear .venv >"$log" 2>&1 ||
            fail ".venv could not be made ($(tail -n 1 "$log")); see that this folder may be written to and the disk has room."
    fi
    [ -L .venv ] || echo "$here" >.venv/made-for
}

install_requirements() {
    say "installing the $(grep -c == "$requirements") packages of $requirements"
    # A package half unpacked looks whole to pip: because of this mark the next run begins anew.
    : >.venv/unfinished
    .venv/bin/python -m pip install --quiet --no-input --no-user --disable-pip-version-check \
        --require-hashes --only-binary :all: -r "$requirements" </dev/null >"$log" 2>&1 || explain_pip
    .venv/bin/python -c 'from PySide6 import QtWidgets' 2>"$log" ||
        fail "Qt does not load ($(tail -n 1 "$log")); install the library it names and run this again."
    rm -f .venv/unfinished
    cp "$requirements" ".venv/$requirements"
}

explain_pip() {
    reason=$(grep '^ERROR' "$log" | tail -n 1)
    if grep -q 'DO NOT MATCH THE HASHES' "$log"; then
        rm -f .venv/unfinished # nothing has been unpacked yet
        fail "a fetched package is not the one this edition was made with (its hash differs); run this again, and report it if it stays."
    elif grep -qE 'onnection|name resolution|timed out|unreachable|SSLError|ProxyError' "$log"; then
        rm -f .venv/unfinished
        fail "the package registry does not answer; connect to the network and run this again."
    elif grep -q 'No space left' "$log"; then
        fail "the disk is full; free about 1 GB and run this again."
    fi
    fail "the packages could not be installed: ${reason:-pip failed}"
}

# requirements-dev.txt holds all of requirements.txt, in the same versions.
installed() {
    cmp -s "$requirements" ".venv/$requirements" || cmp -s requirements-dev.txt .venv/requirements-dev.txt
}

here=$(pwd -P)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
trap 'say "stopped; the next run finishes it"; exit 130' HUP INT TERM

judge_venv
if [ -z "$why" ] && installed; then
    python='.venv/bin/python'
    check_system
    exit 0
fi
find_python
say "Python $("$python" -c 'import platform; print(platform.python_version())') found"
check_system
make_venv
install_requirements
say "ready"
