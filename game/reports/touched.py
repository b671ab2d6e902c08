"""Touched: the brigade where two lives of a village differ most, and the households that differ.

Beside a number of dead stands a household of the register. Of some ten that are known, many a
decision touches none; that is said once for all of them.
"""

from collections.abc import Sequence
from dataclasses import replace

from game.reports.accounts import household, less, primary
from game.reports.register import DIED, LEFT, Page, Toll, hardest_hit, register, sentence
from game.reports.telling import signed, told
from game.reports.weighed_like import SeasonLike
from game.sim.level import Level
from game.sim.why import Parts
from game.words import N_, _, number

Figures = tuple[tuple[str, Parts], ...]
MOST = 2
"""How many households are told of beside a decision."""
FEWER = N_("The difference is greatest at {brigade}: {count} fewer.")
MORE = N_("The difference is greatest at {brigade}: {count} more.")
FATES = {
    DIED: N_(
        "{household}, {brigade}: of {members} people {own} died; in that life {then} did."
    ),
    LEFT: N_(
        "{household}, {brigade}: of {members} people {own} left; in that life {then} did."
    ),
}  # fmt: skip
NONE = N_("None of them touched any of the {households} households of the register.")
THE_OTHERS = N_("The others touched none of the {households} households of the register.")


def touched(
    level: Level, seed: int, run: int, was: Sequence[SeasonLike], then: Sequence[SeasonLike]
) -> tuple[str, Figures, bool]:
    """The brigade and the households for which that life is most different.

    Args:
        level: the level
        seed: of the game
        run: its run number
        was: the seasons of the game
        then: those of the other life

    Returns:
        What is told of them, its figures, and whether any household is different.
    """
    own, other = (_pages(level, seed, run, seasons) for seasons in (was, then))
    if not own:
        return "", (), False
    lines = [_brigade(level, was, then)]
    pairs = sorted(zip(own, other, strict=True), key=_different, reverse=True)
    differ = [pair for pair in pairs[:MOST] if any(_different(pair))]
    lines += [_household(level, *pair) for pair in differ]
    figures = tuple(figure for _text, parts in lines for figure in parts)
    return " ".join(text for text, _parts in lines if text), figures, bool(differ)


def untouched(
    level: Level, touched: Sequence[bool], pages: Sequence[Page]
) -> tuple[str, Figures]:  # fmt: skip
    """One line for all decisions that touched no household; nothing where each touched one.

    Where none did, the household that lost most stands beside the dead.

    Args:
        level: the level
        touched: whether a decision touched any, for each that is told
        pages: the register of the game
    """
    count = len(level.households)
    if not count or all(touched):
        return "", ()
    parts = primary("counted", "number", count, _("households of the register"))
    figures = ((number(count), parts),)
    if any(touched):
        return told(THE_OTHERS, {"households": count}), figures
    (page,) = hardest_hit(pages, 1)
    text = f"{told(NONE, {'households': count})} {told(*sentence(page))}"
    found = household(page, level)
    fates = [fate for fate in (DIED, LEFT) if page.count(fate)]
    names = ["members", *fates] if fates else ["there"]
    return text, (*figures, *((number(found[name].value), found[name]) for name in names))


def _pages(level: Level, seed: int, run: int, seasons: Sequence[SeasonLike]) -> tuple[Page, ...]:
    tolls = [Toll(one.people, one.deaths, one.left) for one in seasons]
    return register(level, seed, run, tolls)


def _different(pair: tuple[Page, Page]) -> tuple[int, int]:
    """How many more or fewer of a household died, and left."""
    own, other = pair
    return abs(own.count(DIED) - other.count(DIED)), abs(own.count(LEFT) - other.count(LEFT))


def _died(seasons: Sequence[SeasonLike], unit: int) -> int:
    return sum(sum(one.deaths[unit]) for one in seasons)


def _brigade(
    level: Level, was: Sequence[SeasonLike], then: Sequence[SeasonLike]
) -> tuple[str, Figures]:
    """The brigade where deaths differ most."""
    change = [_died(then, unit) - _died(was, unit) for unit in range(len(level.units))]
    unit = max(range(len(change)), key=lambda each: abs(change[each]))
    if not change[unit]:
        return "", ()
    name = level.units[unit]
    there = less("deaths", "persons", _died(then, unit), _died(was, unit))
    text = told(
        FEWER if change[unit] < 0 else MORE, {"brigade": name, "count": abs(change[unit])}
    )  # fmt: skip
    return text, ((signed(change[unit]), replace(there, brigade=name)),)


def _household(level: Level, own: Page, other: Page) -> tuple[str, Figures]:
    """A household in both lives, by what differs."""
    fate = DIED if own.count(DIED) != other.count(DIED) else LEFT
    values: dict[str, object] = {
        "household": own.name, "brigade": own.unit, "members": len(own.members),
        "own": own.count(fate) or _("none"), "then": other.count(fate) or _("none"),
    }  # fmt: skip
    both = (household(own, level), household(other, level))
    parts = ((number(len(own.members)), both[0]["members"]), *_fates(fate, both))
    return told(FATES[fate], values), parts


def _fates(fate: str, both: Sequence[dict[str, Parts]]) -> Figures:
    return tuple((number(life[fate].value), life[fate]) for life in both)
