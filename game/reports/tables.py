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
    stores = level.granary_kg.sum() + level.seed_kg.sum() + level.feed_kg.sum()
    grown = _sum(moves, Account.SOIL, Account.FIELD)
    private = _sum(moves, Account.SOIL, Account.PRIVATE)
    bought = sum(flow.kg for flow in moves if flow.source is Account.EXPORTED)
    came = [
        Tonnes(N_("in store when it began"), int(stores), True),
        Tonnes(N_("in the county's stores when it began"), level.county_kg, True),
        Tonnes(N_("grown in the common fields"), grown, True),
        Tonnes(N_("from plots, sideline and gathering"), private, True),
        Tonnes(N_("bought from outside"), bought, True),
    ]
    eaten = _sum(moves, Account.CANTEEN, Account.EATEN)
    went = [
        Tonnes(N_("eaten from the common store"), eaten, False),
        Tonnes(N_("eaten from plots, sideline and gathering"),
               _sum(moves, Account.PRIVATE, Account.EATEN), False),
        Tonnes(N_("sown as seed"), _sum(moves, Account.SEED, Account.SOIL), False),
    ]  # fmt: skip
    balance = last.grain_kg[row].sum(axis=1)
    # What was bought abroad came out of trade: it is told as coming, not as less going.
    balance[Account.EXPORTED] += bought
    went += [Tonnes(NAMES[account], int(balance[account]), False) for account in ORDER]
    return [line for line in (*came, *went) if line.kg]


def _sum(moves: Sequence[Flow], source: Account, target: Account) -> int:
    return sum(flow.kg for flow in moves if (flow.source, flow.target) == (source, target))
