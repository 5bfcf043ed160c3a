# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The window of the connectivity figures: by keys, by mouse and by ear."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QRadioButton
from support.content import Data
from support.contrast import contrast_ratio
from support.driven_explorer import DrivenExplorer, heard
from support.driver import Driver
from support.surface import Surface, the, wait

from asem_reader import paths
from asem_reader.core.theme import DARK
from asem_reader.widgets.controls.drawing import FigureView
from asem_reader.widgets.explorer.method import MethodDialog
from asem_reader.widgets.explorer.picture import FigureData

ADDRESS = "asem:sustainable-connectivity-index"


@pytest.fixture
def explorer(driver: Driver) -> DrivenExplorer:
    explorer = driver.command("explore").explorer.activate()
    explorer.widget.resize(1400, 800)  # room for all panes
    return explorer


def goes_to(driver: Driver, address: str) -> DrivenExplorer:
    """Type an address where one asks for a place."""
    driver.dialog("jump", lambda dialog: dialog.type(address).press("Return"))
    return driver.explorer.activate()


def test_the_jrc_s_ranking_is_shown_first_and_the_table_has_the_keys(explorer: DrivenExplorer) -> None:
    assert explorer.heads == ["Partner", "Score", "Rank", "Range", "Change", "Missing"]
    assert explorer.topic == "Sustainable connectivity"
    assert explorer.here == "Switzerland"
    assert explorer.figure.title == "Sustainable connectivity"
    assert explorer.table.hasFocus()
    assert "Links between two partners, which the portal showed too, are not in its data." in explorer.text


def test_it_opens_with_the_topic_that_lies_open(driver: Driver) -> None:
    explorer = driver.open("indicator-lpi").command("explore").explorer
    assert explorer.topic == "Logistics Performance Index"
    assert driver.open("malta").command("explore").explorer.here == "Malta"


def test_arrows_move_what_is_marked_in_the_picture_and_enter_opens_its_page(
    driver: Driver, explorer: DrivenExplorer
) -> None:
    explorer.press("Down")
    assert explorer.here == "Netherlands"
    assert "Netherlands, rank 2" in explorer.figure.alt
    assert "Netherlands is 2nd" in explorer.sentence
    explorer.press("Return")
    assert driver.title == "Netherlands"
    assert wait(driver.widget.isActiveWindow)


def test_space_marks_up_to_four_to_compare(explorer: DrivenExplorer) -> None:
    for partner in ("Singapore", "Malta", "Japan", "France"):
        explorer.reach(partner).press("Right", "Space")
    assert explorer.is_marked("Malta")
    assert explorer.press("5").figure.title == "Singapore; Malta; Japan; France"
    explorer.reach("Austria").press("Space")
    assert "Four partners are marked already" in explorer.text
    assert not explorer.is_marked("Austria")


def test_keys_choose_the_picture(explorer: DrivenExplorer) -> None:
    titles = {key: explorer.press(key).figure.title for key in "123456"}
    assert titles == {
        "1": "Sustainable connectivity",
        "2": "Connectivity and sustainability",
        "3": "Sustainable connectivity",
        "4": "Switzerland",
        "5": "Switzerland",
        "6": "How scores go together",
    }


@pytest.mark.parametrize("key", "123456")
def test_what_is_in_a_picture_stands_in_a_table_too(explorer: DrivenExplorer, key: str) -> None:
    explorer.press(key, "7")
    data, table = the(explorer.widget, FigureData), explorer.figure.table.joined()
    assert data.isVisible()
    texts = [data.item(row, column) for row in range(data.rowCount()) for column in range(len(table.head))]
    assert {item.text() for item in texts if item} >= {text for row in table.rows for text in row}
    assert heard(data).text(QAccessible.Text.Name) == explorer.figure.title
    assert not explorer.press("7").all(FigureData)


@pytest.mark.parametrize("key", "12346")
def test_the_data_are_walked_by_what_they_are_of(explorer: DrivenExplorer, key: str) -> None:
    explorer.press(key, "7")
    data = the(explorer.widget, FigureData)
    heard = [data.item(row, data.currentColumn()) for row in range(3)]
    texts = [item.text() for item in heard if item]
    assert len(set(texts)) == 3
    assert not any(map(str.isdigit, texts))


