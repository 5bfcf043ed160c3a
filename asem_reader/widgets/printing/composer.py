# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Composer: the window in which a pack is composed, with topics, cover and layout beside the pack."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QPushButton, QTabWidget, QWidget

from asem_reader.core.errors import ReaderError
from asem_reader.core.language import N_, _
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder
from asem_reader.core.printing.pack import Cover, Outfit
from asem_reader.core.printing.proof import PrintRequest
from asem_reader.viewmodels.printing.binders import BinderItemsModel, BindersModel
from asem_reader.viewmodels.printing.compositor import Compositor
from asem_reader.viewmodels.printing.ticking import TickingModel
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.linefield import LineField
from asem_reader.widgets.printing.binderlist import BinderList
from asem_reader.widgets.printing.parttree import PartChooser
from asem_reader.widgets.printing.printwindow import PrintWindow
from asem_reader.widgets.printing.sheetoptions import SheetOptions
from asem_reader.widgets.printing.sourcesfile import save_sources
from asem_reader.widgets.printing.topicpicker import TopicPicker, TopicSource

_EMPTY = N_(
    "The pack stands here once it has a topic. Tick topics in the tree on the left, or choose Add. "
    "It is kept in your Notebook as you compose it; Binders… finds it again."
)
_FIELDS = {
    "title": (N_("Tit&le"), N_("As the binder is called")),
    "occasion": (N_("&Occasion"), N_("Such as: Senior Officials’ Meeting")),
    "place": (N_("Plac&e"), N_("Such as: Brussels")),
    "date": (N_("&Date"), N_("Such as: 2026-12-03, or 3–4 December 2026")),
    "prepared_for": (N_("P&repared for"), N_("Such as: Head of delegation")),
}
_OUTFIT = {
    "contents": N_("Co&ntents with page numbers"),
    "terms": N_("Acrony&ms spelled out at the end"),
    "joined": N_("One list of so&urces for all"),
    "meetings": N_("Wit&h pages of the meetings named"),
    "partners": N_("&With pages of the partners named"),
}


