"""Rows of the orders drawer: an order's name, its control, and a line on what it does."""

from collections.abc import Callable, Sequence

import pygame

from game.reports.accounts import scales
from game.sim.orders import KIND, Order
from game.sim.views import UnitView, View
from game.ui.screens import county_set
from game.ui.screens.offers import TECHNIQUES, Offer
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import known, weighed_last
from game.ui.screens.together import SUMMED, Together, changed, together
from game.ui.screens.typed import NumberEntry
from game.ui.theme import BODY_BOLD, SECOND, Theme
from game.ui.widgets.base import Ask, Widget
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


class ThousandsEntry(NumberEntry):
    """An amount in thousandths of what is shown and typed: kilograms in tonnes, grams in kg."""

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


def _range(value: Together) -> str:
    """From where to where the brigades stand: "20–60%"."""
    low, high = round(value.low / 10), round(value.high / 10)
    return _("{low}–{high}%").format(low=number(low), high=number(high))


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
        told = _(offer.title)
        if sitting.is_new(offer.kind):
            told = _("{order} · new").format(order=told)
        elif offer.kind in sitting.county_changed():
            told = _("{order} · set by the county").format(order=told)
        self.title = Label(told, BODY_BOLD)
        self.note = Label(_(offer.note), SECOND, "ink2")
        self.rule = Rule("soft")
        self.controls = self._make()
        for each in self.controls:  # eyes see its head beside it
            same = each.name == _(offer.title)
            each.aloud = told if same else _("{order}: {part}").format(order=told, part=each.name)
        super().__init__(self.title, *self.controls, self.note, self.rule)
        self.show()

    # ---- giving

    def _units(self) -> list[UnitView]:
        """The brigades it is for; none if it is for the commune."""
        names = set(self.units or ())
        return [unit for unit in self.sitting.view.units if unit.name in names]

    def _stand(self) -> list[tuple[int, ...]]:
        """Where it stands in each brigade, or in the commune."""
        view, kind = self.sitting.view, self.offer.kind
        if self.units is None:
            return [values_of(kind, view, None)]
        return [values_of(kind, view, unit) for unit in self._units()]

    def _weights(self) -> list[int]:
        """By what the brigades count: a sum by what they said a year ago, else by land."""
        units = self._units()
        if self.offer.kind in SUMMED:
            said = [unit.last_said_kg for unit in units]
            return said if any(said) else [unit.land_ares for unit in units]
        return [unit.hands for unit in units] or [1]

    def shown_values(self) -> list[Together]:
        """What the controls show: of several brigades the average, of quotas the sum."""
        columns = zip(*self._stand(), strict=True)
        return [together(self.offer.kind, column, self._weights()) for column in columns]

    def _orders(self, held: Sequence[tuple[int, ...]]) -> list[Order]:
        names: Sequence[str | None] = [None] if self.units is None else self.units
        return [
            Order(self.offer.kind, name, values) for name, values in zip(names, held, strict=True)
        ]

    def _give(self, at: int) -> Callable[[int], None]:
        def give(value: int) -> None:
            held = changed(self.offer.kind, self._stand(), at, int(value), self._weights())
            refusal = self.sitting.give(self._orders(held))
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
            return ThousandsEntry(
                name, 0, give, high=100_000_000, step=1000, large=10_000, text=tonnes, key=kind
            )
        if kind == "ration":
            most = KIND[kind].high
            return ThousandsEntry(name, 0, give, high=most, step=10, large=50, text=a_day, key=kind)
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
        shown = self.shown_values()
        for at, (control, value) in enumerate(zip(self.controls, shown, strict=False)):
            if isinstance(control, Slider):
                control.show(value.value, _range(value) if value.differs else "")
            elif isinstance(control, NumberEntry):
                control.show(value.value)
            elif isinstance(control, Choice):
                control.show(value.value)
                control.reasons = self._reasons(control)
            elif isinstance(control, Toggle):
                control.show(value.set_in == value.count)
            control.allow(self._refusal(at, control))
        self.note.set(self._told(shown))
        for control in self.controls:
            control.beside = self.note.name
        if self.offer.kind == "weigh":
            self._scales()
        elif self.offer.kind in self.sitting.county_changed():
            before = self.sitting.before_and_set()[0]
            self.note.can_tell(*county_set.asks(self.sitting, self.offer.kind, before))

    def _scales(self) -> None:
        """What is known of one brigade's granary, and how many scales are left."""
        units, view = self._units(), self.sitting.view
        if len(units) != 1:
            return
        at = [each.name for each in view.units].index(units[0].name)
        parts = scales(self.sitting.session.level.weighings, view.weighings_left)
        self.note.can_tell(
            Ask("store", known(units[0].store), at),
            Ask("scales", number(view.weighings_left), given=(parts,)),
        )

    def _refusal(self, at: int, control: Widget) -> str | None:
        """Why nothing can be changed here."""
        held = [list(values) for values in self._stand()]
        if isinstance(control, Toggle) and self.offer.kind == "weigh":
            for values in held:
                values[at] = 1
        found = [self.sitting.refusal(order) for order in self._orders([tuple(v) for v in held])]
        return next((why for why in found if why is not None), None)

    def _reasons(self, control: Choice) -> dict[int, str]:
        found = {}
        for option in range(len(control.options)):
            why = self.sitting.refusal(self._orders([(option,)])[0])
            if why is not None:
                found[option] = why
        return found

    def _told(self, shown: Sequence[Together]) -> str:
        """What the order does; and of several brigades, what the one figure stands for."""
        note, kind, units = self._note(), self.offer.kind, self._units()
        if len(units) == 1 and kind == "weigh":
            now = _("{note} Known of its granary now: {amount}. Scales left: {count}.").format(
                note=note, amount=known(units[0].store),
                count=number(self.sitting.view.weighings_left),
            )  # fmt: skip
            return f"{now} {weighed_last(units[0].store, self.sitting.session.level)}".rstrip()
        if len(units) < 2:
            return note
        if kind in SUMMED:
            more = _(
                "Shown is the sum; a new sum is shared out as the old one was, and from nothing by"
                " what each brigade said a year ago."
            )
        elif not any(value.differs for value in shown):
            return note
        elif kind in TOGGLES:
            told = _("It is so in {count} of {all} brigades.")
            more = told.format(count=number(shown[0].set_in), all=number(shown[0].count))
        else:
            more = _("The brigades differ: shown is the average, and from where to where.")
        return _("{note} {more}").format(note=note, more=more)

    def _note(self) -> str:
        """What it does; and where it stood, if the county set it since."""
        note, kind, sitting = _(self.offer.note), self.offer.kind, self.sitting
        if kind not in sitting.county_changed():
            return note
        return _("{note} Before, it stood at: {value}.").format(
            note=note, value=county_set.told(sitting, kind, sitting.before_and_set()[0])
        )

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
        wide = min(max(theme.px(CONTROL), width * 2 // 5), width // 2)
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
