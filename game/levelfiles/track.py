"""The dated climate and directives, and from when each order can be given."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.levelfiles.check import Found, Values, month_of, take
from game.levelfiles.errors import Problem, nearest, one_of, shown
from game.levelfiles.keys import FROM, TRACK
from game.sim.arrays import Ints, frozen
from game.sim.level import Track
from game.sim.orders import KINDS

FILE = "level.toml"


def read_track(
    pieces: object, orders: object, start: tuple[int, int], months: int, found: Found
) -> Track:
    """One value for each month: a piece names what changes, and it holds until the next one."""
    columns = {key.name: np.zeros(months, dtype=np.int64) for key in TRACK}
    last = -1
    for place, piece in enumerate(_pieces(pieces, found)):
        where = f"[[track]] {place + 1}"
        first = place == 0
        values = take(piece, (FROM, *TRACK), FILE, where, found, partly=not first)
        month = _month(values, where, start, months, last, found)
        last = max(last, month)
        for key in TRACK:
            if key.name in values:
                value = values[key.name]
                if key.choices:  # a bad name has been told already
                    value = key.choices.index(value) if value in key.choices else 0
                columns[key.name][month:] = value
    opens = _opens(orders, start, months, found)
    return Track(**{name: frozen(column) for name, column in columns.items()}, opens=opens)


def _pieces(pieces: object, found: Found) -> list[Any]:
    if isinstance(pieces, list) and pieces:
        return pieces
    fix = "begin it with [[track]] and a from = the first month, naming every key"
    found.append(Problem(FILE, "[[track]]", shown(pieces), "one or more pieces", fix, "L217"))
    return []


def _month(
    values: Values, where: str, start: tuple[int, int], months: int, last: int, found: Found
) -> int:
    text = values.get("from", "")
    if "from" not in values:
        fix = f'add {FROM.name} = "YYYY-MM": {FROM.help}'
        found.append(Problem(FILE, f"{where} from", "nothing", "a month", fix, "L202"))
    if not text:
        return max(0, last)
    month = month_of(text, start)
    if last < 0 and month != 0:
        year, number = start
        expected = f'"{year}-{number:02d}", the first month of the level'
        found.append(Problem(FILE, f"{where} from", shown(text), expected, code="L212"))
        return 0
    if not last < month < months:
        expected = "a month after the piece before it and inside the level"
        fix = "sort the pieces"
        found.append(Problem(FILE, f"{where} from", shown(text), expected, fix, "L212"))
        return max(0, last)
    return month


def _opens(orders: object, start: tuple[int, int], months: int, found: Found) -> Ints:
    opens = np.zeros((months, len(KINDS)), dtype=np.int64)
    if not isinstance(orders, Mapping):
        text = 'a table such as labour = "1958-03"'
        found.append(Problem(FILE, "[orders]", shown(orders), text, code="L206"))
        return frozen(opens)
    names = [kind.name for kind in KINDS]
    for name, value in orders.items():
        if name not in names:
            fix = nearest(name, names, "take it out")
            text = "an order this version does not know"
            found.append(Problem(FILE, f"[orders] {name}", text, one_of(names), fix, "L214"))
            continue
        month = take({"from": value}, (FROM,), FILE, f"[orders] {name}", found)["from"]
        if month:
            opens[max(0, month_of(month, start)) :, names.index(name)] = 1
    return frozen(opens)
