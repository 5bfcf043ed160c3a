# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Every word that a reader sees goes through one door, as a whole message, and a catalogue translates it."""

import ast
import struct
from collections.abc import Iterator
from gettext import NullTranslations
from itertools import chain
from pathlib import Path

import pytest
from messages import LAYERS, WHOLE, glued, loose, messages, pseudo, sources, template

from asem_reader import catalogue
from asem_reader.core.language import _, install, ngettext


@pytest.fixture
def english() -> Iterator[None]:
    yield
    install(NullTranslations())


def hidden(source: str) -> Iterator[str]:
    """The functions in which `_` is a variable, so that it cannot be the door."""
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef):
            uses = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == "_"]
            called = {id(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)}
            bound = any(isinstance(node.ctx, ast.Store) for node in uses)
            if (bound or "_" in {each.arg for each in function.args.args}) and called & set(map(id, uses)):
                yield function.name


def test_the_door_is_hidden_by_no_variable() -> None:
    assert {file.name: found for file, source in sources(WHOLE) if (found := list(hidden(source)))} == {}
    assert list(hidden("def f(n):\n    for _ in range(n):\n        pass\n    return _('More')")) == ["f"]
    assert list(hidden("def f(_, n):\n    return _('More')")) == ["f"]


def test_no_word_is_none_in_any_language(english: None) -> None:
    class Headed(NullTranslations):
        def gettext(self, message: str) -> str:
            return message or "Content-Type: text/plain"

    install(Headed())
    assert _("") == ""


def test_no_words_evade_the_door() -> None:
    faults = {file.name: found for file, source in sources(LAYERS) if (found := list(loose(source)))}
    assert faults == {}


def test_no_message_is_glued() -> None:
    faults = {file.name: found for file, source in sources(WHOLE) if (found := list(glued(source)))}
    assert faults == {}


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("More")',
        'label.setToolTip(f"Size: {size}")',
        'self._say("Saved." if kept else _("Not saved."))',
        'button = QPushButton("&Close")',
        'form.addRow(("Folder", "Tag"))',
        'Command("find", "&Find", ("F3",), find)',
        'marks.make(Change("Move", old))',
        'said = "there is nothing here"',
        "said = f\"{count} {'mark' if count == 1 else 'marks'}\"",
        "raise NotPrinted(printer, f'it has {done} of them')",
    ],
)
def test_words_that_evade_the_door_are_found(line: str) -> None:
    assert list(loose(line))


@pytest.mark.parametrize(
    "line",
    [
        'label.setText(_("More"))',
        'label.setObjectName("heading of it")',
        '"""What the file is."""',
        'Command("find", N_("&Find"), ("F3",), find)',
        'names = "one two".split()',
        "text = f'<p style=\"margin: 0 0 5px 0\">{line}</p>'",
        'window.setWindowTitle(f"{title} · ASEM Reader")',
        'title = f"<p title=two words>{html}</p>"',
        'class State(StrEnum):\n    READ = "it was read"',
        'said = ngettext("{count} mark in it", "{count} marks in it", count)',
    ],
)
def test_what_no_reader_sees_needs_no_door(line: str) -> None:
    assert list(loose(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "text = f\"mark{'s' * (count != 1)}\"",
        '_(f"Saved {name}")',
        '_("Saved " + name)',
        '_("Saved {name}".format(name=name))',
        'ngettext("a mark", f"{count} marks", count)',
    ],
)
def test_a_message_that_is_glued_is_found(line: str) -> None:
    assert list(glued(line))


def test_a_template_holds_each_message_once_with_its_plural() -> None:
    assert list(messages('_("Tags")\nngettext("a", "b", 2)')) == [(1, "Tags", ""), (2, "a", "b")]
    text = template()
    assert 'msgid "{count} mark"\nmsgid_plural "{count} marks"\n' in text
    ids = [line for line in text.splitlines() if line.startswith("msgid ")]
    assert len(ids) == len(set(ids)) > 300


def test_the_pseudo_language_keeps_fields_tags_and_access_keys() -> None:
    assert pseudo("&Save <b>{name}</b>").startswith("⟦&Sàvé <b>{name}</b> ~")
    assert len(pseudo(40 * "e")) >= 40 * 1.35


def compiled(messages: dict[str, str]) -> bytes:
    """A catalogue as msgfmt compiles it (MO: gnu.org/software/gettext/manual/html_node/MO-Files.html)."""
    texts = [text.encode() for text in (*sorted(messages), *(messages[key] for key in sorted(messages)))]
    count, start = len(messages), 28 + 8 * len(texts)
    places = [
        (len(text), start + sum(len(before) + 1 for before in texts[:at])) for at, text in enumerate(texts)
    ]
    head = (0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    return struct.pack(f"<{7 + 2 * len(texts)}I", *head, *chain(*places)) + b"".join(
        text + b"\0" for text in texts
    )


def test_a_catalogue_that_is_bundled_translates(
    tmp_path: Path, english: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue.load(tmp_path)
    assert ngettext("{count} mark", "{count} marks", 2) == "{count} marks"
    file = tmp_path / "locale" / "de" / "LC_MESSAGES" / "asem-reader.mo"
    file.parent.mkdir(parents=True)
    head = "Content-Type: text/plain; charset=UTF-8\n"
    file.write_bytes(compiled({"": head, "{count} mark\0{count} marks": "{count} Marke\0{count} Marken"}))
    monkeypatch.setenv("LANGUAGE", "de")
    catalogue.load(tmp_path)
    assert ngettext("{count} mark", "{count} marks", 2) == "{count} Marken"
