# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What stands in a tooltip: any text, shown as it is."""

import re
from html import escape

_LONGEST = 2_000  # letters: more would not fit on a screen
_UNBROKEN = re.compile(r"\S{60}(?=\S)")  # as long as a tooltip is wide
_AND_BREAK = "\\g<0>\u200b"  # a zero width space, at which a line may break


def tooltip(text: str) -> str:
    """Return a text as Qt's rich text (doc.qt.io/qt-6/richtext-html-subset.html) that shows it literally.

    Qt takes any tooltip that looks like HTML for HTML, and there is no way to say that it is not. Ends of
    lines stay, long lines and long words are broken, and what is too long for a screen is cut. An empty text
    stays empty, and Qt shows nothing.
    """
    if not text:
        return ""
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
    return f'<p style="white-space: pre-wrap">{escape(_UNBROKEN.sub(_AND_BREAK, shown))}</p>'
