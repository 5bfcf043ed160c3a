# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The fences around the layers: kept by the code, and able to refuse what breaks them."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest
from support.processes import PACKAGE, ROOT

FILES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
HEADER = "# SPDX-FileCopyrightText: 2026 The ASEM Reader developers\n# SPDX-License-Identifier: MIT\n"
LONGEST = 300
NETWORK = (
    *("socket", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "socketserver"),
    *("xmlrpc", "asyncio", "webbrowser", "requests", "httpx"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineWidgets"),
)
BEHIND = ("operations", "store", "pages", "paper", "authoring", "app", "cli")

Rule = Callable[[Path, str], bool]


def imports(source: str) -> Iterator[str]:
    """Every module that a source names in an import, late ones too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def names(source: str, modules: tuple[str, ...]) -> bool:
    return any(f"{found}.".startswith(f"{module}.") for found in imports(source) for module in modules)


def layer(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0]


def outside_store_asks_no_database(file: Path, source: str) -> bool:
    return layer(file) == "store" or not names(source, ("sqlite3", "PySide6.QtSql"))


def opens_no_network(file: Path, source: str) -> bool:
    return not names(source, NETWORK)


def widgets_see_viewmodels_only(file: Path, source: str) -> bool:
    behind = tuple(f"asem_reader.{name}" for name in BEHIND)
    return layer(file) != "widgets" or not names(source, (*behind, "sqlite3", "typst", "pypdfium2"))


def viewmodels_see_no_widget(file: Path, source: str) -> bool:
    seen = ("asem_reader.widgets", "PySide6.QtWidgets", "PySide6.QtPrintSupport", "sqlite3")
    return layer(file) != "viewmodels" or not names(source, seen)


def core_is_pure(file: Path, source: str) -> bool:
    asem = [name for name in imports(source) if name.startswith("asem_reader") and ".core" not in name]
    files = ("pathlib", "os", "io", "shutil", "tempfile", "sqlite3", "PySide6", "time")
    return layer(file) != "core" or not (
        asem or names(source, files) or re.search(r"\bopen\(|\.now\(", source)
    )


def pages_know_no_toolkit(file: Path, source: str) -> bool:
    return layer(file) not in ("pages", "paper") or not names(
        source, ("PySide6", "sqlite3", "asem_reader.store")
    )


def operations_know_no_toolkit(file: Path, source: str) -> bool:
    return layer(file) != "operations" or not names(source, ("PySide6", "asem_reader.viewmodels"))


def begins_with_its_licence(file: Path, source: str) -> bool:
    return source.startswith(HEADER)


def is_short_enough(file: Path, source: str) -> bool:
    return source.count("\n") <= LONGEST


def deletes_no_folder(file: Path, source: str) -> bool:
    return "rmtree" not in source


def text_is_plain_or_rich_by_name(file: Path, source: str) -> bool:
    """Qt would guess what a label's text is, and open what a document names."""
    guessing = {"QLabel", "QTextDocument", "QTextBrowser", "QTextEdit"}
    made = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return not any(isinstance(kind, ast.Name) and kind.id in guessing for kind in made)


def asks_no_chain_of_keys(file: Path, source: str) -> bool:
    return file.name == "taborder.py" or "InFocusChain" not in source  # findings/pyside-focus-chain.sh


# Each rule with a file that breaks it.
RULES: dict[Rule, tuple[str, str]] = {
    outside_store_asks_no_database: ("widgets/bad.py", "def late():\n    import sqlite3"),
    opens_no_network: ("core/bad.py", "from urllib import request"),
    widgets_see_viewmodels_only: ("widgets/bad.py", "from asem_reader.store.library import Library"),
    viewmodels_see_no_widget: ("viewmodels/bad.py", "from PySide6.QtWidgets import QWidget"),
    core_is_pure: ("core/bad.py", "from asem_reader import paths"),
    pages_know_no_toolkit: ("pages/bad.py", "from PySide6.QtGui import QColor"),
    operations_know_no_toolkit: ("operations/bad.py", "from PySide6.QtCore import QObject"),
    begins_with_its_licence: ("core/bad.py", '"""No licence."""'),
    is_short_enough: ("core/bad.py", "\n" * 301),
    text_is_plain_or_rich_by_name: ("widgets/bad.py", "label = QLabel('x')"),
    deletes_no_folder: ("store/bad.py", "import shutil\nshutil.rmtree('x')"),
    asks_no_chain_of_keys: ("widgets/bad.py", "following = self.nextInFocusChain()"),
}
rules = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)


@rules
def test_the_code_keeps_the_rule(rule: Rule) -> None:
    assert len(FILES) > 40
    broken = [
        str(file.relative_to(ROOT)) for file in FILES if not rule(file, file.read_text(encoding="utf-8"))
    ]
    assert broken == []


@rules
def test_the_rule_can_be_broken(rule: Rule) -> None:
    name, source = RULES[rule]
    assert not rule(PACKAGE / name, source)


