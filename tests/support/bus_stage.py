# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A screen, a window manager, an accessibility bus and a listener on it; run by the Python of the system.

It says JSON, one object a line: the environment for programs, then each event while it is fresh, and answers.
A line on the input asks for the windows that show: "names" for their looks alone, else all that is in them.
All of it ends with the input.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

EVENTS = (
    "object:announcement",
    "object:state-changed:focused",
    "object:state-changed:checked",
    "object:text-caret-moved",
    "object:text-selection-changed",
    "object:property-change:accessible-name",
    "object:property-change:accessible-description",
    "object:property-change:accessible-value",
    "window:activate",
)
CELLS = 20
PATIENCE = 30_000  # milliseconds, for a program that is busy
STATES = (
    *("checkable", "checked", "editable", "enabled", "expandable", "expanded", "focusable", "focused"),
    *("modal", "multiselectable", "pressed", "read-only", "selectable", "selected"),
)


def say(**words: Any) -> None:
    print(json.dumps(words), flush=True)


def states(node: Any) -> list[str]:
    there = node.get_state_set()
    kinds = ((state, getattr(Atspi.StateType, state.upper().replace("-", "_"))) for state in STATES)
    return [state for state, kind in kinds if there.contains(kind)]


def text(node: Any, event: Any) -> str:
    """What there is to read at an event: the line of the caret, what is selected, or what it says itself."""
    kind = event.type.split(":")[1]
    if kind == "text-caret-moved":
        line = Atspi.TextGranularity.LINE
        return Atspi.Text.get_string_at_offset(node, event.detail1, line).content
    if kind == "text-selection-changed":
        chosen = (Atspi.Text.get_selection(node, at) for at in range(Atspi.Text.get_n_selections(node)))
        return "".join(Atspi.Text.get_text(node, each.start_offset, each.end_offset) for each in chosen)
    return str(event.any_data) if kind in ("announcement", "property-change") else node.get_name()


def role(node: Any) -> str:
    name = node.get_role_name()
    return "push button" if name == "button" else name  # Debian 13 calls it so


def looks(node: Any) -> dict[str, Any]:
    return {
        "role": role(node),
        "id": node.get_accessible_id(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": states(node),
    }


def tell(event: Any) -> None:
    try:
        say(event=event.type, detail=event.detail1, text=text(event.source, event), **looks(event.source))
    except GLib.Error as error:  # it is gone, and nobody could read it any more
        print(event.type, error, file=sys.stderr)


def children(node: Any) -> list[Any]:
    """Return the children that show; of a table not all of its hundreds of cells."""
    count = node.get_child_count()
    some = min(count, CELLS) if node.get_role() is Atspi.Role.TABLE else count
    found = (node.get_child_at_index(at) for at in range(some))
    return [child for child in found if child and child.get_state_set().contains(Atspi.StateType.SHOWING)]


def tree(node: Any) -> dict[str, Any]:
    return {**looks(node), "nodes": [tree(child) for child in children(node)]}


def windows(told: Callable[[Any], dict[str, Any]]) -> list[dict[str, Any]]:
    desktop = Atspi.get_desktop(0)
    desktop.set_cache_mask(Atspi.Cache.NONE)
    programs = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    return [told(window) for program in programs if program for window in children(program)]


def answer(loop: GLib.MainLoop, _channel: GLib.IOChannel, _condition: object) -> bool:
    asked = sys.stdin.readline()
    if not asked:
        loop.quit()
        return False
    try:
        found = windows(looks if asked == "names\n" else tree)
    except GLib.Error:  # something went while it was looked at
        found = []
    # What came in before the answer is told before it.
    GLib.idle_add(partial(say, answer=found), priority=GLib.PRIORITY_LOW)
    return True


def started(*command: str, **more: Any) -> subprocess.Popen[bytes]:
    silent = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    return subprocess.Popen(command, **silent, **more)


def begin_screen() -> list[subprocess.Popen[bytes]]:
    """Start a screen on a number that is free, on which a key that is held does not repeat."""
    read, write = os.pipe()
    size = os.environ.get("SCREEN", "1366x768")
    looks = ("-screen", "0", f"{size}x24", "-noreset", "-r", "-nolisten", "tcp")
    server = started("Xvfb", "-displayfd", str(write), *looks, pass_fds=[write])
    os.close(write)
    with os.fdopen(read) as number:
        os.environ["DISPLAY"] = f":{number.readline().strip()}"
    return [server, started("openbox")]


def wake() -> None:
    """Say on the bus that somebody reads by ear: before that programs expose nothing."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    where = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        wish = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync(*where, wish, None, Gio.DBusCallFlags.NONE, -1)


def main() -> None:
    begun = begin_screen()
    try:
        Atspi.set_timeout(PATIENCE, PATIENCE)
        wake()
        listener = Atspi.EventListener.new(tell)
        for kind in EVENTS:
            listener.register(kind)
        loop = GLib.MainLoop()
        asked = GLib.IOCondition.IN | GLib.IOCondition.HUP
        GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT, asked, partial(answer, loop))
        say(**{name: os.environ[name] for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")})
        loop.run()
    finally:
        for process in reversed(begun):
            process.terminate()


if __name__ == "__main__":
    main()
