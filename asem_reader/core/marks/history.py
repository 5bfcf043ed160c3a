# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Multi-value register: what a field says, and which of its versions are superseded, so that two copies join.

A state-based CRDT: Shapiro, Preguiça, Baquero and Zawirski, "A comprehensive study of Convergent and
Commutative Replicated Data Types", INRIA RR-7506 (2011), 3.2.2 and 3.3.2. To join is to unite the versions
and the superseded ones, and so commutative, associative and idempotent. Versions are random, for copies of a
Notebook have no names of their own by which they could count.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

DELETED = "deleted"
TEXTS = ("body", "content")  # of which several versions stay side by side until one is chosen
FORGOTTEN = "forgotten"
_TAGS = "tags"
_TIMES: dict[str, Callable[..., Any]] = {"created": min, "modified": max}
_QUIET = (DELETED, "place", "position")  # the program does these, too: they bring nothing back from the bin
_CLOCK = 8  # hexadecimal digits of a version that are its second

Values = Mapping[str, Any]


class Register(NamedTuple):
    """The versions of one field.

    Attributes:
        live: what each version says that nobody has superseded; more than one after changes on two sides.
        dead: the versions that were superseded.
    """

    live: Mapping[str, Any]
    dead: frozenset[str] = frozenset()

    @property
    def said(self) -> tuple[Any, ...]:
        """What the live versions say, each once, the latest first."""
        found: list[Any] = []
        for version in sorted(self.live, reverse=True):
            if self.live[version] not in found:
                found.append(self.live[version])
        return tuple(found)

    def superseded(self, value: object, fresh: str, over: Iterable[str] | None = None) -> "Register":
        """Return it with a new version over all live ones, or over some; it is the latest of all."""
        over = set(self.live if over is None else over)
        latest = max((int(each[:_CLOCK], 16) + 1 for each in self.live), default=0)
        version = f"{max(int(fresh[:_CLOCK], 16), latest):08x}{fresh[_CLOCK:]}"
        live = {name: said for name, said in self.live.items() if name not in over}
        return Register({**live, version: value}, self.dead | over)


History = Mapping[str, Register]


class Versioned(NamedTuple):
    """A mark, folder or binder with the versions of its fields.

    Attributes:
        values: what it says; None if it is not there any more.
        history: as text, only of fields that were changed since it came; empty of what never was.
    """

    values: Values | None = None
    history: str = ""

    @property
    def registers(self) -> History:
        """The register of each field."""
        kept, values = read(self.history), self.values or {}
        never = {name: value for name, value in values.items() if name not in kept and name not in _TIMES}
        changed = {name: _told(each, values.get(name)) for name, each in kept.items()}
        return {**{name: Register({first(value): value}) for name, value in never.items()}, **changed}

    @property
    def is_forgotten(self) -> bool:
        """True if nothing but its id is to be known of it."""
        return FORGOTTEN in read(self.history)

    @property
    def texts(self) -> tuple[Any, ...]:
        """The texts that stand side by side until one is chosen; empty if there is but one."""
        if self.values is None:
            return ()
        said = next((each.said for name, each in self.registers.items() if name in TEXTS), ())
        return said if len(said) > 1 else ()

    def joined(self, other: "Versioned") -> "Versioned":
        """Return the least entry that knows what both do."""
        if self == other:
            return self
        if self.is_forgotten or other.is_forgotten:
            return forgotten()
        mine, theirs = self.registers, other.registers
        none = Register({})
        both = {name: _joined(mine.get(name, none), theirs.get(name, none)) for name in {**mine, **theirs}}
        return _entry(both, [each.values for each in (self, other) if each.values is not None])

    def changed(self, values: Values, fresh: Callable[[], str]) -> "Versioned":
        """Return it after a change here; what is written on it brings it back from a bin elsewhere."""
        was, registers = self.values or {}, dict(read(self.history))
        if not was and not registers:
            return Versioned(values)
        names = {
            name for name in values if name not in _TIMES and (name not in was or was[name] != values[name])
        }
        if not names.issubset(_QUIET):
            names.add(DELETED)
        if FORGOTTEN in registers:
            registers = {}
        for name in sorted(names):
            never = Register({first(was[name]): was[name]} if name in was else {})
            old = _told(registers[name], was.get(name)) if name in registers else never
            shown = [each for each, said in old.live.items() if said == was.get(name)]
            registers[name] = old.superseded(values[name], fresh(), shown if name in TEXTS else None)
        kept = {
            name: each if name in names else _told(each, was.get(name)) for name, each in registers.items()
        }
        return Versioned(values, _written(kept, values))

    def chosen(self, text: object, fresh: Callable[[], str]) -> "Versioned":
        """Return it with one of its texts alone, or another that was made of them."""
        registers, values = dict(self.registers), dict(self.values or {})
        name = next(name for name in TEXTS if name in values)
        registers[name] = registers[name].superseded(text, fresh())
        registers[DELETED] = registers[DELETED].superseded(values[DELETED], fresh())
        return Versioned({**values, name: text}, _written(registers, {**values, name: text}))

    @property
    def rowless(self) -> "Versioned":
        """It without its row: all that it says is in its history."""
        return Versioned(None, _written(self.registers, {}))

    def thrown_away(self) -> "Versioned":
        """Return what is left of it when it has lain in the bin for long: that it was deleted."""
        live, dead = self.registers[DELETED]
        return Versioned(None, _written({DELETED: Register({}, dead | set(live))}, {}))


