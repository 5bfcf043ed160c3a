# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What Copy puts on the clipboard in the dark theme: no colours, and no source's number in a word."""

import re

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from started import judge, started

_LEAST = 80  # letters of the paragraph, and of what is selected behind it

driver = started().command("theme_dark")
block = next(each for each in driver.article.blocks.values() if each.sources and len(each.text) > _LEAST)
driver.page.select(block.id, 0, len(block.text) + _LEAST)
driver.command("copy")
QTest.qWait(60)
data = QGuiApplication.clipboard().mimeData()
colours = sorted(set(re.findall(r"color:\s*#[0-9a-f]{6}", data.html())))
text = " ".join(data.text().split())
glued = re.search(rf"{re.escape(block.text[-20:])}\d", text)
print("colours:", colours, repr(data.text()[:200]))
driver.let_go()
judge(
    the_text_is_there=block.text[:60] in text,
    there_are_no_colours=not colours,
    no_number_of_a_source_is_glued_to_a_word=not glued,
)
