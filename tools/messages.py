# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The messages of the program for translators, what evades them, and a pseudo-language to see both.

Writes all messages as a template (PO format, gnu.org/software/gettext/manual) to standard output, and to
standard error what evades gettext, as far as a source shows it.
"""

import ast
import re
import sys
from collections.abc import Iterator
from gettext import NullTranslations
from math import ceil
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "asem_reader"
DOORS = ("_", "N_", "ngettext")
# Whose words all go through a door, and where none is glued: pages and paper write other languages besides.
LAYERS = ("widgets", "viewmodels", "core", "operations", "store", "cli", "app.py", "start.py")
WHOLE = (*LAYERS, "pages", "paper", "paths.py")
NAME = "ASEM Reader"
# What shows its argument to a reader, and at which places it stands; each place where none is named.
SHOWING: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(("Command", "_by", "_in", "_theme"), (1,)),
    **dict.fromkeys(("QAction", "QLabel", "PlainLabel", "QPushButton", "QCheckBox", "QRadioButton"), ()),
    **dict.fromkeys(("QStandardItem", "QListWidgetItem", "QProgressDialog", "QMessageBox", "tooltip"), ()),
    **dict.fromkeys(("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle"), ()),
    **dict.fromkeys(("setPlaceholderText", "setAccessibleName", "setAccessibleDescription"), ()),
    **dict.fromkeys(("setAccessibleText", "setInformativeText", "setHorizontalHeaderLabels"), ()),
    **dict.fromkeys(("setPrefix", "setSuffix", "setTitle", "setTabText", "setHtml", "setLabelText"), ()),
    **dict.fromkeys(("addAction", "addMenu", "addTab", "addItem", "addItems", "addRow", "addButton"), ()),
    **dict.fromkeys(("showMessage", "say", "_say", "_show", "tell", "run", "_waiting", "_offer"), ()),
    **dict.fromkeys(("about", "question", "getText", "getOpenFileName", "getSaveFileName"), ()),
    **dict.fromkeys(("Change", "change", "_change", "NotPrinted", "NotKept", "NothingToPrint"), ()),
}
# Two words and more that no reader sees: keys, settings, what the program says to its developers.
_UNSEEN = (*DOORS, "ValueError", "TypeVar", "cast", "setObjectName", "QKeySequence", "QShortcut", "Slug")
# Names of commands, a sample to measure, words of formats and of the Library, words that a search leaves out.
_UNSEEN_TEXTS = (
    *("palette keys about", "the leaders of both regions", "--profile large", "piracy"),
    *("Marks from ASEM Reader", "asem-reader marks", "in person", "&immutable=1", "ORDER BY created"),
    *("Bottom line", "Who holds which view", "Key facts", "The founding page", "rests visits"),
    *(
        "\n    a about",
        "\n    agree agreed",
        "did do does how",
        "\n        a afin",
        "\n        ab als",
        "it was changed meanwhile",
    ),
    *("Partner since", "Partners afterwards", "Partners admitted", "Run by", "What it is"),
)
_SENTENCE = re.compile(r"[a-z]{2,}[,;:]? +[a-z“(]{2,}")
_NOT_PROSE = re.compile(
    r"[_|]|[a-z]-[a-z]+: |[{;] ?}|\{ |\b(SELECT|INSERT|UPDATE|FROM)\b|[#@]\w+[ :]|[\w-]="
)  # names of commands, style sheets
_WORD = re.compile(r"[^\W\d_]{2,}")
_TAG = re.compile(r"</?[\w!?][^<>]*>?|^>")  # be it a part of one
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&\w|\*\.\w+)")  # fields, tags, access keys, endings of files
_ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "àçéîñöšûýžÀÇÉÎÑÖŠÛÝŽ")


class Pseudo(NullTranslations):
    """A language that everybody can read and nobody writes: accents, brackets, a third longer."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


def pseudo(message: str) -> str:
    """A message in the pseudo-language, with the fields, tags and access key that it has."""
    parts = [part if at % 2 else part.translate(_ACCENTS) for at, part in enumerate(_KEPT.split(message))]
    letters = len(_KEPT.sub("", message))
    longer = " ".join("~" * 6 for _ in range(ceil(letters * 0.35 / 7)))
    return f"⟦{''.join(parts)} {longer}⟧"


def messages(source: str) -> Iterator[tuple[int, str, str]]:
    """The line, the message and the plural, if there is one, of each message in a source."""
    for call in _calls(ast.parse(source)):
        texts = [argument.value for argument in call.args if _is_text(argument)]
        if _name(call) in DOORS and texts:
            yield call.lineno, texts[0], texts[1] if _name(call) == "ngettext" else ""


