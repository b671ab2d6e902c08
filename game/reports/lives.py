"""Lives: the same level and seed under several hands, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from game.reports.accounts import harvests, total
from game.reports.debrief import Debrief, PeopleYear, Played, debrief
from game.reports.register import DIED, Page, hardest_hit, sentence
from game.reports.telling import told
from game.sim.views import HarvestView
from game.sim.why import Parts
from game.words import N_, _

OWN = N_("As it was at this desk")
OWN_ABOUT = N_("The orders that were given here, and the figures that were written.")
LIVES = (
    ("honest", N_("If every report had been true"), N_(
        "An office that writes what was brought in, keeps hands in the fields, and pleads when the"
        " quota would leave too little.")),
    ("zealot", N_("If every directive had been followed"), N_(
        "An office that carries out all that the county asks, in full, and writes the figure that"
        " is looked for.")),
)  # fmt: skip
"""Policy, name and one sentence: the two other lives of every debrief."""


@dataclass(frozen=True, slots=True)
class Life:
    """One life of a seed."""

    name: str
    about: str
    harvests: tuple[HarvestView, ...]
    reported_kg: int
    actual_kg: int
    taken_kg: int
    born: int
    died: int
    left: int
    removed_turn: int  # -1: in office to the end
    households: tuple[str, ...]  # lines of the register, beside the number of the dead
    pages: tuple[Page, ...]  # of which they are
    years: tuple[PeopleYear, ...]  # of people


def life(name: str, about: str, played: Played, found: Debrief) -> Life:
    """A game as one column of several."""
    own = [one for one in found.harvests if not one.before]
    return Life(
        name, about, found.harvests,
        sum(one.reported_kg for one in own), sum(one.actual.kg for one in own),
        sum(one.taken_kg for one in own), found.people.born, found.people.died, found.people.left,
        played.removed_turn, lines_of(found.households, 3), hit(found.households, 3),
        found.people.years,
    )  # fmt: skip


def accounts(one: Life) -> dict[str, tuple[Parts, ...]]:
    """The parts of a life's sums: grain by harvest, people by year."""
    own = [each for each in one.harvests if not each.before]
    found = {name: harvests(name, own, one.name) for name in ("reported", "actual", "taken")}
    for name, figure in (("died", "deaths"), ("left", "left")):
        amounts = [(f"={year.year}", getattr(year, name)) for year in one.years]
        found[name] = (total(figure, "persons", amounts, one.name),)
    return found


class Living(Played, Protocol):
    """A game that can be lived again under another hand; `play.session.Session` is one."""

    def another_life(self, bot: Any) -> Played:  # noqa: ANN401 - a bot is of no kind known here
        """The same level and seed, played to its end by a bot."""


def other_lives(played: Living, bots: Mapping[str, Any]) -> tuple[Life, ...]:
    """The two other lives of every debrief.

    Args:
        played: the game
        bots: policies by name, as `game.bots.BOTS`
    """
    found = []
    for bot, name, about in LIVES:
        other = played.another_life(bots[bot])
        found.append(life(_(name), _(about), other, debrief(other)))
    return tuple(found)


def hit(pages: Sequence[Page], count: int) -> tuple[Page, ...]:
    """The households that lost most, if any lost somebody."""
    return tuple(page for page in hardest_hit(pages, count) if page.count(DIED))


def lines_of(pages: Sequence[Page], count: int) -> tuple[str, ...]:
    """The households to name beside a number of deaths: those who lost most."""
    found = hit(pages, count)
    if not found:
        return (_("Of the households in the register no one died."),)
    return tuple(told(*sentence(page)) for page in found)
