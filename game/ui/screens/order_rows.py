"""Rows of the orders drawer: an order's name, its control, and a line on what it does."""

from collections.abc import Callable, Sequence

import pygame

from game.sim.orders import KIND, Order
from game.sim.views import UnitView, View
from game.ui.screens.offers import TECHNIQUES, Offer
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import known
from game.ui.screens.typed import NumberEntry
from game.ui.theme import BODY_BOLD, SECOND, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.choice import Choice
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule
from game.ui.widgets.slider import Slider
from game.ui.widgets.toggle import Toggle
from game.words import _, _n, kilograms, number, tonnes

CONTROL, CONTROL_LEAST, BESIDE = 276, 200, 480  # logical px
SHARES = {"scrap", "wood", "hide", "seed", "technique", "crops"}
TOGGLES = {"free_meals", "search", "weigh"}
Give = Callable[[Sequence[int]], None]


class TonnesEntry(NumberEntry):
    """An amount of grain in steps of a tonne."""

    typed_unit = 1000


def a_day(grams: int) -> str:
    """A ration.

    >>> a_day(690)
    '0.69 kg a day'
    """
    return _("{amount} a day").format(amount=kilograms(grams))


def standing(count: int) -> str:
    """A number of furnaces.

    >>> standing(1), standing(8)
    ('1 furnace', '8 furnaces')
    """
    return _n("{count} furnace", "{count} furnaces", count).format(count=number(count))


def values_of(kind: str, view: View, unit: UnitView | None) -> tuple[int, ...]:
    """Where an order stands now."""
    if unit is not None:
        held: dict[str, tuple[int, ...]] = {
            "asked": (unit.asked_kg,), "crops": unit.crop_pm, "technique": unit.technique_pm,
            "hide": (unit.hide_pm,), "seed": (unit.seed_pm,), "search": (int(unit.searched),),
            "weigh": (int(unit.weigh),),
        }  # fmt: skip
        return held[kind]
    chosen = next((at + 1 for at, each in enumerate(view.projects) if each.chosen), 0)
    common = {
        "ration": view.ration_g, "first": view.first, "hall": view.hall,
        "free_meals": view.free_meals, "plots": view.plots, "furnaces": view.furnaces_wanted,
        "scrap": view.scrap_pm, "wood": view.wood_pm, "works": chosen, "leavers": view.leavers,
    }  # fmt: skip
    return (common[kind],)


