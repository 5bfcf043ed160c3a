# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The fact sheets of `data/facts/`: what is known of each issue, and what its article must tell."""

from functools import cached_property
from pathlib import Path

import msgspec

from asem_reader.authoring.files.yamlfile import read_typed
from asem_reader.authoring.problem import ContentError, Problem
from asem_reader.authoring.text.typography import curled

FOLDER = "facts"


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something known of an issue, restated.

    Attributes:
        sources: ids of the documents that say so.
        as_of: what moment a figure speaks of.
        correction: what is right, where the text is what a source wrongly says.
    """

    text: str
    sources: tuple[str, ...]
    confidence: str = "high"
    as_of: str = ""
    correction: str = ""
    note: str = ""


class MeetingPosition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an agreed text of a meeting says.

    Attributes:
        meeting: slug, or name of a meeting that has no page.
        verb: the text's own, from which its strength shows.
        n_kind: whether `paragraph` is the text's own number or was counted.
        read: how much of the text was read.
    """

    meeting: str
    document: str
    date: str
    paragraph: str
    verb: str
    text: str
    sources: tuple[str, ...]
    n_kind: str = ""
    read: str = ""
    doc_kind: str = ""
    note: str = ""


class Side(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A view, with who holds it and when it was said."""

    side: str
    text: str
    as_of: str
    sources: tuple[str, ...]
    note: str = ""


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A step that is to come, and when."""

    text: str
    when: str
    as_of: str
    sources: tuple[str, ...]
    note: str = ""


class FactSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The fact sheet of one issue: its facts, with the dates and instruments that its article may name."""

    facts: tuple[Fact, ...]
    positions: tuple[MeetingPosition, ...] = ()
    sides: tuple[Side, ...] = ()
    next: tuple[Step, ...] = ()
    dates: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @cached_property
    def told(self) -> tuple[Fact, ...]:
        """All that the article must tell: facts, views and steps, each as a fact.

        Of the positions it chooses: a paragraph of a statement may do no more than name its subject.
        """
        sides = (Fact(f"{one.side}: {one.text}", one.sources) for one in self.sides)
        return (*self.facts, *sides, *(Fact(one.text, one.sources) for one in self.next))

    @cached_property
    def stated(self) -> tuple[Fact, ...]:
        """All that an article may rest on: what it must tell, and the positions."""
        return (*self.told, *(Fact(f"{one.document}: {one.text}", one.sources) for one in self.positions))

    @cached_property
    def text(self) -> str:
        """All of it as one text."""
        entries = (*self.facts, *self.positions, *self.sides, *self.next)
        values = [value for entry in entries for value in msgspec.structs.astuple(entry)]
        said = [value for value in values if isinstance(value, str)]
        return curled("\n".join((*said, *self.dates, *self.names)))


def read_facts(data: Path) -> dict[str, FactSheet]:
    """Return the sheets by slug.

    Raises:
        ContentError: a sheet of another shape.
    """
    sheets, problems = {}, list[Problem]()
    for file in sorted((data / FOLDER).glob("*.yaml")):
        try:
            sheets[file.stem] = read_typed(file, FactSheet, f"{FOLDER}/{file.name}")
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    return sheets
