# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The examples in docs/cli.md are run, and print what stands there."""

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from builders import ROOT, mark

from asem_reader.cli.arguments import main
from asem_reader.core.exchange import archive
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import BinderItem
from asem_reader.core.printing.pack import Cover
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook

MANUAL = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
# Values that are others in each home.
VARYING = frozenset({"id", "created", "modified", "path", "size"})
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```\n\n?(\([^\n]*\))?", re.DOTALL | re.MULTILINE)


class Example(NamedTuple):
    """A command, what is printed, and whether that is shown whole: else in brackets how not."""

    arguments: tuple[str, ...]
    said: str
    remark: str


def examples() -> Iterator[Example]:
    fences = [match.groups(default="") for match in _FENCE.finditer(MANUAL)]
    for at, (kind, text, remark) in enumerate(fences):
        lines = text.replace("\\\n", "").splitlines()
        if kind or not lines or "[" in text.partition("\n")[0].replace("[OPTIONS]", "["):
            continue
        if lines[0].startswith("$ asem-reader "):
            said, after = "\n".join(lines[1:]), remark
            if not said:
                _, said, after = fences[at + 1]
            yield Example(tuple(shlex.split(lines[0])[2:]), said.strip(), after)
        elif lines[0].startswith("asem-reader "):
            yield from (Example(tuple(shlex.split(line)[1:]), "", "") for line in lines)


EXAMPLES = tuple(examples())


@pytest.fixture
def home(tmp_path: Path, library_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with what the examples speak of, and a folder for what they write."""
    monkeypatch.chdir(tmp_path)
    home = tmp_path / "home"
    where = ["--library", str(library_file), "--home", str(home)]
    note = ["--note", "Ask the desk for the 2025 list.", "--folder", "Desk/Sea", "--tag", "sea"]
    assert main([*where, "marks", "add", "maritime-security#dzhb", *note]) == 0
    with closing(Notebook(home / "notebook.db")) as notebook:
        binders = Binders(notebook.file)
        binder = binders.draft("For Vientiane", Cover(""), "")
        binders.put(binder.__class__(binder.id, binder.name, binder.cover, (BinderItem(Slug("asem12"), ""),)))
    for today in (home / "backups").iterdir():
        today.unlink()
    shutil.copy(home / "notebook.db", home / "backups" / "notebook-2026-11-25.db")
    Path("marks.json").write_text(archive.written(Parcel((mark(1),))), encoding="utf-8")
    return home


def is_like(shown: Any, real: Any, *, whole: bool, value: bool = True) -> bool:
    """Whether what is shown is what there is: all of it, or each shown part; or only of its shape."""
    if isinstance(shown, dict):
        return list(shown) == list(real) and all(
            is_like(shown[key], real[key], whole=whole, value=value and key not in VARYING) for key in shown
        )
    if isinstance(shown, list) and isinstance(real, list):
        if not value:
            return all(is_like(one, other, whole=whole, value=False) for one in shown for other in real)
        rest = iter(real)
        found = all(any(is_like(one, other, whole=whole) for other in rest) for one in shown)
        return found and (not whole or len(shown) == len(real))
    return bool(shown == real) if value else type(shown) is type(real) or None in (shown, real)


def test_there_are_as_many_as_one_sees() -> None:
    assert len(EXAMPLES) >= 15
    assert MANUAL.count("```json") == sum(example.said.startswith(("{", "[")) for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: " ".join(example.arguments)[:40])
def test_an_example_prints_what_stands_there(
    home: Path, library_file: Path, capsys: pytest.CaptureFixture[str], example: Example
) -> None:
    capsys.readouterr()
    code = main(["--library", str(library_file), "--home", str(home), *example.arguments])
    out, err = capsys.readouterr()
    if not example.said:
        assert (code, err) == (0, "")
    elif example.said.startswith(("{", "[")):
        shown, real = json.loads(example.said), json.loads(out)
        value = "example" not in example.remark
        assert is_like(shown, real, whole=not example.remark, value=value), real
    else:
        assert (out + err).strip() == example.said


@pytest.mark.parametrize("change", [{"a": 2}, {"b": 1}, [1], {"a": 1, "c": 2}])
def test_what_is_otherwise_is_seen(change: object) -> None:
    assert not is_like({"a": 1}, change, whole=True)
