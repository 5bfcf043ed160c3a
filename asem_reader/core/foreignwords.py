# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Words of French and German, and partners' own names, as they are looked up: without endings and accents."""

import re
import unicodedata

from asem_reader.core.words import folded

OWN = ""  # stands for the languages of the partners, of which only their names are known


def _among(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Of each language what carries no weight in a query: articles, prepositions, and words that ask or tell.
FUNCTION_WORDS = {
    "fr": _among("""
        a afin ainsi apres au aussi aux avant avec c ce ces cet cette chez comme comment contre d
        dans de depuis des dire dit doit dont du elle elles en entre est et etre eu faire fait faut
        il ils j jusqu l la le les leur leurs lors lutte m mais n ne nos notre nous on ont ou par
        parle pas pendant peut plus position pour pourquoi propos qu quand que quel quelle quelles
        quels qui quoi question questions role s sa sans se selon ses sont son sous sujet sur ton
        tous tout toute toutes un une vers vos votre vous y
    """),
    "de": _among("""
        ab als am an auch auf aus bei beim bekampfung bis da das dass dem den der des die dies diese
        diesem diesen dieser dieses doch durch ein eine einem einen einer eines er es fur gab gegen
        gibt haben haltung hat hatte ich ihr ihre im in ins ist kampf kann man mit nach nicht noch
        nur ob oder ohne rolle sagt sagen sein seit sich sie sind so soll thema uber um und unter
        vom von vor wann warum was welche welchem welchen welcher welches wem wen wer werden wie
        wieviele wird wo worden wurde wurden zu zum zur zwischen
    """),
    OWN: frozenset(),
}
PIECE = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=\w{5})(?:ees|ee|ern|em|en|er|es|e|s|x|n)$")
_UMLAUT = re.compile("(?<=[aou])e")  # as it is typed where a keyboard has none
_LIGATURES = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae"})


def bare(word: str) -> str:
    """Return a word without case, accents, and the e that stands for two dots: Grüße, Gruesse as grusse."""
    plain = folded(unicodedata.normalize("NFKC", word)).translate(_LIGATURES)
    return _UMLAUT.sub("", plain)


def stem(word: str) -> str:
    """Return a word without what number, gender and case add to it; short ones stay as they are."""
    return _ENDING.sub("", bare(word))


def phrase(text: str, language: str) -> str:
    """Return what a phrase is looked up by: stems of its words with weight, one blank between them."""
    pieces = PIECE.findall(unicodedata.normalize("NFKC", text))
    return " ".join(stem(piece) for piece in pieces if bare(piece) not in FUNCTION_WORDS[language])
