# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The window in which a pack is composed: topics, cover and layout on the left, the pack on the right."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTabWidget, QWidget

from asem_reader.core.language import N_, _
from asem_reader.core.place import Slug
from asem_reader.core.printing.binder import Binder
from asem_reader.core.printing.proof import PrintRequest
from asem_reader.viewmodels.printing.binderitems import BinderItemsModel
from asem_reader.viewmodels.printing.binders import BindersModel
from asem_reader.viewmodels.printing.compositor import Compositor
from asem_reader.viewmodels.printing.ticking import TickingModel
from asem_reader.viewmodels.reading.outline import OutlineModel
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.printing.binderlist import BinderList
from asem_reader.widgets.printing.coverform import CoverForm
from asem_reader.widgets.printing.partchooser import PartChooser
from asem_reader.widgets.printing.printwindow import PrintWindow
from asem_reader.widgets.printing.sheetoptions import SheetOptions
from asem_reader.widgets.printing.topicpicker import TopicPicker, TopicSource

_EMPTY = N_(
    "The pack stands here once it has a topic. Tick topics in the tree on the left, or choose Add. "
    "It is kept in your Notebook as you compose it; Binders… finds it again."
)


@dataclass(frozen=True, slots=True)
class ComposerContext:
    """The context of a composer: the models and services that it works with."""

    compositor: Compositor
    binders: BindersModel
    outline: OutlineModel
    settings: Settings
    topic_source: TopicSource


