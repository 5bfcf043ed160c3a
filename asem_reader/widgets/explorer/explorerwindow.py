# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Explorer window: the ranking as a table, its picture beside it, and the weights that change both."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from asem_reader.core.errors import ReaderError
from asem_reader.core.indicators.dataset import SOURCE, YEAR, Country
from asem_reader.core.indicators.scheme import Scheme
from asem_reader.core.indicators.view import Show
from asem_reader.core.language import N_, _
from asem_reader.core.place import Place
from asem_reader.core.theme import Theme
from asem_reader.viewmodels.explorer.explorer import Explorer
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.announce import say
from asem_reader.widgets.controls.boxes import filled
from asem_reader.widgets.controls.label import PlainLabel
from asem_reader.widgets.controls.onscreen import fit
from asem_reader.widgets.controls.savefile import ask_file
from asem_reader.widgets.explorer.method import MethodDialog
from asem_reader.widgets.explorer.picture import SHOWS, Picture
from asem_reader.widgets.explorer.standingstable import StandingsTable
from asem_reader.widgets.explorer.topicchooser import TopicChooser
from asem_reader.widgets.explorer.weights import Weights
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.savednotice import SavedNotice

_SHAPE = "explorer"
_SIZE = (1340, 860)
_MARGIN = 5  # pixels round all of it: on a small screen the table needs the rest
_WIDE, _MIDDLE = 160, 116  # widths in digits: room for three panes side by side, and for two
_STOPPED = 500  # milliseconds without another step: a slider has come to rest
_KEYS = N_(
    "1 to 6: picture; 7: its data. Space: mark to compare. Enter: page of the partner. Ctrl+C: address."
    " Ctrl+D: bookmark."
)
_SOURCE = N_(
    "Figures of {year}; source: {source}. Links between two partners, which the portal showed too, are not"
    " in its data."
)
_FULL = N_("Four partners are marked already: take a mark away with Space, and there is room for another.")


