"""Season: a season in figures, from the view before it and the view after it."""

from dataclasses import dataclass

from game.sim.views import Figure, View
from game.words import N_


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. Its unit says how it is written: kg, persons, pm, g, number."""

    key: str  # permanent name of the row
    text: str  # words to translate
    unit: str
    before: int | None  # None: it is counted over the season
    after: int
    why: str = ""  # the figure of view.why that gives its parts
    estimate: Figure | None = None  # in closed books: how well the figure is known
    estimate_before: Figure | None = None  # and how well it was

    @property
    def change(self) -> int | None:
        """What the season did to it."""
        return None if self.before is None else self.after - self.before


def rows(before: View, after: View) -> list[Row]:
    """The rows of the screen `season in figures`.

    Args:
        before: the view when the season began
        after: the view after its close
    """
    return [*_harvest(before, after), *_people(before, after), *_office(before, after)]


def _harvest(before: View, after: View) -> list[Row]:
    found = []
    new = len(after.harvests) > len(before.harvests)
    if new:
        last = after.harvests[-1]
        found += [
            Row("reported", N_("Harvest, as reported"), "kg", None, last.reported_kg, "reported"),
            Row("said", N_("Harvest, as the brigades said"), "kg", None, last.said_kg),
            Row(
                "actual", N_("Harvest, as brought in"), "kg", None, last.actual.kg, "harvest",
                last.actual,
            ),
            Row("taken", N_("Taken by the state"), "kg", None, last.taken_kg, "procured"),
        ]  # fmt: skip
    left = sum(unit.unharvested_kg for unit in after.units)
    if left:
        found.append(Row("in_field", N_("Never brought in"), "kg", None, left))
    sold = sum(unit.sold_back_kg for unit in after.units)
    if sold:
        found.append(Row("sold_back", N_("Sold back by the state"), "kg", None, sold))
    found += [
        Row(
            "store", N_("In the common granaries"), "kg", before.store.kg, after.store.kg, "",
            after.store, before.store,
        ),
        Row(
            "seed", N_("Seed kept"), "kg", sum(unit.seed_kg for unit in before.units),
            sum(unit.seed_kg for unit in after.units),
        ),
        Row("kcal", N_("Food energy a head and day, kcal"), "number", None, after.kcal_day),
    ]  # fmt: skip
    return found


def _people(before: View, after: View) -> list[Row]:
    reserve = _mean_reserve(before), _mean_reserve(after)
    return [
        Row("people", N_("People"), "persons", before.people, after.people),
        Row("births", N_("Born"), "persons", None, after.births),
        Row("deaths", N_("Died"), "persons", None, after.deaths, "deaths"),
        Row("left", N_("Left the village"), "persons", None, after.left),
        Row("hands", N_("Hands able to work"), "persons", before.hands, after.hands),
        Row("reserve", N_("Strength of the people"), "pm", *reserve),
    ]


def _office(before: View, after: View) -> list[Row]:
    good, poor = after.iron_good_kg, after.iron_poor_kg
    found = []
    if good or poor:
        found += [
            Row("iron_good", N_("Usable iron so far"), "kg", before.iron_good_kg, good),
            Row("iron_poor", N_("Unusable iron so far"), "kg", before.iron_poor_kg, poor),
            Row("forest", N_("Forest standing"), "pm", before.forest_pm, after.forest_pm),
        ]
    found.append(
        Row(
            "standing", N_("Standing with the county"), "number", before.standing_pm,
            after.standing_pm, "standing",
        )
    )  # fmt: skip
    return found


def _mean_reserve(view: View) -> int:
    people = max(1, sum(unit.people for unit in view.units))
    return sum(unit.people * unit.reserve_pm for unit in view.units) // people
