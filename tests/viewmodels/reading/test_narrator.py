# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sentences are spoken one by one by a program of the system, and what it does not say is found out."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.synthesizer import FakeSynthesizer

from asem_reader.viewmodels.reading.narrator import Narrator
from asem_reader.viewmodels.reading.voice import Voice

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="they have no Speech Dispatcher")


@pytest.fixture
def speaker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeSynthesizer:
    return FakeSynthesizer(tmp_path / "bin", monkeypatch, 0.2)


@pytest.fixture
def narrator(qtbot: QtBot, speaker: FakeSynthesizer) -> Iterator[Narrator]:
    narrator = Narrator(Voice())
    with qtbot.waitSignal(narrator.voice.able):
        narrator.voice.ask()
    yield narrator
    narrator.stop()


def test_sentences_are_spoken_in_order_to_the_last(
    qtbot: QtBot, narrator: Narrator, speaker: FakeSynthesizer
) -> None:
    with qtbot.waitSignal(narrator.stopped) as stopped:
        narrator.begin(["One.", "--two; $(three)", "Four – “five”."], 1)
    assert stopped.args == [False]
    assert speaker.told == ["--two; $(three)", "Four – “five”."]


@pytest.mark.parametrize(
    "lists", ["exit 1", "echo OUTPUT MODULES", "echo OUTPUT MODULES; echo dummy", "kill -9 $$"]
)
def test_a_system_that_cannot_speak_is_found_out(qtbot: QtBot, speaker: FakeSynthesizer, lists: str) -> None:
    speaker.write(lists, "true")
    voice = Voice()
    with qtbot.assertNotEmitted(voice.able, wait=300):
        voice.ask()


def test_without_a_program_there_is_no_voice(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    voice = Voice()
    with qtbot.assertNotEmitted(voice.able, wait=50):
        voice.ask()


@pytest.mark.parametrize("speaks", ["true", "sh -c 'sleep 0.3; exit 1'"], ids=["at once", "with a fault"])
def test_a_voice_that_says_nothing_ends_the_reading(
    qtbot: QtBot, narrator: Narrator, speaker: FakeSynthesizer, speaks: str
) -> None:
    speaker.write("true", speaks)
    with qtbot.waitSignal(narrator.stopped) as stopped:
        narrator.begin(["A sentence that takes a voice two seconds."] * 3, 0)
    assert stopped.args == [True]
    assert len(speaker.told) == 1


def test_it_pauses_and_says_the_broken_sentence_again(
    qtbot: QtBot, narrator: Narrator, speaker: FakeSynthesizer
) -> None:
    narrator.begin(["One.", "Two."], 0)
    qtbot.waitUntil(speaker.has_said("One."))
    narrator.pause()
    qtbot.waitUntil(speaker.has_said("One.", "cancelled"))
    qtbot.wait(300)
    assert (speaker.told, narrator.reads) == (["One.", "cancelled"], True)
    narrator.pause()
    qtbot.waitUntil(speaker.has_said("One.", "cancelled", "One.", "Two."))


def test_a_step_back_hushes_before_it_speaks(
    qtbot: QtBot, narrator: Narrator, speaker: FakeSynthesizer
) -> None:
    narrator.begin(["One.", "Two."], 1)
    qtbot.waitUntil(speaker.has_said("Two."))
    narrator.step(-5)
    qtbot.waitUntil(speaker.has_said("Two.", "cancelled", "One."))


def test_a_voice_that_hangs_is_given_up_and_holds_nothing(
    qtbot: QtBot, narrator: Narrator, speaker: FakeSynthesizer
) -> None:
    speaker.write("true", "sleep 60")
    narrator.voice.patience = 100
    with qtbot.waitSignal(narrator.stopped) as stopped:
        narrator.begin(["I."], 0)
    assert stopped.args == [True]
    begun = time.monotonic()
    narrator.begin(["Two."], 0)
    narrator.stop()
    assert time.monotonic() - begun < 1
