# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Who is new here, or lost: the start page, the handbook under F1, and what an update brought."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from support.driver import Driver
from support.surface import Surface, press

from asem_reader import __version__, paths
from asem_reader.core.content import BlockKind
from asem_reader.core.made import HANDBOOK, START, Release
from asem_reader.core.place import Place, Slug
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.frame.handbookwindow import HandbookWindow

CLIMATE = Place(Slug("climate-change"))
ON_TOPICS = ("print", "add_to_pack", "bookmark", "bookmark_block", "highlight", "note", "copy_marks")


def links(driver: Driver) -> dict[str, Place]:
    """What the lines of the page that lies open lead to."""
    spans = (
        span for block in driver.article.blocks.values() for cell in block.cells for span in cell if span.to
    )
    return {span.text: span.to for span in spans if span.to}


def headings(driver: Driver) -> list[str]:
    return [each.text for each in driver.article.blocks.values() if each.kind is BlockKind.HEADING]


def told(home: paths.Home, release: Release) -> None:
    """A reader who came with another release before."""
    settings = Settings(home.session)
    settings.note_seen(release)
    settings.sync()


@pytest.fixture
def fresh(open_driver: Callable[..., Driver]) -> Driver:
    return open_driver(None)


def test_the_first_start_says_what_this_is_and_where_to_begin(fresh: Driver) -> None:
    assert fresh.title == "Welcome"
    assert fresh.article.topic.summary.startswith("ASEM Reader tells what the Asia-Europe Meeting agreed")
    assert headings(fresh) == ["Edition 2026.1, 23 November 2026", "Pillars", "Searches to try", "Handbook"]
    assert links(fresh)["Political pillar"] == Place(Slug("political"))
    assert fresh.notice == ""


def test_who_comes_back_finds_the_topic_where_they_were(
    fresh: Driver, open_driver: Callable[..., Driver]
) -> None:
    fresh.open(CLIMATE).close()
    again = open_driver(None)
    assert again.title == "Climate change"
    again.activate().press("Alt+Home")
    assert "Last read" in headings(again)
    assert links(again)["Climate change"] == CLIMATE
    again.command("back")
    assert again.title == "Climate change"


def test_a_search_to_try_is_typed_and_found(fresh: Driver) -> None:
    fresh.open(links(fresh)["WMD"])
    assert (fresh.query, fresh.view) == ("WMD", "results")
    assert fresh.title == "Welcome"


def test_a_pack_on_the_start_page_opens(driver: Driver) -> None:
    driver.command("add_to_pack").command("start")
    driver.open(next(place for text, place in links(driver).items() if text.startswith("Pack of")))
    assert driver.composer.widget.windowTitle()
    driver.composer.widget.close()


def test_a_page_that_is_made_is_neither_marked_nor_printed(driver: Driver) -> None:
    driver.command("start")
    assert [name for name in ON_TOPICS if driver.action(name).isEnabled()] == []
    driver.open(CLIMATE)
    assert [name for name in ON_TOPICS if not driver.action(name).isEnabled()] == []


def test_a_page_that_is_made_is_no_topic_that_was_read(driver: Driver) -> None:
    driver.activate().command("start")
    assert driver.contents.view.selectedIndexes() == []
    driver.command("history")
    assert driver.history.texts == ["Today", "Maritime security"]


def test_its_address_leads_to_the_start_page(driver: Driver) -> None:
    driver.dialog("jump", lambda dialog: dialog.type(START.address).press("Return"))
    assert driver.title == "Welcome"


@pytest.mark.parametrize(
    ("keys", "chapter"),
    [
        ((), "Reading"),
        (("Ctrl+K",), "Search"),
        (("Ctrl+F",), "Reading"),
        (("Ctrl+1",), "The window"),
        (("Ctrl+B",), "Marks"),
        (("Ctrl+3",), "Coming back"),
        (("Ctrl+M",), "Notes"),
    ],
)
def test_the_handbook_opens_at_the_page_that_fits_where_the_keys_are(
    driver: Driver, keys: tuple[str, ...], chapter: str
) -> None:
    driver.activate().press(*keys, "F1")
    assert driver.title == chapter
    assert driver.article.topic.parent == HANDBOOK


@pytest.mark.parametrize(
    ("command", "chapter"),
    [
        ("print", "Print"),
        ("palette", "Keys"),
        ("list_page", "Reading"),
        ("binders", "Packs"),
        ("jump", "Handbook"),
    ],
)
def test_a_dialog_has_the_handbook_in_front_of_it(driver: Driver, command: str, chapter: str) -> None:
    met: list[str] = []

    def ask(dialog: Surface) -> None:
        dialog.activate()
        press(QApplication.focusWidget() or dialog.widget, "F1")
        (window,) = dialog.widget.findChildren(HandbookWindow)
        met.append(window.windowTitle())
        window.close()

    driver.activate().dialog(command, ask)
    assert met == [chapter]
    assert driver.title == "Maritime security"


@pytest.mark.parametrize(("command", "chapter"), [("compose", "Packs"), ("explore", "Connectivity figures")])
def test_windows_beside_have_it_too(driver: Driver, command: str, chapter: str) -> None:
    driver.activate().command(command)
    window = driver.composer.widget if command == "compose" else driver.explorer.widget
    Surface(window).activate()
    press(QApplication.focusWidget() or window, "F1")
    (handbook,) = window.findChildren(HandbookWindow)
    assert handbook.windowTitle() == chapter
    handbook.close()
    window.close()


def test_every_widget_that_names_a_chapter_names_one_that_there_is(driver: Driver) -> None:
    slugs = {topic.slug for topic in driver.library.topics()}
    named = {
        chapter for each in every_class(QWidget) if isinstance(chapter := vars(each).get("handbook"), str)
    }
    assert len(named) > 8
    assert {f"{HANDBOOK}-{chapter}" for chapter in named} <= slugs


def every_class(kind: type) -> set[type]:
    return {kind}.union(*(every_class(below) for below in kind.__subclasses__()))


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (Release("0.0.9", "2026.1"), f"This is ASEM Reader {__version__}."),
        (Release(__version__, "2025.1"), "The Library is edition 2026.1."),
    ],
)
def test_an_update_is_told_once_and_leads_to_what_is_new(
    home: paths.Home, open_driver: Callable[..., Driver], before: Release, said: str
) -> None:
    told(home, before)
    driver = open_driver(CLIMATE).place_marks()
    assert driver.notice == said
    driver.click_notice()
    assert (driver.title, driver.notice) == ("What’s new", "")
    assert "Added" in headings(driver)
    driver.close()
    assert open_driver(CLIMATE).place_marks().notice == ""


def test_a_first_start_has_nothing_new(fresh: Driver, open_driver: Callable[..., Driver]) -> None:
    assert fresh.place_marks().notice == ""
    fresh.open(CLIMATE).close()
    assert open_driver(None).place_marks().notice == ""


def test_what_is_urgent_is_not_covered_by_what_is_new(
    home: paths.Home, open_driver: Callable[..., Driver]
) -> None:
    told(home, Release("0.0.9", "2026.1"))
    driver = open_driver(CLIMATE).open("asem:nowhere")
    assert "nowhere" in driver.place_marks().notice
    driver.close()
    assert "This is ASEM Reader" in open_driver(CLIMATE).place_marks().notice
