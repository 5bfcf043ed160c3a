# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Groups of marks as rows with numbers, which stay the same while the marks in them change."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count

from asem_reader.core.marks.grouping import Group
from asem_reader.core.marks.mark import Mark, MarkId
from asem_reader.core.marks.workingcopy import renamed

BATCH = 60  # rows of a group that are given at once: a screen holds some twenty


@dataclass(frozen=True, slots=True)
class RowKey:
    """The key of a row: what it shows, which stays true when rows move.

    Attributes:
        group: the key of the group that the row is, or that holds its mark; None for the root.
        mark: None for a group.
    """

    group: str | None
    mark: MarkId | None


@dataclass(eq=False)
class Node:
    """A group where it stands.

    Attributes:
        id: its number.
        above: the number of the group that holds it.
        row: its row there.
        given: how many of its own rows the view was told of.
    """

    id: int
    group: Group
    above: int = -1
    row: int = 0
    given: int = 0

    @property
    def key(self) -> str | None:
        """What it is known by; None for the root."""
        return None if self.above < 0 else self.group.key

    def mark(self, row: int) -> Mark | None:
        """The mark in a row of its own; None for a group, and where nothing stands."""
        at = row - len(self.group.groups)
        return self.group.marks[at] if 0 <= at < len(self.group.marks) else None

    @cached_property
    def row_of(self) -> dict[MarkId, int]:
        """The row of each of its marks."""
        return {mark.id: row for row, mark in enumerate(self.group.marks, len(self.group.groups))}


@dataclass(eq=False)
class Rows:
    """The groups below one, by number and by key.

    Attributes:
        numbers: where new numbers come from: none is used twice, so an old one leads nowhere.
        ids: the numbers of the groups by their keys; another state of the same marks keeps them.
        heirs: keys of groups that have another key now.
    """

    whole: Group
    numbers: Iterator[int] = field(default_factory=count)
    ids: dict[str | None, int] = field(default_factory=dict)
    heirs: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.nodes: dict[int, Node] = {}
        self.root = self._made(None, self.whole, -1, 0)
        waiting = [self.root]
        while waiting:  # not by recursion: folders may stand in one another as deep as one likes
            node = waiting.pop()
            inner = [self._made(g.key, g, node.id, row) for row, g in enumerate(node.group.groups)]
            waiting += reversed(inner)

    def followed_by(self, whole: Group, *, folders: bool) -> "Rows":
        """Return the rows of another state of the same marks; as many are given as were.

        Args:
            whole: the groups as they are now.
            folders: whether keys are paths, of which one may have become another.
        """
        later = Rows(whole, self.numbers, dict(self.ids))
        if folders:
            paths = ({node.key for node in rows.nodes.values() if node.key} for rows in (self, later))
            later.heirs = renamed(*paths)
        ancestors = {later.heirs.get(node.key or "", node.key): node for node in self.nodes.values()}
        for node in later.nodes.values():
            before = ancestors.get(node.key)
            if before:
                more = BATCH if before.given == before.group.rows else 0  # what came behind all of it
                node.given = min(before.given + more, node.group.rows)
        return later

    def inner(self, holder: Node, row: int) -> Node | None:
        """The group in a row of another; None for a mark."""
        groups = holder.group.groups
        return self.nodes[self.ids[groups[row].key]] if row < len(groups) else None

    def place(self, row_key: RowKey, *, anywhere: bool = False) -> tuple[Node | None, int]:
        """Where something stands: the group that holds it, and the row there; None if nowhere.

        Args:
            row_key: what is looked for.
            anywhere: whether a mark may stand in another group meanwhile.
        """
        key = self.heirs.get(row_key.group or "", row_key.group)
        node = self.nodes.get(self.ids.get(key, -1))
        if row_key.mark is None:
            holder, row = (self.nodes.get(node.above), node.row) if node else (None, 0)
        else:
            holder, row = self._mark_place(node, row_key.mark, anywhere=anywhere)
        if holder and anywhere:
            holder.given = max(holder.given, row + 1)
        return holder, row

    def _mark_place(self, node: Node | None, mark: MarkId, *, anywhere: bool) -> tuple[Node | None, int]:
        if (node is None or mark not in node.row_of) and anywhere:
            node = self._holders.get(mark)
        return (node, node.row_of[mark]) if node and mark in node.row_of else (None, 0)

    @cached_property
    def _holders(self) -> dict[MarkId, Node]:
        """A group in which each mark stands."""
        return {mark.id: node for node in self.nodes.values() for mark in node.group.marks}

    def _made(self, key: str | None, group: Group, above: int, row: int) -> Node:
        if key not in self.ids:
            self.ids[key] = next(self.numbers)
        node = Node(self.ids[key], group, above, row, min(group.rows, BATCH))
        self.nodes[node.id] = node
        return node
