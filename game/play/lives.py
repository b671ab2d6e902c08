"""Lives: going back in a game, to look at a season or to go on from it in another way.

Closed turns never change, so a branch shares them with the game that it was taken from. Chance is a
function of seed, run, month, name and unit: the same orders lead to the same luck in every life.
"""

from uuid import uuid4

from game.play.branch import Branch, tidy
from game.play.session import Session
from game.play.so_far import DESK, ENDED
from game.sim import directives
from game.sim import orders as law


def rewound(session: Session, turn: int) -> Session:
    """The game as it stood in a turn, with the orders that were given in it.

    Args:
        session: the game; it is left as it is
        turn: 0 to the turn under way; the level's number of turns for the end

    Raises:
        ValueError: the game has not come to this turn.
    """
    if not 0 <= turn <= session.turn:
        raise ValueError(f"the game has not come to turn {turn}")
    past = Session.of(
        session.opened, session.seed, session.open_books, session.run, session.game_id,
        session.successor, session.branch,
    )  # fmt: skip
    past.closed, past.history = session.closed[:turn], session.history[:turn]
    if turn:
        last = past.closed[-1]
        past.state, past.book = last.state, last.book
        past.base = directives.next_season(last.in_force, past.level, turn)
    if turn == session.level.turns:
        past.phase = ENDED
    elif turn < session.turn:
        past.follow(session.closed[turn].orders)
    else:
        past.follow(session.unfinished[0])
    return past


def why_not(session: Session, turn: int, *, desk: bool = False) -> str:
    """The reason why no branch can be taken from a turn; "" where one can.

    >>> REASONS["desk"]
    'no harvest was reported in this season'
    """
    if not 0 <= turn <= session.turn:
        return REASONS["not_yet"]
    if turn == session.level.turns:
        return REASONS["end"]
    removed = turn > 0 and int(session.closed[turn - 1].state.removed[0]) >= 0
    if removed:
        return REASONS["removed"]
    if desk and (turn == session.turn or session.closed[turn].desk is None):
        return REASONS["desk"]
    return ""


REASONS = {
    "not_yet": law.N_("this season has not come yet"),
    "end": law.N_("the last season is over"),
    "removed": law.N_("another secretary sits at this desk now"),
    "desk": law.N_("no harvest was reported in this season"),
}


def branched(session: Session, turn: int, name: str = "", *, desk: bool = False) -> Session:
    """Another life of the same seed, from a turn on; it begins with the orders that were given.

    Args:
        session: the game; it is left as it is
        turn: the first turn that can go another way
        name: what the player calls it
        desk: True: from the report desk of that turn, after the season was worked out

    Raises:
        ValueError: no branch can be taken from there.
    """
    reason = why_not(session, turn, desk=desk)
    if reason:
        raise ValueError(reason)
    other = rewound(session, turn)
    other.game_id = uuid4().hex[:10]
    other.branch = Branch(session.branch.family, tidy(name), session.game_id, turn)
    if desk:
        other.end_season()
        assert other.phase == DESK
        other.follow(session.closed[turn].desk or ())
    return other


def set_apart(session: Session, name: str = "") -> None:
    """Make a game that was loaded a life of its own: what it writes never lies on older saves."""
    session.branch = Branch(
        session.branch.family, tidy(name) or session.branch.name, session.game_id, session.turn
    )
    session.game_id = uuid4().hex[:10]