def doubled(sources: Iterable[str]) -> list[str]:
    """The public classes that share a name."""
    kinds = (node for source in sources for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    counted = Counter(kind.name for kind in kinds if not kind.name.startswith("_"))
    return sorted(name for name, count in counted.items() if count > 1)


def test_no_two_public_classes_have_one_name() -> None:
    sources = [file.read_text(encoding="utf-8") for file in FILES]
    assert doubled(sources) == []
    assert doubled([*sources, "class _Sheet: ...", "class Sheet: ...", "class OfNoOther: ..."]) == ["Sheet"]


def test_every_test_begins_with_its_licence_and_no_folder_repeats_a_name() -> None:
    assert [file.name for file in TESTS if not file.read_text(encoding="utf-8").startswith(HEADER)] == []
    modules = [file.name for file in TESTS if file.name not in ("conftest.py", "__init__.py")]
    assert sorted(set(modules)) == sorted(modules)


def has_its_room(folder: Path) -> bool:
    """Whether a folder of tests is called as the one of the program that it tests, if of any."""
    layers = {file.name for file in PACKAGE.iterdir() if file.is_dir()}
    return not layers & set(folder.parts[:1]) or (PACKAGE / folder).is_dir()


def test_no_test_is_longer_than_a_file_of_the_program_and_folders_mirror_the_house() -> None:
    assert [file.name for file in TESTS if not is_short_enough(file, file.read_text(encoding="utf-8"))] == []
    folders = {file.parent.relative_to(ROOT / "tests") for file in TESTS}
    assert [str(folder) for folder in folders if not has_its_room(folder)] == []
    assert not has_its_room(Path("widgets/nowhere"))


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_contracts_are_kept() -> None:
    ran = lint_imports(ROOT)
    assert ran.returncode == 0, ran.stdout
    assert " 0 broken" in ran.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("core/place.py", "import sqlite3", "core imports the standard library only"),
        ("core/place.py", "import pathlib", "core imports the standard library only"),
        ("widgets/reading/reader.py", "import asem_reader.store.library", "widgets look at viewmodels"),
        (
            "viewmodels/reading/desk.py",
            "import asem_reader.widgets.frame.window",
            "viewmodels never see a widget",
        ),
        ("pages/topic.py", "import PySide6.QtCore", "pages and paper know core"),
        ("operations/quoting.py", "import PySide6.QtCore", "operations serve window and command line"),
        ("operations/topics.py", "import asem_reader.cli.printing", "the house: layers in order"),
        ("store/library.py", "import asem_reader.operations.topics", "the house: layers in order"),
        ("authoring/checks/check.py", "import asem_reader.store.notebook.notebook", "authoring knows core"),
        (
            "authoring/files/draft.py",
            "import asem_reader.authoring.source",
            "authoring: capabilities in order",
        ),
        ("app.py", "import sqlite3", "only store imports sqlite3"),
        ("paper/text.py", "import asem_reader.pages.topic", "the house: layers in order"),
        ("core/marks/mark.py", "import asem_reader.core.search.query", "core: capabilities in order"),
        ("core/drawing/figure.py", "import asem_reader.core.marks.mark", "core: capabilities in order"),
        ("store/search/plan.py", "import asem_reader.store.notebook.row", "store: capabilities in order"),
        (
            "viewmodels/reading/desk.py",
            "import asem_reader.viewmodels.session.settings",
            "viewmodels: capabilities in order",
        ),
        (
            "widgets/controls/label.py",
            "import asem_reader.widgets.frame.window",
            "widgets: capabilities in order",
        ),
    ],
)
def test_a_contract_can_be_broken(tmp_path: Path, file: str, line: str, contract: str) -> None:
    shutil.copytree(
        PACKAGE, tmp_path / "asem_reader", ignore=shutil.ignore_patterns("__pycache__", "bundled")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    bad = tmp_path / "asem_reader" / file
    bad.write_text(f"{bad.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    ran = lint_imports(tmp_path)
    assert ran.returncode == 1
    assert re.search(rf"{re.escape(contract)}.* BROKEN", ran.stdout)


def ruff(*arguments: str, source: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("ruff")), "check", "--no-cache", *arguments]
    return subprocess.run(command, cwd=ROOT, input=source, capture_output=True, text=True, check=False)


def test_no_banned_name_is_imported() -> None:
    ran = ruff("--select", "TID251", "asem_reader")
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "from urllib.request import urlopen",
        "from PySide6 import QtSql",
        "import PySide6.QtNetwork",
    ],
)
def test_a_banned_name_is_refused(line: str) -> None:
    ran = ruff("--select", "TID251", "--stdin-filename", "asem_reader/core/bad.py", "-", source=f"{line}\n")
    assert ran.returncode == 1
    assert "TID251" in ran.stdout


@pytest.mark.parametrize("name", ["PySide6.QtCore", "PySide6.QtWidgets"])
def test_qt_in_an_operation_is_refused(name: str) -> None:
    bad = ("--stdin-filename", "asem_reader/operations/bad.py", "-")
    ran = ruff("--select", "TID251", *bad, source=f"import {name}\n")
    assert ran.returncode == 1
    assert "Operations serve the command line" in ran.stdout


@pytest.mark.parametrize("folder", ["viewmodels", "operations", "core", "pages"])
def test_a_widget_below_the_glass_is_refused(folder: str) -> None:
    line = "from PySide6.QtWidgets import QWidget\n"
    fence = [viewmodels_see_no_widget, operations_know_no_toolkit, core_is_pure, pages_know_no_toolkit]
    assert not all(rule(PACKAGE / folder / "bad.py", line) for rule in fence)


def distributions(requirements: Iterable[str]) -> set[str]:
    """The names of distributions, as PEP 503 writes them."""
    return {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", each)[0]).lower() for each in requirements}


def test_every_package_that_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    required = chain(project["project"]["dependencies"], project["build-system"]["requires"], *extras)
    declared, known = distributions(required), packages_distributions()
    files = [*FILES, *TESTS, *(ROOT / "tools").glob("*.py")]
    imported = {name for file in files for name in imports(file.read_text(encoding="utf-8"))}
    packages = {name.partition(".")[0] for name in imported} & known.keys() - {"asem_reader"}
    assert len(packages) > 9
    assert [name for name in packages if not distributions(known[name]) & declared] == []
