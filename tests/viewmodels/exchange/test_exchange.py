# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Files of marks in the window: an import or a restored backup is one step, and undo takes it back whole."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from support.marks import NOON, keep, lost, mark

from asem_reader.core.errors import NotWritten, ReaderError
from asem_reader.core.exchange.format import FOR_READING, MarksFormat
from asem_reader.core.exchange.parcel import ImportOutcome, Wanted
from asem_reader.core.marks.change import Change
from asem_reader.core.marks.errors import BadImport, NoSuchBackup
from asem_reader.core.marks.mark import Folder, Mark, Waiting, anchor
from asem_reader.core.place import BlockId
from asem_reader.core.steps import done
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.output import Output
from asem_reader.viewmodels.exchange.exchange import Exchange
from asem_reader.viewmodels.marks.marks import Marks


@pytest.fixture
def exchange(notebook: Notebook, library: Library, output: Output) -> Exchange:
    """Over a Notebook with two notes in a folder, and an empty folder."""
    keep(
        notebook,
        [on(library, 1, "ships"), on(library, 2, "ports")],
        [Folder("Folder", 1), Folder("Empty", 2)],
    )
    return Exchange(Marks(notebook, str), library, output)


def on(library: Library, number: int, body: str) -> Mark:
    """A note on a paragraph of the Library."""
    article = library.article(mark().slug)
    anchored = anchor(article, list(article.blocks)[number])
    around = {"quote": anchored.quote, "before": anchored.before, "after": anchored.after}
    return mark(number, body, anchored.block)._replace(**around)


def state(exchange: Exchange) -> tuple[object, ...]:
    exchange.marks.reload()
    return exchange.marks.all, exchange.marks.folders


@pytest.mark.parametrize("kind", [kind for kind in MarksFormat if kind not in FOR_READING])
def test_marks_that_went_out_come_back_in_one_step(
    exchange: Exchange, tmp_path: Path, kind: MarksFormat
) -> None:
    file = tmp_path / f"marks{kind.ending}"
    assert done(exchange.exporting(file, kind, Wanted())) == 2
    before = state(exchange)
    exchange.marks.remove(*exchange.marks.all)
    exchange.marks.undo.clear()
    assert done(exchange.importing(file)) == ImportOutcome(2, 0, 0, 0, 0, kept=True)
    assert state(exchange) == before
    assert exchange.marks.undo.undoText() == "Import of 2 marks"
    assert done(exchange.marks.taking_back())
    assert state(exchange)[0] == ()
    assert done(exchange.marks.doing_again())
    assert state(exchange) == before


@pytest.mark.parametrize("kind", [kind for kind in MarksFormat if kind not in FOR_READING])
def test_taking_in_twice_changes_nothing(exchange: Exchange, tmp_path: Path, kind: MarksFormat) -> None:
    file = tmp_path / f"marks{kind.ending}"
    done(exchange.exporting(file, kind, Wanted()))
    before = state(exchange)
    assert done(exchange.importing(file)) == ImportOutcome(0, 2, 0, 0, 0, kept=True)
    assert state(exchange) == before
    assert not exchange.marks.undo.canUndo()


