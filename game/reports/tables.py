"""Tables: who moved how much from where to where, by year; and where every tonne went."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.sim.ledger import Account, Entry
from game.sim.level import Level
from game.sim.state import State
from game.words import N_

NAMES = {
    Account.SOIL: N_("the soil"),
    Account.FIELD: N_("standing in the fields"),
    Account.GRANARY: N_("in the common granaries"),
    Account.HIDDEN: N_("put aside"),
    Account.SEED: N_("kept as seed"),
    Account.FEED: N_("kept as feed"),
    Account.CANTEEN: N_("the kitchens"),
    Account.STATE: N_("in the county's stores"),
    Account.EXPORTED: N_("sent on out of the county"),
    Account.CITIES: N_("eaten in towns elsewhere"),
    Account.SOLD_BACK: N_("on its way back to the villages"),
    Account.LOST_FIELD: N_("lost in the fields"),
    Account.LOST_STORE: N_("lost in store and kitchen"),
    Account.EATEN: N_("eaten"),
    Account.PRIVATE: N_("plots, sideline, gathering"),
    Account.FED: N_("eaten by animals"),
}
"""What each account is called, for people."""
ORDER = (
    Account.FED, Account.LOST_FIELD, Account.LOST_STORE, Account.CITIES, Account.EXPORTED,
    Account.STATE, Account.SOLD_BACK, Account.FIELD, Account.GRANARY, Account.HIDDEN,
    Account.SEED, Account.FEED, Account.CANTEEN, Account.PRIVATE,
)  # fmt: skip
"""Where grain ends, or stands at the end, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Grain that a rule moved in a year."""

    year: int
    rule: str
    source: Account
    target: Account
    kg: int


@dataclass(frozen=True, slots=True)
class Tonnes:
    """One line of the account of all grain: what it is, and how much."""

    text: str  # words to translate
    kg: int
    came: bool  # True: where grain came from; False: where it went
    parts: tuple[tuple[str, int], ...] = ()  # what it is the sum of: year, or account, and kg


def flows(level: Level, entries: Iterable[Entry], row: int = 0) -> list[Flow]:
    """The moves of a run by year, rule and accounts, in the order of the years and accounts."""
    sums: dict[tuple[int, Account, Account, str], int] = {}
    for entry in entries:
        kg = int(entry.move.kg[row].sum())
        if kg:
            year = level.calendar(entry.month)[0]
            source, target = Account(entry.move.source), Account(entry.move.target)
            key = (year, source, target, entry.rule)
            sums[key] = sums.get(key, 0) + kg
    return [Flow(year, rule, a, b, kg) for (year, a, b, rule), kg in sorted(sums.items())]


def every_tonne(level: Level, moves: Sequence[Flow], last: State, row: int = 0) -> list[Tonnes]:
    """Where all grain came from and where it went. Both sides have one sum, to the kilogram."""
    begun = begin_kg(level)
    stores = [(f"at.{account.name.lower()}", begun[account]) for account in VILLAGE_STORES]
    came = [
        _line(N_("in store when it began"), stores, came=True),
        _line(N_("in the county's stores when it began"), [("taken_over", level.county_kg)],
              came=True),
        _years(moves, N_("grown in the common fields"), Account.SOIL, Account.FIELD, came=True),
        _years(moves, N_("from plots, sideline and gathering"), Account.SOIL, Account.PRIVATE,
               came=True),
        _years(moves, N_("bought from outside"), Account.EXPORTED, None, came=True),
    ]  # fmt: skip
    went = [
        _years(moves, N_("eaten from the common store"), Account.CANTEEN, Account.EATEN),
        _years(moves, N_("eaten from plots, sideline and gathering"), Account.PRIVATE,
               Account.EATEN),
        _years(moves, N_("sown as seed"), Account.SEED, Account.SOIL),
    ]  # fmt: skip
    balance = last.grain_kg[row].sum(axis=1)
    for account in ORDER:
        line = _line(NAMES[account], _balance(moves, account, begun))
        # What was bought abroad came out of trade: it is told as coming, not as less going.
        bought = came[-1].kg if account is Account.EXPORTED else 0
        if line.kg != int(balance[account]) + bought:
            raise ArithmeticError(f"{account.name}: the moves give {line.kg} kg, not the balance")
        went.append(line)
    return [line for line in (*came, *went) if line.kg]


VILLAGE_STORES = (Account.GRANARY, Account.SEED, Account.FEED)


def begin_kg(level: Level) -> dict[Account, int]:
    """What stood in each account when the level began."""
    return {
        Account.GRANARY: int(level.granary_kg.sum()), Account.SEED: int(level.seed_kg.sum()),
        Account.FEED: int(level.feed_kg.sum()), Account.STATE: int(level.county_kg),
    }  # fmt: skip


def _line(text: str, parts: Sequence[tuple[str, int]], *, came: bool = False) -> Tonnes:
    kept = tuple((name, kg) for name, kg in parts if kg)
    return Tonnes(text, sum(kg for _name, kg in kept), came, kept)


def _years(
    moves: Sequence[Flow], text: str, source: Account, target: Account | None, *, came: bool = False
) -> Tonnes:
    """What moved between two accounts, year by year."""
    own = [flow for flow in moves if flow.source is source and target in {flow.target, None}]
    years = sorted({flow.year for flow in own})
    parts = [(f"={year}", sum(flow.kg for flow in own if flow.year == year)) for year in years]
    return _line(text, parts, came=came)


def _balance(
    moves: Sequence[Flow], account: Account, begun: dict[Account, int]
) -> list[tuple[str, int]]:
    """What stood in an account at first, and what came and went, by the account at the other end.

    Grain that trade brought back is not taken off what was sent away.
    """
    sums: dict[str, int] = {"taken_over": begun.get(account, 0)}
    for flow in moves:
        if flow.target is account:
            key = f"from.{flow.source.name.lower()}"
            sums[key] = sums.get(key, 0) + flow.kg
        if flow.source is account and account is not Account.EXPORTED:
            key = f"to.{flow.target.name.lower()}"
            sums[key] = sums.get(key, 0) - flow.kg
    return list(sums.items())