def forgotten() -> Versioned:
    """Return what is left of an entry that is to be known no more: it wins against whatever is joined."""
    return Versioned(None, _written({FORGOTTEN: Register({})}, {}))


def first(value: object) -> str:
    """Return the version of what a field says that was never changed: the same wherever it came."""
    text = json.dumps(value, ensure_ascii=False)
    return f"0{blake2b(text.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()[1:]}"


def read(text: str) -> History:
    """Return a history that was written; of what is none, nothing."""
    try:
        found = json.loads(text) if text else {}
        return {name: Register(live, frozenset(dead.split())) for name, (live, dead) in found.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _written(registers: History, values: Values) -> str:
    """The registers as text: what a live version says that says what the entry does, is not written twice."""
    values = values if values.keys() & _TIMES.keys() else {}  # a folder may be there for its marks alone
    kept = {}
    for name, (live, dead) in sorted(registers.items()):
        value = values.get(name)
        if name in values and not dead and dict(live) == {first(value): value}:
            continue
        said = {
            each: None if name in values and live[each] == value else [live[each]] for each in sorted(live)
        }
        kept[name] = [said, " ".join(sorted(dead))]
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def _told(register: Register, value: object) -> Register:
    """A register that was read, with what the entry says where it is not written twice."""
    live = {name: value if said is None else said[0] for name, said in register.live.items()}
    return Register(live, register.dead)


def _joined(mine: Register, theirs: Register) -> Register:
    dead = mine.dead | theirs.dead
    live = {**mine.live, **theirs.live}
    return Register({name: live[name] for name in live if name not in dead}, dead)


def _entry(registers: History, rows: list[Values]) -> Versioned:
    if not registers[DELETED].live:
        return Versioned(None, _written({DELETED: registers[DELETED]}, {}))
    if not rows:
        return Versioned(None, _written(registers, {}))
    values = {name: _shown(name, registers[name]) for name in rows[0] if name not in _TIMES}
    times = {name: of(row[name] for row in rows) for name, of in _TIMES.items() if name in rows[0]}
    if values[DELETED] and not times:
        return Versioned(None, _written(registers, {}))
    values |= times
    return Versioned(values, _written(registers, values))


def _shown(name: str, register: Register) -> Any:
    """What a field says: of several versions the latest; all tags; in use, if anybody has it so."""
    said = register.said
    if name == DELETED:
        return "" if "" in said else max(said)
    if name == _TAGS:
        return list(dict.fromkeys(tag for tags in said for tag in tags))
    return said[0]