def test_undo_of_an_import_takes_its_folders_away(exchange: Exchange, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("address,folder\nasem:maritime-security,New/Deep\n", encoding="utf-8")
    before = state(exchange)
    assert done(exchange.importing(tmp_path / "x.csv")).new == 1
    assert {folder.path for folder in exchange.marks.folders} == {"Folder", "Empty", "New", "New/Deep"}
    assert done(exchange.marks.taking_back())
    assert state(exchange) == before


def test_a_bad_file_changes_nothing(exchange: Exchange, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("address\nasem:maritime-security\nnowhere at all\n", encoding="utf-8")
    before = state(exchange)
    with pytest.raises(BadImport, match="line 3"):
        done(exchange.importing(tmp_path / "x.csv"))
    assert state(exchange) == before
    assert not exchange.marks.undo.canUndo()


def test_what_the_disk_refuses_is_not_called_taken(exchange: Exchange, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("address\nasem:maritime-security\n", encoding="utf-8")
    refused: list[ReaderError] = []
    exchange.marks.refused.connect(refused.append)
    exchange.marks.fault = NotWritten("x", "full")
    assert not done(exchange.importing(file)).kept
    assert len(refused) == 1


def test_only_what_is_wanted_goes_out(exchange: Exchange, tmp_path: Path) -> None:
    assert done(exchange.exporting(tmp_path / "x.json", MarksFormat.JSON, Wanted(words="SHIPS"))) == 1
    text = (tmp_path / "x.json").read_text(encoding="utf-8")
    assert ("ships" in text, "ports" in text, "Folder" in text, "Empty" in text) == (True, False, True, False)


def test_an_export_that_cannot_be_written_is_said(exchange: Exchange, tmp_path: Path) -> None:
    with pytest.raises(NotWritten):
        done(exchange.exporting(tmp_path / "no folder" / "x.json", MarksFormat.JSON, Wanted()))


def test_the_text_of_a_topic_stands_in_the_order_of_the_page(exchange: Exchange, library: Library) -> None:
    article = library.article(mark().slug)
    last, first = (mark(n, f"{n}")._replace(block=list(article.blocks)[at]) for n, at in ((8, -1), (9, 0)))
    exchange.marks.make(Change("Notes", exchange.marks.all, (last, first)))
    text = exchange.text_of(mark().slug)
    assert text.startswith("Maritime security (POL-05)\n")
    assert text.index("\n9\n") < text.index("\n8\n")
    assert exchange.text_of(library.find("POL-01").slug) == ""


def test_a_backup_is_previewed_restored_and_taken_back(
    opened: Callable[..., Notebook], exchange: Exchange, library: Library, output: Output
) -> None:
    later = opened(clock=lambda: NOON + datetime.timedelta(days=1))
    again = Exchange(Marks(later, str), library, output)
    old = again.marks.all[0]
    again.marks.make(Change("Note", (old,), (old.with_body("other", "2026-11-24T12:00:00Z"),)))
    again.marks.make(Change("Note", new=(mark(3),)))
    before = state(again)
    backup = done(again.listing())[0]
    assert (backup.day, backup.marks) == ("2026-11-24", 2)
    found = done(again.previewing(backup))
    assert [len(part) for part in (found.back, found.other, found.gone)] == [0, 1, 1]
    assert state(again) == before
    assert done(again.restoring(found))
    assert {each.body for each in again.marks.all} == {"ships", "ports"}
    assert done(again.marks.taking_back())
    assert state(again) == before


def test_what_a_backup_of_an_older_edition_holds_gets_its_place_or_is_flagged(
    opened: Callable[..., Notebook], notebook: Notebook, library: Library, output: Output
) -> None:
    good = on(library, 1, "stands")
    keep(notebook, [good._replace(block=BlockId("zzzz")), lost(2, "lost")])
    later = opened(clock=lambda: NOON + datetime.timedelta(days=1))
    exchange = Exchange(Marks(later, str), library, output)
    exchange.marks.remove(*exchange.marks.all)  # the first change of the day, after the backup
    backup = done(exchange.listing())[0]
    assert done(exchange.restoring(done(exchange.previewing(backup))))
    assert {each.body: (each.block, each.waiting) for each in exchange.marks.all} == {
        "stands": (good.block, None),
        "lost": (lost().block, Waiting.BLOCK_GONE),
    }


def test_a_damaged_backup_is_refused_when_it_is_looked_at(
    opened: Callable[..., Notebook], exchange: Exchange, library: Library, output: Output
) -> None:
    later = opened(clock=lambda: NOON + datetime.timedelta(days=1))
    keep(later, [mark(4)])
    again = Exchange(Marks(later, str), library, output)
    backup = done(again.listing())[0]
    file = later.path.parent / "backups" / backup.name
    file.write_bytes(file.read_bytes()[:-9000])
    with pytest.raises(NoSuchBackup):
        done(again.previewing(backup))
