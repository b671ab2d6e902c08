"""The left panel: the brigades and where their hands go."""

from collections.abc import Callable

import pygame

from game.reports.news import news
from game.reports.telling import told
from game.sim.orders import Order
from game.sim.views import UnitView, View
from game.ui.screens.sitting import Sitting
from game.ui.screens.small import CompactList
from game.ui.screens.telling import WORK_ICONS, WORKS, food
from game.ui.theme import Theme
from game.ui.widgets.base import Ask
from game.ui.widgets.group import Group
from game.ui.widgets.listbox import Row
from game.ui.widgets.notice import Notice
from game.ui.widgets.panel import Head, Panel
from game.ui.widgets.slider import Slider
from game.words import N_, _, _n, kilograms, number, percent

WHOLE = 1000
FIELDS = 0
SEEN = 5  # rows of the list that are seen at least
HINTS = (
    N_(
        "Sowing, tending, reaping. What is not at work in the harvest weeks stays in the field."
        " The red pointer is what the worst month of this season wants."
    ),
    N_("Hands that build and feed furnaces. They are not in the fields."),
    N_("Hands at dam and canal. They need food, and it shows only in later years."),
    N_("Baskets, brick, bean curd, gathering: a little food and money besides the fields."),
)


def moved(shares: tuple[int, ...], which: int, value: int) -> tuple[int, ...]:
    """Labour shares after one slider was moved: rest gives first, then the fields, then the others.

    >>> moved((900, 0, 0, 100), 1, 200), moved((500, 300, 0, 100), 0, 900)
    ((700, 200, 0, 100), (900, 100, 0, 0))
    """
    new = list(shares)
    new[which] = value
    over = sum(new) - WHOLE
    for other in [FIELDS, 3, 2, 1]:
        if over <= 0:
            break
        if other != which:
            given = min(over, new[other])
            new[other] -= given
            over -= given
    return tuple(new)


NOBODY_PM = 10
"""Shares are whole numbers: so few of a thousand hands without a task are none."""


