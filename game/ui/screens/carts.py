"""The carts leave with the grain for the state."""

import pygame

from game.sim.views import View
from game.ui.screen import Replace
from game.ui.screens import flow
from game.ui.screens.months import OVER, MapScene
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import known
from game.ui.screens.why import answering
from game.ui.theme import Theme
from game.ui.widgets.base import Ask
from game.words import _, kilograms, tonnes

LONGEST = 9.0  # seconds


class CartsLeave(MapScene):
    """One plain line of figures, and the carts on the road."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        last, now = sitting.last, sitting.view
        self.kg = now.carts_kg
        self.gone, self.started = 0.0, False
        self.head.set(_("The carts leave"))
        harvest = now.harvests[-1]
        report = harvest.reported_kg
        demanded = last.forecast.demanded_kg if last is not None else self.kg
        told = _("Written: {report}. Demanded against it: {demanded}. Taken: {taken}.").format(
            report=tonnes(report), demanded=tonnes(demanded), taken=tonnes(harvest.taken_kg)
        )
        if now.open_books:
            left = _(
                "In the granaries now: {store}, {food} a head and day until the next harvest."
            ).format(store=tonnes(now.store.kg), food=kilograms(now.forecast.eat_g_day))
        else:
            left = _("In the granaries now, as the office reckons: {store}.").format(
                store=known(now.store)
            )
        self.words.set(f"{told} {left}")
        self.words.can_tell(
            Ask("reported", tonnes(report)), Ask("taken", tonnes(harvest.taken_kg)),
            Ask("store", tonnes(now.store.kg) if now.open_books else known(now.store)),
            Ask("eat_g_day", ""),
        )  # fmt: skip
        answering(self.form, lambda: sitting.session, sitting.word)
        self.announce_on_enter = self.words.name

    def seen(self) -> View | None:
        """The land as it was at the desk."""
        return self.sitting.last

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """The carts start when the map is there."""
        super().arrange(area, theme)
        if not self.started:
            self.started = True
            self.sheet.to_the_office()
            self.sheet.map.play_carts(self.kg)

    def update(self, seconds: float) -> bool:
        """Go on by itself after a while."""
        self.gone += seconds
        if self.gone >= LONGEST and not self.theme.reduced_motion:
            pygame.event.post(pygame.event.Event(OVER))
            self.gone = 0.0
        return super().update(seconds)

    def skip(self) -> None:
        """To the figures of the season."""
        self.go(Replace(flow.figures(self.sitting)))
