"""Sound: three volumes, each down to nothing, and captions."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game.ui import settings
from game.ui.screen import Pop, Restyle
from game.ui.screens.page import Page
from game.ui.settings import Settings
from game.ui.theme import SECOND
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.ui.widgets.slider import Slider
from game.ui.widgets.toggle import Toggle
from game.words import _

PERCENT = 10  # per mille


class SoundPage(Page):
    """Each change is heard and kept at once."""

    NARROW = 620

    def __init__(self) -> None:
        super().__init__(_("Sound"))
        now = self.now = settings.load()
        self.sliders = {
            name: Slider(told, PERCENT * getattr(now, name), self._setter(name), step=50, key=name)
            for name, told in (
                ("ambience_pc", _("The village: wind, fire, carts")),
                ("effects_pc", _("Work and calls: hoes, gong, telephone, loudspeaker")),
                ("interface_pc", _("The desk: paper, seal, abacus")),
            )
        }
        self.body.add(
            Head(_("How loud")),
            *self.sliders.values(),
            Label(_("There is no music. All sounds are made by script; none was recorded."), SECOND,
                  "ink2"),
            Head(_("Captions")),
            Toggle(_("Write what is heard at the foot of the screen"), now.captions,
                   lambda on: self._keep(replace(self.now, captions=on)), key="captions_on"),
            Label(_("Captions also stand where a sound is turned down to nothing."), SECOND,
                  "ink2"),
        )  # fmt: skip
        self.add_feet(
            Button(_("All off"), self._all_off, key="sound_off"),
            Button(_("Back"), lambda: self.go(Pop()), "seal", key="back"),
        )
        self.form.on_escape = lambda: self.go(Pop())

    def _setter(self, name: str) -> Callable[[int], None]:
        def take(per_mille: int) -> None:
            told: dict[str, Any] = {name: per_mille // PERCENT}
            self._keep(replace(self.now, **told))

        return take

    def _all_off(self) -> None:
        for slider in self.sliders.values():
            slider.show(0, "")
        self._keep(replace(self.now, ambience_pc=0, effects_pc=0, interface_pc=0))

    def _keep(self, new: Settings) -> None:
        self.now = new
        self.go(Restyle(new))
