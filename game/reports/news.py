"""News: what is worth saying after a season, in order of weight. Worked out from two views."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.reports.register import Page, hardest_hit, sentence
from game.reports.telling import told
from game.sim.views import UnitView, View
from game.words import N_

MOST = 8


@dataclass(frozen=True, slots=True)
class News:
    """One message: words to translate, what to fill in (see telling.told), and how weighty."""

    text: str
    values: Mapping[str, object]
    weight: int
    unit: str | None = None  # the brigade it is about, to go to on the map


def news(
    before: View, after: View, names: Mapping[str, str], pages: Sequence[Page] = ()
) -> list[News]:
    """The messages of a season, the weightiest first.

    Args:
        before: the view when the season began
        after: the view now
        names: words of the level, for the neighbours' names
        pages: the register; without it no number of dead is told
    """
    found = [
        *_fields(after), *_food(before, after), *_people(before, after, pages),
        *_county(before, after), *_heard(before, after, names),
    ]  # fmt: skip
    return sorted(found, key=lambda each: -each.weight)[:MOST]


def _fields(after: View) -> Iterator[News]:
    for stage, weight, text in (
        ("ripe", 70, N_("Ripe grain is standing on {hectares} ha in {count} brigades.")),
        ("rot", 75, N_("{hectares} ha were never reaped, in {count} brigades.")),
    ):
        where = [unit for unit in after.units if _ares(unit, stage) > unit.land_ares // 50]
        if where:
            most = max(where, key=lambda unit: _ares(unit, stage))
            ares = sum(_ares(unit, stage) for unit in where)
            values = {"hectares": ares // 100, "count": len(where)}
            yield News(text, values, weight, most.name)
    lost = sum(unit.unharvested_kg for unit in after.units)
    if lost * 20 > sum(unit.harvest.kg for unit in after.units):
        most = max(after.units, key=lambda unit: unit.unharvested_kg)
        text = N_("{lost_kg} stayed in the fields for want of hands, most of it at {brigade}.")
        yield News(text, {"brigade": most.name, "lost_kg": lost}, 72, most.name)


def _ares(unit: UnitView, stage: str) -> int:
    return sum(share.ares for share in unit.land if share.stage == stage)


def _food(before: View, after: View) -> Iterator[News]:
    if after.ration_g < before.ration_g:
        text = N_("The ration was cut from {before_g} to {after_g} a day.")
        yield News(text, {"before_g": before.ration_g, "after_g": after.ration_g}, 60)
    if after.store.kg == 0 and before.store.kg > 0:
        yield News(N_("The common granaries are empty."), {}, 90)
    least = min(after.units, key=lambda unit: unit.eaten_g_day)
    if 0 < least.eaten_g_day < 300:
        text = N_("{brigade}: a head had {food_g} of grain a day.")
        yield News(text, {"brigade": least.name, "food_g": least.eaten_g_day}, 85, least.name)
    sold = sum(unit.sold_back_kg for unit in after.units)
    if sold:
        yield News(N_("The state sold {sold_kg} of grain back."), {"sold_kg": sold}, 65)


def _people(before: View, after: View, pages: Sequence[Page]) -> Iterator[News]:
    usual = max(1, before.people * 4 // 1000)
    if after.deaths > 2 * usual and pages:
        text = N_("{deaths} people died in these three months; {births} were born. {beside}")
        beside = told(*sentence(hardest_hit(pages, 1)[0]))
        values = {"deaths": after.deaths, "births": after.births, "beside": beside}
        yield News(text, values, 95)
    if after.left > before.people // 200:
        yield News(N_("{left} people left the commune."), {"left": after.left}, 68)


def _county(before: View, after: View) -> Iterator[News]:
    if after.removed_turn >= 0 > before.removed_turn:
        yield News(N_("The county has removed the secretary from office."), {}, 100)
    elif after.standing != before.standing:
        yield News(
            N_("The county's opinion of this office has changed: {before}, now {after}."),
            {"before": before.standing, "after": after.standing}, 62,
        )  # fmt: skip
    if before.quota_kg and after.quota_kg * 10 > before.quota_kg * 11:
        text = N_("The county asks for {quota_kg} of the coming harvest.")
        yield News(text, {"quota_kg": after.quota_kg}, 55)
    if len(after.harvests) > len(before.harvests):
        last = after.harvests[-1]
        values = {"taken_kg": last.taken_kg, "report_kg": last.reported_kg}
        yield News(N_("Carts took {taken_kg}; the report had said {report_kg}."), values, 80)


def _heard(before: View, after: View, names: Mapping[str, str]) -> Iterator[News]:
    old = {claim.id: claim.pm for claim in before.claims}
    risen = [claim for claim in after.claims if claim.pm > old.get(claim.id, 1000) * 11 // 10]
    if risen:
        claim = max(risen, key=lambda each: each.kg)
        text = N_("{neighbour} is said to have brought in {claim_kg} on land like ours.")
        values = {"neighbour": names.get(claim.id, claim.id), "claim_kg": claim.kg}
        yield News(text, values, 40)
