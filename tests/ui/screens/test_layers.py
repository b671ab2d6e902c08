"""The map's layers say of which season they tell, and tell of the last harvest."""

import pytest

from game.ui.app import App
from game.ui.screens.layer_words import layer_told
from game.ui.screens.sitting import Sitting
from game.ui.screens.village import Village
from tests.ui.screens.conftest import Make


@pytest.mark.parametrize("open_books", [True, False])
def test_in_spring_the_layers_tell_of_autumn(app: App, game: Make, open_books: bool) -> None:
    sitting = Sitting(game(4, open_books))
    screen = Village(sitting)
    app.start(screen)
    assert sitting.view.season == 0
    autumn = sitting.session.history[2].units
    signs = {}
    for kind in ("gap", "harvest"):
        sitting.layer = kind
        screen.sheet.refresh()
        screen.layout(screen.size, screen.theme)
        signs[kind] = {sign.unit: sign.text for sign in screen.sheet.map._overlay.signs()}
        assert screen.layer.name.endswith(" · Autumn 1958")
    assert all(unit.reported_kg for unit in autumn)
    assert not any(unit.reported_kg for unit in sitting.view.units)
    for unit in autumn:
        if not open_books and unit.harvest.low_kg != unit.harvest.high_kg:
            assert " to " in signs["gap"][unit.name]
        left = f"{unit.unharvested_kg / 1000:.1f} t left"
        assert signs["harvest"][unit.name] == left


def test_before_the_first_harvest_a_layer_says_so(game: Make) -> None:
    sitting = Sitting(game(0))
    sitting.layer = "gap"
    assert layer_told(sitting) == "Gap between reported and actual: no harvest yet"
    sitting.layer = "hunger"
    assert layer_told(sitting) == "Hunger"
    later = Sitting(game(1))
    later.layer = "hunger"
    assert layer_told(later) == "Hunger · Spring 1958"