class OrderRow(Group):
    """One order of the commune, or of one brigade, or of all of them at once."""

    def __init__(
        self,
        sitting: Sitting,
        offer: Offer,
        units: Sequence[str] | None,
        ordered: Callable[[str | None], None],
    ) -> None:
        self.sitting, self.offer, self.units, self.ordered = sitting, offer, units, ordered
        self.title = Label(_(offer.title), BODY_BOLD)
        self.note = Label(_(offer.note), SECOND, "ink2")
        self.rule = Rule("soft")
        self.controls = self._make()
        super().__init__(self.title, *self.controls, self.note, self.rule)
        self.show()

    # ---- giving

    def _unit(self) -> UnitView | None:
        view = self.sitting.view
        if self.units is None:
            return None
        return next(unit for unit in view.units if unit.name == self.units[0])

    def values(self) -> tuple[int, ...]:
        """Where it stands; with several brigades, in the first of them."""
        return values_of(self.offer.kind, self.sitting.view, self._unit())

    def _orders(self, values: Sequence[int]) -> list[Order]:
        names: Sequence[str | None] = [None] if self.units is None else self.units
        return [Order(self.offer.kind, name, tuple(values)) for name in names]

    def _give(self, at: int) -> Callable[[int], None]:
        def give(value: int) -> None:
            values = list(self.values())
            values[at] = int(value)
            over = sum(values) - 1000 if self.offer.kind == "crops" else 0
            for other in range(len(values) - 1, -1, -1):
                if over > 0 and other != at:
                    less = min(over, values[other])
                    values[other] -= less
                    over -= less
            refusal = self.sitting.give(self._orders(values))
            self.ordered(refusal)
            self.show()

        return give

    # ---- controls

    def _make(self) -> list[Widget]:
        kind, give, name = self.offer.kind, self._give, _(self.offer.title)
        if kind in TOGGLES:
            words = {
                "free_meals": _("everyone eats their fill"),
                "search": _("search in this season"),
                "weigh": _("send the scales in this season"),
            }
            return [Toggle(words[kind], False, lambda on: give(0)(int(on)), key=kind)]
        if kind == "works":
            names = [self.sitting.word(each.id) for each in self.sitting.view.projects]
            return [Choice(name, [_("None"), *names], 0, give(0), key=kind)]
        if self.offer.options:
            return [Choice(name, [_(o) for o in self.offer.options], 0, give(0), key=kind)]
        if kind in SHARES:
            return self._sliders(name)
        return [self._number(name)]

    def _number(self, name: str) -> NumberEntry:
        """An amount: tonnes, grams a day, furnaces."""
        kind, give = self.offer.kind, self._give(0)
        if kind == "asked":
            return TonnesEntry(
                name, 0, give, high=10_000_000, step=1000, large=10_000, text=tonnes, key=kind
            )
        if kind == "ration":
            most = KIND[kind].high
            return NumberEntry(name, 0, give, high=most, step=10, large=50, text=a_day, key=kind)
        return NumberEntry(name, 0, give, high=KIND[kind].high, text=standing, key=kind)

    def _sliders(self, name: str) -> list[Widget]:
        kind = self.offer.kind
        names = {
            "technique": [_(each) for each in TECHNIQUES],
            "crops": [self.sitting.word(crop.id) for crop in self.sitting.session.level.crops],
            "scrap": [_("of the iron")],
            "wood": [_("of the fuel")],
            "hide": [_("of the harvest")],
            "seed": [_("of the seed needed")],
        }.get(kind, [name])
        step = 50 if kind != "hide" else 10
        most = KIND[kind].high
        return [
            Slider(each, 0, self._give(at), step=step, most=most, key=f"{kind}{at}" if at else kind)
            for at, each in enumerate(names)
        ]

    # ---- showing

    def show(self) -> None:
        """Take the values of the view and the refusals of now."""
        for at, (control, value) in enumerate(zip(self.controls, self.values(), strict=False)):
            if isinstance(control, Slider):
                control.show(value, "")
            elif isinstance(control, NumberEntry):
                control.show(value)
            elif isinstance(control, Choice):
                control.show(value)
                control.reasons = self._reasons(control)
            elif isinstance(control, Toggle):
                control.show(bool(value))
            control.allow(self._refusal(at, control))
        self._tell_weighed()

    def _refusal(self, at: int, control: Widget) -> str | None:
        """Why nothing can be changed here."""
        values = list(self.values())
        if isinstance(control, Toggle) and self.offer.kind == "weigh" and not values[at]:
            values[at] = 1
        found = [self.sitting.refusal(order) for order in self._orders(values)]
        return next((why for why in found if why is not None), None)

    def _reasons(self, control: Choice) -> dict[int, str]:
        found = {}
        for option in range(len(control.options)):
            why = self.sitting.refusal(self._orders([option])[0])
            if why is not None:
                found[option] = why
        return found

    def _tell_weighed(self) -> None:
        if self.offer.kind != "weigh" or self.units is None or len(self.units) != 1:
            return
        unit = self._unit()
        assert unit is not None
        told = _("{note} Known of its granary now: {amount}. Scales left: {count}.").format(
            note=_(self.offer.note), amount=known(unit.store),
            count=number(self.sitting.view.weighings_left),
        )  # fmt: skip
        self.note.set(told)

    # ---- placing

    def height(self, width: int, theme: Theme) -> int:
        """The taller of words and controls; both where they stand below each other."""
        px = theme.px
        room, wide = self._widths(width, theme)
        title, note = self.title.height(room, theme), self.note.height(room, theme)
        controls = sum(each.height(wide, theme) + px(4) for each in self.controls)
        if wide == width:
            return title + controls + note + px(16)
        return max(title + note + px(2), controls) + px(14)

    def _widths(self, width: int, theme: Theme) -> tuple[int, int]:
        """Of words and of controls: beside each other, or both the whole width."""
        wide = max(theme.px(CONTROL), *(each.width(theme) for each in self.controls))
        wide = min(wide, width // 2)
        narrow = width < theme.px(BESIDE) or wide < theme.px(CONTROL_LEAST)
        return (width, width) if narrow else (width - wide - theme.px(24), wide)

    def place(self, rect: pygame.Rect, theme: Theme) -> None:
        """Words at the left, controls at the right, a rule below; narrow: one below the other."""
        super().place(rect, theme)
        px, (room, wide) = theme.px, self._widths(rect.width, theme)
        left, narrow = rect.left, wide == rect.width
        high = self.title.height(room, theme)
        self.title.place(pygame.Rect(left, rect.top, room, high), theme)
        top = rect.top + (high + px(4) if narrow else 0)
        for each in self.controls:
            tall = each.height(wide, theme)
            each.place(pygame.Rect(rect.right - wide, top, wide, tall), theme)
            top += tall + px(4)
        note = self.note.height(room, theme)
        below = top if narrow else rect.top + high + px(2)
        self.note.place(pygame.Rect(left, below, room, note), theme)
        self.rule.place(pygame.Rect(left, rect.bottom - px(6), rect.width, theme.line(1)), theme)
