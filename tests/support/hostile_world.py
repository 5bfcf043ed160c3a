# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the program makes over a Library and a Notebook with markup in every field."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from asem_reader import paths
from asem_reader.core.content import Article
from asem_reader.core.place import Slug
from asem_reader.store.library import Library
from asem_reader.viewmodels.editions.editions import Editions
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.printing.compositor import Compositor
from support.screen import MARITIME


@dataclass
class Hostile:
    """What lies under a window in which markup stands everywhere, and a widget to be the parent of others."""

    library: Library
    home: paths.Home
    marks: Marks
    editions: Editions
    compositor: Compositor
    parent: QWidget

    @property
    def article(self) -> Article:
        return self.library.article(MARITIME.slug)

    def title_of(self, slug: Slug) -> str:
        return self.library.article(slug).topic.title
