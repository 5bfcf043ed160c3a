# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The message catalogue of the reader's language: gettext's MO file, where one is bundled."""

import gettext
from pathlib import Path

from asem_reader.core.language import install

_DOMAIN = "asem-reader"


def load(resources: Path) -> None:
    """Let words come from ``locale/LANGUAGE/LC_MESSAGES/asem-reader.mo``, if there are catalogues at all.

    The language is the environment's, as gettext reads it; English where it has no catalogue.
    """
    catalogues = resources / "locale"
    if catalogues.is_dir():
        install(gettext.translation(_DOMAIN, catalogues, fallback=True))
