# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Draws resources/icons/*.svg as pictures, so that the program needs no SVG engine: run it after a change.

The tools' icons become masks that the program fills with the theme's ink; the emblem keeps its colours.
"""

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parents[1] / "resources" / "icons"
EMBLEM = "asem-reader"
SIZES = {EMBLEM: 256}
MASK = 96  # four times the 24 points at which it is shown: whole pixels become one at 100 and 200 %


def main() -> None:
    """Write a PNG beside each SVG."""
    _app = QGuiApplication([])
    for file in sorted(ICONS.glob("*.svg")):
        size = SIZES.get(file.stem, MASK)
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = QPainter(picture)
        QSvgRenderer(str(file)).render(painter)
        painter.end()
        picture.save(str(file.with_suffix(".png")))


if __name__ == "__main__":
    main()
