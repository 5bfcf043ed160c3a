# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The figures of the real Library, and what is computed of them."""

import pytest

from asem_reader.core.indicators.dataset import Dataset
from asem_reader.core.indicators.ranking import Rankings
from asem_reader.store.indicators import read_dataset
from asem_reader.store.library import Library


@pytest.fixture(scope="session")
def dataset(library: Library) -> Dataset:
    return read_dataset(library)


@pytest.fixture(scope="session")
def rankings(dataset: Dataset) -> Rankings:
    return Rankings(dataset)
