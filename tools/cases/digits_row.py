# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Says which command a key does, until the window is closed; digits_row.sh presses them on a real screen."""

from PySide6.QtCore import QTimer
from started import started, watched

driver = started().activate()
fired = watched(driver)
driver.page.take_keys()
print("READY", flush=True)
told = QTimer(interval=20)
told.timeout.connect(lambda: [print("does", fired.pop(0), flush=True) for _ in list(fired)])
told.start()
QTimer.singleShot(20_000, driver.close)
from asem_reader.app import application  # noqa: E402

application().exec()
