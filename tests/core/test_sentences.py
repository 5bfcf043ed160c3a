# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sentences are taken apart as one would read them, and nothing of a text is lost, however odd it is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from asem_reader.core.sentences import sentences


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "The chair was Dr. Surin of Thailand.",
        "See No. 5, para. 12 and pp. 3 to 9.",
        "The U.S. Navy patrols, e.g. off Aden, and so does J. R. Smith.",
        "It cost 3.5 million, i.e. 1.2 per cent.",
        "Signed on 5 Sept. 2018 in Brussels.",
        "They asked “Why now?” and left.",
        "Wait … for the rest.",
        "A heading without an end",
        "…",
    ],
)
def test_what_is_one_sentence_stays_one(whole: str) -> None:
    assert said(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It met in 2018. It met again.", ["It met in 2018.", "It met again."]),
        ("“Enough!” They left.", ["“Enough!”", "They left."]),
        ("Is it so? (It is.) Yes.", ["Is it so?", "(It is.)", "Yes."]),
        ("Is it binding? No. It never was.", ["Is it binding?", "No.", "It never was."]),
        ("Rules, lists etc. The rest.", ["Rules, lists etc.", "The rest."]),
        ("One.\u00a0 12 states agreed.", ["One.", "12 states agreed."]),
        ("Head\u2028Below it", ["Head", "Below it"]),
        ("日本。中国！", ["日本。", "中国！"]),
        ("ÉTATS. Ça va.", ["ÉTATS.", "Ça va."]),
        ("No!!! Really?!", ["No!!!", "Really?!"]),
    ],
)
def test_sentences_are_told_apart(text: str, parts: list[str]) -> None:
    assert said(text) == parts


@given(st.text(alphabet=st.sampled_from("aB. !?…”)\n\u00a0\u2028\ufffc\U0001f600e.g1")))
@example(" . . ")
@example("")
def test_each_letter_is_in_one_sentence(text: str) -> None:
    assert "".join("".join(said(text)).split()) == "".join(text.split())
    assert all(part == part.strip() and part for part in said(text))
