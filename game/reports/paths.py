"""Paths: where the village's grain came from and went, year by year, from the ledger's entries.

A year runs from March to February, as the turns do, so that it opens and closes with what a state
holds. Both sides of a year are the same to the kilogram.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from game.reports.accounts import total, turn_part
from game.sim.ledger import Account, Entry
from game.sim.level import Level
from game.sim.state import State
from game.sim.why import Parts
from game.words import N_

VILLAGE = (
    Account.FIELD, Account.GRANARY, Account.HIDDEN, Account.SEED, Account.FEED, Account.CANTEEN,
    Account.PRIVATE,
)  # fmt: skip
"""Where grain is while it is the village's."""


@dataclass(frozen=True, slots=True)
class Path:
    """One year of the village's grain, kg. The first four are what came, the rest what went."""

    year: int
    opening: int  # in store, as seed and feed, standing, put aside when the year began
    grown: int
    plots: int  # from plots, sideline, gathering
    sold_back: int
    table: int  # eaten from the common store
    plots_eaten: int
    state: int
    seed: int  # put into the ground
    fodder: int
    lost_field: int
    lost_store: int
    closing: int


CAME = ("opening", "grown", "plots", "sold_back")
WENT = (
    "table", "plots_eaten", "state", "seed", "fodder", "lost_field", "lost_store", "closing",
)  # fmt: skip
NAMES = {
    "opening": N_("In the village when the year began"),
    "grown": N_("Grown in the common fields"),
    "plots": N_("From plots, sideline and gathering"),
    "sold_back": N_("Sold back by the state"),
    "table": N_("Eaten from the common store"),
    "plots_eaten": N_("Eaten from plots, sideline and gathering"),
    "state": N_("Taken or found by the state"),
    "seed": N_("Sown as seed"),
    "fodder": N_("Eaten by animals"),
    "lost_field": N_("Lost in the fields"),
    "lost_store": N_("Lost in store and kitchen"),
    "closing": N_("In the village when the year ended"),
}
"""What each part is called, for people."""
SHORT = {
    "opening": N_("In store at first"), "grown": N_("Grown in the fields"),
    "plots": N_("Plots, gathering"), "sold_back": N_("Sold back"),
    "table": N_("Eaten from the store"), "plots_eaten": N_("Eaten from plots"),
    "state": N_("Taken or found by the state"), "seed": N_("Seed"), "fodder": N_("Fodder"),
    "lost_field": N_("Lost in the fields"), "lost_store": N_("Lost in store"),
    "closing": N_("In store at the end"),
}  # fmt: skip
"""The same where there is little room."""
_OUT = {
    Account.SOIL: "seed", Account.FED: "fodder", Account.LOST_FIELD: "lost_field",
    Account.LOST_STORE: "lost_store", Account.STATE: "state", Account.EXPORTED: "state",
    Account.CITIES: "state", Account.EATEN: "table", Account.SOLD_BACK: "state",
}  # fmt: skip


def paths(
    level: Level, entries: Sequence[Sequence[Entry]], states: Sequence[State], row: int = 0
) -> list[Path]:
    """The years of a run.

    Args:
        level: the level
        entries: of the actual ledger, turn by turn
        states: after each closed turn
        row: the run
    """
    stores = level.granary_kg.sum() + level.seed_kg.sum() + level.feed_kg.sum()
    found: list[Path] = []
    opening = int(stores)
    turns = range(len(states))
    for year in sorted({level.year(turn) for turn in turns}):
        own = [turn for turn in turns if level.year(turn) == year]
        sums = dict.fromkeys((field.name for field in fields(Path)), 0)
        for turn in own:
            for entry in entries[turn]:
                _add(sums, entry, row)
        closing = int(states[own[-1]].grain_kg[row, list(VILLAGE)].sum())
        sums |= {"year": year, "opening": opening, "closing": closing}
        found.append(Path(**sums))
        opening = closing
    return found


def by_turn(entries: Sequence[Sequence[Entry]], row: int = 0) -> list[dict[str, int]]:
    """What came and went in each turn, kg, by the names of `Path`; without what stood in store."""
    found = []
    for turn in entries:
        sums = dict.fromkeys((field.name for field in fields(Path)), 0)
        for entry in turn:
            _add(sums, entry, row)
        found.append(sums)
    return found


def parts_of(
    level: Level, moved: Sequence[dict[str, int]], states: Sequence[State], name: str,
    turns: Sequence[int], of: str = "",
) -> Parts:  # fmt: skip
    """The parts of one amount of some turns in a row: by season, or where it stood in store.

    Args:
        level: the level
        moved: from `by_turn`
        states: after each closed turn
        name: of a field of `Path`, or "came" or "went" for all of a side
        turns: in a row
        of: what the sum is of, in words
    """
    figure = f"path.{name}"
    if name in {"came", "went"}:
        names = CAME if name == "came" else WENT
        each = [parts_of(level, moved, states, one, turns, of) for one in names]
        return total(figure, "kg", [(one.figure, one.value) for one in each], of)
    if name in {"opening", "closing"}:
        at = turns[0] - 1 if name == "opening" else turns[-1]
        stood = in_store(level, states, at)
        amounts = [(f"at.{account.name.lower()}", kg) for account, kg in stood.items()]
    else:
        amounts = [(turn_part(level, turn), moved[turn][name]) for turn in turns]
    return total(figure, "kg", amounts, of)


def in_store(level: Level, states: Sequence[State], turn: int, row: int = 0) -> dict[Account, int]:
    """Where the village's grain was after a turn, kg; before the first one for -1."""
    if turn < 0:
        stores = {
            Account.GRANARY: level.granary_kg, Account.SEED: level.seed_kg,
            Account.FEED: level.feed_kg,
        }  # fmt: skip
        return {account: int(kg.sum()) for account, kg in stores.items()}
    grain = states[turn].grain_kg[row]
    return {account: int(grain[account].sum()) for account in VILLAGE}


def _add(sums: dict[str, int], entry: Entry, row: int) -> None:
    source, target = Account(entry.move.source), Account(entry.move.target)
    within, into = source in VILLAGE, target in VILLAGE
    if within == into:
        return
    kg = int(entry.move.kg[row].sum())
    if into:
        name = "plots" if target is Account.PRIVATE else "grown"
        sums[name if source is Account.SOIL else "sold_back"] += kg
    elif target is Account.EATEN and source is Account.PRIVATE:
        sums["plots_eaten"] += kg
    else:
        sums[_OUT[target]] += kg


def whole(years: Sequence[Path]) -> Path:
    """All years as one, from the first day to the last."""
    sums = {name: sum(getattr(year, name) for year in years) for name in (*CAME, *WENT)}
    sums |= {"opening": years[0].opening, "closing": years[-1].closing}
    return Path(year=years[0].year, **sums)


def balance(path: Path) -> int:
    """What came less what went: nothing, or the books are wrong."""
    came, went = (sum(getattr(path, name) for name in names) for names in (CAME, WENT))
    return int(came - went)
