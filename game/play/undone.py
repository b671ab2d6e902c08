"""Undone: a game's decisions, one by one, and what each would be if it had not been taken.

A decision is a theme and the turns in which it stood. Undone, it takes its neutral value: all hands
in the fields, no hall, the figure that was brought in, the ration of the season before.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.sim.arrays import Ints
from game.sim.level import AUTUMN, SUMMER, Level
from game.sim.orders import (
    ALLOWED,
    CLOSED,
    EQUAL,
    FIELDS,
    FURNACES,
    LET_GO,
    WORKS,
    Orders,
)
from game.sim.state import State, Tally

Arrays = dict[str, Ints]
"""The fields of `Orders`, open for writing."""
UNLIKE_PM = 20
"""A report is another figure than the harvest when they differ by more than this."""
KEPT_PM = 500


@dataclass(frozen=True, slots=True)
class Change:
    """One decision of a game, to be undone. Or one that was not taken, to be taken."""

    theme: str
    turns: tuple[int, ...]
    taken: bool  # False: what was open, and was not done
    value: int  # what stood in its first turn: kg, per mille, g or a choice
    instead: int = 0  # a ration: what stands in its place, g
    successor: bool = False  # whether it was a successor's, after a removal
    least: int = 0  # of what stood in all its turns
    most: int = 0


@dataclass(frozen=True, slots=True)
class Theme:
    """A kind of decision.

    `stands` gives what stood in a turn, or None where it was neutral. `undo` writes the neutral
    value into some rows of the orders; at the desk it also knows what was brought in there.
    """

    name: str
    desk: bool
    stands: "Callable[[Orders, State, Level], int | None]"
    undo: "Callable[[Arrays, np.ndarray, Ints, Level], None]"
    taken: bool = True


def _hands(place: int) -> Theme:
    def stands(orders: Orders, state: State, _level: Level) -> int | None:
        people = state.people[0].sum(axis=1)
        sent = int((orders.labour_pm[0, :, place] * people).sum()) // max(1, int(people.sum()))
        return sent or None

    def undo(arrays: Arrays, rows: np.ndarray, _harvest: Ints, _level: Level) -> None:
        labour = arrays["labour_pm"]
        labour[rows, :, FIELDS] += labour[rows, :, place]
        labour[rows, :, place] = 0

    return Theme({FURNACES: "steel", WORKS: "works"}[place], False, stands, undo)


def _choice(name: str, array: str, neutral: int, *, desk: bool = False) -> Theme:
    def stands(orders: Orders, _state: State, _level: Level) -> int | None:
        value: Ints = getattr(orders, array)[0]
        if bool((value == neutral).all()):
            return None
        return int(value.sum()) // max(1, value.size)

    def undo(arrays: Arrays, rows: np.ndarray, _harvest: Ints, _level: Level) -> None:
        arrays[array][rows] = neutral

    return Theme(name, desk, stands, undo)


def _land() -> Theme:
    def stands(orders: Orders, _state: State, level: Level) -> int | None:
        plan, own = level.crop_plan_pm, orders.crop_pm[0]
        return (
            None if bool((plan == own).all()) else int(own.sum()) * 1000 // max(1, int(plan.sum()))
        )

    def undo(arrays: Arrays, rows: np.ndarray, _harvest: Ints, level: Level) -> None:
        arrays["crop_pm"][rows] = level.crop_plan_pm

    return Theme("land", False, stands, undo)


def _report() -> Theme:
    def stands(_orders: Orders, state: State, _level: Level) -> int | None:
        wrote = int(state.tally[0, Tally.REPORTED_KG].sum())
        there = int(state.tally[0, Tally.HARVEST_KG].sum())
        return wrote if abs(wrote - there) * 1000 > there * UNLIKE_PM else None

    def undo(arrays: Arrays, rows: np.ndarray, harvest_kg: Ints, _level: Level) -> None:
        arrays["report_kg"][rows] = harvest_kg[rows]

    return Theme("report", True, stands, undo)


def _not_done(name: str, array: str, before: int, after: int) -> Theme:
    def stands(orders: Orders, state: State, _level: Level) -> int | None:
        demanded = int(state.tally[0, Tally.DEMANDED_KG].sum())
        idle = demanded and int(getattr(orders, array)[0]) == before
        return demanded if idle else None

    def undo(arrays: Arrays, rows: np.ndarray, _harvest: Ints, _level: Level) -> None:
        arrays[array][rows] = after

    return Theme(name, True, stands, undo, taken=False)


THEMES: tuple[Theme, ...] = (
    _hands(FURNACES), _hands(WORKS), _land(),
    _choice("technique", "technique_pm", 0), _choice("hide", "hide_pm", 0),
    _choice("seed", "seed_pm", 1000), _choice("search", "search", 0),
    _choice("hall", "hall", CLOSED), _choice("free_meals", "free_meals", 0),
    _choice("plots", "plots", ALLOWED), _choice("scrap", "scrap_pm", 0),
    _choice("first", "first", EQUAL), _choice("leavers", "leavers", LET_GO), _report(),
    _choice("deliver", "deliver_pm", 1000, desk=True), _choice("plead", "plead", 0, desk=True),
    _choice("ask_back", "ask_back", 0, desk=True),
    _not_done("kept_half", "deliver_pm", 1000, KEPT_PM), _not_done("no_plea", "plead", 0, 1),
)  # fmt: skip
THEME = {theme.name: theme for theme in THEMES}
RATION = "ration"
_EACH_ALONE = ("report", "deliver", "plead", "ask_back", "kept_half", "no_plea", "search", "seed")


def changes(level: Level, in_force: Sequence[Orders], states: Sequence[State]) -> list[Change]:
    """Every decision of a game that could be undone; those of a successor stand for themselves.

    Args:
        level: the level
        in_force: the orders of each closed turn, one run
        states: after each closed turn, one run
    """
    found: list[Change] = []
    for theme in THEMES:
        stood = [
            _stood(theme, level, turn, orders, state)
            for turn, (orders, state) in enumerate(zip(in_force, states, strict=True))
        ]
        alone = theme.name in _EACH_ALONE
        for hands in _desks(states):
            found += _spans(theme, stood, hands, alone=alone)
            turns = tuple(turn for turn in hands if stood[turn] is not None)
            if theme.name == "report" and len(turns) > 1:
                found.append(Change("report", turns, True, sum(stood[turn] or 0 for turn in turns)))
    every = [*found, *(one for hands in _desks(states) for one in _rations(in_force, hands))]
    left = _left_office(states)
    return [replace(one, successor=one.turns[0] > left) for one in every]


def _left_office(states: Sequence[State]) -> int:
    """The last turn in which the secretary gave the orders."""
    removed = int(states[-1].removed[0]) if states else -1
    return removed if removed >= 0 else len(states) - 1


def _desks(states: Sequence[State]) -> tuple[range, range]:
    """The turns of the secretary, and those of a successor."""
    left = _left_office(states)
    return range(left + 1), range(left + 1, len(states))


def _stood(theme: Theme, level: Level, turn: int, orders: Orders, state: State) -> int | None:
    if theme.desk and level.season(turn) not in (SUMMER, AUTUMN):
        return None
    return theme.stands(orders, state, level)


def _spans(
    theme: Theme, stood: Sequence[int | None], hands: range, *, alone: bool
) -> Iterator[Change]:
    """Runs of turns of one desk in which something stood; `alone`: each turn for itself."""
    begun: list[int] = []
    for turn in [*hands, -1]:
        value = stood[turn] if turn >= 0 else None
        if begun and (value is None or alone):
            values = [stood[each] or 0 for each in begun]
            yield Change(
                theme.name, tuple(begun), theme.taken, values[0],
                least=min(values), most=max(values),
            )  # fmt: skip
            begun = []
        if value is not None:
            begun.append(turn)


def _rations(in_force: Sequence[Orders], hands: range) -> Iterator[Change]:
    """Each season of one desk in which the ration was another one than before."""
    rations = [int(orders.ration_g[0]) for orders in in_force]
    for turn in range(max(1, hands.start), hands.stop):
        if rations[turn] != rations[turn - 1]:
            last = turn
            while last + 1 < hands.stop and rations[last + 1] == rations[turn]:
                last += 1
            turns = tuple(range(turn, last + 1))
            yield Change(RATION, turns, True, rations[turn], rations[turn - 1])
