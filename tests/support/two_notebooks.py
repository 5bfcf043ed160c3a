# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Several Notebooks that are changed at random by real operations, and joined in any order."""

import datetime
import random
from dataclasses import replace
from pathlib import Path

from asem_reader.core.marks.change import Change
from asem_reader.core.marks.mark import Folder, Mark
from asem_reader.core.printing.pack import Cover
from asem_reader.core.steps import done
from asem_reader.operations.merging import between, choosing, joining, keep_merge
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.notebook.state import State, state_of
from support.marks import NOON, keep, mark

FOLDERS = ("", "Desk", "Desk/Sea", "Hanoi")


class Place:
    """A Notebook somewhere, with a clock of its own that may be wrong by days, and its way back."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.dice = dice
        self.now = NOON + datetime.timedelta(hours=dice.randint(-99, 99))
        self.notebook = Notebook(folder / "notebook.db", lambda: self.now)
        self.done: list[Change] = []
        self.seen: set[str] = set()  # texts of notes that were ever shown here, or stood beside one
        self.binned: set[str] = set()
        keep(self.notebook, [mark(number, f"text {number}") for number in range(3)])
        self.look()

    @property
    def state(self) -> State:
        """All that it holds."""
        return state_of(self.notebook)

    @property
    def shown(self) -> dict[str, object]:
        """What a reader sees of it, and the texts that wait to be chosen."""
        return {key: (each.values, each.texts) for key, each in self.state.items() if each.values}

    def act(self) -> None:
        """Do something at random."""
        self.now += datetime.timedelta(seconds=self.dice.randint(0, 3))
        acts = (
            self.add,
            self.edit,
            self.edit,
            self.edit,
            self.remove,
            self.bring_back,
            self.undo,
            self.folder,
            self.bind,
            self.choose,
        )
        self.dice.choice(acts)()
        self.look()

    @property
    def texts(self) -> set[str]:
        """The texts of all notes in use, and those that stand beside them."""
        return self._texts(binned=False)

    def _texts(self, *, binned: bool) -> set[str]:
        those = [each for each in self.state.values() if each.values and "body" in each.values]
        found = [each for each in those if each.values and bool(each.values["deleted"]) is binned]
        return {text for each in found for text in ((each.values or {})["body"], *each.texts)}

    def look(self) -> None:
        """Remember what can be seen here, and what was thrown away."""
        self.seen |= self.texts
        self.binned |= self._texts(binned=True)

    def add(self) -> None:
        new = mark(self.dice.getrandbits(99), f"new {self.dice.random()}")
        self.change(new=(new._replace(folder=self.dice.choice(FOLDERS), tags=()),))

    def edit(self) -> None:
        for old in self.some(self.notebook.marks()):
            what = self.dice.choice(
                (
                    {"body": f"text {self.dice.random()}"},
                    {"folder": self.dice.choice(FOLDERS)},
                    {"tags": (*old.tags, f"t{self.dice.randrange(4)}")},
                    {"tags": old.tags[1:]},
                    {"position": self.dice.randrange(4)},
                    {"slug": "energy-security"},
                )
            )
            self.change((old,), (old._replace(**what, modified=self.notebook.now()),))

    def remove(self) -> None:
        self.change(self.some(self.notebook.marks()))

    def bring_back(self) -> None:
        self.change(new=tuple(each._replace(deleted="") for each in self.some(self.notebook.bin())))

    def undo(self) -> None:
        if self.done:
            self.notebook.change(self.done.pop().reverse)

    def folder(self) -> None:
        path = self.dice.choice(FOLDERS[1:])
        there = tuple(each for each in self.notebook.folders() if each.path == path)
        self.change(folders=(there, self.dice.choice(((), (Folder(path, self.dice.randrange(3)),)))))

    def bind(self) -> None:
        binders = Binders(self.notebook.file)
        there = self.some(binders.all())
        one = there[0] if there else binders.draft("Pack", Cover(""), "2026.1")
        gone = binders.now() if self.dice.random() < 0.2 else ""
        binders.put(replace(one, name=f"Pack {self.dice.random()}", modified=binders.now(), deleted=gone))

    def choose(self) -> None:
        state = self.state
        for key in self.some(tuple(key for key, each in state.items() if each.texts)):
            chosen = choosing(self.notebook, key.removeprefix("binder/"), 2)
            keep_merge(self.notebook, chosen)
            if chosen.change:
                self.done.append(chosen.change)

    def change(
        self,
        old: tuple[Mark, ...] = (),
        new: tuple[Mark, ...] = (),
        folders: tuple[tuple[Folder, ...], ...] = ((), ()),
    ) -> None:
        change = Change("", old, new, *folders)
        self.notebook.change(change)
        self.done.append(change)

    def join(self, *others: State) -> None:
        """Join other Notebooks, one after another; what was done before can no longer be undone."""
        for other in others:
            state = self.state
            keep_merge(self.notebook, between(state, done(joining(state, other))))
        self.done.clear()
        self.look()

    def some(self, those: tuple) -> tuple:  # type: ignore[type-arg]
        return (self.dice.choice(those),) if those else ()


def histories(seed: int, folder: Path) -> tuple[Place, ...]:
    """Return two or three Notebooks with a common past, some merges, and changes of their own since."""
    dice = random.Random(seed)
    places = []
    for each in range(dice.choice((2, 3))):
        (folder / str(each)).mkdir()
        places.append(Place(folder / str(each), dice))
    for _round in range(2):
        for place in places:
            for _act in range(dice.randrange(8)):
                place.act()
        one, other = dice.sample(places, 2)
        one.join(other.state)
    for place in places:
        for _act in range(dice.randrange(6)):
            place.act()
    return tuple(places)


def seen_alone(places: tuple[Place, ...]) -> set[str]:
    """Return the texts that stand somewhere, and were replaced nowhere else, nor ever thrown away."""
    gone = {text for place in places for text in place.seen - place.texts | place.binned}
    return {text for place in places for text in place.texts} - gone
