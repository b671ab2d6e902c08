"""The parts of every figure of people, hands, food, iron and standing."""

from collections.abc import Callable

from game.sim.fieldwork import MOST_NEED_PM
from game.sim.parts_told import Told, summed
from game.sim.view_parts import UnitView
from game.sim.why import Chain, Parts

DAYS, KCAL_KG, BOX_PM = 90, 2700, 200
STEADY_PM = 600


def people(told: Told, unit: int | None) -> list[Parts]:
    """Who was there, who was born, who died, who left, who was taken on in towns."""
    if unit is None:
        return [summed(told, "people", "persons", lambda each: each.people)]
    each = told.now.units[unit]
    chain = Chain("people", "persons", each.name)
    if told.before is None:
        return [chain.start("taken_over", each.people).done()]
    chain.start("people_before", told.before.units[unit].people)
    chain.add("born", each.births).add("died", -each.deaths).add("left", -each.left)
    return [chain.add("to_towns", -each.to_towns).done(each.people)]


def people_moved(told: Told, _unit: int | None) -> list[Parts]:
    """The commune's people as the season's sum."""
    now, before = told.now, told.before
    chain = Chain("people_all", "persons")
    if before is None:
        return [chain.start("taken_over", now.people).done()]
    chain.start("people_before", before.people).add("born", now.births).add("died", -now.deaths)
    towns = sum(each.to_towns for each in now.units)
    return [chain.add("left", -now.left).add("to_towns", -towns).done(now.people)]


def households(told: Told, _unit: int | None) -> list[Parts]:
    """People by the size of a household."""
    chain = Chain("households", "number").start("people", told.now.people, "persons")
    chain.times("thousandths", 1000)
    size = told.level.household_size_pm
    return [chain.over("household_size", size).done(told.now.households)]


