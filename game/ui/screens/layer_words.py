"""What a layer of the map is called: its figure, and the season of which it tells."""

from game.ui.map.overlays import OF_A_HARVEST
from game.ui.screens.save_words import season_of_turn
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import LAYERS
from game.words import _


def layer_told(sitting: Sitting) -> str:
    """The name of the chosen layer; with its season, where it does not tell of now."""
    kind, turn = sitting.layer, sitting.view.turn - 1
    name = _(LAYERS[kind])
    if kind in OF_A_HARVEST:
        found = sitting.harvest_turn
        if found is None:
            return _("{layer}: no harvest yet").format(layer=name)
        turn = found
    elif kind != "hunger" or turn < 0:
        return name
    season = season_of_turn(sitting.session.level, turn)
    return _("{layer} · {season}").format(layer=name, season=season)
