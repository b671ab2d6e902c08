"""Settings: size, motion, contrast, edge panning. Each takes effect at once and is kept."""

from dataclasses import replace

from game.ui import settings
from game.ui.screen import Pop, Restyle
from game.ui.screens.page import Page
from game.ui.settings import Settings
from game.ui.theme import SECOND
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.toggle import Toggle
from game.words import _

SIZES = (0, 100, 125, 150, 200)


class SettingsPage(Page):
    """What the player can set."""

    NARROW = 760

    def __init__(self) -> None:
        super().__init__(_("Settings"))
        now = self.now = settings.load()
        sizes = [
            _("As the window"),
            *(_("{percent}%").format(percent=each) for each in SIZES[1:]),
        ]
        at = SIZES.index(now.ui_scale_pc) if now.ui_scale_pc in SIZES else 0
        self.size_choice = Choice(_("Size"), sizes, at, self._resize, key="size")
        self.body.add(
            Head(_("Size of text and panels"), "大小"),
            self.size_choice,
            Label(_("Ctrl and + or − change the size on every screen; Ctrl and 0 resets it."),
                  SECOND, "ink2"),
            Head(_("Seeing"), "显示"),
            Toggle(_("Higher contrast"), now.high_contrast,
                   lambda on: self._keep(replace(self.now, high_contrast=on)), key="contrast"),
            Toggle(_("Less motion: nothing moves by itself, and seasons pass at once"),
                   now.reduced_motion,
                   lambda on: self._keep(replace(self.now, reduced_motion=on)), key="motion"),
            Head(_("The map"), "地图"),
            Toggle(_("Move the map when the pointer touches its edge"), now.edge_pan,
                   lambda on: self._keep(replace(self.now, edge_pan=on)), key="edge"),
            Head(_("Keys"), "按键"),
            Label(
                _("Tab and Shift Tab move between things, Enter and Space press them, arrows change"
                  " them, Escape closes. On the map: arrows or W A S D move it, + and − zoom,"
                  " N and Shift N choose a brigade. E ends the season, O opens the orders,"
                  " L changes the map layer, B opens the books, M shows the next message."
                  " Ctrl Z takes an order back, Ctrl Y gives it again. F11 fills the screen."),
                SECOND,
            ),
        )  # fmt: skip
        self.add_feet(Button(_("Back"), lambda: self.go(Pop()), "seal", key="back"))
        self.form.on_escape = lambda: self.go(Pop())

    def _resize(self, at: int) -> None:
        self._keep(replace(self.now, ui_scale_pc=SIZES[at]))

    def _keep(self, new: Settings) -> None:
        self.now = new
        self.go(Restyle(new))