def test_a_slider_weighs_by_quarters_and_home_sets_one(explorer: DrivenExplorer) -> None:
    explorer.reach("Singapore")
    explorer.slide("Physical connectivity", *["Right"] * 4)
    assert explorer.weight("Physical connectivity") == "2"
    assert explorer.sentence.startswith("Your weights: Physical connectivity 2.")
    assert explorer.cell("Singapore", "Change").startswith("↑")
    assert explorer.press("Left").weight("Physical connectivity") == "1.75"
    assert explorer.press("Home").weight("Physical connectivity") == "1"
    assert explorer.slide("Social sustainability", "Right", "Delete").weight("Social sustainability") == "1"
    assert explorer.cell("Singapore", "Change") == "="


def test_a_slider_stands_on_a_quarter_wherever_it_is_drawn(explorer: DrivenExplorer) -> None:
    explorer.slider("Physical connectivity").setValue(137)
    assert explorer.weight("Physical connectivity") == "1.25"
    assert explorer.slider("Physical connectivity").value() == 125
    explorer.slider("Physical connectivity").setValue(130)
    assert explorer.slider("Physical connectivity").value() == 125


def test_weights_are_made_equal_again(explorer: DrivenExplorer) -> None:
    explorer.slide("Physical connectivity", "End").slide("Connectivity", "PgUp")
    assert explorer.sentence.startswith("Your weights: Connectivity 2; Physical connectivity 3.")
    explorer.click("All weights equal")
    assert explorer.sentence.startswith("By the JRC’s ranking, all weights equal,")
    assert not explorer.button("All weights equal").isEnabled()


def test_weights_of_zero_say_so_in_place_of_a_ranking(explorer: DrivenExplorer) -> None:
    for half in ("Connectivity", "Sustainability"):
        explorer.slide(half, *["Left"] * 4)
    assert explorer.sentence.startswith("No scores can be made so: all that Sustainable connectivity")
    assert explorer.table.model().rowCount() == 0
    explorer.press("Home")
    assert explorer.here == "Switzerland"


def test_a_weight_that_changes_nothing_cannot_be_set(driver: Driver) -> None:
    explorer = driver.open("connectivity-index").command("explore").explorer
    assert explorer.slider("Physical connectivity").isEnabled()
    assert not explorer.slider("Social sustainability").isEnabled()
    assert not explorer.slider("Connectivity").isEnabled()


def test_a_choice_of_method_applies_at_once(explorer: DrivenExplorer) -> None:
    explorer.click("Method…")
    dialog = Surface(the(explorer.widget, MethodDialog))
    assert dialog.named(QRadioButton, "Range").isChecked()
    dialog.click("Places")
    assert "Your method: places in place of figures." in explorer.sentence
    dialog.click("Geometric mean").click("Median of the group").click("Range")
    assert "Your method: geometric mean of the pillars; the median" in explorer.sentence


def test_another_topic_is_ranked(explorer: DrivenExplorer) -> None:
    the(explorer.widget, QComboBox).setFocus()
    explorer.press("Down", "Down")
    assert explorer.topic == "Physical connectivity"
    assert explorer.cell("Singapore", "Rank") == "1"


def test_a_click_in_the_picture_reaches_the_partner(explorer: DrivenExplorer) -> None:
    explorer.press("3").click_at("SGP")
    assert explorer.here == "Singapore"
    assert "Singapore is 14th" in explorer.sentence


def test_an_address_is_copied_and_leads_back(driver: Driver, explorer: DrivenExplorer) -> None:
    explorer.reach("Malta").press("2").slide("Physical connectivity", "End")
    explorer.table.setFocus()
    explorer.press("Ctrl+C")
    address = f"{ADDRESS}?show=scatter&weights=physical:3&with=MLT"
    assert driver.clipboard == address
    explorer.widget.close()
    driver.command("explore").explorer.click("All weights equal").press("1").widget.close()
    again = goes_to(driver, address)
    assert (again.here, again.weight("Physical connectivity")) == ("Malta", "3")
    assert again.figure.title.startswith("Connectivity and sustainability")


def test_an_address_of_no_view_is_told(driver: Driver) -> None:
    driver.dialog("jump", lambda dialog: dialog.type(f"{ADDRESS}?show=pie").press("Return"))
    assert "“pie” is no picture" in driver.notice


def test_a_library_without_figures_says_so(data: Data, home: paths.Home, qapp: QApplication) -> None:
    driver = Driver.opened(data.build(), home, None)
    driver.command("explore")
    assert "holds no figures on connectivity" in driver.notice
    driver.let_go()


