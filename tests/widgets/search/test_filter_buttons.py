# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The small buttons that narrow a search: two lines of each kind, and all that there are behind More."""

import pytest
from pytestqt.qtbot import QtBot

from asem_reader.core.search.hit import Scope
from asem_reader.widgets.search.scopes import ScopeBar

SCOPES = (
    Scope("kind:meeting", "Meetings", 12),
    Scope("kind:issue", "Articles", 5),
    Scope("in:political", "Political pillar", 30),
    Scope("year:2018", "2018", 9),
    Scope("year:2016", "Culture & education", 2),
    Scope("in:meetings", "Meetings", 12),
)


@pytest.fixture
def scopes(qtbot: QtBot) -> ScopeBar:
    scopes = ScopeBar()
    qtbot.addWidget(scopes)
    scopes.resize(270, 40)
    scopes.show()
    scopes.show_scopes(SCOPES, ())
    return scopes


def test_some_scopes_of_each_kind_are_seen_and_all_can_be(scopes: ScopeBar) -> None:
    assert [name.partition(":")[0] for name in scopes.filters[:3]] == ["kind", "in", "year"]
    assert scopes.more.isVisible()
    assert "in:meetings" not in scopes.filters  # the same name twice
    scopes.more.click()
    assert all(scopes.button(name).isVisible() for name in scopes.filters)
    boxes = [scopes.button(name).geometry() for name in scopes.filters]
    assert not any(one.intersects(other) for one in boxes for other in boxes if one != other)
    assert all(scopes.rect().contains(box) for box in boxes)


def test_a_scope_in_force_is_down_with_a_cross_and_comes_first(scopes: ScopeBar) -> None:
    scopes.show_scopes(SCOPES, ("year:2016",))
    button = scopes.button("year:2016")
    assert scopes.filters[0] == "year:2016"
    assert (button.isChecked(), button.text()) == (True, "Culture && education ×")
    assert button.accessibleName() == "Culture & education, in force; press to take it out"
