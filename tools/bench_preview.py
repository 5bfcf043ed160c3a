# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Measures the printing window: how soon pages are shown, and how long the window is kept from other work."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from asem_reader import paths
from tools.figures import report, spread

if TYPE_CHECKING:
    from asem_reader.widgets.printing.printwindow import PrintWindow

SHEETS, PACK = 20, 12


class Watch:
    """Lets the window work until its pages are painted, and notes the longest it did not listen."""

    def __init__(self) -> None:
        self.longest = 0.0

    def until_painted(self, window: "PrintWindow") -> None:
        """Run events until the last wish is shown."""
        from PySide6.QtWidgets import QApplication

        while window.proofs.busy:
            self._work(QApplication.processEvents)
            time.sleep(0.001)
        self._work(window.proof_view.pages.viewport().repaint)

    def _work(self, do: Callable[[], None]) -> None:
        start = time.perf_counter()
        do()
        self.longest = max(self.longest, (time.perf_counter() - start) * 1000)


def measure_preview(home: Path) -> None:
    """From a click to pages, and from an option to other pages, for sheets and for a pack."""
    from asem_reader.core.place import Place, Slug
    from asem_reader.start import start
    from asem_reader.widgets.printing.printwindow import PreviewWindow

    app, window = start(paths.library(), paths.home(home), None)
    parts = window.context
    topics = [topic for topic in parts.desk.library.topics() if topic.symbol.startswith("POL")][:SHEETS]

    def opened(number: int) -> tuple[PreviewWindow, float]:
        begun = time.perf_counter()
        preview = PreviewWindow(parts.compositor, topics[number], parts.settings, window)
        preview.show()
        Watch().until_painted(preview)
        return preview, (time.perf_counter() - begun) * 1000

    previews = [opened(number) for number in range(len(topics))]
    cold, *warm = [took for _, took in previews]
    report("click to preview, cold", f"{cold:.0f} ms")
    spread("click to preview, another sheet", warm, "")
    watch = Watch()
    taken = [changed(preview, watch) for preview, _ in previews]
    for at, what in enumerate(("a letter of the marking", "codes", "Letter, not A4")):
        spread(f"{what} to pages, with its pause", [times[at] for times in taken], "p95 300 ms")
    report("longest that the window did not listen", f"{watch.longest:.0f} ms")
    for preview, _ in previews:
        preview.close()
    window.context.desk.go(Place(topics[0].slug))
    window.dispatcher.print_commands.compose()
    composer = window.dispatcher.print_commands.composer
    assert composer
    watch = Watch()
    composer.add(topic.slug for topic in topics[:PACK])
    watch.until_painted(composer)

    def shift(slug: Slug) -> None:
        composer.picker.order.shifted.emit(slug, 1)

    moves = [moved(shift, topics[0].slug, composer, watch) for _ in range(4)]
    spread(f"another order of {PACK} sheets to pages", moves, "")
    report("  longest that the window did not listen", f"{watch.longest:.0f} ms")
    window.close()
    window.context.close()
    window.context.marks.close()
    window.context.desk.library.close()
    app.processEvents()


def changed(preview: "PrintWindow", watch: Watch) -> tuple[float, ...]:
    """Milliseconds until the pages follow three options."""
    from asem_reader.widgets.printing.printwindow import PreviewWindow

    assert isinstance(preview, PreviewWindow)
    options = preview.options
    return tuple(
        moved(do, value, preview, watch)
        for do, value in (
            (options.marking.setText, "L"),
            (options.codes.setChecked, True),
            (options.paper.setCurrentText, "US Letter"),
        )
    )


def moved(do: Callable[..., object], value: object, window: "PrintWindow", watch: Watch) -> float:
    """Milliseconds until the pages follow a change."""
    begun = time.perf_counter()
    do(value)
    watch.until_painted(window)
    return (time.perf_counter() - begun) * 1000
