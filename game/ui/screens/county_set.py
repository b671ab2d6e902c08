"""What the county set for the season: each order beside what stood before, to be set back."""

from collections.abc import Callable

import pygame

from game.sim.orders import KIND, Orders
from game.sim.why import Chain
from game.ui.screens.offers import BRIGADE, COMMUNE, TECHNIQUES, TITLES
from game.ui.screens.sitting import Sitting
from game.ui.screens.telling import WORKS
from game.ui.screens.together import together
from game.ui.theme import BODY_BOLD, SECOND, Theme
from game.ui.widgets.base import Ask
from game.ui.widgets.choice import Choice
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label
from game.words import _, _n, number, percent

NAME, BESIDE, GAP = 150, 460, 8  # logical px: names, what is set beside them, between rows
OPTIONS = {offer.kind: offer.options for offer in (*COMMUNE, *BRIGADE)}
SHARED = {"labour": WORKS, "technique": TECHNIQUES}
"""Kinds of several shares, and what each share is called."""


def _values(sitting: Sitting, kind: str, orders: Orders) -> list[int]:
    """The numbers of an order; of the brigades' the average, by hands."""
    array = getattr(orders, KIND[kind].array)[0]
    if not KIND[kind].each:
        return [int(array)]
    rows = array.reshape(len(array), -1).tolist()
    hands = [unit.hands for unit in sitting.view.units]
    return [together(kind, column, hands).value for column in zip(*rows, strict=True)]


def told(sitting: Sitting, kind: str, orders: Orders) -> str:
    """Where an order stands, in a few words."""
    values = _values(sitting, kind, orders)
    if kind in SHARED:
        shares = [
            _("{work} {part}%").format(work=_(name).lower(), part=number(round(pm / 10)))
            for name, pm in zip(SHARED[kind], values, strict=True) if pm
        ]  # fmt: skip
        return ", ".join(shares) or _("none")
    if kind == "furnaces":
        return _n("{count} furnace", "{count} furnaces", values[0]).format(count=number(values[0]))
    if kind == "works":
        projects = sitting.view.projects
        return sitting.word(projects[values[0] - 1].id) if values[0] else _("none")
    if OPTIONS.get(kind):
        return _(OPTIONS[kind][values[0]]).lower()
    return _("yes") if values[0] else _("no")


def asks(sitting: Sitting, kind: str, orders: Orders) -> tuple[Ask, ...]:
    """Its numbers: what a person ordered has no other part, and of brigades it is the average."""
    values = _values(sitting, kind, orders)
    made = []
    if kind in SHARED:
        for name, pm in zip(SHARED[kind], values, strict=True):
            one = Chain("decided", "pm", _(name).lower()).start("ordered_before", pm).done()
            made += [Ask(one.figure, percent(pm), given=(one,))] if pm else []
    elif kind == "furnaces":
        one = Chain("decided", "number").start("ordered_before", values[0]).done()
        made.append(Ask(one.figure, number(values[0]), given=(one,)))
    return tuple(made)


def in_words(kinds: list[str]) -> str:
    """The names of orders, in a sentence."""
    return ", ".join(_(TITLES[kind]).lower() for kind in kinds)


class CountySet(Group):
    """A row for each order: its name, what the county set, what stood before; one of them holds.

    Args:
        sitting: The game.
        kinds: The orders that the county changed.
        ordered: Called after an order, with the refusal if there is one.
    """

    dialog_wide = 640

    def __init__(
        self, sitting: Sitting, kinds: list[str], ordered: Callable[[str | None], None]
    ) -> None:
        self.sitting, self.kinds, self.ordered = sitting, kinds, ordered
        self.heads = [Label(_("The county set"), SECOND, "ink2", "center"),
                      Label(_("It stood before"), SECOND, "ink2", "center")]  # fmt: skip
        self.names = [Label(_(TITLES[kind]), BODY_BOLD) for kind in kinds]
        self.rows = [self._row(kind) for kind in kinds]
        pairs = zip(self.names, self.rows, strict=True)
        super().__init__(*self.heads, *(each for pair in pairs for each in pair))
        self.show()

    def _row(self, kind: str) -> Choice:
        before, after = self.sitting.before_and_set()
        options = [told(self.sitting, kind, orders) for orders in (after, before)]
        made = Choice(
            _(TITLES[kind]), options, 0, lambda at: self._choose(kind, back=at == 1),
            key=f"set_{kind}",
        )  # fmt: skip
        made.beside = _("The county set: {set}. It stood before: {before}.").format(
            set=options[0], before=options[1]
        )  # for the ear; eyes see it on the row
        return made

    def _choose(self, kind: str, *, back: bool) -> None:
        self.ordered(self.sitting.set_back([kind], back=back))
        self.show()

    def set_all_back(self) -> None:
        """Order again all that stood before, in one stroke."""
        self.ordered(self.sitting.set_back(self.kinds))
        self.show()

    def show(self) -> None:
        """Mark what holds now; what may not be set back says why."""
        for kind, row in zip(self.kinds, self.rows, strict=True):
            row.show(1 if self.sitting.is_back(kind) else 0)
            why = self.sitting.no_way_back(kind)
            row.reasons = {1: why} if why is not None else {}

    # ---- places

    def height(self, width: int, theme: Theme) -> int:
        """All rows."""
        return self._arrange(pygame.Rect(0, 0, width, 0), theme, put=False)

    def place(self, rect: pygame.Rect, theme: Theme) -> None:
        """Names at the left, or above where it is narrow."""
        super().place(rect, theme)
        self._arrange(rect, theme, put=True)

    def _arrange(self, rect: pygame.Rect, theme: Theme, *, put: bool) -> int:
        px, beside = theme.px, rect.width >= theme.px(BESIDE)
        left = rect.left + (px(NAME) if beside else 0)
        wide, top = rect.right - left, rect.top
        high = max(head.height(wide // 2, theme) for head in self.heads)
        if put:
            for at, head in enumerate(self.heads):
                head.place(pygame.Rect(left + at * (wide // 2), top, wide // 2, high), theme)
        top += high + px(4)
        for name, row in zip(self.names, self.rows, strict=True):
            over = name.height(px(NAME - GAP) if beside else rect.width, theme)
            tall = row.height(wide, theme)
            drop = (max(tall, over) - over) // 2 if beside else 0
            if put:
                room = px(NAME - GAP) if beside else rect.width
                name.place(pygame.Rect(rect.left, top + drop, room, over), theme)
                down = 0 if beside else over + px(2)
                row.place(pygame.Rect(left, top + down, wide, tall), theme)
            top += (max(tall, over) if beside else tall + over + px(2)) + px(GAP)
        return top - rect.top
