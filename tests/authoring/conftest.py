# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the tests of authoring share: a small folder of content with reference, compiled."""

from pathlib import Path

import pytest
from support.content import Data

from asem_reader.authoring.compiled import Compiled, compile_content


@pytest.fixture
def full(tmp_path: Path) -> Data:
    """A small folder of content, with a page of each kind, that compiles."""
    return Data.with_reference(tmp_path / "full")


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    """The small folder with reference, compiled once to be looked at."""
    return compile_content(Data.with_reference(tmp_path_factory.mktemp("compiled") / "data").write())


@pytest.fixture
def with_facts(data: Data) -> Data:
    """The small folder of content with all that an editor asks for, so that there is nothing to mark."""
    for slug in ("piracy", "other-topic"):
        data.files[f"facts/{slug}.yaml"] = FACTS
    data.files["words.txt"] = "# Names\n"
    return data


FACTS = """\
names: [ASEM8, Brussels, "0 1 2 3 4 5 6 7 8 9 10 11", "1982 2012 2027 2028", Kildare 2004, Norway, Japan]
dates: [4-5 May 2010, 4-5 May 2027]
facts:
- {text: Leaders hold that the sea is free., sources: [one]}
- {text: Pirates came ashore on 4-5 May 2010., sources: [two]}
"""
