"""Turns: a game as a readable table, a line for each turn and brigade. Golden games keep it."""

from collections.abc import Sequence

from game.sim.ledger import Account
from game.sim.level import SEASONS, Level
from game.sim.state import State, Tally

_COLUMNS = (
    ("people", None), ("born", Tally.BIRTHS), ("died", Tally.DEATHS), ("left", Tally.LEFT),
    ("brought in", Tally.HARVEST_KG), ("in field", Tally.UNHARVESTED_KG), ("said", Tally.SAID_KG),
    ("reported", Tally.REPORTED_KG), ("asked", Tally.DEMANDED_KG), ("taken", Tally.PROCURED_KG),
    ("sold back", Tally.SOLD_BACK_KG), ("eaten", Tally.EATEN_KG),
)  # fmt: skip


def text(level: Level, states: Sequence[State]) -> str:
    """The table of a run (the first row of each state after a closed turn)."""
    wide = max(len(name) for name in level.units)
    names = [name for name, _ in _COLUMNS] + ["store", "hidden", "seed"]
    lines = [" ".join([f"{'':<{wide}}", *(f"{name:>10}" for name in names)])]
    for turn, state in enumerate(states):
        standing = int(state.standing_pm[0])
        removed = int(state.removed[0])
        office = "" if removed < 0 else f", a successor since turn {removed}"
        season = SEASONS[level.season(turn)]
        lines.append(f"turn {turn}: {season} {level.year(turn)}, standing {standing}{office}")
        lines += [_line(state, unit, f"{name:<{wide}}") for unit, name in enumerate(level.units)]
    return "\n".join(lines) + "\n"


def _line(state: State, unit: int, name: str) -> str:
    tally, grain = state.tally[0, :, unit], state.grain_kg[0, :, unit]
    figures = [int(state.people[0, unit].sum())]
    figures += [int(tally[which]) for _, which in _COLUMNS if which is not None]
    figures += [int(grain[account]) for account in (Account.GRANARY, Account.HIDDEN, Account.SEED)]
    return " ".join([name, *(f"{figure:>10}" for figure in figures)])
