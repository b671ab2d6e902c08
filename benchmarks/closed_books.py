"""How well an office that may not look knows its stores: coverage and bias of the estimates.

`python -m benchmarks.closed_books [--seeds 3] [--levels willow_bend,...]`. Every policy plays every
level in closed books; at each sight of the desk the estimate of every granary stands beside what
was there. Printed by level and by how the scales were used: how often the truth lay in the range,
and the estimate beside the truth.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game import places
from game.bots import BOTS, SUCCESSOR
from game.play.bundle import from_folder
from game.play.session import DESK, Session
from game.sim.ledger import Account
from game.sim.orders import Order
from game.sim.state import Tally
from game.sim.view_parts import Figure, View

LEVELS = ("first_harvest", "willow_bend", "terraces", "dry_hills")
SCALES = ("never", "one in turn", "all there are")


@dataclass(frozen=True, slots=True)
class Seen:
    """An estimate and the truth beside it, kg."""

    what: str  # store, harvest, or commune: all its stores
    low_kg: int
    kg: int
    high_kg: int
    true_kg: int
    hungry: bool
    year_kg: int = 1  # what the people it feeds want in a year

    @property
    def held(self) -> bool:
        """Whether the truth lies in the range."""
        return self.low_kg <= self.true_kg <= self.high_kg


def sights(level: str, policy: str, seed: int, scales: str) -> Iterator[Seen]:
    """One game in closed books, with every estimate that its screens show."""
    session = Session.of(from_folder(places.levels() / level), seed, open_books=False,
                         successor=SUCCESSOR)  # fmt: skip
    while not session.ended:
        bot = BOTS[policy] if session.removed_turn < 0 else session.successor
        session.play_season(bot)
        if session.phase == DESK:
            yield from _beside(session, session.view())
            _weigh(session, scales)
            yield from _beside(session, session.view())
            orders = session.level, session.orders, bot(session.seen()), 0
            session.follow([o for o in _listed(*orders) if o.kind != "weigh"])
            session.close()
        yield from _beside(session, session.view())


def _listed(*given: object) -> list[Order]:
    from game.sim.orders import listed

    return list(listed(*given, desk=True))  # type: ignore[arg-type]


def _weigh(session: Session, scales: str) -> None:
    units = len(session.level.units)
    for step in range(session.level.weighings if scales != "never" else 0):
        unit = (session.turn + step) % units
        if scales == "one in turn" and step:
            return
        session.give(Order("weigh", session.level.units[unit], (1,)))


def _beside(session: Session, view: View) -> Iterator[Seen]:
    state = session.state
    for u, unit in enumerate(view.units):
        true = int(state.grain_kg[0, Account.GRANARY, u])
        hungry = unit.reserve_pm < 900
        yield _seen("store", unit.store, true, unit.people, hungry=hungry)
        if view.harvest_due:
            true = int(state.tally[0, Tally.HARVEST_KG, u])
            yield _seen("harvest", unit.harvest, true, unit.people, hungry=hungry)
    hungry = sum(u.reserve_pm * u.people for u in view.units) < 900 * view.people
    true = int(state.grain_kg[0, Account.GRANARY].sum())
    yield _seen("commune", view.store, true, view.people, hungry=hungry)


def _seen(what: str, known: Figure, true: int, people: int, *, hungry: bool) -> Seen:
    return Seen(what, known.low_kg, known.kg, known.high_kg, true, hungry, max(1, people) * 250)


def told(found: list[Seen]) -> dict[str, float]:
    """Coverage; bias and width beside what the people want in a year, per mille."""
    if not found:
        return {}
    year = np.array([one.year_kg for one in found])
    kg, true = (np.array([getattr(one, name) for one in found]) for name in ("kg", "true_kg"))
    wide = np.array([one.high_kg - one.low_kg for one in found])
    return {
        "sights": len(found),
        "held": round(sum(one.held for one in found) / len(found), 3),
        "too_low_range": round(sum(one.true_kg > one.high_kg for one in found) / len(found), 3),
        "bias_pm": round(1000 * float((kg - true).sum() / year.sum())),
        "error_pm": round(1000 * float(np.abs(kg - true).sum() / year.sum())),
        "width_pm": round(1000 * float(wide.sum() / year.sum())),
    }


def main() -> int:
    """Print a line of JSON for each level and use of the scales."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--levels", default=",".join(LEVELS))
    given = parser.parse_args()
    every: list[Seen] = []
    for level in given.levels.split(","):
        for scales in SCALES:
            found = [
                one
                for policy in BOTS
                for seed in range(1, given.seeds + 1)
                for one in sights(level, policy, seed, scales)
            ]
            every += found
            for what in ("store", "harvest", "commune"):
                rows = [one for one in found if one.what == what]
                print(json.dumps({"level": level, "scales": scales, "what": what, **told(rows)}))
    for what in ("store", "harvest", "commune"):
        rows = [one for one in every if one.what == what]
        print(json.dumps({"all": what, **told(rows)}))
        print(json.dumps({"hungry": what, **told([one for one in rows if one.hungry])}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