def test_each_cell_is_heard_with_its_head(explorer: DrivenExplorer) -> None:
    explorer.reach("Singapore").slide("Physical connectivity", "End")
    rank = explorer.cell("Singapore", "Rank")
    assert explorer.heard_cell("Singapore", "Rank") == ("Rank", rank)
    head, said = explorer.heard_cell("Singapore", "Change")
    assert (head, said) == ("Change", f"{14 - int(rank)} places up; by equal weights 14th")
    said = "2 of 49 figures missing, the group’s mean stands in for each"
    assert explorer.heard_cell("Singapore", "Missing") == ("Missing", said)
    assert explorer.heard_cell("Singapore", "Partner") == ("Partner", f"Singapore; {said}")


def test_table_slider_and_picture_have_names(explorer: DrivenExplorer) -> None:
    picture, slider = heard(the(explorer.widget, FigureView)), heard(explorer.slider("Connectivity"))
    assert picture.role() is QAccessible.Role.Graphic
    assert picture.text(QAccessible.Text.Name) == "Sustainable connectivity"
    assert "Switzerland leads with 68.4" in picture.text(QAccessible.Text.Description)
    assert slider.role() is QAccessible.Role.Slider
    assert slider.text(QAccessible.Text.Value) == "100"
    table = heard(explorer.table)
    assert (table.role(), table.text(QAccessible.Text.Name)) == (QAccessible.Role.Table, "Ranking")


@pytest.mark.parametrize(
    ("width", "panes"),
    [(1400, ["Table", "|", "|"]), (1024, ["Table", "Weights", "|"]), (683, ["Table", "Picture", "Weights"])],
)
def test_panes_stand_beside_one_another_as_far_as_there_is_room(
    explorer: DrivenExplorer, width: int, panes: list[str]
) -> None:
    explorer.widget.resize(1100, 700)
    explorer.widget.resize(width, 600)
    assert explorer.panes == panes
    assert explorer.slide("Physical connectivity", "Right").weight("Physical connectivity") == "1.25"


@pytest.mark.parametrize(
    ("width", "last"), [(1400, "Weight of Connectivity, in hundredths"), (1024, "Picture")]
)
def test_tab_goes_from_what_is_ranked_to_all_panes(explorer: DrivenExplorer, width: int, last: str) -> None:
    explorer.widget.resize(width, 700)
    the(explorer.widget, QComboBox).setFocus()
    met = []
    for _ in range(8):
        explorer.press("Tab")
        focused = QApplication.focusWidget()
        assert focused
        met.append(focused.accessibleName())
    assert {"Ranking", "Picture", last} <= set(met)


def test_it_is_shown_in_other_colours_and_closed_with_the_window(driver: Driver) -> None:
    explorer = driver.command("explore").explorer
    driver.command("theme_dark")
    view = the(explorer.widget, FigureView)
    assert view.grab().toImage().pixelColor(1, 1).name() == DARK.paper
    assert driver.close()
    assert not explorer.widget.isVisible()


def test_sliders_and_choices_can_be_seen_in_the_dark(driver: Driver, explorer: DrivenExplorer) -> None:
    driver.command("theme_dark")
    explorer.click("Method…")
    choice = Surface(the(explorer.widget, MethodDialog)).named(QRadioButton, "Places")
    for part in (choice, explorer.slider("Social sustainability")):
        picture = part.grab().toImage()
        wide, high = min(picture.width(), picture.height()), picture.height()  # of a choice its circle alone
        seen = {picture.pixelColor(x, y).name() for x in range(wide) for y in range(high)}
        assert max(contrast_ratio(each, DARK.frame) for each in seen) >= 3


def test_its_size_is_remembered(driver: Driver, explorer: DrivenExplorer) -> None:
    explorer.widget.resize(700, 500)
    explorer.widget.close()
    assert driver.command("explore").explorer.widget.width() == 700


def test_ctrl_w_closes_it_and_ctrl_q_ends_the_program(driver: Driver, explorer: DrivenExplorer) -> None:
    explorer.press("Ctrl+W")
    assert (explorer.widget.isVisible(), driver.widget.isVisible()) == (False, True)
    driver.command("explore").explorer.activate().press("Ctrl+Q")
    assert not driver.widget.isVisible()
