# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Photographs every window in every theme, on small and large screens: one contact sheet of each look.

`python -m tools.contactsheet [LOOK ...]` writes build/screens/LOOK.png, LOOK such as dark-1366x768@2, and
each picture whole in a folder beside it. It needs what the tests by ear need, and ImageMagick.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import product
from pathlib import Path

from support.heard import PAGE, Listener, Stage
from support.looked_at import close, show
from support.shown_windows import EMPTY, FOCUS, FULL, Steps, stock

from asem_reader import paths
from asem_reader.viewmodels.session.choices import THEME
from asem_reader.viewmodels.session.settings import Settings

TARGET = Path(__file__).parents[1] / "build" / "screens"
THEMES = ("light", "dark", "contrast", "dark-contrast")
SCREENS = (("1024x600", "1"), ("1366x768", "1"), ("1366x768", "2"), ("2732x1536", "2"))
FIRST: dict[str, Steps] = {
    "the start page": (("alt+Home", "caret", PAGE),),
    "the handbook": (("F1", "", ""),),
    "two tabs": (("ctrl+t", "", ""),),
}
_STILL, _LOOKS = 0.2, 20  # seconds between two looks that are alike, and how often is looked at the most
_TILES = ("-tile", "5x", "-geometry", "560x+6+6", "-pointsize", "14")


def picture(stage: Stage) -> bytes:
    """Return what stands on the screen once it no longer changes; a caret may blink for ever."""
    seen = b""
    for _ in range(_LOOKS):
        time.sleep(_STILL)
        before, seen = (
            seen,
            subprocess.run(
                ["import", "-window", "root", "ppm:-"],
                env=stage.environment,
                stdout=subprocess.PIPE,
                check=True,
            ).stdout,
        )
        if before == seen:
            break
    return seen


def photograph(theme: str, look: str, stage: Stage, folder: Path) -> None:
    """Write the contact sheet of one look."""
    labelled: list[str] = []
    for windows in ({**FIRST, **EMPTY}, FULL):
        with tempfile.TemporaryDirectory() as chosen:
            home = paths.home(Path(chosen))
            Settings(home.session).choose(THEME, theme)
            if windows is FULL:
                stock(home)
            reader = Listener(stage, paths.library(), home.data)
            reader.hear("", FOCUS, PAGE)
            reader.open("POL-05")
            for name, steps in windows.items():
                show(reader, steps)
                file = folder / f"{len(labelled) // 3:02} {name}.png"
                subprocess.run(["convert", "ppm:-", str(file)], input=picture(stage), check=True)
                labelled += ["-label", name, str(file)]
                close(reader, name)
                reader.open("POL-05")
            reader.end()
    subprocess.run(["montage", *labelled, *_TILES, str(TARGET / f"{look}.png")], check=True)
    print(f"build/screens/{look}.png")


def main(wanted: list[str]) -> int:
    """Write the contact sheets of the looks that are named, or of all; return 0."""
    for (screen, scale), theme in product(SCREENS, THEMES):
        look = f"{theme}-{screen}@{scale}"
        if wanted and look not in wanted:
            continue
        os.environ |= {"SCREEN": screen, "QT_SCALE_FACTOR": scale}
        shutil.rmtree(TARGET / look, ignore_errors=True)
        (TARGET / look).mkdir(parents=True)
        with tempfile.TemporaryDirectory() as folder:
            stage = Stage(Path(folder))
            try:
                photograph(theme, look, stage, TARGET / look)
            finally:
                stage.end()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
