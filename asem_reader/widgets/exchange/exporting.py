# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Dialog that asks which marks to export, in which format."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.content import Topic
from asem_reader.core.errors import ReaderError
from asem_reader.core.exchange.format import MarksFormat
from asem_reader.core.exchange.parcel import Wanted
from asem_reader.core.language import N_, _, ngettext
from asem_reader.core.marks.mark import Colour, MarkKind
from asem_reader.viewmodels.background.background import Background
from asem_reader.viewmodels.exchange.exchange import Exchange
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.announce import Announcer
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.choicebox import ChoiceBox
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.linefield import LineField
from asem_reader.widgets.controls.progress import Progress
from asem_reader.widgets.controls.savefile import ask_file
from asem_reader.widgets.frame.notice import Notice

_FORMATS = {
    MarksFormat.JSON: (
        N_("JSON: keeps everything"),
        N_("To keep, or to take into another Notebook; nothing is lost."),
    ),
    MarksFormat.ANNOTATIONS: (
        N_("Annotations (W3C): for other readers"),
        N_("For programs that know Web Annotations (JSON-LD). It can be imported again; nothing is lost."),
    ),
    MarksFormat.HTML: (N_("Web page: for reading"), N_("To read, print or hand on. It cannot be imported.")),
    MarksFormat.MARKDOWN: (
        N_("Markdown: for writing on"),
        N_("To write on elsewhere. It cannot be imported."),
    ),
    MarksFormat.CSV: (
        N_("Table (CSV): for a spreadsheet"),
        N_("To sort and count. It can be imported again."),
    ),
    MarksFormat.BOOKMARKS: (
        N_("Bookmarks: for a browser"),
        N_("For a browser's bookmarks. It can be imported again."),
    ),
}
_KINDS = {
    MarkKind.BOOKMARK: N_("Bookmarks"),
    MarkKind.HIGHLIGHT: N_("Highlights"),
    MarkKind.NOTE: N_("Notes"),
}
_COLOURS = {
    Colour.YELLOW: N_("Yellow"),
    Colour.GREEN: N_("Green"),
    Colour.BLUE: N_("Blue"),
    Colour.ROSE: N_("Rose"),
}
_PAUSE = 200  # milliseconds without a key; 50,000 marks take half a second to look through


class ExportDialog(QDialog):
    """Dialog that asks which marks, in which format and where to, and writes them."""

    handbook = "marks"  # its chapter

    def __init__(
        self, exchange: Exchange, settings: Settings, topic: Topic | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exchange = exchange
        self._settings = settings
        self.said = ""  # what was done, once it is
        self.file: Path | None = None  # in which
        self._notice = Notice(self)
        self._format = _choice({str(kind): _(name) for kind, (name, _meant) in _FORMATS.items()})
        self._meant = PlainLabel()
        only = {topic.slug: _("Only {title}").format(title=topic.title)} if topic else {}
        self._on = _choice({"": _("All topics")} | only)
        marks, every = exchange.marks, {"": _("All")}
        tags = sorted({tag for mark in marks.all for tag in mark.tags}, key=str.casefold)
        folders = [folder.path for folder in marks.folders]
        self._folder = _choice(every | {path: path.replace("/", " › ") for path in folders})
        self._tag = _choice(every | {tag: f"#{tag}" for tag in tags})
        self._kind = _choice(every | {str(kind): _(name) for kind, name in _KINDS.items()})
        self._colour = _choice(every | {str(colour): _(name) for colour, name in _COLOURS.items()})
        self._words = LineField()
        self._count = PlainLabel()
        self._spoken = Announcer(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._counting = Background(self)
        self._buttons = QDialogButtonBox()
        self._save = self._buttons.addButton(_("&Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._build()
        self._join()
        self._show_format()
        self._show_count()

    @property
    def wanted(self) -> Wanted:
        """The marks that the fields ask for."""
        kind, colour = self._kind.currentData(), self._colour.currentData()
        return Wanted(
            self._on.currentData() or None,
            self._folder.currentData(),
            self._tag.currentData(),
            Colour(colour) if colour else None,
            MarkKind(kind) if kind else None,
            self._words.text(),
        )

    @property
    def kind(self) -> MarksFormat:
        """The format that is chosen."""
        return MarksFormat(self._format.currentData())

    def save(self, path: Path, replace: bool = False) -> bool:
        """Write the marks that are wanted, over a file only with `replace`; return whether they were."""
        try:
            steps = self._exchange.exporting(path, self.kind, self.wanted, replace=replace)
            count = Progress(self).run(_("Saving {name} …").format(name=path.name), steps)
        except ReaderError as error:
            self._notice.tell(error)
            return False
        if count is not None:
            said = ngettext("{count} mark saved in {name}.", "{count} marks saved in {name}.", count)
            self.said = said.format(count=count, name=path.name)
            self.file = path
            self.accept()
        return count is not None

    def _build(self) -> None:
        self.setWindowTitle(_("Export marks"))
        self.setMinimumWidth(480)
        self._meant.setObjectName("hint")
        self._meant.setWordWrap(True)
        self._words.setPlaceholderText(_("in the note, the paragraph, the tags or the title"))
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._save.setDefault(True)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in (
            (_("&Format"), self._format),
            ("", self._meant),
            (_("&Topic"), self._on),
            (_("F&older"), self._folder),
            (_("Ta&g"), self._tag),
            (_("&Kind"), self._kind),
            (_("Co&lour"), self._colour),
            (_("&Words"), self._words),
        ):
            form.addRow(text, field)
            field.setAccessibleName(text.replace("&", ""))
        filled(QVBoxLayout(self), self._notice, form, self._count, self._buttons)

    def _join(self) -> None:
        self._format.currentIndexChanged.connect(self._show_format)
        for choice in (self._on, self._folder, self._tag, self._kind, self._colour):
            choice.currentIndexChanged.connect(self._show_count)
        self._words.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._show_count)
        self._buttons.accepted.connect(self._ask_file)
        self._buttons.rejected.connect(self.reject)

    def _show_format(self) -> None:
        self._meant.setText(_(_FORMATS[self.kind][1]))

    def _show_count(self) -> None:
        self._counting.begin(self._counted())

    def _counted(self) -> Iterator[None]:
        chosen = yield from self._exchange.choosing(self.wanted)
        count, total = len(chosen), len(self._exchange.marks.all)
        said = ngettext("{count} of {total} mark", "{count} of {total} marks", total)
        self._count.setText(said.format(count=count, total=total))
        self._spoken.say(self._count.text())
        self._save.setEnabled(bool(count))

    def _ask_file(self) -> None:
        kind = self.kind
        name = "bookmarks" if kind is MarksFormat.BOOKMARKS else "marks"
        pattern = f"{_(_FORMATS[kind][0]).partition(':')[0]} (*{kind.ending})"
        start, title = f"{name}{kind.ending}", _("Export marks")
        chosen = ask_file(self, self._settings, title, start, pattern, lambda typed, _kind: typed)
        if chosen:
            self.save(chosen.path, chosen.replace)


def _choice(texts: Mapping[str, str]) -> ChoiceBox:
    """A choice of values by their texts; a single one is no choice."""
    choice = ChoiceBox()
    for value, text in texts.items():
        choice.addItem(text, value)
    choice.setEnabled(len(texts) > 1)
    return choice
