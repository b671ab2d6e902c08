"""The top bar: place, season, sixteen boxes, five figures, the menu."""

from collections.abc import Callable

import pygame

from game.ui.screens.sitting import Sitting
from game.ui.screens.small import IconButton, Seal
from game.ui.screens.telling import known_short, season_of, standing
from game.ui.theme import HEAD, SMALL, TURN, Theme
from game.ui.widgets.base import is_click, is_press, is_release
from game.ui.widgets.gauge import Stat
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.seasons import Seasons
from game.words import _, number, tonnes

STATS_FROM, STAT_GAP, MENU_FROM = 712, 14, 1236


class AskStat(Stat):
    """A figure of the top bar that can be asked why."""

    focusable = True
    on_why: Callable[[], None]

    def on_event(self, event: pygame.event.Event) -> bool:
        """Enter, Space, a click or "?"."""
        asked = event.type == pygame.KEYDOWN and getattr(event, "unicode", "") == "?"
        if is_press(event) or asked or is_release(event):
            self.on_why()
            return True
        return is_click(event)


class TimeStrip(Seasons):
    """The strip of seasons, pressed to go back in time."""

    role = "button"
    focusable = True
    on_season: Callable[[int | None], None]

    @property
    def tip(self) -> str:
        """Where the game stands, and what a press does."""
        return _("{where}. Press it for the timeline.").format(where=self.value_text)

    def on_event(self, event: pygame.event.Event) -> bool:
        """A click marks the season under the pointer, Enter the present one."""
        if is_release(event):
            self.on_season(self.turn_at(event.pos[0]))
            return True
        if is_press(event):
            self.on_season(None)
            return True
        return is_click(event)


class TopBar(Group):
    """What is always to be seen."""

    def __init__(
        self,
        sitting: Sitting,
        on_menu: Callable[[], None],
        on_why: Callable[[str, str], None],
        on_season: Callable[[int | None], None],
    ) -> None:
        self.sitting = sitting
        level = sitting.session.level
        self.panel = Panel(_("The commune"))
        self.seal = Seal(sitting.loaded.subtitle_zh)
        self.place_name = Label(sitting.place, HEAD)
        self.sub = Label("", SMALL, "ink2")
        self.turn = Label("", TURN, key="turn")
        self.seasons = TimeStrip(0, level.turns, level.start_year, key="seasons")
        self.seasons.on_season = on_season
        self.stats = [
            Stat(_("in store"), "", "grain", key="store",
                 hint=_("Grain in the common granaries.")),
            Stat(_("per day"), "", "bowl", key="kcal",
                 hint=_("Food energy a head and day, in the season just ended.")),
            Stat(_("iron made"), "", "anvil", key="iron",
                 hint=_("Iron since the beginning, usable and not.")),
            Stat(_("able hands"), "", "people", key="hands",
                 hint=_("Hands that can work; children and the old count in part.")),
            AskStat(_("county view"), "", "scale", key="standing",
                    hint=_("What the county thinks of this office. Press it for its parts.")),
        ]  # fmt: skip
        asked = self.stats[-1]
        assert isinstance(asked, AskStat)
        asked.on_why = lambda: on_why("standing", _("Standing with the county"))
        self.menu = IconButton(_("Menu"), on_menu, icon="gear", key="menu", hint=_("Menu (Escape)"))
        super().__init__(
            self.panel, self.seal, self.place_name, self.sub, self.turn, self.seasons, *self.stats,
            self.menu,
        )  # fmt: skip

    def arrange(self, width: int, theme: Theme) -> None:
        """The places of the design; a wider window pushes the figures to the right."""
        px = theme.px
        self.panel.place(pygame.Rect(-px(6), -px(6), width + px(12), px(52)), theme)
        self.seal.place(pygame.Rect(px(12), px(6), px(32), px(32)), theme)
        self.place_name.place(pygame.Rect(px(54), px(4), px(236), px(24)), theme)
        self.sub.place(pygame.Rect(px(54), px(25), px(240), px(17)), theme)
        self.turn.place(pygame.Rect(px(306), px(10), px(142), px(27)), theme)
        strip = self.seasons.width(theme)
        self.seasons.place(pygame.Rect(px(452), px(8), strip, px(32)), theme)
        right = width - px(44)
        self.menu.place(pygame.Rect(right, px(6), px(32), px(32)), theme)
        left = px(452) + strip + px(8)
        wides = [stat.width(theme) for stat in self.stats]
        gap = min(px(28), max(px(6), (right - px(8) - left - sum(wides)) // len(wides)))
        right -= gap
        for stat, wide in zip(reversed(self.stats), reversed(wides), strict=True):
            stat.place(pygame.Rect(right - wide, px(5), wide, px(36)), theme)
            right -= wide + gap

    def show(self) -> None:
        """Take the figures of the view."""
        view = self.sitting.view
        self.sub.set(
            _("{zh} · {people} people, {households} households").format(
                zh=self.sitting.loaded.subtitle_zh,
                people=number(view.people),
                households=number(view.households),
            )
        )
        self.turn.set(season_of(view))
        self.seasons.show(view.turn)
        iron = view.iron_good_kg + view.iron_poor_kg
        values = (
            known_short(view.store),
            _("{count} kcal").format(count=number(view.kcal_day)),
            tonnes(iron),
            number(view.hands),
            standing(view),
        )
        for stat, value in zip(self.stats, values, strict=True):
            stat.show(value)
