"""Draws levels/*/thumbnail.png: `python levels/_tools/make_thumbnails.py [LEVEL ...]`. Not shipped logic.

Each village from far in the first summer, with nothing written on it, at the place that shows its country best.
"""

import os
import sys
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import pygame  # noqa: E402

from game.bots import BOTS, SUCCESSOR  # noqa: E402
from game.levelfiles.shipped import TAUGHT, find  # noqa: E402
from game.play.bundle import from_folder  # noqa: E402
from game.play.session import Session  # noqa: E402
from game.ui.app import App  # noqa: E402
from game.ui.screens.sitting import Sitting  # noqa: E402
from game.ui.settings import Settings  # noqa: E402

SIZE = (900, 480)
LOOK = {
    "first_harvest": (27, 24),
    "willow_bend": (30, 22),
    "terraces": (27, 23),
    "dry_hills": (34, 26),
}


def main():
    app = App(SIZE, Settings(reduced_motion=True), None)
    for name in sys.argv[1:] or TAUGHT:
        session = Session.of(
            from_folder(find(name)), 1958, game_id="thumbnail", successor=SUCCESSOR
        )
        session.play_on(BOTS["historical"], 1)
        sitting = Sitting(session, kept=False)
        village = sitting.map(app.theme)
        village.reduced_motion = True
        village.camera.step = 0
        village.set_view(sitting.view)
        village.camera.center_on(*LOOK.get(name, village.camera.at))
        village._overlay.slips = lambda *_: []  # no names on it
        village.minimap.rect = lambda *_: None
        sheet = pygame.Surface(SIZE).convert()
        village.draw(sheet, sheet.get_rect())
        pygame.image.save(sheet, str(ROOT / "levels" / name / "thumbnail.png"))
        print(name)


if __name__ == "__main__":
    main()
