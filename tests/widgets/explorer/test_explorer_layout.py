# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The window of the connectivity figures has room for all that it shows."""

import pytest
from support.driven_explorer import DrivenExplorer
from support.driver import Driver


@pytest.fixture
def explorer(driver: Driver) -> DrivenExplorer:
    return driver.command("explore").explorer.activate()


def test_it_opens_on_the_screen_with_its_title_bar(driver: Driver) -> None:
    window = driver.command("explore").explorer.widget
    assert window.screen().availableGeometry().contains(window.geometry().adjusted(0, -15, 0, 15))


@pytest.mark.parametrize("width", [1400, 1340, 1024])
def test_the_whole_table_is_seen_beside_the_picture(explorer: DrivenExplorer, width: int) -> None:
    explorer.widget.resize(width, 600)
    assert explorer.table.horizontalScrollBar().maximum() == 0


def test_a_step_of_a_weight_moves_no_pane(driver: Driver) -> None:
    explorer = driver.command("explore").explorer.activate()
    wide = explorer.weights_width
    for weights in ("physical:1.75", "physical:0.3333,p2p:2.25"):
        address = f"asem:connectivity-index?weights={weights}"
        driver.dialog("jump", lambda dialog, address=address: dialog.type(address).press("Return"))
        assert explorer.weights_width == wide


def test_no_name_is_cut_where_there_is_room(explorer: DrivenExplorer) -> None:
    explorer.widget.resize(1340, 700)
    assert explorer.names_cut == []
