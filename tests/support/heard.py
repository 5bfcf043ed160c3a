# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The program on a real screen and accessibility bus: keys go in, and what is heard comes out."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

from support.processes import ROOT

PATIENCE = 30  # seconds: only what is never heard takes so long
OURS = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS")
PAGE = "label"  # the role that Qt gives to text that is read
SYSTEM = ("/usr/bin/python3", "-I")
PROGRAMS = ("Xvfb", "openbox", "dbus-run-session", "xdotool", "setxkbmap", SYSTEM[0])
ATSPI = "import gi; gi.require_version('Atspi', '2.0')"
KINDS = {
    "object:announcement": "said",
    "object:state-changed:focused": "focus",
    "object:state-changed:checked": "tick",
    "object:text-caret-moved": "caret",
    "object:text-selection-changed": "selection",
    "object:property-change:accessible-name": "name",
    "object:property-change:accessible-description": "said",
    "object:property-change:accessible-value": "value",
    "window:activate": "window",
}


class Heard(NamedTuple):
    """What a screen reader is told: of which kind, the words to say, and of what."""

    kind: str
    text: str
    name: str
    role: str
    states: tuple[str, ...]
    description: str

    @classmethod
    def of(cls, told: dict[str, Any]) -> Self:
        kind = next(kind for event, kind in KINDS.items() if told["event"].startswith(event))
        looks = (told["name"], told["role"], tuple(told["states"]), told["description"])
        return cls(kind, told["text"].strip(), *looks)

    def __str__(self) -> str:
        return f"{self.kind:9} {self.text!r}  [{self.role}] {self.name!r} {' '.join(self.states)}"


def is_spoken(told: dict[str, Any]) -> bool:
    """Whether a screen reader heeds an event: no focus that goes, no name of what has no focus."""
    if told["event"].startswith("object:state-changed:focused"):
        return bool(told["detail"])
    if told["event"].startswith("object:property-change"):
        return bool(told["text"]) and (told["role"] in ("frame", "dialog") or "focused" in told["states"])
    return True


def missing() -> list[str]:
    """Name what is not there to hear the program."""
    programs = [name for name in PROGRAMS if not shutil.which(name)]
    if not programs and subprocess.run([*SYSTEM, "-c", ATSPI], capture_output=True, check=False).returncode:
        return ["Atspi in the system's Python"]
    return programs


def rows(nodes: list[dict[str, Any]], has_keys: bool = False) -> Iterator[str]:
    """Return the names of what is chosen in the list or tree that has the keys."""
    for node in nodes:
        if has_keys and "selected" in node["states"]:
            yield node["name"]
        yield from rows(node["nodes"], "focused" in node["states"])


class Stage:
    """A screen and a bus, and what is heard there."""

    def __init__(self, folder: Path) -> None:
        self.heard: list[Heard] = []
        self._answers: list[Any] = []
        self._came = threading.Condition()
        plain = {name: value for name, value in os.environ.items() if name not in OURS}
        plain |= {"HOME": str(folder), "LC_ALL": "C.UTF-8", "GSETTINGS_BACKEND": "memory"}
        command = ["dbus-run-session", "--", *SYSTEM, str(ROOT / "tests/support/bus_stage.py")]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        with (folder / "stage.log").open("w") as log:
            self._process = subprocess.Popen(command, env=plain, stderr=log, **pipes)
        self.environment = plain | next(self._told())
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()

    def end(self) -> None:
        self._process.stdin.close()
        self._process.wait(PATIENCE)
        self._listening.join(PATIENCE)
        self._process.stdout.close()

    def _told(self) -> Iterator[dict[str, Any]]:
        """All that the stage tells; what its daemons say on the same output is none of it."""
        return (json.loads(line) for line in self._process.stdout if line.startswith("{"))

    def _listen(self) -> None:
        for told in self._told():
            with self._came:
                if "answer" in told:
                    self._answers.append(told["answer"])
                elif is_spoken(told):
                    self.heard.append(Heard.of(told))
                self._came.notify_all()

    def windows(self, asked: str = "all") -> list[dict[str, Any]]:
        """Return the windows that show; what the program said before it answered has been heard by then."""
        self._answers.clear()
        self._process.stdin.write(f"{asked}\n")
        self._process.stdin.flush()
        with self._came:
            assert self._came.wait_for(lambda: bool(self._answers), PATIENCE)
            return self._answers.pop()

    def hush(self) -> int:
        """Hear out what is being said, and return how much there was."""
        self.windows("names")
        return len(self.heard)

    def first(self, start: int, *wanted: object) -> int | None:
        """Wait for the first that suits from a number on, and return its number; None if it never comes."""
        words, kind, role = wanted

        def found() -> int | None:
            suits = (
                at
                for at, each in enumerate(self.heard[start:], start)
                if kind in ("", each.kind) and role in ("", each.role) and re.search(words, each.text)
            )
            return next(suits, None)

        with self._came:
            self._came.wait_for(lambda: found() is not None, PATIENCE)
            return found()