class BrigadePanel(Group):
    """Brigades, labour, a warning.

    Args:
        sitting: The game.
        on_select: Called with the name of a brigade, or None for all.
        on_order: Called after an order was given, or with the reason why not.
    """

    def __init__(
        self,
        sitting: Sitting,
        on_select: Callable[[str | None], None],
        on_order: Callable[[str | None], None],
    ) -> None:
        self.sitting, self.on_select, self.on_order = sitting, on_select, on_order
        self.panel = Panel(_("Brigades"))
        self.head = Head(_("Brigades"), "生产大队")
        self.list = CompactList(
            _("Brigades"), [], self._chosen, selected=0, key="brigades",
            hint=_("Choose a brigade, or all of them at once. The five boxes are its strength."),
        )  # fmt: skip
        self.labour = Head(_("Labour"), "劳力")
        self.sliders = [
            Slider(_(name), 0, self._mover(at), icon=WORK_ICONS[at], key=f"labour{at}",
                   hint=_(HINTS[at]))
            for at, name in enumerate(WORKS)
        ]  # fmt: skip
        self.notice = Notice("", "warning", key="warning")
        super().__init__(self.panel, self.head, self.list, self.labour, *self.sliders, self.notice)

    def least(self, wide: int, theme: Theme) -> int:
        """The height that it needs at a width, with some rows of the list in view."""
        inner = wide - theme.px(28)
        rows = self.list.row_height(inner, theme) * min(SEEN, len(self.list.rows))
        notice = self.notice.height(inner, theme) + theme.px(5) if self.notice.visible else 0
        sliders = sum(slider.height(inner, theme) for slider in self.sliders)
        heads = self.head.height(inner, theme) + self.labour.height(inner, theme)
        return rows + notice + sliders + heads + theme.px(34)

    def arrange(self, box: pygame.Rect, theme: Theme) -> None:
        """Heads, list, sliders, the warning at the bottom; the list takes what is left over."""
        px = theme.px
        self.panel.place(box, theme)
        left, wide = box.left + px(14), box.width - px(28)
        bottom = box.bottom - px(8)
        if self.notice.visible:
            high = self.notice.height(wide + px(4), theme)
            self.notice.place(pygame.Rect(left - px(2), bottom - high, wide + px(4), high), theme)
            bottom -= high + px(5)
        for slider in reversed(self.sliders):
            high = slider.height(wide, theme)
            slider.place(pygame.Rect(left, bottom - high, wide, high), theme)
            bottom -= high
        high = self.labour.height(wide, theme)
        self.labour.place(pygame.Rect(left, bottom - high - px(2), wide, high), theme)
        bottom -= high + px(2)
        high = self.head.height(wide, theme)
        self.head.place(pygame.Rect(left, box.top + px(8), wide, high), theme)
        top = box.top + high + px(9)
        self.list.place(pygame.Rect(left, top, wide, bottom - top), theme)

    # ---- what it shows

    def show(self) -> None:
        """Take the figures of the view."""
        view = self.sitting.view
        names = [None, *(unit.name for unit in view.units)]
        at = names.index(self.sitting.selected) if self.sitting.selected in names else 0
        self.list.show([self._all(view), *(self._row(unit) for unit in view.units)], at)
        self.list.rows_tell(
            [
                [
                    Ask("people_all", number(view.people)),
                    Ask("hands", number(view.hands)),
                    Ask("households"),
                ],
                *(
                    [Ask("hands", number(unit.hands), at), Ask("reserve", "", at)]
                    for at, unit in enumerate(view.units)
                ),
            ]
        )
        units = self._units()
        hands = sum(unit.hands for unit in units)
        told_hands = _n("{count} hand", "{count} hands", hands).format(count=number(hands))
        self.labour.set(right=told_hands)
        chosen = None if len(units) > 1 else view.units.index(units[0])
        self.labour.asks = (Ask("hands", number(hands), chosen),)
        mean = [
            sum(unit.labour_pm[work] * unit.hands for unit in units) // max(1, hands)
            for work in range(4)
        ]
        need = sum(unit.fields_need_pm * unit.hands for unit in units) // max(1, hands)
        for work, slider in enumerate(self.sliders):
            count = sum(unit.at_work[work] for unit in units)
            mark = min(WHOLE, need) if work == FIELDS and need else None
            slider.show(mean[work], number(count), mark)
            slider.allow(self._refusal(work))
            need_ask = [Ask("fields_need", "", chosen)] if work == FIELDS else []
            slider.asks = (
                Ask(f"share{work}", percent(mean[work]), chosen),
                Ask(f"at_work{work}", number(count), chosen),
                *need_ask,
            )
        self.notice.set(self._warning(units, need))

    def _units(self) -> list[UnitView]:
        chosen = self.sitting.selected
        return [unit for unit in self.sitting.view.units if chosen in {None, unit.name}]

    def _all(self, view: View) -> Row:
        more = _("{people} people, {hands} hands").format(
            people=number(view.people), hands=number(view.hands)
        )
        return Row(_("All brigades"), more, icon="people")

    def _row(self, unit: UnitView) -> Row:
        work = max(range(4), key=lambda at: unit.at_work[at])
        more = _n("{count} hand · {work}", "{count} hands · {work}", unit.hands).format(
            count=number(unit.hands), work=_(WORKS[work]).lower()
        )
        return Row(unit.name, more, unit.strength, _("strength"), WORK_ICONS[work])

    def _refusal(self, work: int) -> str | None:
        """Why no hands can be sent to a work now."""
        unit = self._units()[0]
        shares = tuple(10 if at == work else 0 for at in range(4))
        return self.sitting.refusal(Order("labour", unit.name, shares))

    def _warning(self, units: list[UnitView], need: int) -> str:
        view, history = self.sitting.view, self.sitting.session.history
        if need > WHOLE:
            return _("The worst month wants more hands than there are.")
        sent = sum(unit.at_work[FIELDS] for unit in units)
        wanted = sum(unit.fields_need_pm * unit.hands for unit in units) // WHOLE
        hands = sum(unit.hands for unit in units)
        free = hands - sum(sum(unit.at_work) for unit in units)
        free = free if free * 1000 > NOBODY_PM * hands else 0
        if need > sum(u.labour_pm[FIELDS] * u.hands for u in units) // max(1, hands):
            told_short = _(
                "The worst month wants {wanted} hands in the fields. {short} are missing."
            )
            if free:
                told_short = _(
                    "The worst month wants {wanted} hands in the fields. {short} are missing, and"
                    " {free} have no task."
                )
            short = max(1, wanted - sent)
            return told_short.format(wanted=number(wanted), short=number(short), free=number(free))
        if free:
            return _n("{count} hand has no task.", "{count} hands have no task.", free).format(
                count=number(free)
            )
        if not history:
            return _("Begin with the hands, and the ration in Orders.")
        eat = view.forecast.eat_g_day
        if eat < view.ration_g:
            told_eat = _("Until the next harvest: {eat} a day. The ration: {ration}.")
            return told_eat.format(eat=food(view.forecast), ration=kilograms(view.ration_g))
        before = history[-2] if len(history) > 1 else history[-1]
        # Deaths are told where the register stands beside them: in the season's figures.
        found = [
            each
            for each in news(before, view, self.sitting.session.level.words)
            if "deaths" not in each.values
        ]
        return told(found[0].text, found[0].values) if found else ""

    # ---- what it does

    def _chosen(self, at: int) -> None:
        self.on_select(self.sitting.view.units[at - 1].name if at else None)

    def _mover(self, work: int) -> Callable[[int], None]:
        def move(value: int) -> None:
            orders = [
                Order("labour", unit.name, moved(unit.labour_pm, work, value))
                for unit in self._units()
            ]
            self.on_order(self.sitting.give(orders))

        return move
