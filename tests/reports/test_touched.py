"""Beside a decision stand the households that it touched; where it touched none, that is said."""

from dataclasses import dataclass

from game import places
from game.play.bundle import from_folder
from game.reports.register import register
from game.reports.touched import touched, untouched

LEVEL = from_folder(places.levels() / "willow_bend").level
PAGES = register(LEVEL, 1, 0, [])


@dataclass(frozen=True)
class Season:
    """What a season did to the people of each brigade."""

    people: tuple[tuple[int, int, int], ...]
    deaths: tuple[tuple[int, int, int], ...]
    left: tuple[int, ...]


def season(dead: dict[int, int], left: dict[int, int] | None = None) -> Season:
    """A season of a hundred people of each age; of those, as many die in a brigade as is said."""
    count = len(LEVEL.units)
    deaths = tuple((dead.get(unit, 0),) * 3 for unit in range(count))
    gone = tuple((left or {}).get(unit, 0) for unit in range(count))
    return Season(((100, 100, 100),) * count, deaths, gone)


def test_the_household_that_differs_most_is_named_wherever_it_lives() -> None:
    house = LEVEL.households[-1]
    own = LEVEL.words[house.id]
    was, then = [season({})], [season({house.unit: 100})]
    text, figures, differs = touched(LEVEL, 1, 0, was, then)
    assert differs
    assert f"{LEVEL.units[house.unit]}: 300 more" in text
    assert f"{own}, {LEVEL.units[house.unit]}: of {len(house.ages)} people none died" in text
    assert f"in that life {len(house.ages)} did" in text
    assert figures[0][0] == "+300"
    assert all(parts.value == int(told.replace("+", "")) for told, parts in figures)


def test_the_greater_difference_stands_first() -> None:
    first, last = LEVEL.households[0], LEVEL.households[-1]
    smaller, larger = sorted((first, last), key=lambda each: len(each.ages))
    assert smaller.unit != larger.unit
    was, then = [season({})], [season({smaller.unit: 100, larger.unit: 100})]
    text, _figures, _differs = touched(LEVEL, 1, 0, was, then)
    assert text.index(LEVEL.words[larger.id]) < text.index(LEVEL.words[smaller.id])


def test_those_who_left_are_told_where_as_many_died() -> None:
    house = LEVEL.households[0]
    text, _figures, _differs = touched(LEVEL, 1, 0, [season({}, {house.unit: 100})], [season({})])
    assert LEVEL.words[house.id] in text
    assert "left; in that life none did" in text


def test_where_none_was_touched_it_is_said_once() -> None:
    unit = next(u for u in range(len(LEVEL.units)) if u in {h.unit for h in LEVEL.households})
    found = touched(LEVEL, 1, 0, [season({unit: 0})], [season({unit: 0})])
    assert found == ("", (), False)
    for touches, told in (([False, False], "None of them"), ([True, False], "The others")):
        text, figures = untouched(LEVEL, touches, PAGES)
        assert text.startswith(told)
        assert figures[0][0] == "10"
        assert (LEVEL.words[LEVEL.households[0].id] in text) is not any(touches)
    assert untouched(LEVEL, [True, True], PAGES) == ("", ())
