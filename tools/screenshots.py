# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Makes the pictures in README and manual from the real window, in a temporary home."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from asem_reader import paths
from asem_reader.app import application, make_window
from asem_reader.core.marks.mark import Target
from asem_reader.core.place import Place
from asem_reader.core.printing.form import Form
from asem_reader.start import show_first
from asem_reader.store.library import Library
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.printing.pageimages import PageImages
from asem_reader.viewmodels.session.choices import THEME
from asem_reader.widgets.frame.window import Window

TARGET = Path(__file__).parents[1] / "docs" / "screenshots"
SIZE = (1240, 820)
SHEET_DPI = 110
_SETTLED = 500  # milliseconds in which what fades in or waits for a pause is there


def main() -> int:
    """Write reading.png, searching.png, dark.png, sheet.png and composing.png; return 0."""
    app = application()
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(app, Library.open(paths.library()), paths.home(Path(folder)))
        window.context.settings.choose(THEME, "light")
        window.restore_shape()
        window.resize(*SIZE)
        show_first(window, Place.parse("maritime-security"))
        window.show()
        assert window.dispatcher  # as a moment after the first page
        take(window, "reading")
        window.field.setText("territorial disputes sea")
        window.left.found.results.choose_current()
        take(window, "searching")
        window.field.clear()
        write_notes(window)
        window.context.settings.choose(THEME, "dark")
        take(window, "dark")
        slug = Place.parse("maritime-security").slug
        pages = PageImages(window.context.compositor.pdf([slug], Form()))
        save(pages.page(0, SHEET_DPI), "sheet")
        pages.close()
        window.context.settings.choose(THEME, "light")
        compose(window)
        window.close()
        window.context.close()
        window.context.marks.close()
    return 0


def write_notes(window: Window) -> None:
    """Bookmark a topic and write on one of its paragraphs, as a reader would."""
    window.context.desk.go(Place.parse("korean-peninsula"))
    window.do("bookmark")
    window.context.desk.go(Place.parse("maritime-security"))
    page = window.context.desk.page
    if page:
        block = page.article.sections[1].blocks[2].id
        Marking(window.context.marks).note(
            Target(page.article, block), "Ask the Brussels desk for its number."
        )
        window.context.desk.go(Place(page.place.slug, page.article.sections[1].heading.id))
    window.actions_by_name["marks"].trigger()


def compose(window: Window) -> None:
    """Compose a pack of three topics, and show it."""
    window.dispatcher.print_commands.compose()
    composer = window.dispatcher.print_commands.composer
    if composer:
        composer.cover.fields["title"].setText("Security and the sea")
        composer.cover.fields["occasion"].setText("Senior Officials’ Meeting")
        slugs = ("maritime-security", "korean-peninsula", "cybersecurity")
        composer.add(Place.parse(slug).slug for slug in slugs)
        composer.picker.show_topic(Place.parse(slugs[0]).slug)
        composer.proof_view.pages.show_facing(True)
        composer.proofs.wait()
        composer.proof_view.pages.go_to(2)
        take(composer, "composing")


def take(widget: QWidget, name: str) -> None:
    QTest.qWait(_SETTLED)
    save(widget.grab().toImage(), name)


def save(image: QImage, name: str) -> None:
    image.save(str(TARGET / f"{name}.png"))
    print(f"docs/screenshots/{name}.png")


if __name__ == "__main__":
    sys.exit(main())
