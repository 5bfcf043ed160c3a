# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A clock for what waits until the Notebook is idle."""

import pytest
from support.processes import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("asem_reader.store.notebook.checkpoint.time", clock)
    return clock
