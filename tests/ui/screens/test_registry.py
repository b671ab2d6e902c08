"""No screen without a line in the registry, so that none escapes the tests that walk them all."""

import pkgutil
from importlib import import_module

import pytest

import game.ui.screens
from game.cli import shot
from game.ui.screen import FormScreen
from game.ui.screens.registry import OF_GAME, SCREENS, build
from game.ui.screens.telling import LAYERS
from tests.ui.screens.conftest import Make

BASES = {
    "Page",
    "MapScene",
    "VillagePlaces",
    "Read",
}  # what screens are made from; Read shows any text


def all_classes() -> set[type]:
    """Every class of screen in `game/ui/screens`."""
    for module in pkgutil.walk_packages(game.ui.screens.__path__, "game.ui.screens."):
        import_module(module.name)

    def below(kind: type) -> set[type]:
        return {kind}.union(*(below(each) for each in kind.__subclasses__()))

    return {
        each
        for each in below(FormScreen) - {FormScreen}
        if each.__module__.startswith("game.ui.") and each.__name__ not in BASES
    }


def test_every_class_of_screen_has_a_line(game: Make) -> None:
    made = {type(build(name, game(1) if name in OF_GAME else None)) for name in SCREENS}
    missing = {each.__name__ for each in all_classes() - made}
    assert not missing, f"add to game/ui/screens/registry.py: {sorted(missing)}"


def test_a_screen_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="there is no screen 'nothing'"):
        build("nothing")


def test_a_screen_of_a_game_needs_one() -> None:
    with pytest.raises(ValueError, match="give a session"):
        build("map")


def test_the_command_draws_every_screen_and_layer_there_is() -> None:
    assert shot.SCREENS == SCREENS
    assert (None, *shot.LAYERS) == tuple(LAYERS)
