"""Explained: the parts of any figure of a game, as the seat that plays it may know them."""

from game.play.session import Session
from game.play.so_far import DESK
from game.sim import directives, views
from game.sim import turn as core
from game.sim.arrays import ints
from game.sim.level import AUTUMN, SUMMER
from game.sim.orders import at_start
from game.sim.parts_of import parts_of
from game.sim.parts_told import Told
from game.sim.views import View
from game.sim.why import Parts

BEGINNING = -1
OF_A_HARVEST = ("reported", "actual", "gap", "taken")
"""Figures that speak of the last harvest, whenever that was."""


def true_told(session: Session, turn: int) -> Told:
    """A closed season with the true books open, as only the debrief shows it."""
    level, params = session.level, session.params

    def seen(at: int) -> View:
        if at < 0:
            return views.seat(
                level, params, core.begin(level, params, session.seed, ints([session.run])),
                at_start(level, 1), None,
            )  # fmt: skip
        one = session.closed[at]
        orders = directives.next_season(one.in_force, level, at + 1)
        return views.seat(level, params, one.state, orders, None, one.why)

    now = seen(turn)
    return Told(level, params, seen(turn - 1), now, session.closed[turn].entries, now.why)


def told(session: Session, turn: int | None = None) -> Told:
    """What the seat knows of a season.

    Args:
        session: the game
        turn: a closed turn; `BEGINNING`; None for what is known just now
    """
    history = session.history
    entries = session.entries_so_far
    if turn == BEGINNING:
        return Told(session.level, session.params, None, session.at_start())
    if turn is not None:
        now, before = history[turn], (history[turn - 1] if turn else session.at_start())
        entries = session.closed[turn].entries
    elif session.phase == DESK:
        now, before = session.view(), (history[-1] if history else session.at_start())
    elif history:
        now, before = session.view(), session.last_turn()[0]
        entries = session.closed[-1].entries
    else:
        return Told(session.level, session.params, None, session.view())
    shown = entries if session.open_books else ()
    return Told(session.level, session.params, before, now, shown, now.why)


def parts(
    session: Session,
    figure: str,
    unit: int | None = None,
    turn: int | None = None,
    *,
    true: bool = False,
) -> tuple[Parts, ...]:
    """The parts of a figure; see `game.sim.parts_of`. `true` opens the books of a closed turn.

    Raises:
        KeyError: there is no such figure.
    """
    if figure in OF_A_HARVEST and turn is None and unit is None:
        turn = _last_harvest(session)
    if true and turn is not None and turn >= 0:
        return parts_of(true_told(session, turn), figure, unit)
    return parts_of(told(session, turn), figure, unit)


def _last_harvest(session: Session) -> int | None:
    """The last closed turn with a harvest; None where there is none, or at its desk."""
    seasons = [session.level.season(turn) in (SUMMER, AUTUMN) for turn in range(session.turn)]
    return max((turn for turn, reaped in enumerate(seasons) if reaped), default=None)
