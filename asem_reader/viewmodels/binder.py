# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Binder: topics on their way to paper, as sheets, as PDF, as pictures of the very pages."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from asem_reader.core.compose import Wish, compose
from asem_reader.core.dates import stamp
from asem_reader.core.form import Form
from asem_reader.core.pack import Pack
from asem_reader.core.place import Slug
from asem_reader.paper import typeset
from asem_reader.paper.pack import source
from asem_reader.store.almanac import Almanac
from asem_reader.store.disk import write_whole
from asem_reader.store.library import Library
from asem_reader.viewmodels.marks import Marks


def local_now() -> datetime.datetime:
    """The time in the zone where the computer stands."""
    return datetime.datetime.now(datetime.UTC).astimezone()


class Binder(QObject):
    """Sets topics for printing. Preview, PDF and printer all get the same bytes."""

    def __init__(
        self,
        library: Library,
        marks: Marks,
        press: typeset.Press,
        template: str,
        clock: Callable[[], datetime.datetime] = local_now,
    ) -> None:
        super().__init__()
        self._library = library
        self._marks = marks
        self._press = press
        self._template = template
        self._clock = clock

    def pdf(self, slugs: Sequence[Slug], form: Form, *, with_notes: bool = False) -> bytes:
        """Return topics as PDF/UA-1, each from a new page.

        Raises:
            NoSuchPlace: a topic is not in the Library.
            NotTypeset: the typesetter refused.
        """
        edition, meetings = self._library.edition(), Almanac(self._library).meetings()
        wish = Wish(stamp(self._clock()), profile=form.profile)
        sheets = (
            compose(
                self._library.article(slug),
                edition,
                wish,
                meetings,
                self._marks.on(slug) if with_notes else (),
            )
            for slug in slugs
        )
        pack = Pack(tuple(sheets))
        return self._press.pdf(source(pack, form, self._template), pack.title)

    def images(self, pdf: bytes, dpi: float) -> list[QImage]:
        """Return the pages of a PDF as pictures at so many dots an inch."""
        return [_image(page) for page in typeset.pages(pdf, dpi)]

    def save(self, pdf: bytes, path: Path) -> None:
        """Write a PDF whole or not at all.

        Raises:
            NotWritten: it could not be written.
        """
        write_whole(path, pdf)


def _image(page: typeset.PageImage) -> QImage:
    picture = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return picture.copy()  # its own pixels: the bytes go when the page image goes