class Listener:
    """A reader who hears the program, and has only keys."""

    def __init__(self, stage: Stage, library: Path, home: Path) -> None:
        self._stage = stage
        self._begun = self._at = self._pressed = len(stage.heard)
        self._log = home.with_suffix(".log")
        command = [sys.executable, "-m", "asem_reader", "--library", str(library), "--home", str(home)]
        # Qt keeps the way through folders there.
        world = {**stage.environment, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(home / "config")}
        with self._log.open("w") as log:
            self._program = subprocess.Popen(command, cwd=ROOT, env=world, stderr=log)

    def end(self) -> None:
        self._program.terminate()
        self._program.wait(PATIENCE)
        assert "Traceback" not in self._log.read_text()

    @property
    def is_open(self) -> bool:
        return self._program.poll() is None

    def open(self, address: str) -> Self:
        """Go to a page by its symbol or address; what was heard before is no matter any more."""
        self.press("ctrl+j").hear("Symbol", "focus")
        self._begun = self._at
        self.type(address).press("Return").hear("ASEM Reader", "window", "frame")
        self.hear("", "focus", PAGE)
        return self

    def press(self, *keys: str) -> Self:
        """Press keys such as "ctrl+k", as X names them; what was said before is no answer to them."""
        self._at = self._pressed = self._stage.hush()
        subprocess.run(["xdotool", "key", *keys], env=self._stage.environment, check=True)
        return self

    def use_keyboard(self, layout: str) -> Self:
        """Have the keys of a layout, such as "fr", as X names it."""
        subprocess.run(["setxkbmap", layout], env=self._stage.environment, check=True)
        return self

    def type(self, text: str) -> Self:
        subprocess.run(["xdotool", "type", text], env=self._stage.environment, check=True)
        return self

    def hear(self, words: str, kind: str = "", role: str = "") -> Heard:
        """Wait for the next that has these words, a regular expression, and return it."""
        at = self._stage.first(self._at, words, kind, role)
        if at is None:  # nobody knows what lies open now
            self._program.kill()
            self._program.wait()
            raise AssertionError(f"not heard: {words!r} {kind} {role}\n{self.transcript}")
        self._at = at + 1
        return self._stage.heard[at]

    def tab_to(self, name: str) -> Self:
        """Press Tab until what has this name has the keys; once round, and it is not there."""
        met: list[Heard] = []
        while not met or met[-1].name != name:
            assert met[-1:] not in (met[:1] if len(met) > 1 else []), f"no {name!r} among {met}"
            met.append(self.press("Tab").hear("", "focus"))
        return self

    def stand(self, words: str) -> Self:
        """Wait until the row with the keys has these words, which a screen reader says with its list."""
        end = time.monotonic() + PATIENCE
        while not any(words in row for row in rows(self._stage.windows())):
            assert time.monotonic() < end, f"not on {words!r}\n{self.transcript}"
        return self

    def answer(self, *kinds: str) -> list[str]:
        """Return all of some kinds that the last keys had as an answer by now."""
        self._stage.hush()
        return [each.text for each in self._stage.heard[self._pressed :] if each.kind in kinds]

    def heard(self, kind: str) -> list[str]:
        """Return all of a kind that has been heard since the page was opened."""
        self._stage.hush()
        return [each.text for each in self._stage.heard[self._begun :] if each.kind == kind]

    @property
    def windows(self) -> list[dict[str, Any]]:
        return self._stage.windows()

    @property
    def transcript(self) -> str:
        """All that was heard; what is still unheeded is marked."""
        told = enumerate(self._stage.heard[self._begun :], self._begun)
        return "\n".join(f"{'>' if at >= self._at else ' '} {each}" for at, each in told)
