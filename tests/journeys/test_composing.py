# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack from the window: begun beside the page, kept, and opened again in another session."""

from collections.abc import Callable
from contextlib import closing

from support.driver import Driver
from support.marks import keep, mark

from asem_reader import paths
from asem_reader.core.place import Place, Slug
from asem_reader.core.printing.binder import Binder
from asem_reader.store.notebook.binders import Binders
from asem_reader.store.notebook.notebook import Notebook

THREE = tuple(map(Slug, ("maritime-security", "migration", "korean-peninsula")))


def on_disk(home: paths.Home) -> tuple[Binder, ...]:
    with closing(Notebook.open(home.notebook)) as notebook:
        return tuple(Binders(notebook.file).all())


def test_what_one_reads_found_and_marked_is_there_to_be_added(driver: Driver, home: paths.Home) -> None:
    driver.command("bookmark").search("piracy")
    composer = driver.command("compose").composer
    actions = composer.menu_of("Add")
    assert len(actions) == 3
    assert all(action.isEnabled() for action in actions)
    for action in actions:
        action.trigger()
    (binder,) = on_disk(home)
    assert binder.slugs[0] == THREE[0]
    assert len(binder.slugs) == len(set(binder.slugs)) > 2


def test_a_folder_of_marks_gives_its_topics_in_the_order_of_its_rows(
    home: paths.Home, open_driver: Callable[..., Driver]
) -> None:
    places = (("Desk", 2), ("Desk", 1), ("Desk/Sea", 0))
    with closing(Notebook.open(home.notebook)) as notebook:
        keep(
            notebook,
            [
                mark(number, block=None)._replace(slug=slug, folder=folder, position=at)
                for number, (slug, (folder, at)) in enumerate(zip(THREE, places, strict=True))
            ],
        )
    actions = open_driver().command("compose").composer.menu_of("Add")
    next(action for action in actions if action.text().startswith("Marks in “Desk” ")).trigger()
    assert [binder.slugs for binder in on_disk(home)] == [(THREE[2], THREE[1], THREE[0])]


def test_a_binder_is_opened_again_as_it_was(
    open_driver: Callable[..., Driver], driver: Driver, home: paths.Home
) -> None:
    for slug in THREE:
        driver.open(Place(slug)).command("add_to_pack")
    driver.dialog("binders", lambda binders: binders.click("Open"))
    driver.composer.write("Name of the binder", "December").write("Place", "Brussels")
    driver.let_go()
    again = open_driver()
    (binder,) = on_disk(home)
    assert (binder.name, binder.cover.place, binder.slugs) == ("December", "Brussels", THREE)
    again.dialog("binders", lambda binders: binders.click("Open"))
    assert again.composer.field("Place").text() == "Brussels"
    assert again.composer.field("Name of the binder").text() == "December"


def test_the_pack_that_was_spoken_of_is_the_one_that_is_composed(driver: Driver, home: paths.Home) -> None:
    composer = driver.command("add_to_pack").command("compose").composer
    assert composer.widget.windowTitle() == f"Pack: {on_disk(home)[0].name}"
    composer.click("New").write("Name of the binder", "Sea").click("Close")
    driver.dialog("binders", lambda binders: binders.press("Down").click("Open"))
    driver.composer.click("Close")  # nothing of it was changed
    driver.open(Place(THREE[1])).command("add_to_pack")
    assert driver.command("compose").composer.widget.windowTitle() == f"Pack: {on_disk(home)[0].name}"
    assert sorted(binder.slugs for binder in on_disk(home)) == [(), THREE[:2]]


def test_no_two_packs_have_one_name_by_accident(driver: Driver, home: paths.Home) -> None:
    driver.command("add_to_pack").command("compose").composer.click("New")
    driver.command("add_to_pack")
    first, second = sorted(binder.name for binder in on_disk(home))
    assert second == f"{first} (2)"


def test_the_open_topic_goes_into_the_last_pack_without_a_window(driver: Driver, home: paths.Home) -> None:
    driver.command("add_to_pack").open(Place(THREE[1])).command("add_to_pack")
    assert [binder.slugs for binder in on_disk(home)] == [THREE[:2]]
    assert "In “Pack of" in driver.status
