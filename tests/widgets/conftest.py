# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The fixtures of the screen, for these tests."""

from collections.abc import Iterator

import pytest
from support.screen import driver, home, open_driver, patient, swept
from support.speech import spoken

from asem_reader import paths
from asem_reader.paper.typeset import Press
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.output import Output
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.printing.compositor import Compositor
from asem_reader.viewmodels.session.settings import Settings

__all__ = ["driver", "home", "open_driver", "patient", "spoken", "swept"]


@pytest.fixture
def compositor(library: Library, notebook: Notebook, output: Output) -> Iterator[Compositor]:
    template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
    press = Press(paths.resources() / "fonts")
    compositor = Compositor(library, Marks(notebook, str), press, template, output)
    yield compositor
    compositor.close()


@pytest.fixture
def settings(home: paths.Home) -> Settings:
    return Settings(home.session)
