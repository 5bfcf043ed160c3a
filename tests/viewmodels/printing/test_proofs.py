# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Of proofs that are asked for one after the other the last one counts, and the window never waits."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from support.marks import NOON

from asem_reader import paths
from asem_reader.core.content import Kind
from asem_reader.core.errors import NoSuchPlace, Stopped
from asem_reader.core.place import Slug
from asem_reader.core.printing.form import Form
from asem_reader.core.printing.proof import PrintRequest, Proof
from asem_reader.paper import typeset
from asem_reader.store.library import Library
from asem_reader.store.notebook.notebook import Notebook
from asem_reader.store.output import Output
from asem_reader.viewmodels.marks.marks import Marks
from asem_reader.viewmodels.printing.compositor import Compositor, Proofs

SLUG = Slug("maritime-security")


def request(marking: str = "") -> PrintRequest:
    return PrintRequest((SLUG,), Form(marking=marking))


@pytest.fixture
def proofs(library: Library, notebook: Notebook, output: Output) -> Iterator[Proofs]:
    template = (paths.resources() / "paper" / "sheet.typ").read_text(encoding="utf-8")
    press = typeset.Press(paths.resources() / "fonts")
    compositor = Compositor(library, Marks(notebook, str), press, template, output, lambda: NOON)
    yield Proofs(compositor)
    compositor.close()


def test_a_proof_comes_when_it_is_made(proofs: Proofs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(proofs.made) as made:
        proofs.ask(request())
        assert proofs.busy
        assert proofs.last is None
    assert made.args == [proofs.last]
    assert proofs.current


def test_only_the_last_of_many_wishes_is_shown(proofs: Proofs, qtbot: QtBot) -> None:
    made: list[Proof] = []
    proofs.made.connect(made.append)
    for letter in "abcdef":
        proofs.ask(request(letter), soon=letter != "b")
    qtbot.waitUntil(lambda: not proofs.busy)
    assert [proof.request.form.marking for proof in made] == ["f"]


def test_who_saves_waits_for_the_last_wish(proofs: Proofs) -> None:
    proofs.ask(request("first"), soon=False)
    proofs.ask(request("last"))
    proof = proofs.wait()
    assert proof
    assert proof.request.form.marking == "last"


def test_what_is_stopped_stays_as_it_was(proofs: Proofs, qtbot: QtBot) -> None:
    proofs.ask(request("first"), soon=False)
    before = proofs.wait()
    proofs.ask(request("second"), soon=False)
    with qtbot.waitSignal(proofs.stopped):
        proofs.stop()
    assert proofs.last == before
    assert not proofs.current
    assert proofs.wait() is None


def test_who_is_impatient_waits_no_longer(proofs: Proofs, library: Library) -> None:
    issues = tuple(topic.slug for topic in library.topics() if topic.kind is Kind.ISSUE)[:20]
    proofs.ask(PrintRequest(issues))
    asked: list[bool] = []
    assert proofs.wait(lambda: not (asked.append(True) or len(asked) > 2)) is None
    assert (len(asked), proofs.busy) == (3, False)
    with pytest.raises(Stopped):
        proofs.copy(PrintRequest(issues), 1, 2, lambda: False)


def test_a_topic_that_is_not_there_is_told(proofs: Proofs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(proofs.refused) as refused:
        proofs.ask(PrintRequest((Slug("atlantis"),)))
    assert isinstance(refused.args and refused.args[0], NoSuchPlace)


def test_numbered_copies_differ_in_their_number_alone(proofs: Proofs) -> None:
    one, two = (proofs.copy(request(), number, 2) for number in (1, 2))
    texts = ["".join(typeset.text(proof.pdf)) for proof in (one, two)]
    assert "Copy 1 of 2" in texts[0]
    assert texts[0].replace("Copy 1 of 2", "Copy 2 of 2") == texts[1]
