# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the windows have for a screen reader that show marks, binders and backups, where there are some."""

from pathlib import Path

import pytest
from support.heard import Listener
from support.looked_at import compare
from support.shown_windows import FULL, stock

from asem_reader import paths


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a Notebook in which there is some of everything."""
    home = tmp_path_factory.mktemp("home")
    stock(paths.home(home))
    return home


@pytest.fixture
def greeting() -> str:
    """Of a Notebook that another edition placed last."""
    return "Your marks: "


@pytest.mark.parametrize("name", FULL)
def test_a_full_window_has_what_is_listed(reader: Listener, name: str) -> None:
    compare(reader, name, FULL[name], next(iter(FULL)))
