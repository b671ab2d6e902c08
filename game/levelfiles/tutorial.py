"""tutorial.toml: the steps of a first game, what each points at and which act it waits for.

A level may do without it. What a step says stands in words.en.toml under [tutorial], by its id.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from game.levelfiles.check import Found, read_toml, take, unknown
from game.levelfiles.errors import Problem, nearest, one_of, shown
from game.levelfiles.keys import GUIDED, PLACES, STEP
from game.levelfiles.place import MapFacts
from game.levelfiles.tilesets import Place
from game.sim.orders import KINDS

FILE = "tutorial.toml"
MOST = 60
"""Steps; more is a book."""
ALONE = ("next", "orders", "why", "select", "layer", "end")
"""Acts that need no object: read on, open the orders, ask why, choose a brigade, lay a layer, end
the season or send the report."""
ACTS = (*ALONE, "order", "screen")
"""Acts a step can wait for; the last two name an order, a screen."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step. It is shown on its screen from its season on, until the act is done."""

    id: str
    turn: int  # the season from which it can be shown, counted from 0
    screen: str
    point: tuple[str, str]  # ("widget", key), ("map", class or brigade), or ("", "")
    until: tuple[str, str]  # the act, and what it is done to


def read_tutorial(folder: Place, turns: int, facts: MapFacts | None, found: Found) -> list[Step]:
    """The steps of a level's folder; none where it has no tutorial.

    Args:
        folder: The level's.
        turns: Length of the level.
        facts: Its map, so that what a step points at can be held against it; None if it is broken.
        found: Problems are added here.
    """
    if not (folder / FILE).is_file():
        return []
    tables = read_toml(folder / FILE, FILE, found)
    unknown(tables, ["step"], FILE, "", found)
    rows = tables.get("step", [])
    if not isinstance(rows, list) or not 0 < len(rows) <= MOST:
        fix = "begin each step with a line [[step]]"
        text = f"1 to {MOST} steps"
        found.append(Problem(FILE, "[[step]]", shown(rows), text, fix, "L227"))
        return []
    steps = [_step(row, f"[[step]] {at}", turns, facts, found) for at, row in enumerate(rows, 1)]
    _in_order(steps, found)
    return steps


def _step(row: object, where: str, turns: int, facts: MapFacts | None, found: Found) -> Step:
    values = take(row, STEP, FILE, where, found)
    if values["turn"] > turns:
        text = f"a season of the level, 0 to {turns - 1}, or {turns} for the debrief"
        found.append(Problem(FILE, f"{where} turn", str(values["turn"]), text, code="L227"))
    point = _two(values["point"])
    if point[0] == "map" and facts is not None:
        brigades = [place.name for place in facts.of("brigade")]
        kinds = [kind for kind in PLACES if facts.of(kind)]
        _known(point[1], [*brigades, *kinds], f"{where} point", found)
    elif point[0] not in ("", "widget", "map"):
        text = 'such as "widget end" or "map hall"'
        found.append(Problem(FILE, f"{where} point", shown(values["point"]), text, code="L227"))
    until = _two(values["until"])
    if until[0] == "order":
        _known(until[1], [kind.name for kind in KINDS], f"{where} until", found)
    elif until[0] == "screen":
        _known(until[1], GUIDED, f"{where} until", found)
    elif until[0] not in ALONE or until[1]:
        text = f'one of {", ".join(ALONE)}, or such as "order labour"'
        fix = nearest(until[0], ACTS)
        found.append(Problem(FILE, f"{where} until", shown(values["until"]), text, fix, "L227"))
    return Step(values["id"], values["turn"], values["screen"], point, until)


def _two(told: str) -> tuple[str, str]:
    """What a word is said of.

    >>> _two("order labour"), _two("next"), _two("map Lower River")
    (('order', 'labour'), ('next', ''), ('map', 'Lower River'))
    """
    first, _, rest = told.strip().partition(" ")
    return first, rest.strip()


def _known(name: str, names: Collection[str], where: str, found: Found) -> None:
    if name not in names:
        fix = nearest(name, names)
        found.append(Problem(FILE, where, shown(name), one_of(names), fix, "L219"))


def _in_order(steps: Sequence[Step], found: Found) -> None:
    """Ids are used once, and seasons don't go back."""
    seen: set[str] = set()
    before = 0
    for at, step in enumerate(steps, 1):
        if step.id in seen:
            where = f"[[step]] {at} id"
            found.append(
                Problem(FILE, where, shown(step.id), "an id that is used once", code="L218")
            )
        if step.turn < before:
            where = f"[[step]] {at} turn"
            fix = "sort the steps by season"
            found.append(Problem(FILE, where, str(step.turn), f"{before} or later", fix, "L227"))
        seen.add(step.id)
        before = max(before, step.turn)
