#!/bin/sh
# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
#
# Writes requirements.txt and requirements-dev.txt:  tools/lock.sh UV [--upgrade]
# Hashes, and no registry's address: whoever installs has a registry of their own.

set -eu
cd -- "$(dirname -- "$0")/.."
uv=$1
shift

compile() {
    file=$1
    shift
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --output-file "$file" "$@"
    printf '# SPDX-FileCopyrightText: 2026 The ASEM Reader developers\n# SPDX-License-Identifier: MIT\n' |
        cat - "$file" >"$file.new"
    mv "$file.new" "$file"
}

# hatchling builds the wheel; constrained by the first file, the second holds the same versions.
echo hatchling | compile requirements-dev.txt pyproject.toml - --extra dev "$@"
compile requirements.txt pyproject.toml --extra authoring --constraint requirements-dev.txt
