# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The article whose page is read."""

import pytest

from asem_reader.core.content import Article
from asem_reader.core.place import Slug
from asem_reader.store.library import Library


@pytest.fixture
def article(library: Library) -> Article:
    return library.article(Slug("maritime-security"))
