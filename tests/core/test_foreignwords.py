# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Words of French and German are looked up alike, whatever the keyboard and the grammar."""

import pytest

from asem_reader.core.foreignwords import phrase


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("fr", ("Réfugiés", "refugies", "réfugiée", "RÉFUGIÉES", "les réfugiés", "re\u0301fugie\u0301s")),
        ("fr", ("droits de l'homme", "droits de l’homme", "le droit de l'homme")),
        ("de", ("Flüchtlinge", "Fluechtlinge", "fluchtlinge", "der Flüchtling", "den Flüchtlingen")),
        ("de", ("nachhaltige Entwicklung", "nachhaltigen Entwicklung", "die nachhaltige Entwicklung")),
        ("de", ("Großbritannien", "Grossbritannien", "GROSSBRITANNIEN")),
    ],
)
def test_forms_and_spellings_of_a_phrase_are_one(language: str, texts: tuple[str, ...]) -> None:
    assert len({phrase(text, language) for text in texts}) == 1
    assert phrase(texts[0], language)


@pytest.mark.parametrize(
    ("one", "other"), [("Rat", "Rate"), ("Chine", "chin"), ("Indien", "Inde"), ("pays", "paye")]
)
def test_short_words_stay_apart(one: str, other: str) -> None:
    assert phrase(one, "de") != phrase(other, "de")
