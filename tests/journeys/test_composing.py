# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""A pack from the window: begun beside the page, kept, and opened again in another session."""

from collections.abc import Callable

from builders import mark
from glass import close

from asem_reader.core.marks.change import Change
from asem_reader.core.place import Place, Slug
from asem_reader.store.notebook.binders import Binders
from asem_reader.viewmodels.marks.marking import Marking
from asem_reader.viewmodels.marks.target import Target
from asem_reader.widgets.frame.window import Window
from asem_reader.widgets.printing.composer import Composer

THREE = tuple(map(Slug, ("maritime-security", "migration", "korean-peninsula")))


def composed(window: Window) -> Composer:
    window.actions_by_name["compose"].trigger()
    assert window.dispatcher.print_commands.composer
    return window.dispatcher.print_commands.composer


def on_disk(window: Window) -> list[tuple[Slug, ...]]:
    return [binder.slugs for binder in Binders(window.context.marks.notebook.file).all()]


def test_what_one_reads_found_and_marked_is_there_to_be_added(window: Window) -> None:
    assert window.context.desk.page
    Marking(window.context.marks).toggle_bookmark(Target(window.context.desk.page.article))
    window.field.setText("piracy")
    picker = composed(window).picker
    picker.fill_menu()
    actions = [action for action in picker._menu.actions() if not action.isSeparator()]
    assert all(action.isEnabled() for action in actions)
    for action in actions:
        action.trigger()
    (slugs,) = on_disk(window)
    assert slugs[0] == THREE[0]
    assert len(slugs) == len(set(slugs)) > 2


def test_a_folder_of_marks_gives_its_topics_in_the_order_of_its_rows(window: Window) -> None:
    places = (("Desk", 2), ("Desk", 1), ("Desk/Sea", 0))
    window.context.marks.make(
        Change(
            "Marks",
            new=tuple(
                mark(number, block=None)._replace(slug=slug, folder=folder, position=at)
                for number, (slug, (folder, at)) in enumerate(zip(THREE, places, strict=True))
            ),
        )
    )
    assert window.dispatcher.print_commands
    assert dict(window.dispatcher.print_commands._folders())["Desk"] == (THREE[2], THREE[1], THREE[0])


def test_a_binder_is_opened_again_as_it_was(open_window: Callable[..., Window], window: Window) -> None:
    composer = composed(window)
    composer.add(THREE)
    composer._name.setText("December")
    composer.cover.fields["place"].setText("Brussels")
    close(window)
    again = open_window()
    (binder,) = again.dispatcher.print_commands.binders.all
    assert (binder.name, binder.cover.place, binder.slugs) == ("December", "Brussels", THREE)
    again.dispatcher.print_commands.open_binder(binder)
    assert again.dispatcher.print_commands.composer
    assert again.dispatcher.print_commands.composer.cover.fields["place"].text() == "Brussels"


def test_the_open_topic_goes_into_the_last_pack_without_a_window(window: Window) -> None:
    window.actions_by_name["add_to_pack"].trigger()
    window.context.desk.go(Place(THREE[1]))
    window.actions_by_name["add_to_pack"].trigger()
    assert on_disk(window) == [THREE[:2]]
    assert "In “Pack of" in window.statusBar().currentMessage()
