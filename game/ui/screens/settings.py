"""Settings: size, motion, contrast, projector, keys. Each takes effect at once and is kept."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pygame

from game.ui import settings
from game.ui.screen import Pop, Push, Restyle
from game.ui.screens.key_page import KeyPage
from game.ui.screens.page import Page, stack
from game.ui.screens.sound_page import SoundPage
from game.ui.settings import Settings
from game.ui.theme import SECOND, STEPS_PC, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.stepper import Stepper
from game.ui.widgets.toggle import Toggle
from game.words import _

if TYPE_CHECKING:
    from game.ui.widgets.base import Widget

SIZES = (0, *STEPS_PC)


class SettingsPage(Page):
    """What the player can set."""

    WIDE = 900

    def __init__(self) -> None:
        super().__init__(_("Settings"))
        now = self.now = settings.load()
        self.size_choice = Stepper(
            _("Size of text and panels"), _nearest(now.ui_scale_pc), self._resize,
            high=len(SIZES) - 1, large=3, text=_percent, key="size",
            hint=_("Ctrl and + or − change the size on every screen; Ctrl and 0 resets it."),
        )  # fmt: skip
        self.left: list[Widget] = [
            Head(_("Size of text and panels"), "大小"),
            self.size_choice,
            Label(self.size_choice.hint, SECOND, "ink2"),
            Head(_("Seeing"), "显示"),
            self._toggle(_("Higher contrast"), "high_contrast", "contrast"),
            self._toggle(_("Less motion: nothing moves by itself, and seasons pass at once"),
                         "reduced_motion", "motion"),
            self._toggle(_("For a projector: larger text, and one panel at a time"), "projector",
                         "projector"),
            self._toggle(_("Fill the screen"), "fullscreen", "fullscreen"),
        ]  # fmt: skip
        self.right: list[Widget] = [
            Head(_("The map"), "地图"),
            self._toggle(_("Move the map when the pointer touches its edge"), "edge_pan", "edge"),
            Head(_("The guide")),
            self._toggle(_("Show the guide in a level that has one, as First Harvest"), "guide",
                         "guide_on"),
            Head(_("Sound, keys, gamepad"), "按键"),
            Button(_("Volumes and captions"), lambda: self.go(Push(SoundPage())), key="sound"),
            Button(_("See and change the keys"), lambda: self.go(Push(KeyPage())), key="keys"),
        ]  # fmt: skip
        self.body.add(*self.left, *self.right)
        self.add_feet(Button(_("Back"), lambda: self.go(Pop()), "seal", key="back"))
        self.form.on_escape = lambda: self.go(Pop())

    def _toggle(self, name: str, setting: str, key: str) -> Toggle:
        """A switch for a setting that is on or off."""

        def keep(on: bool) -> None:
            change: dict[str, Any] = {setting: on}
            self._keep(replace(self.now, **change))

        return Toggle(name, getattr(self.now, setting), keep, key=key)

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """What is seen at the left, all else at the right."""
        half = (area.width - theme.px(48)) // 2
        left = pygame.Rect(area.left, area.top, half, area.height)
        right = pygame.Rect(area.right - half, area.top, half, area.height)
        return max(stack(self.left, left, theme), stack(self.right, right, theme))

    def layout(self, size: tuple[int, int], theme: Theme) -> None:
        """The keys' page, and Ctrl + and −, may have changed the settings meanwhile."""
        self.now = settings.load()
        self.size_choice.show(_nearest(self.now.ui_scale_pc))
        super().layout(size, theme)

    def _resize(self, at: int) -> None:
        self._keep(replace(self.now, ui_scale_pc=SIZES[at]))

    def _keep(self, new: Settings) -> None:
        self.now = new
        self.go(Restyle(new))


def _nearest(percent: int) -> int:
    """The place of a size among those offered."""
    return min(range(len(SIZES)), key=lambda at: abs(SIZES[at] - percent))


def _percent(at: int) -> str:
    return _("{percent}%").format(percent=SIZES[at]) if at else _("As the window")
