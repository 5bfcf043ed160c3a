# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""`python -m asem_reader` is the command line."""

import sys

from asem_reader.cli.arguments import main

if __name__ == "__main__":
    sys.exit(main())