class Composer(PrintWindow):
    """Composes the pack of one binder; every gesture is kept at once and can be undone."""

    handbook = "packs"  # its chapter

    def __init__(
        self,
        compositor: Compositor,
        binders: BindersModel,
        outline: OutlineModel,
        settings: Settings,
        source: TopicSource,
        binder: Binder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(compositor, SheetOptions(settings, for_whom=False), _(_EMPTY), parent)
        self._compositor = compositor
        self._binders = binders
        self._topics = compositor.topics
        self._edition = compositor.edition
        self.binder = binder
        self._name = LineField()
        self._new = QPushButton(_("New"))
        self._open = QPushButton(_("&Binders…"))
        self._sources = QPushButton(_("Sources…"))  # no letter of it is free
        ticking = TickingModel(outline, self._topics.values(), self)
        self.picker = TopicPicker(ticking, BinderItemsModel(self._topics, self), source)
        self.cover = _CoverForm()
        self._build()
        self._join()
        self.show_binder(binder)
        self.picker.filter.setFocus()

    @property
    def request(self) -> PrintRequest:
        """The print request, with what is still being written on the cover."""
        # When it was changed is no matter of paper: what is the same need not be set again.
        binder = replace(self._written, modified="")
        for_whom, layout = binder.cover.prepared_for, binder.layout
        form, our_line = self.options.form, layout.our_line
        return PrintRequest((), form, for_whom, layout.notes, binder=binder, our_line=our_line)

    def show_binder(self, binder: Binder) -> None:
        """Compose another binder; what this edition of the Library has not is named."""
        fresh = binder.refreshed(self._topics, self._edition)
        self._show(fresh)
        self.notice.hide()
        if fresh.items:
            self.picker.show_topic(fresh.slugs[0])
        gone = fresh.gone(self._topics)
        if gone:
            names = "; ".join(item.title for item in gone)
            lead = _("Not in edition {edition} of the Library: {names}.")
            lead = lead.format(edition=self._edition.name, names=names)
            self.notice.say(_("They stay in the binder, and are left out of the pack."), lead=lead)
        elif binder.edition != self._edition.name and binder.items:
            said = _("Composed with edition {edition}; set anew from {now}.")
            self.notice.say(said.format(edition=binder.edition, now=self._edition.name))

    def add(self, slugs: Iterable[Slug]) -> bool:
        """Put topics into the pack; return whether they are in."""
        return self._keep(self.binder.added(self._topics[slug] for slug in slugs if slug in self._topics))

    def keep(self) -> bool:
        """Keep what is written; return whether it is."""
        name = " ".join(self._name.text().split()) or self.binder.name
        return self._keep(replace(self._written, name=name))

    def ask_parts(self, slug: Slug) -> None:
        """Ask what of a topic is in the pack."""
        item = self.binder.item(slug)
        if item and slug in self._topics:
            only = PartChooser.choose(item.title, self._compositor.portions(slug), item.only, self)
            if only is not None:
                self._keep(self.binder.limited(slug, only))

    @property
    def _written(self) -> Binder:
        """The binder with what is written on the cover and chosen of the layout."""
        layout = self.options.arrangement
        return replace(self.binder, cover=self.cover.cover, outfit=self.cover.outfit, layout=layout)

    def _refuse(self, error: ReaderError) -> None:
        self.notice.tell(error, self._binders.changed)

    def undo(self) -> None:
        """Take the last change of a binder back."""
        self._binders.undo()

    def begin(self) -> None:
        """Begin another pack; this one is kept."""
        if self.keep():
            self.show_binder(self._binders.new(self._edition.name))
            self.picker.filter.setFocus()

    def ask_binder(self) -> None:
        """Show all binders, and compose the one that is chosen."""
        self.keep()
        chosen = BinderList.choose(self._binders, self._edition.name, self)
        if chosen:
            self.show_binder(chosen)

    def save_sources(self) -> None:
        """Ask for a file, and write what the topics of the pack cite into it."""
        slugs = [slug for slug in self.binder.slugs if slug in self._topics]
        with self._telling():
            save_sources(self.notice, self.options.settings, self._compositor, slugs, self.binder.name)

    def done(self, result: int) -> None:
        """Qt: keep what is written, on closing; what cannot be kept stays open."""
        if self.keep():
            super().done(result)

    def _keep(self, binder: Binder) -> bool:
        if replace(binder, modified=self.binder.modified) == self.binder:
            return True
        return self._binders.keep(binder) is not None

    def _follow(self, binder: Binder) -> None:
        """Show what became of the binder, here or elsewhere."""
        if binder.id == self.binder.id:
            self._show(replace(binder, items=(), deleted="") if binder.deleted else binder)

    def _show(self, binder: Binder) -> None:
        self.binder = binder
        self.setWindowTitle(_("Pack: {name}").format(name=binder.name))
        if self._name.text() != binder.name:
            self._name.setText(binder.name)
            self._name.setCursorPosition(0)
        self.picker.show_binder(binder)
        self.cover.show_binder(binder)
        self.options.show_arrangement(binder.layout)
        self._ask()

    def _ask(self) -> None:
        there = any(slug in self._topics for slug in self.binder.slugs)
        self._sources.setEnabled(there)
        self.ask(self.request if there else None)

    def _build(self) -> None:
        self._name.setAccessibleName(_("Name of the binder"))
        self._name.setToolTip(_("Name of the binder"))
        label = PlainLabel(_("&Kept as"))
        label.setBuddy(self._name)
        tabs = QTabWidget(documentMode=True)
        tabs.addTab(self.picker, _("&Topics"))
        tabs.addTab(self.cover, _("Co&ver"))
        tabs.addTab(self.options, _("La&yout"))
        tabs.setFocusProxy(None)  # type: ignore[arg-type] # as one, Tab would pass over the name
        tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.below.insertWidget(0, self._open)
        self.below.insertWidget(1, self._sources)
        self._new.setToolTip(_("Begin another pack; this one is kept"))
        named = filled(QHBoxLayout(), label, self._name, self._new, grows=self._name)
        filled(self.panel, named, tabs, grows=tabs)

    def _join(self) -> None:
        picker = self.picker
        picker.added.connect(self.add)
        picker.dropped.connect(lambda slugs: self._keep(self.binder.without(slugs)))
        picker.items.moved.connect(lambda slugs, at: self._keep(self.binder.moved(slugs, at)))
        picker.order.shifted.connect(lambda slug, step: self._keep(self.binder.shifted(slug, step)))
        picker.parts_wanted.connect(self.ask_parts)
        for form in (self.cover, self.options):
            form.changed.connect(self._ask)
            form.done.connect(self.keep)
        self._name.editingFinished.connect(self.keep)
        self._new.clicked.connect(self.begin)
        self._open.clicked.connect(self.ask_binder)
        self._sources.clicked.connect(self.save_sources)
        self.fit.omitted.connect(
            lambda slug, name, wished: self._keep(self.binder.omitting(slug, name, wished=wished))
        )
        self._binders.changed.connect(self._follow)
        self._binders.refused.connect(self._refuse)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.undo)
        for keys in ("Ctrl+Shift+Z", "Ctrl+Y"):
            QShortcut(QKeySequence(keys), self, self._binders.redo)


class _CoverForm(QWidget):
    """Form for the cover of a pack, and what it has beside its sheets."""

    changed = Signal()  # a text, which is not done yet
    done = Signal()  # with a text, or by a tick

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, LineField] = {}
        self._boxes = {name: QCheckBox(_(text)) for name, text in _OUTFIT.items()}
        rows = QFormLayout(self, rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapAllRows, verticalSpacing=6)
        rows.setContentsMargins(0, 8, 0, 0)
        for name, (label, example) in _FIELDS.items():
            field = self.fields[name] = LineField(placeholderText=_(example))
            field.textEdited.connect(self.changed)
            field.editingFinished.connect(self.done)
            rows.addRow(_(label), field)
        for box in self._boxes.values():
            box.toggled.connect(self.done)
            rows.addRow(box)

    @property
    def cover(self) -> Cover:
        """The cover as it is written."""
        return Cover(**{name: field.text() for name, field in self.fields.items()})

    @property
    def outfit(self) -> Outfit:
        """The parts that are ticked."""
        return Outfit(**{name: box.isChecked() for name, box in self._boxes.items()})

    def show_binder(self, binder: Binder) -> None:
        """Show what a binder says, and leave the cursor where it is."""
        self.fields["title"].setPlaceholderText(binder.name)
        with QSignalBlocker(self):
            for name, field in self.fields.items():
                if field.text() != getattr(binder.cover, name):
                    field.setText(getattr(binder.cover, name))
            for name, box in self._boxes.items():
                box.setChecked(getattr(binder.outfit, name))
