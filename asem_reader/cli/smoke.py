# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""`--smoke`: the real window opens, searches, marks and prints in a temporary home; for built packages."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from asem_reader import paths
from asem_reader.app import application, make_window
from asem_reader.core.language import _
from asem_reader.core.marks.mark import Target
from asem_reader.core.printing.form import Form
from asem_reader.paper import typeset
from asem_reader.start import show_first
from asem_reader.store.library import Library
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.widgets.frame.window import Window


def smoke(library_file: Path) -> int:
    """Go through one reader's day, tell on stdout how each step went, and return 1 if one did not go well."""
    failed = False
    app = application()
    with (
        tempfile.TemporaryDirectory(prefix="asem-reader-smoke-") as folder,
        closing(Library.open(library_file)) as library,
    ):
        window = make_window(app, library, paths.home(Path(folder)))
        show_first(window, None)
        window.show()
        app.processEvents()
        for step, done in _day(window, Path(folder)):
            print((_("ok: {step}") if done else _("failed: {step}")).format(step=step), flush=True)
            if not done:
                print(_("Not so: {step}.").format(step=step), file=sys.stderr)
                failed = True
        window.close()
        window.context.close()
        window.context.marks.close()
        window.context.readings.close()
    return int(failed)


def _day(window: Window, folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield each step, and whether it went well."""
    yield _("a page is painted"), not window.grab().toImage().isNull()
    window.do("search")
    window.field.setText("piracy")
    window.field.entered.emit()
    page = window.context.desk.page
    yield _("the search finds"), page is not None and "iracy" in window.reader.toPlainText()
    yield _("the words are marked"), window.reader.words.found > 0
    if page:
        Marking(window.context.marks).note(Target(page.article, window.reader.current_block), "A note")
        yield _("the note is kept"), len(window.context.marks.on(page.place.slug)) == 1
        pdf = window.context.compositor.pdf([page.place.slug], Form(), with_notes=True)
        window.context.compositor.output.write(folder / "sheet.pdf", pdf)
        yield _("the sheet is printed"), "A note" in " ".join(typeset.text(pdf))