def hands(told: Told, unit: int | None) -> list[Parts]:
    """Able hands: those of working age for most, children and the old in part."""
    if unit is None:
        return [summed(told, "hands", "hands", lambda each: each.hands)]
    each, p = told.now.units[unit], told.params.labour
    chain = Chain("hands", "hands", each.name)
    chain.start("hands_of_adults", each.adults * p.adult_hands_pm // 1000)
    chain.add("hands_of_children", each.children * p.child_hands_pm // 1000)
    chain.add("hands_of_old", each.old * p.old_hands_pm // 1000)
    return [chain.done(each.hands)]


def at_work(work: int) -> Callable[[Told, int | None], list[Parts]]:
    """Hands at one kind of work: a share of the hands, as ordered."""

    def parts(told: Told, unit: int | None) -> list[Parts]:
        figure = f"at_work{work}"
        if unit is None:
            return [summed(told, figure, "hands", lambda each: each.at_work[work])]
        each = told.now.units[unit]
        chain = Chain(figure, "hands", each.name).start("hands", each.hands)
        return [chain.share("ordered_share", each.labour_pm[work]).done(each.at_work[work])]

    return parts


def labour_share(work: int) -> Callable[[Told, int | None], list[Parts]]:
    """The share of the hands at one kind of work: the brigades' shares, by their hands."""
    return lambda told, unit: [
        _mean(
            told, f"share{work}", lambda each: each.labour_pm[work], lambda each: each.hands, unit
        )
    ]


def fields_need(told: Told, unit: int | None) -> list[Parts]:
    """The share of the hands that the fields want in the season's worst month."""
    if unit is None:
        return [_mean(told, "fields_need", lambda each: each.fields_need_pm,
                      lambda each: each.hands, None)]  # fmt: skip
    each = told.now.units[unit]
    chain = Chain("fields_need", "pm", each.name).start("work_in_fields", each.fields_days, "days")
    chain.times("thousandths", 1000).over("days_of_all_hands", max(1, each.labour_days), "days")
    return [chain.most("not_above", MOST_NEED_PM).done(each.fields_need_pm)]


def reserve(told: Told, unit: int | None) -> list[Parts]:
    """How strong the people are: the brigades' strength, by their people."""
    if unit is None:
        return [
            _mean(told, "reserve", lambda each: each.reserve_pm, lambda each: each.people, None)
        ]
    each = told.now.units[unit]
    chain = Chain("reserve", "pm", each.name)
    people = each.children, each.adults, each.old
    ages = ("children", "working_age", "the_old")
    for name, pm, count in zip(ages, each.reserve_by_age, people, strict=True):
        if count:
            chain.mean(name, pm, count)
    return [(chain if chain.steps else chain.start("nothing", 0)).done(each.reserve_pm)]


def effort(told: Told, unit: int | None) -> list[Parts]:
    """How willingly people work in the fields: what the last month made of it."""
    if unit is None:
        return [_mean(told, "effort", lambda each: each.effort_pm, lambda each: each.hands, None)]
    each = told.now.units[unit]
    chain = Chain("effort", "pm", each.name)
    whys = [why for why in told.why if why.figure == "effort"]
    for factor in whys[-1].factors if whys else ():
        chain.add(factor.name, int(factor.amount[0, unit]))
    if chain.total != each.effort_pm:
        chain = Chain("effort", "pm", each.name).start("counted", each.effort_pm)
    return [chain.done()]


def forest(told: Told, unit: int | None) -> list[Parts]:
    """What stands of the forest: the brigades' shares, by their ares."""
    ares = told.level.forest_ares
    chain = Chain("forest", "pm", told.name(unit))
    for u in told.units if unit is None else (unit,):
        each = told.now.units[u]
        chain.mean(each.name, each.forest_pm, int(ares[u]))
    return [chain.done()]


def _mean(
    told: Told, figure: str, of: Callable[[UnitView], int], weight: Callable[[UnitView], int],
    unit: int | None,
) -> Parts:  # fmt: skip
    chain = Chain(figure, "pm", told.name(unit))
    for each in told.now.units if unit is None else (told.now.units[unit],):
        if unit is not None:
            return chain.start("ordered", of(each)).done()
        chain.mean(each.name, of(each), weight(each))
    return chain.done()


def counted(
    figure: str, of: Callable[[UnitView], int]
) -> Callable[[Told, int | None], list[Parts]]:
    """A count that each brigade keeps."""

    def parts(told: Told, unit: int | None) -> list[Parts]:
        if unit is None:
            return [summed(told, figure, "persons", of)]
        each = told.now.units[unit]
        return [Chain(figure, "persons", each.name).start("counted", of(each)).done()]

    return parts


def deaths(told: Told, unit: int | None) -> list[Parts]:
    """Who died, by age."""
    if unit is None:
        return [summed(told, "deaths", "persons", lambda each: each.deaths)]
    each = told.now.units[unit]
    chain = Chain("deaths", "persons", each.name)
    for name, count in zip(("children", "working_age", "the_old"), each.deaths_by_age, strict=True):
        chain.add(name, count)
    return [chain.done(each.deaths)]


def kcal(told: Told, _unit: int | None) -> list[Parts]:
    """Food energy a head and day: what was eaten, by heads and days."""
    now = told.now
    eaten = sum(each.eaten_kg for each in now.units)
    private = sum(each.private_kg for each in now.units)
    chain = Chain("kcal", "kcal")
    if not eaten + private:
        chain.start("ration", now.ration_g, "g")
    else:
        chain.start("eaten_common", eaten, "kg")
        chain.add("eaten_private", private, "kg")
        chain.times("g_kg", 1000).over("people", max(1, now.people), "persons")
        chain.over("days_of_season", DAYS, "days")
    return [chain.times("kcal_kg", KCAL_KG).over("g_kg", 1000).done(now.kcal_day)]


def eaten_g(told: Told, unit: int | None) -> list[Parts]:
    """Grain that a head had a day, from the common store and from plots."""
    if unit is None:
        chain = Chain("eaten_g", "g")
        for one in told.now.units:
            chain.mean(one.name, one.eaten_g_day, one.people)
        return [chain.done()]
    each = told.now.units[unit]
    chain = Chain("eaten_g", "g", each.name).start("eaten_common", each.eaten_kg, "kg")
    chain.add("eaten_private", each.private_kg, "kg").times("g_kg", 1000)
    chain.over("people", max(1, each.people), "persons").over("days_of_season", DAYS, "days")
    return [chain.done(each.eaten_g_day)]


def iron(told: Told, _unit: int | None) -> list[Parts]:
    """All iron since the beginning."""
    chain = Chain("iron", "kg").start("usable", told.now.iron_good_kg)
    return [chain.add("unusable", told.now.iron_poor_kg).done()]


def iron_good(told: Told, _unit: int | None) -> list[Parts]:
    """Usable iron since the beginning."""
    return [_since(told, "iron_good", told.now.iron_good_kg,
                   told.before.iron_good_kg if told.before else None)]  # fmt: skip


def iron_poor(told: Told, _unit: int | None) -> list[Parts]:
    """Unusable iron since the beginning."""
    return [_since(told, "iron_poor", told.now.iron_poor_kg,
                   told.before.iron_poor_kg if told.before else None)]  # fmt: skip


def _since(told: Told, figure: str, now: int, before: int | None) -> Parts:
    del told
    if before is None:
        return Chain(figure, "kg").start("taken_over", now).done()
    return Chain(figure, "kg").start("stood_before", before).add("made_now", now - before).done()


def standing(told: Told, _unit: int | None) -> list[Parts]:
    """What it was, and what the season did to it."""
    now, before = told.now, told.before
    chain = Chain("standing", "points")
    if before is None:
        return [chain.start("taken_over", now.standing_pm).done()]
    chain.start("standing_before", before.standing_pm)
    for why in told.why:
        if why.figure == "standing":
            for factor in why.factors:
                chain.add(factor.name, int(factor.amount[0]))
    if now.removed_turn >= 0 > before.removed_turn:
        chain.add("successor", now.standing_pm - chain.total)
    chain.least("not_below", 0).most("not_above", 1000)
    return [chain.done(now.standing_pm)]


def quota(told: Told, _unit: int | None) -> list[Parts]:
    """What must be delivered: the parts that come down to the office, and those that do not."""
    return [_from_above(told, "quota", told.now.quota_kg)]


def hoped(told: Told, _unit: int | None) -> list[Parts]:
    """What the county hopes for beyond it."""
    return [_from_above(told, "hoped", told.now.hoped_kg)]


def demanded(told: Told, _unit: int | None) -> list[Parts]:
    """What would be asked for against the figure that is on the desk."""
    now = told.now.forecast
    chain = Chain("demanded", "kg").start("quota", told.now.quota_kg)
    chain.add("against_the_figure", now.demanded_kg - told.now.quota_kg)
    return [chain.hidden("countys_belief").done()]


def _from_above(told: Told, figure: str, value: int) -> Parts:
    chain = Chain(figure, "kg")
    for why in told.why:
        if why.figure == figure:
            for factor in why.factors:
                if factor.pm is None:
                    chain.add(factor.name, int(factor.amount[0]))
                else:
                    chain.share(factor.name, int(factor.pm[0]))
    if not chain.steps:
        return chain.start("from_the_county", value).hidden("countys_belief").done()
    return chain.done(value)
