# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Every error is two sentences for a reader, none of them for a programmer."""

import inspect
import pickle
import re

import pytest
from support.otherlanguage import speaking

from asem_reader.core import errors
from asem_reader.core.errors import MessageError, NoSuchPlace, ReaderError
from asem_reader.core.marks import errors as markerrors

# What the constructors are given, by the name of the argument.
GIVEN: dict[str, str | tuple[str, ...]] = {
    "text": "maritme-security",
    "nearest": "maritime-security",
    "path": "/home/ann/Ω notes/notebook.db",
    "reason": "no space left on device",
    "mark": "0" * 32,
    "title": "Maritime security",
    "words": "anti-piracy",
    "address": "asem:maritime-security#dzhb",
    "printer": "Office on the 2nd floor",
    "name": "key-fact",
    "known": ("key-facts", "timeline"),
    "library": "other",
    "file": "/home/ann/Ω notes/notebook.replaced-20261130-101500.db",
}
KINDS = {
    kind
    for module in (errors, markerrors)
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if kind not in (ReaderError, MessageError)
}
kinds = pytest.mark.parametrize("kind", sorted(KINDS, key=str), ids=lambda kind: kind.__name__)
_PROGRAMMER = re.compile(r"(?i)traceback|exception|errno|\bnull\b|none\b|object at|sqlite|\w+error\b|__")


def given(kind: type[ReaderError]) -> list[str]:
    """The names of what a constructor is given."""
    if issubclass(kind, MessageError) and "__init__" not in vars(kind):
        return list(kind.fields())
    return list(inspect.signature(kind.__init__).parameters)[1:]


def example(kind: type[ReaderError]) -> ReaderError:
    return kind(*(GIVEN[name] for name in given(kind)))


@kinds
def test_every_fault_of_the_world_is_one_of_ours(kind: type[ReaderError]) -> None:
    assert issubclass(kind, ReaderError)
    assert kind.__doc__


@kinds
def test_cause_and_cure_are_whole_sentences(kind: type[ReaderError]) -> None:
    error = example(kind)
    for said in (error.sentence, error.cure):
        assert re.search(r"[.?]$", said)
        assert not re.match(r"[a-z]", said) or said.startswith("asem-reader ")
        assert not _PROGRAMMER.search(said)
        assert "\n" not in said
    assert error.sentence.endswith(".")
    assert str(error) == f"{error.sentence} {error.cure}"


@kinds
def test_cause_and_cure_are_messages_of_a_catalogue(kind: type[ReaderError]) -> None:
    with speaking():
        error = example(kind)
    assert re.fullmatch("«.*»", error.sentence)
    assert re.fullmatch("«.*»", error.cure)


@kinds
def test_what_is_meant_is_named(kind: type[ReaderError]) -> None:
    names = [name for name in given(kind) if name in ("text", "path", "mark", "title")]
    assert all(GIVEN[name] in example(kind).sentence for name in names)


def test_the_nearest_place_is_offered_where_there_is_one() -> None:
    assert NoSuchPlace("x", "sea").cure == "Did you mean sea?"
    assert "contents" in NoSuchPlace("x").cure


def test_an_error_that_is_no_known_one_says_itself() -> None:
    with pytest.raises(ReaderError, match=r"^A\. B\.$"):
        raise ReaderError("A.", "B.")
    assert pickle.dumps(str(ReaderError("A.", "B.")))
