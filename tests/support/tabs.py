# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The way of the Tab key through a window, and what is heard at each stop."""

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from support.surface import Surface, press

_MOST = 400  # presses; a page has a stop for each of its links
_LABEL, _NAME = QAccessible.RelationFlag.Label, QAccessible.Text.Name


def tab_rounds(window: QWidget) -> list[QWidget]:
    """Press Tab until the keys are where they were, and Shift+Tab likewise; return the stops, each once.

    A stop that cannot be seen or has no name, a round that never ends, a stop that is left out: each fails.
    """
    Surface(window).activate()
    there = {_one(part) for part in window.findChildren(QWidget) if _takes_tab(part)}
    for key in ("Shift+Tab", "Tab"):
        stops = _round(window, key)
        assert {*map(_one, stops)} == there
    assert not [stop for stop in stops if not name_of(stop)]
    return stops


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget: by the label that stands for it, or its own name."""
    heard = QAccessible.queryAccessibleInterface(widget)
    labels = [part.text(_NAME) for part, kind in heard.relations() if kind is _LABEL]
    return " ".join(labels) or heard.text(_NAME)


def unheard(window: QWidget) -> list[str]:
    """What is shown and cannot be heard: texts of labels that have another name, buttons without one."""
    parts = [part for part in window.findChildren(QWidget) if part.isVisibleTo(window)]
    labels = [part.text() for part in parts if isinstance(part, QLabel) and part.accessibleName()]
    return labels + [str(part) for part in parts if isinstance(part, QAbstractButton) and not name_of(part)]


def tagged(window: QWidget) -> list[str]:
    """Names and descriptions in which tags would be heard."""
    heard = map(QAccessible.queryAccessibleInterface, window.findChildren(QWidget))
    texts = [each.text(kind) for each in heard for kind in (_NAME, QAccessible.Text.Description)]
    return [text for text in texts if "</" in text or "<br" in text or "&amp;" in text]


def _round(window: QWidget, key: str) -> list[QWidget]:
    if window.focusWidget() is None:
        press(window, key)
    stops = [window.focusWidget() or window]
    for _ in range(_MOST):
        press(stops[-1], key)
        stop = window.focusWidget()
        assert stop, f"{key} loses the keys after {_said(stops[-1])}"
        assert stop.isVisible(), f"{key} leads to {_said(stop)}, which is not seen"
        if stop is stops[0] is not stops[-1]:
            return stops
        if stop is not stops[-1]:  # else it goes from link to link
            assert stop not in stops, f"{key} comes to {_said(stop)} again, and never to {_said(stops[0])}"
            stops.append(stop)
    return stops


def _takes_tab(part: QWidget) -> bool:
    wants = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and not part.focusProxy()
    return wants and part.isVisible() and part.isEnabled()


def _one(stop: QWidget) -> Hashable:
    """A stop, or the group of buttons of which one has the keys."""
    return stop.group() or stop if isinstance(stop, QAbstractButton) else stop


def _said(stop: QWidget) -> str:
    return f"{type(stop).__name__} “{name_of(stop)}”"