class ExplorerWindow(QDialog):
    """Window of the explorer: a change of weights shows at once in table, picture and sentence."""

    handbook = "figures"  # its chapter

    opened = Signal(object)  # Place: a page was asked for
    viewed = Signal()  # another view is shown, or what comes of it
    bookmarked = Signal()  # a bookmark on the view is wished for, or no longer
    quitted = Signal()  # the program is wished to end

    def __init__(self, explorer: Explorer, settings: Settings, colours: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._explorer = explorer
        self._settings = settings
        self.notice = Notice()
        self._topics = TopicChooser(explorer.dataset)
        self._method_button = QPushButton(_("&Method…"), autoDefault=False)
        self._copy = QPushButton(_("&Copy address"), autoDefault=False)
        self._bookmark = QPushButton(_("Boo&kmark"), autoDefault=False)
        self._save = QPushButton(_("&Save as…"), autoDefault=False)
        self._sentence = PlainLabel()
        self._source = PlainLabel(f"{_(_SOURCE).format(year=YEAR, source=SOURCE)} {_(_KEYS)}")
        self._table = StandingsTable(explorer.model)
        self._picture = Picture()
        self._weights = Weights(explorer)
        self._tabs = QTabWidget(documentMode=True)
        self._column = QVBoxLayout(self)
        self._split = QSplitter(childrenCollapsible=False, handleWidth=1)
        self._is_drawn = False  # the reader has drawn the panes as wide as they are
        self._method: MethodDialog | None = None
        self._rest = QTimer(self, singleShot=True, interval=_STOPPED)
        self._build()
        self._join()
        self.dress(colours)
        self.show_view()

    def dress(self, colours: Theme) -> None:
        """Show the picture in the colours of a theme."""
        self._picture.dress(colours)

    def show_view(self) -> None:
        """Show what the explorer has come to."""
        explorer = self._explorer
        name = explorer.dataset.names[explorer.code]
        self.setWindowTitle(_("{name}: connectivity figures").format(name=name))
        self._topics.show_topic(explorer.code)
        self._sentence.setText(explorer.sentence)
        self._weights.show_view()
        self._table.show_partner(explorer.here)
        self._picture.draw(explorer.view.show, explorer.figure, explorer.here)
        if self._method:
            self._method.show_scheme(name, explorer.scheme)
        self.viewed.emit()

    def tick_bookmark(self, there: bool) -> None:
        """Show whether there is a bookmark on the view."""
        self._bookmark.setChecked(there)
        self._bookmark.setText(_("Boo&kmarked") if there else _("Boo&kmark"))

    def remark(self, sentence: str) -> None:
        """Say something in passing."""
        self.notice.say(sentence)
        self.notice.until(self.viewed)

    def refuse(self, error: ReaderError) -> None:
        """Say that a mark could not be kept, until another view is shown or a mark is."""
        self.notice.tell(error, self.viewed)

    def save(self, path: Path, replace: bool = False) -> None:
        """Save table or picture, in place of a file only with `replace`; tell if it cannot be."""
        try:
            self._explorer.save(path, replace=replace)
        except ReaderError as error:
            self.notice.tell(error, self.viewed)
        else:
            SavedNotice(self.notice, _("Saved {name}.").format(name=path.name), path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: have as many panes side by side as there is room for."""
        super().resizeEvent(event)
        self._arrange()
        self._share()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: share the width, now that the style says how much each needs."""
        super().showEvent(event)
        self._share()

    def done(self, result: int) -> None:
        """Qt: remember the window's shape on closing, however it is done."""
        self._settings.keep_shape(_SHAPE, QByteArray(self.saveGeometry()))
        self._settings.sync()
        self._rest.stop()
        super().done(result)

    def _arrange(self) -> None:
        digits = self.width() / self.fontMetrics().horizontalAdvance("0")
        beside: list[QWidget] = [self._picture] if digits >= _MIDDLE else []
        beside += [self._weights] if digits >= _WIDE else []
        if [self._split.widget(at) for at in range(1, self._split.count())] == beside and self._tabs.count():
            return
        focused = self.focusWidget()
        self._tabs.clear()
        self._tabs.addTab(self._table, _("T&able"))
        for part, name in ((self._picture, _("P&icture")), (self._weights, _("&Weights"))):
            if part in beside:
                self._split.addWidget(part)
                part.show()
            else:
                self._tabs.addTab(part, name)
        # A widget of tabs gives the keys to their bar, and keeps them where that is hidden.
        many = self._tabs.count() > 1
        self._tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus if many else Qt.FocusPolicy.NoFocus)
        self._is_drawn = False
        if focused:
            focused.setFocus()

    def _share(self) -> None:
        """Give the picture the width that it needs, the table the rest, unless the reader drew them."""
        if self._is_drawn:
            return
        edges, beside = self._column.contentsMargins(), self._split.count()
        weights = self._weights.minimumSizeHint().width() if self._split.indexOf(self._weights) > 0 else 0
        room = self.width() - edges.left() - edges.right() - beside - weights
        table = min(self._table.sizeHint().width(), room - self._picture.wanted_width)
        table = max(table, self._tabs.minimumSizeHint().width())
        self._split.setSizes([table, room - table, weights][:beside])
        for at in range(beside):
            self._split.setStretchFactor(at, at == 1)

    def _keep_drawn(self) -> None:
        self._is_drawn = True

    def _build(self) -> None:
        fit(self, *_SIZE)
        self.restoreGeometry(self._settings.shape(_SHAPE))
        self.setMinimumSize(420, 300)
        label = PlainLabel(_("Rank &by"))
        label.setBuddy(self._topics)
        for words in (self._sentence, self._source):
            words.setWordWrap(True)
        self._source.setObjectName("hint")
        self._bookmark.setCheckable(True)
        self._bookmark.setAccessibleName(_("Bookmark"))
        self._tabs.setTabBarAutoHide(True)
        self._split.addWidget(self._tabs)
        buttons = (self._method_button, self._copy, self._bookmark, self._save)
        above = filled(QHBoxLayout(), label, self._topics, *buttons, grows=self._topics)
        parts = (above, self._sentence, self.notice, self._split, self._source)
        filled(self._column, *parts, grows=self._split, margins=(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
        self._arrange()
        self._table.setFocus()

    def _join(self) -> None:
        explorer, table = self._explorer, self._table
        explorer.changed.connect(self.show_view)
        self._topics.activated.connect(lambda _at: explorer.rank_by(self._topics.currentData()))
        table.reached.connect(explorer.go_to)
        table.opened.connect(self._open)
        explorer.marked.connect(self._tell_mark)
        explorer.full.connect(lambda: self.remark(_(_FULL)))
        self._picture.wished.connect(explorer.show)
        self._picture.chosen.connect(explorer.go_to)
        self._weights.weighed.connect(self._weigh)
        self._weights.levelled.connect(self._level)
        self._split.splitterMoved.connect(self._keep_drawn)
        self._rest.timeout.connect(self._tell)
        self._method_button.clicked.connect(self._ask_method)
        self._copy.clicked.connect(self._copy_address)
        self._bookmark.clicked.connect(lambda _ticked: self.bookmarked.emit())
        self._save.clicked.connect(self._ask_file)
        for number, show in enumerate(SHOWS, 1):
            QShortcut(QKeySequence(str(number)), self, lambda show=show: self._show(show))
        keys: dict[str, Callable[[], object]]
        keys = {"7": self._switch, "Ctrl+C": self._copy_address, "Ctrl+D": self.bookmarked.emit}
        keys |= {"Ctrl+W": self.close, "Ctrl+Q": self.quitted.emit}
        for key, do in keys.items():
            QShortcut(QKeySequence(key), self, do)

    def _show(self, show: Show) -> None:
        """Show a picture, from behind the table if there is no room beside it."""
        self._explorer.show(show)
        if self._tabs.indexOf(self._picture) >= 0:
            self._tabs.setCurrentWidget(self._picture)

    def _switch(self) -> None:
        self._picture.switch()
        self._show(self._explorer.view.show)

    def _weigh(self, code: str, weight: float) -> None:
        self._explorer.weigh(code, weight)
        self._rest.start()

    def _level(self) -> None:
        scheme = self._explorer.scheme
        self._choose(Scheme((), scheme.scale, scheme.mean, scheme.missing))

    def _choose(self, scheme: Scheme) -> None:
        self._explorer.choose(scheme)
        self._rest.start()

    def _tell(self) -> None:
        """Say what the last steps have come to, once for all of them."""
        say(self, self._explorer.news())

    def _tell_mark(self, iso3: str, marked: bool) -> None:
        """Say what became of a mark: no screen reader hears of a box in a table."""
        said = _("{name} is marked to compare") if marked else _("{name} is not marked any more")
        say(self, said.format(name=self._country(iso3).name))

    def _open(self, iso3: str) -> None:
        self.opened.emit(Place(self._country(iso3).topic))

    def _country(self, iso3: str) -> Country:
        return next(one for one in self._explorer.dataset.countries if one.iso3 == iso3)

    def _ask_method(self) -> None:
        if self._method is None:
            self._method = MethodDialog(self)
            self._method.chosen.connect(self._choose)
            self.show_view()
        self._method.show()
        self._method.activateWindow()

    def _copy_address(self) -> None:
        address = self._explorer.place.address
        QGuiApplication.clipboard().setText(address)
        self.remark(_("Copied {address}").format(address=address))

    def _ask_file(self) -> None:
        name = self._explorer.dataset.names[self._explorer.code]
        table, picture = _("Table (*.csv)"), _("Picture (*.svg)")

        def named(typed: str, kind: str) -> str:
            ending = ".svg" if kind == picture else ".csv"
            return typed if typed.lower().endswith((".csv", ".svg")) else f"{typed}{ending}"

        chosen = ask_file(self, self._settings, _("Save as"), f"{name}.csv", f"{table};;{picture}", named)
        if chosen:
            self.save(chosen.path, chosen.replace)
