"""Keep where everything stands on every screen: `python -m tests.ui.layout.accept`."""

import os
import tempfile

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
    os.environ[_name] = tempfile.mkdtemp()

import pygame

from game import words
from game.places import levels
from game.play.bundle import from_folder
from game.ui.screens.registry import OF_GAME, PLAIN
from tests.ui.layout import plans
from tests.ui.layout.test_layout import made


def main() -> None:
    """Make every screen, and write down its plan."""
    pygame.init()
    words.use("en")
    opened = from_folder(levels() / "willow_bend")
    plans.write({name: plans.laid_out(made(name, opened)) for name in [*PLAIN, *OF_GAME]})
    print(plans.FILE)  # noqa: T201 - it is a command


if __name__ == "__main__":
    main()
