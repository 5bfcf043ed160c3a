# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The look of the frame: palette and style sheet from a theme, and icons in its ink."""

import math
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from asem_reader.core.theme import Theme, theme

_ICON = QSize(24, 24)  # as in the drawings, and as a tool bar shows it: nothing is scaled in between
_PALE = 0.28


class Look:
    """Dresses the application, from the files in `resources`."""

    def __init__(self, resources: Path) -> None:
        self._icons = resources / "icons"
        self._font = QGuiApplication.font()
        self._frame = (resources / "styles" / "frame.qss").read_text(encoding="utf-8")
        for font in sorted((resources / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(font))

    def dress(self, app: QApplication, colours: Theme, size: int = 0) -> None:
        """Show the whole application in these colours, in a size in points, 0 for the system's."""
        font = QFont(self._font)
        if size:
            font.setPointSize(size)
        if font != app.font():
            app.setFont(font)
        app.setPalette(palette(colours))
        edges = palette(colours)  # of boxes and circles to tick: Fusion draws them darker than the window
        edges.setColor(QPalette.ColorRole.Window, QColor(colours.muted).lighter(130))
        for kind in ("QCheckBox", "QRadioButton"):
            app.setPalette(edges, kind)  # type: ignore[arg-type] # PySide says bytes
        edges.setColor(QPalette.ColorRole.Window, QColor(colours.edge).lighter(140))
        for kind in ("QComboBox", "QAbstractSpinBox"):
            app.setPalette(edges, kind)  # type: ignore[arg-type]
        sheet = self._frame
        for name in ("paper", "ink", "muted", "rule", "edge", "focus", "accent", "tint", "frame"):
            sheet = sheet.replace(f"@{name}", getattr(colours, name))
        app.setStyleSheet(sheet)

    def icon(self, name: str, colours: Theme) -> QIcon:
        """Return the drawing `name` in ink, paler where it is disabled, as sharp as the sharpest screen."""
        scale = math.ceil(max(screen.devicePixelRatio() for screen in QGuiApplication.screens()))
        drawn = self._drawn(name, QColor(colours.ink), scale)
        icon = QIcon(drawn)
        icon.addPixmap(_paler(drawn), QIcon.Mode.Disabled)
        return icon

    def emblem(self) -> QIcon:
        """The program's own icon."""
        return QIcon(str(self._icons / "asem-reader.png"))

    def _drawn(self, name: str, colour: QColor, scale: int) -> QPixmap:
        """Fill the mask with a colour: tools/icons.py made it from the drawing."""
        mask = QPixmap(str(self._icons / f"{name}.png"))
        picture = mask.scaled(
            _ICON * scale, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter = QPainter(picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.setBackground(colour)
        painter.eraseRect(picture.rect())  # fillRect would have PySide make the names of 169 gradients
        painter.end()
        picture.setDevicePixelRatio(scale)
        return picture


def _paler(drawn: QPixmap) -> QPixmap:
    picture = QPixmap(drawn.size())
    picture.setDevicePixelRatio(drawn.devicePixelRatio())
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(_PALE)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return picture


def system_theme(app: QApplication, chosen: str) -> Theme:
    """Return the theme that the reader chose, or that the system asks for, high contrast with it."""
    hints = app.styleHints()
    dark = chosen.startswith("dark") or (chosen == "system" and hints.colorScheme() is Qt.ColorScheme.Dark)
    high = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    return theme(dark=dark, contrast=high or chosen.endswith("contrast"))


def palette(colours: Theme) -> QPalette:
    """Return a theme as Qt's palette."""
    role = QPalette.ColorRole
    roles = (
        (colours.frame, (role.Window, role.AlternateBase, role.Button, role.Light)),
        (colours.paper, (role.Base, role.ToolTipBase, role.HighlightedText)),
        (colours.ink, (role.WindowText, role.Text, role.ButtonText, role.ToolTipText)),
        (colours.muted, (role.PlaceholderText,)),
        (colours.rule, (role.Mid, role.Midlight, role.Dark)),
        (colours.accent, (role.Highlight, role.Link, role.LinkVisited)),
        (colours.focus, (role.Accent,)),
    )
    made = QPalette()
    for colour, those in roles:
        for each in those:
            made.setColor(each, QColor(colour))
    for each in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.muted))
    return made
