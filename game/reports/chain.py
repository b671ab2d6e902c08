"""Chain: from target to hunger, in one game's own figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from game.reports.accounts import counted
from game.reports.register import DIED, Page, hardest_hit, sentence
from game.sim.level import AUTUMN, Level
from game.sim.state import State, Tally
from game.sim.views import View
from game.sim.why import Chain, Parts
from game.words import N_, _

SEASONS_AFTER = 3
"""From an autumn's carts to the next autumn: winter, spring, summer."""


OWN = N_("The harvest whose two ledgers were furthest apart, in the figures of this desk.")
SUCCESSORS = N_("The harvest whose two ledgers were furthest apart. Comrade Meng reported it.")
HOW = N_(
    "Nothing in this chain needed a bad year. State purchase on false figures, hands at furnaces"
    " and works in the harvest weeks, kitchens that took away each household’s own store, and the"
    " punishment of those who told the truth did it; weather had a small part."
)
"""The cause, said plainly, below every chain."""


@dataclass(frozen=True, slots=True)
class Link:
    """One step: words to translate and what to fill in (see telling.told)."""

    key: str
    text: str
    values: Mapping[str, object]
    turn: int  # whose figures they are
    given: Mapping[str, Parts] = field(default_factory=dict)  # parts that no view has


def chain(
    level: Level,
    states: Sequence[State],
    views: Sequence[View],
    pages: Sequence[Page],
    removed_turn: int = -1,
) -> list[Link]:
    """The chain of the secretary's own autumn harvest whose two ledgers were furthest apart.

    One against which something was taken comes first: a chain without carts shows nothing. Only
    where the secretary reported no autumn is it a successor's.

    Args:
        level: the level
        states: after each closed turn
        views: the same, with the true books open
        pages: the register
        removed_turn: the last of the secretary's own; -1: all are
    """
    autumns = [turn for turn in range(len(views)) if level.season(turn) == AUTUMN]
    if not autumns:
        return []
    own = [turn for turn in autumns if not _after_removal(turn, removed_turn)]
    turn = max(own or autumns, key=lambda each: _weight(views[each]))
    return [
        *_figures(level, states, views, turn),
        *_after(level, views, turn),
        *_named(pages, turn),
    ]


def whose(links: Sequence[Link], removed_turn: int) -> str:
    """Below the heading: which harvest it is, and whether a successor reported it."""
    written = next(link.turn for link in links if link.key == "report")
    return _(SUCCESSORS if _after_removal(written, removed_turn) else OWN)


def _after_removal(turn: int, removed_turn: int) -> bool:
    return 0 <= removed_turn < turn


def _weight(view: View) -> tuple[bool, int]:
    return view.harvests[-1].taken_kg > 0, _gap(view)


def _gap(view: View) -> int:
    last = view.harvests[-1]
    return last.reported_kg - last.actual.kg


def _figures(
    level: Level, states: Sequence[State], views: Sequence[View], turn: int
) -> Iterator[Link]:
    view, last = views[turn], views[turn].harvests[-1]
    if turn:
        asked = views[turn - 1]
        values: dict[str, object] = {
            "quota_kg": asked.quota_kg, "hoped_kg": asked.hoped_kg, "year": level.year(turn),
        }  # fmt: skip
        text = N_("For autumn {year} the county asked for {quota_kg} and hoped for {hoped_kg}.")
        yield Link("target", text, values, turn - 1)
    if view.claims:
        tallest = max(claim.kg for claim in view.claims)
        text = N_("Neighbours were said to have brought in {claim_kg} on land like ours.")
        yield Link("heard", text, {"claim_kg": tallest}, turn)
    text = N_("The brigades said {said_kg}; the office wrote {report_kg}.")
    yield Link("report", text, {"said_kg": last.said_kg, "report_kg": last.reported_kg}, turn)
    text = N_("{actual_kg} had been brought in.")
    yield Link("actual", text, {"actual_kg": last.actual.kg}, turn)
    left = sum(unit.unharvested_kg for unit in view.units)
    if left:
        text = N_("{lost_kg} stayed in the fields.")
        yield Link("in_field", text, {"lost_kg": left}, turn)
    demanded = int(states[turn].tally[0, Tally.DEMANDED_KG].sum())
    text = N_("Against the report {asked_kg} were demanded; {taken_kg} were taken.")
    yield Link("taken", text, {"asked_kg": demanded, "taken_kg": last.taken_kg}, turn)
    share = Chain("eat_g_day", "g").start("in_store", view.store.kg, "kg").times("g_kg", 1000)
    days = view.forecast.days
    share.over("people", max(1, view.people), "persons").over("days_to_harvest", days, "days")
    values = {"store_kg": view.store.kg, "food_g": share.total}
    text = N_(
        "{store_kg} were left in the granaries: {food_g} a head and day until the next harvest."
    )
    yield Link("left", text, values, turn, {"food_g": share.done()})


def _after(level: Level, views: Sequence[View], turn: int) -> Iterator[Link]:
    later = range(turn + 1, min(turn + 1 + SEASONS_AFTER, len(views)))
    if not later:
        return
    hardest = min(later, key=lambda each: _eaten_g(views[each]))
    text = N_("In the hardest season after it a head ate {food_g} a day.")
    yield Link("eaten", text, {"food_g": _eaten_g(views[hardest])}, hardest)
    given = {name: counted(name, level, views, later) for name in ("deaths", "left")}
    values = {name: parts.value for name, parts in given.items()}
    text = N_("Up to the next autumn {deaths} people died and {left} left.")
    yield Link("people", text, values, later[-1], given)


def _eaten_g(view: View) -> int:
    people = max(1, sum(unit.people for unit in view.units))
    return sum(unit.eaten_g_day * unit.people for unit in view.units) // people


def _named(pages: Sequence[Page], turn: int) -> Iterator[Link]:
    """People of the register stand beside every figure of deaths."""
    span = range(turn + 1, turn + 1 + SEASONS_AFTER)
    hit = [
        page
        for page in pages
        if any(member.fate == DIED and member.turn in span for member in page.members)
    ]
    for page in hardest_hit(hit or pages, 2):
        text, values = sentence(page)
        yield Link("household", text, values, turn)
