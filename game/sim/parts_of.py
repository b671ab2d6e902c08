"""Parts of: every figure that can be asked why. A screen names one and gets its parts."""

from collections.abc import Callable, Mapping

from game.sim import parts_harvest as harvest
from game.sim import parts_people as people
from game.sim import parts_stores as stores
from game.sim.parts_told import Told
from game.sim.why import Parts

Explains = Callable[[Told, int | None], list[Parts]]

FIGURES: Mapping[str, Explains] = {
    "store": stores.store,
    "seed_and_feed": stores.seed_and_feed,
    "seed": stores.seed,
    "would_be_taken": stores.would_be_taken,
    "left_to_eat": stores.left_to_eat,
    "eat_g_day": stores.eat_g_day,
    "said": harvest.said,
    "last_said": harvest.last_said,
    "asked": harvest.asked,
    "harvest": harvest.harvest,
    "unharvested": harvest.unharvested,
    "reported": harvest.reported,
    "actual": harvest.actual,
    "gap": harvest.gap,
    "taken": harvest.taken,
    "was_demanded": harvest.was_demanded,
    "carts": harvest.carts,
    "sold_back": harvest.sold_back,
    "people": people.people,
    "people_all": people.people_moved,
    "households": people.households,
    "hands": people.hands,
    **{f"at_work{work}": people.at_work(work) for work in range(4)},
    **{f"share{work}": people.labour_share(work) for work in range(4)},
    "fields_need": people.fields_need,
    "reserve": people.reserve,
    "effort": people.effort,
    "forest": people.forest,
    "births": people.counted("births", lambda each: each.births),
    "deaths": people.deaths,
    "left": people.counted("left", lambda each: each.left),
    "kcal": people.kcal,
    "eaten_g": people.eaten_g,
    "iron": people.iron,
    "iron_good": people.iron_good,
    "iron_poor": people.iron_poor,
    "standing": people.standing,
    "quota": people.quota,
    "hoped": people.hoped,
    "demanded": people.demanded,
}
ACCOUNT, CLAIM, PAST = "account", "claim", "past"
"""Figures with a name of their own behind a dot: `account.granary`, `claim.east`, `past.0.said`."""


def parts_of(told: Told, figure: str, unit: int | None = None) -> tuple[Parts, ...]:
    """The parts of a figure, of a brigade or (None) of the commune.

    Returns:
        One account; two for the ends of a range; more where parts have parts of their own.

    Raises:
        KeyError: there is no such figure.
    """
    head, dot, tail = figure.partition(".")
    if head == ACCOUNT:
        return tuple(stores.account(told, tail, unit))
    if head == CLAIM and dot:
        return tuple(stores.claim(told, tail))
    if head == PAST:
        place, _dot, what = tail.partition(".")
        return tuple(stores.past(told, int(place), what))
    return tuple(FIGURES[figure](told, unit))
