# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The fence round the program's insides: tests know the window by its driver, and no private names."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from support.processes import ROOT

TESTS = ROOT / "tests"
FILES = sorted(file for file in TESTS.rglob("*.py") if file != Path(__file__))
# How many there are. These numbers only fall: whoever takes one away lowers the number.
WINDOWS, PRIVATES = 1, 12
DRIVEN = ("driver", "driven_window", "driven_page", "driven_panes")
DRIVER = {TESTS / "support" / f"{name}.py" for name in DRIVEN}
WINDOW = "asem_reader.widgets.frame.window"
# What NamedTuple and os call their public names.
PUBLIC = ("_replace", "_asdict", "_fields", "_make", "_exit")


def trees(source: str) -> Iterator[ast.AST]:
    """A source as it is parsed, and the programs in its strings, which other processes run."""
    whole = ast.parse(source)
    yield whole
    for node in ast.walk(whole):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "(" in node.value:
            try:
                yield ast.parse(node.value)
            except (SyntaxError, ValueError):
                continue


def nodes(source: str) -> Iterator[ast.AST]:
    return (node for tree in trees(source) for node in ast.walk(tree))


def windows(source: str) -> Iterator[str]:
    """Where a source takes a part of the window: what no QMainWindow has, or the window's class itself."""
    for node in nodes(source):
        if isinstance(node, ast.Attribute) and not hasattr(QMainWindow, node.attr):
            if ast.unparse(node.value).endswith(("window", "driver.widget")):
                yield ast.unparse(node)
        elif isinstance(node, ast.ImportFrom) and node.module == WINDOW:
            yield ast.unparse(node)


def privates(source: str) -> Iterator[str]:
    """Where a source takes what another file calls private."""
    for node in nodes(source):
        if isinstance(node, ast.Attribute) and is_private(node.attr):
            if ast.unparse(node.value) not in ("self", "cls", "super()"):
                yield ast.unparse(node)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names if is_private(name.name))


def is_private(name: str) -> bool:
    return len(name) > 1 and name[0] == "_" != name[1] and name not in PUBLIC  # `_` is gettext's


def found(files: list[Path], look: Callable[[str], Iterator[str]]) -> list[str]:
    sources = ((file.relative_to(TESTS), file.read_text(encoding="utf-8")) for file in files)
    return [f"{file}: {each}" for file, source in sources for each in look(source)]


def test_tests_know_the_window_by_its_driver() -> None:
    there = found([file for file in FILES if file not in DRIVER], windows)
    assert len(there) <= WINDOWS, "\n".join(there)


def test_tests_take_next_to_no_private_names() -> None:
    there = found(FILES, privates)
    assert len(there) <= PRIVATES, "\n".join(there)


@pytest.mark.parametrize(
    "line",
    [
        "window.dispatcher.pen.write_note()",
        "first.window.reader.map",
        "driver.widget.parts",
        "from asem_reader.widgets.frame.window import Window",
        "SCENE = 'window.do(1)'",
    ],
)
def test_a_part_of_the_window_is_seen(line: str) -> None:
    assert list(windows(line))


@pytest.mark.parametrize(
    "line",
    ["dialog._head.text()", "from asem_reader.core.marks.mark import _x", "SCENE = 'editor._pause.stop()'"],
)
def test_a_private_name_is_seen(line: str) -> None:
    assert list(privates(line))


@pytest.mark.parametrize(
    "line", ["self._made = 1", "mark._replace(body='')", "window.resize(1, 1)", "'e.g. _x'"]
)
def test_what_is_one_s_own_or_public_is_none(line: str) -> None:
    assert [*windows(line), *privates(line)] == []