def glued(source: str) -> Iterator[str]:
    """Where a plural is made by an "s", or a door is given what is not a whole message."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
            if any(_is_text(side) and str(side.value) == "s" for side in (node.left, node.right)):
                yield f"{node.lineno}: a plural by multiplication"
        elif isinstance(node, ast.Call) and _name(node) in DOORS:
            wrong = (ast.JoinedStr, ast.BinOp, ast.Call)
            if any(isinstance(argument, wrong) for argument in node.args[: 1 + (_name(node) == "ngettext")]):
                yield f"{node.lineno}: no whole message"


def loose(source: str) -> Iterator[str]:
    """Words that a reader sees and no translator: shown, in a sentence, or chosen inside an f-string."""
    tree = ast.parse(source)
    for call in _calls(tree):
        places = SHOWING.get(_name(call))
        if places is not None:
            shown = [call.args[at] for at in places if at < len(call.args)] if places else call.args
            yield from (f"{call.lineno}: {text}" for each in shown for text in _shown(each))
    yield from (f"{node.lineno}: {text}" for node, text in _prose(tree))


def _shown(node: ast.expr) -> Iterator[str]:
    """The words that an argument may show, unless they come out of a call."""
    if isinstance(node, ast.IfExp):
        yield from (*_shown(node.body), *_shown(node.orelse))
    elif isinstance(node, ast.BinOp):
        yield from (*_shown(node.left), *_shown(node.right))
    elif isinstance(node, ast.List | ast.Tuple):
        yield from (text for part in node.elts for text in _shown(part))
    elif isinstance(node, ast.JoinedStr) or _is_text(node):
        text = _TAG.sub("", _text(node)).replace(NAME, "")
        if _WORD.search(text) and not text.startswith(_UNSEEN_TEXTS):
            yield text


def _prose(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Texts with two words side by side, and words chosen inside an f-string, wherever they stand."""
    unseen = set(_unseen(tree))
    for node in ast.walk(tree):
        if not isinstance(node, ast.JoinedStr | ast.Constant) or node in unseen:
            continue
        text = _TAG.sub("", _text(node))
        if _SENTENCE.search(text) and not _NOT_PROSE.search(text) and not text.startswith(_UNSEEN_TEXTS):
            yield node, text
        if isinstance(node, ast.JoinedStr):
            chosen = (part for part in _chosen(node) if part not in unseen)
            yield from ((p, p.value) for p in chosen if not p.value.startswith(_UNSEEN_TEXTS))


def _chosen(text: ast.JoinedStr) -> Iterator[ast.Constant]:
    """The words among which a condition in an f-string chooses."""
    for choice in (part for part in ast.walk(text) if isinstance(part, ast.IfExp)):
        for side in (choice.body, choice.orelse):
            if isinstance(side, ast.Constant) and _WORD.search(_text(side)):
                yield side


def _unseen(tree: ast.AST) -> Iterator[ast.AST]:
    """Documentation, types, what is compared or split, what a door or nobody has."""
    for node in ast.walk(tree):
        beside: list[ast.AST | None] = []
        if isinstance(node, ast.Expr) and _is_text(node.value):
            beside.append(node.value)
        elif isinstance(node, ast.ClassDef) and any(
            getattr(base, "id", "").endswith("Enum") for base in node.bases
        ):
            beside += node.body  # data; what is shown of it stands in a table
        elif isinstance(node, ast.arg | ast.AnnAssign):
            beside.append(node.annotation)
        elif isinstance(node, ast.FunctionDef):
            beside.append(node.returns)
        elif isinstance(node, ast.Compare | ast.Subscript):
            beside += [side for side in ast.iter_child_nodes(node) if _is_text(side)]
        elif isinstance(node, ast.Attribute) and node.attr == "split":
            beside.append(node.value)
        elif isinstance(node, ast.Call) and _name(node) in _UNSEEN:
            beside += node.args
        for each in beside:
            yield from ast.walk(each) if each else ()


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def sources(layers: tuple[str, ...] = LAYERS) -> Iterator[tuple[Path, str]]:
    """The files of some layers, with what they hold."""
    for layer in layers:
        top = PACKAGE / layer
        for file in sorted(top.rglob("*.py")) if top.is_dir() else [top]:
            yield file, file.read_text(encoding="utf-8")


def template() -> str:
    """All messages of the program in PO format, each once, with the lines where it stands."""
    plurals: dict[str, str] = {}
    places: dict[str, list[str]] = {}
    for file, source in sources((".",)):
        for line, message, plural in messages(source):
            plurals[message] = plural or plurals.get(message, "")
            places.setdefault(message, []).append(f"{file.relative_to(PACKAGE.parent)}:{line}")
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for message, plural in plurals.items():
        lines = [f"#: {' '.join(places[message])}", f"msgid {_quoted(message)}"]
        lines += (
            [f"msgid_plural {_quoted(plural)}", 'msgstr[0] ""', 'msgstr[1] ""'] if plural else ['msgstr ""']
        )
        entries.append("\n".join(lines) + "\n")
    return "\n".join(entries)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def main() -> None:
    print(template())
    for file, source in sources():
        for fault in (*glued(source), *loose(source)):
            print(f"{file.relative_to(PACKAGE.parent)}:{fault}", file=sys.stderr)


if __name__ == "__main__":
    main()
