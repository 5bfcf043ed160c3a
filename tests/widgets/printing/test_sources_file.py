# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Sources of a topic, and of a pack, as a file for other programs."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from support.driver import Driver

from asem_reader.core.place import Slug


def choosing(monkeypatch: pytest.MonkeyPatch, file: Path, kind: str = "BibTeX (*.bib)") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), kind))


@pytest.mark.parametrize(
    ("name", "kind", "written", "starts"),
    [
        ("sea", "RIS (*.ris)", "sea.ris", "TY  - "),
        ("sea.json", "BibTeX (*.bib)", "sea.json", "[\n"),
        ("sea", "BibTeX (*.bib)", "sea.bib", "@"),
    ],
)
def test_the_sources_of_the_open_topic_are_written(
    driver: Driver,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    kind: str,
    written: str,
    starts: str,
) -> None:
    choosing(monkeypatch, tmp_path / name, kind)
    driver.command("export_sources")
    assert (tmp_path / written).read_text(encoding="utf-8").startswith(starts)
    assert driver.notice.startswith(f"{len(driver.article.sources)} sources saved in {written}.")


def test_the_sources_of_a_pack_are_written(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.command("compose").command("add_to_pack").open("china").command("add_to_pack")
    choosing(monkeypatch, tmp_path / "pack.json")
    pack = driver.composer.click("Sources…")
    articles = [driver.library.article(Slug(slug)) for slug in ("maritime-security", "china")]
    names = {source.name for article in articles for source in article.sources}
    assert {item["id"] for item in json.loads((tmp_path / "pack.json").read_bytes())} == names
    assert f"{len(names)} sources saved in pack.json." in pack.text


def test_where_there_are_none_nothing_is_asked(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked"))
    driver.open("political").command("export_sources")
    assert "There are no sources on asem:political." in driver.notice


def test_an_empty_pack_has_no_sources_to_write(driver: Driver) -> None:
    assert not driver.command("compose").composer.button("Sources…").isEnabled()
