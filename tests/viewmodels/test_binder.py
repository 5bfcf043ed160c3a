# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The Binder: preview, file and printer get the same pages."""

import datetime
from pathlib import Path

import pytest

from asem_reader import paths
from asem_reader.core.errors import NoSuchPlace, NotWritten
from asem_reader.core.form import Form, Paper
from asem_reader.core.place import Slug
from asem_reader.paper import typeset
from asem_reader.store.library import Library
from asem_reader.store.notebook import Notebook
from asem_reader.viewmodels.binder import Binder
from asem_reader.viewmodels.marking import Marking, Spot
from asem_reader.viewmodels.marks import Marks

SLUG = Slug("maritime-security")
ZONE = datetime.timezone(datetime.timedelta(hours=7))
NOW = datetime.datetime(2026, 11, 23, 12, 5, tzinfo=ZONE)


@pytest.fixture
def marks(notebook: Notebook) -> Marks:
    return Marks(notebook, str)


@pytest.fixture
def binder(library: Library, marks: Marks) -> Binder:
    template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
    return Binder(library, marks, typeset.Press(paths.resources() / "fonts"), template, lambda: NOW)


def words(pdf: bytes) -> str:
    return "".join("".join(typeset.text(pdf)).split())


def test_printed_with_its_zone(binder: Binder) -> None:
    assert "Printed23November2026,12:05UTC+07:00" in words(binder.pdf([SLUG], Form()))


def test_notes_go_along_only_when_wished(binder: Binder, marks: Marks, library: Library) -> None:
    article = library.article(SLUG)
    Marking(marks).note(Spot(article, article.sections[0].blocks[0].id), "Not-for-the-press")
    assert "Not-for-the-press" not in words(binder.pdf([SLUG], Form()))
    assert "Not-for-the-press" in words(binder.pdf([SLUG], Form(), with_notes=True))


@pytest.mark.parametrize(("paper", "inches"), [(Paper.A4, (8.27, 11.69)), (Paper.LETTER, (8.5, 11))])
def test_pictures_have_the_size_of_the_paper(
    binder: Binder, paper: Paper, inches: tuple[float, float]
) -> None:
    pdf = binder.pdf([SLUG], Form(paper=paper))
    images = binder.images(pdf, 100)
    assert len(images) == typeset.count(pdf)
    assert (images[0].width() / 100, images[0].height() / 100) == pytest.approx(inches, abs=0.02)


def test_several_topics_make_one_document(binder: Binder) -> None:
    pdf = binder.pdf([SLUG, Slug("migration")], Form())
    assert "Maritimesecurity" in words(pdf)
    assert "rootcausesofirregularmigration" in words(pdf).lower() or "Migration" in words(pdf)


def test_a_topic_that_is_not_there_is_named(binder: Binder) -> None:
    with pytest.raises(NoSuchPlace, match="atlantis"):
        binder.pdf([Slug("atlantis")], Form())


def test_saving_where_one_cannot_leaves_nothing(binder: Binder, tmp_path: Path) -> None:
    with pytest.raises(NotWritten):
        binder.save(b"%PDF", tmp_path / "no such folder" / "sheet.pdf")
    assert list(tmp_path.glob("*.pdf")) == []
