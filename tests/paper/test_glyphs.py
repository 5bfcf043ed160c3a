# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What stands in for characters that no font has."""

from pathlib import Path

import pytest

from asem_reader.paper.glyphs import Glyphs

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture(scope="module")
def glyphs() -> Glyphs:
    return Glyphs(FONTS)


@pytest.mark.parametrize("text", ["Plain text.", "naïve – “quoted” › ’ … ·", "Việt", "Ελλάδα, Київ", "a\nb"])
def test_what_the_fonts_have_stays(glyphs: Glyphs, text: str) -> None:
    assert glyphs.fit(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中文", "‹ZhongWen›"),
        ("报告 中文, हिन्दी", "‹BaoGao› ‹ZhongWen›, ‹hindi›"),
        ("한국어 ภาษาไทย עברית", "‹HanGugEo› ‹phasaaithy› ‹vryt›"),
        ("ភ្នំពេញ Қазақ", "‹phnampenh› Қазақ"),
        ("\U00013000", "‹A1›"),
        ("a 😀", "a ‹grinning face›"),
        ("👍🏽", "‹thumbs up sign›"),
        ("👩\u200d💻", "‹woman›‹personal computer›"),
        ("a\u202eb\u200b\u2060c\ufeff", "abc"),
        ("a\0\x1b\rb", "ab"),
        ("a\u3000b\u2028c", "a b c"),
        ("ＡＳＥＭ①", "ASEM1"),
        ("\ud800\U0010ffff", "☐☐"),
    ],
)
def test_what_they_have_not_is_replaced(glyphs: Glyphs, text: str, expected: str) -> None:
    assert glyphs.fit(text) == expected


def test_nothing_put_in_has_a_meaning_in_typst(glyphs: Glyphs) -> None:
    everything = "".join(map(chr, range(0x80, 0x20000)))
    assert not set(glyphs.fit(everything)) & set('#$*_`\\"<>@[](){}/~=+')
    assert glyphs.fit(glyphs.fit(everything)) == glyphs.fit(everything)


def test_without_fonts_there_are_no_glyphs(tmp_path: Path) -> None:
    assert "a" not in Glyphs(tmp_path)
