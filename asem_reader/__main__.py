# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""`python -m asem_reader`, and what an installed program begins with, is the command line."""

import sys

try:
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # While it loads there is nothing to stop yet: Ctrl+C ends it at once, without a word.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
except KeyboardInterrupt:
    sys.exit(130)

from asem_reader.cli.arguments import main

if __name__ == "__main__":
    sys.exit(main())
