# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""`--smoke`: the real window opens, searches, marks and prints in a temporary home; for built packages."""

import sys
import tempfile
from pathlib import Path

from asem_reader import paths
from asem_reader.app import application, make_window
from asem_reader.core.printing.form import Form
from asem_reader.paper import typeset
from asem_reader.start import show_first
from asem_reader.store.library import Library
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.target import Spot


def smoke(library_file: Path) -> int:
    """Go through one reader's day; return 0, or 1 with what went wrong on stderr.

    Raises:
        ReaderError: as the parts do.
    """
    app = application()
    with tempfile.TemporaryDirectory(prefix="asem-reader-smoke-") as folder:
        window = make_window(app, Library.open(library_file), paths.home(Path(folder)))
        show_first(window, None)
        window.show()
        app.processEvents()
        window.do("search")
        window.field.setText("piracy")
        window.field.entered.emit()
        page = window.parts.desk.page
        steps = {
            "a page is painted": not window.grab().toImage().isNull(),
            "the search finds": page is not None and "iracy" in window.reader.toPlainText(),
            "the words are marked": window.reader.words.found > 0,
        }
        if page:
            Marking(window.parts.marks).note(Spot(page.article, window.reader.current_block), "A note")
            pdf = window.parts.compositor.pdf([page.place.slug], Form(), with_notes=True)
            window.parts.compositor.output.write(Path(folder) / "sheet.pdf", pdf)
            steps["the note is kept"] = len(window.parts.marks.on(page.place.slug)) == 1
            steps["the sheet is printed"] = "A note" in " ".join(typeset.text(pdf))
        window.close()
        window.parts.close()
        window.parts.marks.close()
    failed = [step for step, done in steps.items() if not done]
    for step in failed:
        print(f"Not so: {step}.", file=sys.stderr)
    return 1 if failed else 0
