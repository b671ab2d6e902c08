"""The top bar: place, season, sixteen boxes, five figures, the menu."""

from collections.abc import Callable

import pygame

from game.ui.screens.sitting import Sitting
from game.ui.screens.small import Fact, Facts, IconButton, Seal
from game.ui.screens.telling import known_short, season_of, standing
from game.ui.theme import HEAD, SMALL, TURN, Theme
from game.ui.widgets.base import Ask, Widget, is_click, is_press, is_release
from game.ui.widgets.gauge import Stat
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head, Panel
from game.ui.widgets.seasons import Seasons
from game.words import _, number, tonnes

STATS = ("store", "kcal", "iron", "hands", "standing")
"""The figures of the bar, as they are asked why."""
Variant = tuple[bool, bool, bool, bool]  # people below the name, the name, seasons, captions


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
                 hint=_("All food a head and day in the season just ended, gathered too.")),
            Stat(_("iron made"), "", "anvil", key="iron",
                 hint=_("Iron since the beginning, usable and not.")),
            Stat(_("able hands"), "", "people", key="hands",
                 hint=_("Hands that can work; children and the old count in part.")),
            Stat(_("county view"), "", "scale", key="standing",
                 hint=_("What the county thinks of this office.")),
        ]  # fmt: skip
        self.whole, self.facts = Head(sitting.place, "公社"), Facts(_("The commune"), key="figures")
        self.menu = IconButton(_("Menu"), on_menu, icon="gear", key="menu", hint=_("Menu (Escape)"))
        super().__init__(
            self.panel, self.seal, self.place_name, self.sub, self.turn, self.seasons, *self.stats,
            self.menu,
        )  # fmt: skip

    def more(self) -> list[Widget]:
        """What has no room in a narrow bar, for a page of its own."""
        return [self.whole, self.facts]

    def arrange(self, width: int, theme: Theme) -> None:
        """All of it in a wide window; else what matters less is left to tooltips and the page."""
        px = theme.px
        full = (True, True, True, True)
        crowded = ((False, True, True, True), (False, True, True, False),
                   (False, True, False, False), (False, False, False, False))  # fmt: skip
        shown = list(self.stats)
        for variant in (full, *crowded):
            if self._wide(variant, shown, theme) <= width:
                break
        while len(shown) > 1 and self._wide(variant, shown, theme) > width:
            shown.pop(1 if len(shown) > 2 else 0)
        self._place(variant, shown, width, theme)
        self.panel.place(pygame.Rect(-px(6), -px(6), width + px(12), px(52)), theme)

    def _wide(self, variant: Variant, shown: list[Stat], theme: Theme) -> int:
        """What a variant takes, with the menu."""
        px, left = theme.px, self._lefts(variant, theme)[2]
        for stat in shown:
            stat.captioned = variant[3]
            left += stat.width(theme) + px(6)
        return left + px(8 + 44)

    def _lefts(self, variant: Variant, theme: Theme) -> tuple[int, int, int]:
        """Where season, strip and figures begin; a full bar keeps to the places of the design."""
        sub, name, strip, _captions = variant
        px, left = theme.px, theme.px(12)
        if name:
            told = max(self.place_name.width(theme), self.sub.width(theme) if sub else 0)
            left += px(42) + told + px(12)
        turn = max(left, px(306)) if sub else left
        left = turn + self.turn.width(theme) + px(10)
        boxes = max(left, px(452)) if sub else left
        if strip:
            left = boxes + self.seasons.width(theme) + px(8)
        return turn, boxes, left

    def _place(self, variant: Variant, shown: list[Stat], width: int, theme: Theme) -> None:
        sub, name, strip, _captions = variant
        px, (at, boxes, left) = theme.px, self._lefts(variant, theme)
        self.seal.visible = self.place_name.visible = name
        self.sub.visible, self.seasons.visible = name and sub, strip
        if name:
            self.seal.place(pygame.Rect(px(12), px(6), px(32), px(32)), theme)
            wide, top = self.place_name.width(theme), px(4 if sub else 11)
            self.place_name.place(pygame.Rect(px(54), top, wide + px(4), px(24)), theme)
            wide = self.sub.width(theme)
            self.sub.place(pygame.Rect(px(54), px(24), wide + px(2), px(18)), theme)
        turn = min(self.turn.width(theme) + px(2), width - at - px(54))
        lines = self.turn.height(turn, theme)
        self.turn.place(pygame.Rect(at, max(px(1), (px(46) - lines) // 2), turn, lines), theme)
        if strip:
            wide = self.seasons.width(theme)
            self.seasons.place(pygame.Rect(boxes, px(8), wide, px(32)), theme)
        self._place_stats(shown, left, width, theme)

    def _place_stats(self, shown: list[Stat], left: int, width: int, theme: Theme) -> None:
        px, right = theme.px, width - theme.px(44)
        self.menu.place(pygame.Rect(right, px(6), px(32), px(32)), theme)
        wides = [stat.width(theme) for stat in shown]
        if shown and left + sum(wides) + px(6) * len(wides) > right:
            shown, wides = [], []
        gap = (right - px(8) - left - sum(wides)) // max(1, len(wides))
        gap = min(px(28), max(px(6), gap))
        right -= gap
        for stat in self.stats:
            stat.visible = stat in shown
        for stat, wide in zip(reversed(shown), reversed(wides), strict=True):
            stat.place(pygame.Rect(right - wide, px(5), wide, px(36)), theme)
            stat.touch()
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
        self.whole.set(self.sitting.place, right="")
        told = [Fact(stat.name[:1].upper() + stat.name[1:], stat.value) for stat in self.stats]
        people = [Fact(_("People"), number(view.people)),
                  Fact(_("Households"), number(view.households))]  # fmt: skip
        self.place_name.hint = _("{people} Land and grain: {stage}.").format(
            people=self.sub.name, stage=_(view.stage)
        )
        self.facts.show([*told, *people, Fact(_("Land and grain"), _(view.stage))])
        for stat, figure in zip(self.stats, STATS, strict=True):
            stat.can_tell(Ask(figure, stat.value))
        whole = Ask("people_all", people[0].value), Ask("households", people[1].value)
        self.sub.asks = whole  # too low to be pressed: the list of brigades tells the same
        self.facts.can_tell(*(ask for stat in self.stats for ask in stat.asks), *whole)