class Composer(PrintWindow):
    """Composes the pack of one binder; every gesture is kept at once and can be undone."""

    def __init__(
        self, composer_context: ComposerContext, binder: Binder, parent: QWidget | None = None
    ) -> None:
        super().__init__(composer_context.compositor, _(_EMPTY), parent)
        self._compositor = compositor = composer_context.compositor
        self._binders = composer_context.binders
        self._topics = compositor.topics
        self._edition = compositor.edition
        self.binder = binder
        self._settings = composer_context.settings
        self._name = QLineEdit()
        self._open = QPushButton(_("&Binders…"))
        ticking = TickingModel(composer_context.outline, self._topics.values(), self)
        self.picker = TopicPicker(
            ticking, BinderItemsModel(self._topics, self), composer_context.topic_source
        )
        self.cover = CoverForm()
        self.options = SheetOptions(composer_context.settings, for_whom=False)
        self._tabs = QTabWidget()
        self._build()
        self._join()
        self.show_binder(binder)
        self.picker.filter.setFocus()

    @property
    def request(self) -> PrintRequest:
        """The print request, with what is still being written on the cover."""
        # When it was changed is no matter of paper: what is the same need not be set again.
        binder = replace(self._written, modified="")
        return PrintRequest(
            form=self.options.form,
            prepared_for=self.cover.cover.prepared_for,
            notes=self.options.notes.isChecked(),
            binder=binder,
        )

    def show_binder(self, binder: Binder) -> None:
        """Compose another binder; what this edition of the Library has not is named."""
        fresh = binder.refreshed(self._topics, self._edition)
        self._show(fresh)
        if fresh.items:
            self.picker.show_topic(fresh.slugs[0])
        gone = fresh.gone(self._topics)
        if gone:
            names = "; ".join(item.title for item in gone)
            self.notice.say(
                _("They stay in the binder, and are left out of the pack."),
                lead=_("Not in edition {edition} of the Library: {names}.").format(
                    edition=self._edition.name, names=names
                ),
            )
        elif binder.edition != self._edition.name and binder.items:
            self.notice.say(
                _("Composed with edition {edition}; set anew from {now}.").format(
                    edition=binder.edition, now=self._edition.name
                )
            )

    def add(self, slugs: Iterable[Slug]) -> bool:
        """Put topics into the pack; return whether they are in."""
        return self._keep(self.binder.added(self._topics[slug] for slug in slugs if slug in self._topics))

    def keep(self) -> bool:
        """Keep what is written; return whether it is."""
        name = " ".join(self._name.text().split()) or self.binder.name
        return self._keep(replace(self._written, name=name))

    def ask_parts(self, slug: str) -> None:
        """Ask what of a topic is in the pack."""
        item = self.binder.item(Slug(slug))
        if item and item.slug in self._topics:
            only = PartChooser.choose(item.title, self._compositor.portions(item.slug), item.only, self)
            if only is not None:
                self._keep(self.binder.limited(item.slug, only))

    @property
    def _written(self) -> Binder:
        """The binder with what is written on the cover and chosen of the layout."""
        layout = self.options.arrangement
        return replace(self.binder, cover=self.cover.cover, outfit=self.cover.outfit, layout=layout)

    def undo(self) -> None:
        """Take the last change of a binder back."""
        self._binders.undo()

    def ask_binder(self) -> None:
        """Show all binders, and compose the one that is chosen."""
        self.keep()
        chosen = BinderList.choose(self._binders, self._edition.name, self)
        if chosen:
            self.show_binder(chosen)

    def done(self, result: int) -> None:
        """Qt: keep what is written, on closing; what cannot be kept stays open."""
        if self.keep():
            self.options.keep()
            super().done(result)

    def _keep(self, binder: Binder) -> bool:
        if replace(binder, modified=self.binder.modified) == self.binder:
            return True
        return self._binders.keep(binder) is not None

    def _follow(self, binder: Binder) -> None:
        """Show what became of the binder, here or elsewhere."""
        if binder.id == self.binder.id and not binder.deleted:
            self._show(binder)
        elif binder.id == self.binder.id:
            self._show(replace(binder, items=(), deleted=""))

    def _show(self, binder: Binder) -> None:
        self.binder = binder
        self.setWindowTitle(_("Pack: {name}").format(name=binder.name))
        with QSignalBlocker(self._name):
            if self._name.text() != binder.name:
                self._name.setText(binder.name)
                self._name.setCursorPosition(0)
        self.picker.show_binder(binder)
        self.cover.show_binder(binder)
        self.options.show_arrangement(binder.layout)
        self._ask()

    def _ask(self) -> None:
        there = any(slug in self._topics for slug in self.binder.slugs)
        self.allow(there)
        self.fit.setVisible(there)
        if there:
            self.proofs.ask(self.request)
        else:
            self.proofs.stop()
            self.proof_view.show_proof(None)

    def _build(self) -> None:
        self._name.setAccessibleName(_("Name of the binder"))
        self._name.setToolTip(_("Name of the binder"))
        label = PlainLabel(_("&Kept as"))
        label.setBuddy(self._name)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._name, 1)
        for title, page in (
            (_("&Topics"), self.picker),
            (_("Co&ver"), self.cover),
            (_("La&yout"), self.options),
        ):
            self._tabs.addTab(page, title)
        self._tabs.setDocumentMode(True)
        self.below.insertWidget(0, self._open)
        self.panel.addLayout(row)
        self.panel.addWidget(self._tabs, 1)

    def _join(self) -> None:
        picker = self.picker
        picker.added.connect(self.add)
        picker.dropped.connect(lambda slugs: self._keep(self.binder.without(slugs)))
        picker.moved.connect(lambda slugs, at: self._keep(self.binder.moved(slugs, at)))
        picker.shifted.connect(lambda slug, step: self._keep(self.binder.shifted(Slug(slug), step)))
        self.cover.typed.connect(self._ask)
        self.cover.done.connect(self.keep)
        self._name.editingFinished.connect(self.keep)
        self._open.clicked.connect(self.ask_binder)
        picker.parts_wanted.connect(self.ask_parts)
        self.options.changed.connect(self._ask)
        self.options.done.connect(self.keep)
        self.fit.omitted.connect(
            lambda slug, name, wished: self._keep(self.binder.omitting(Slug(slug), name, wished=wished))
        )
        self._binders.changed.connect(self._follow)
        self._binders.refused.connect(self.notice.tell)
        QShortcut(QKeySequence("Ctrl+Z"), self, self.undo)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self, self._binders.redo)
        QShortcut(QKeySequence("Ctrl+Y"), self, self._binders.redo)
