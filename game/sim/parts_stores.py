"""The parts of what lies in store, and of what would follow from a report."""

from game.sim.ledger import Account
from game.sim.parts_told import Told, moved, ranged, summed
from game.sim.seeing import claimed_harvest
from game.sim.view_parts import Figure, Reckoned
from game.sim.why import Chain, Parts

# ---- accounts


def account(told: Told, name: str, unit: int | None = None) -> list[Parts]:
    """An account of the actual ledger: what stood in it, what came and what went in the season."""
    which = Account[name.upper()]
    now = told.now.accounts_kg[name]
    chain = Chain(f"account.{name}", "kg")
    if told.before is None:
        return [chain.start("taken_over", now).done()]
    chain.start("stood_before", told.before.accounts_kg[name])
    return [moved(told, chain, which, unit).done(now)]


# ---- stores


def store(told: Told, unit: int | None) -> list[Parts]:
    """The common granaries: the entries of the season, or what the office reckons with."""
    if unit is None and told.now.store.kind == "actual":
        return [*_common_store(told), *ranged(told, "store", lambda each: each.store)]
    if unit is None:
        return ranged(told, "store", lambda each: each.store)
    return _granary(told, told.now.units[unit].store, unit)


def _common_store(told: Told) -> list[Parts]:
    """The commune's store as the entries of the season."""
    chain, now = Chain("store", "kg"), told.now.store.kg
    if told.before is None:
        return [chain.start("taken_over", now).done()]
    chain.start("stood_before", told.before.store.kg)
    return [moved(told, chain, Account.GRANARY, None).done(now)]


def _granary(told: Told, known: Figure, unit: int) -> list[Parts]:
    name = told.name(unit)
    if known.kind == "actual":
        chain = Chain("store", "kg", name)
        if told.before is None:
            return [chain.start("taken_over", known.kg).done()]
        chain.start("stood_before", told.before.units[unit].store.kg)
        return [moved(told, chain, Account.GRANARY, unit).done(known.kg)]
    if known.low_kg == known.high_kg:
        return [_reckoned(Chain("store", "kg", name), known).done(known.kg)]
    low, high = Chain("store", "kg", name, "low"), Chain("store", "kg", name, "high")
    for chain in (low, high):
        _reckoned(chain, known).hidden("lost_and_eaten")
    return [low.done(known.low_kg), high.done(known.high_kg)]


def _reckoned(chain: Chain, known: Figure) -> Chain:
    """The lines of the notebook that add up to an end of a range."""
    for name, low_kg, high_kg in known.basis:
        chain.add(name, high_kg if chain.bound == "high" else low_kg)
    return chain


def _ends(told: Told) -> list[tuple[str, int, Reckoned]]:
    """What would follow, with the store it follows from: one, or the two ends of a range."""
    now, forecast = told.now.store, told.now.forecast
    if forecast.ends is None:
        one = Reckoned(forecast.taken_kg, forecast.left_kg, forecast.eat_g_day)
        return [("", now.kg, one)]
    low, high = forecast.ends
    return [("low", now.low_kg, low), ("high", now.high_kg, high)]


def would_be_taken(told: Told, _unit: int | None) -> list[Parts]:
    """At the desk: what the carts would take against the figure."""
    forecast, found = told.now.forecast, []
    wanted = forecast.demanded_kg - forecast.withheld_kg + forecast.forced_kg
    for bound, _store, then in _ends(told):
        chain = Chain("would_be_taken", "kg", bound=bound).start("demanded", forecast.demanded_kg)
        if forecast.withheld_kg:
            chain.add("held_back", -forecast.withheld_kg)
            chain.add("taken_all_the_same", forecast.forced_kg)
        found.append(chain.add("not_found", then.taken_kg - wanted).done())
    return found


def claim(told: Told, name: str) -> list[Parts]:
    """What a neighbour is said to have, as if it had grown on our land."""
    claims = {one.id: one for one in told.now.claims}
    neighbours = {one.id: one for one in told.level.neighbours}
    harvest = claimed_harvest(told.now.season, desk=told.now.desk)
    usual = int(told.level.last_harvest_kg[harvest].sum())
    chain = Chain(f"claim.{name}", "kg").start("our_usual_harvest", usual)
    chain.share("as_they_boast", claims[name].pm).share("their_land", neighbours[name].yield_pm)
    return [chain.done(claims[name].kg)]


def past(told: Told, place: int, what: str) -> list[Parts]:
    """A harvest that was taken over with the desk."""
    one = told.now.harvests[place]
    kg = {"said": one.said_kg, "reported": one.reported_kg, "actual": one.actual.kg}
    value = kg["reported"] - kg["actual"] if what == "gap" else kg[what]
    return [Chain(what, "kg").start("taken_over", value).done()]


def seed_and_feed(told: Told, _unit: int | None) -> list[Parts]:
    """What is kept for sowing and for the animals."""
    forecast = told.now.forecast
    chain = Chain("seed_and_feed", "kg").start("kept_as_seed", forecast.seed_kg)
    return [chain.add("kept_as_feed", forecast.feed_kg).done()]


def seed(told: Told, unit: int | None) -> list[Parts]:
    """Seed in store."""
    if unit is None:
        return [summed(told, "seed", "kg", lambda each: each.seed_kg)]
    each = told.now.units[unit]
    chain = Chain("seed", "kg", each.name)
    if told.before is None or not told.now.open_books:
        return [chain.start("counted", each.seed_kg).done()]
    chain.start("stood_before", told.before.units[unit].seed_kg)
    return [moved(told, chain, Account.SEED, unit).done(each.seed_kg)]


def left_to_eat(told: Told, _unit: int | None) -> list[Parts]:
    """At the desk: the store as it is known, less what would be taken."""
    return [
        Chain("left_to_eat", "kg", bound=bound)
        .start("in_store", store)
        .add("to.state", then.left_kg - store)
        .done()
        for bound, store, then in _ends(told)
    ]


def eat_g_day(told: Told, _unit: int | None) -> list[Parts]:
    """What is left, shared out evenly until the next harvest."""
    days, people = told.now.forecast.days, max(1, told.now.people)
    return [
        Chain("eat_g_day", "g", bound=bound)
        .start("left_to_eat", then.left_kg, "kg")
        .times("g_kg", 1000)
        .over("people", people, "persons")
        .over("days_to_harvest", days, "days")
        .done(then.eat_g_day)
        for bound, _store, then in _ends(told)
    ]
