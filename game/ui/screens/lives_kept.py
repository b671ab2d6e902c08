"""The lives of a family as the timeline shows them: the game that is played, and those kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.play import saves
from game.play.branch import Branch
from game.play.lives import rewound
from game.play.saves import Kept
from game.play.session import Session
from game.play.told import Told, of_session
from game.reports.register import Page, register, tolls
from game.ui.screens.save_words import life_name, season_of_turn, stands_at
from game.ui.screens.sitting import Sitting
from game.ui.widgets.lives import Row
from game.words import _


@dataclass
class Life:
    """One life: its session where it is at hand, its save where it is not yet."""

    id: str
    branch: Branch
    told: tuple[Told | None, ...]
    session: Session | None = None
    kept: Kept | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return life_name(self.branch)

    @property
    def differs(self) -> bool:
        """Whether it comes out differently under the rules of today; known once it is opened."""
        if self.session is None or self.kept is None or None in self.told:
            return False
        return of_session(self.session) != self.told

    def pages(self, turns: int) -> tuple[Page, ...]:
        """The register's pages after so many seasons.

        Raises:
            SaveError: the save can't be read any more.
        """
        session = self.opened()
        seasons = tolls(session.level, session.states[:turns])
        return register(session.level, session.seed, session.run, seasons)

    def opened(self) -> Session:
        """Its session, played again from its save where that must be.

        Raises:
            SaveError: the save can't be read any more.
        """
        if self.session is None:
            from game.bots import SUCCESSOR

            assert self.kept is not None
            self.session = saves.load(self.kept.path, SUCCESSOR)
        return self.session


def of_family(sitting: Sitting) -> list[Life]:
    """All lives of the game's family; each stands below the one that it was taken from."""
    session = sitting.session
    found = [Life(session.game_id, session.branch, of_session(session), session)]
    if sitting.kept:
        found += [
            Life(kept.id, kept.branch, kept.told, None, kept)
            for kept in saves.family(session.branch.family)
            if kept.branch is not None and kept.id != session.game_id
        ]
    return _below(found, "") + _orphans(found)


def _below(lives: Sequence[Life], parent: str, seen: frozenset[str] = frozenset()) -> list[Life]:
    ordered: list[Life] = []
    for one in sorted(lives, key=lambda life: (life.branch.turn, life.name)):
        if one.branch.parent == parent and one.id not in seen:
            ordered += [one, *_below(lives, one.id, seen | {one.id})]
    return ordered


def _orphans(lives: Sequence[Life]) -> list[Life]:
    """Lives whose parent is not kept any more: they stand by themselves."""
    placed = {one.id for one in _below(lives, "")}
    ids = {one.id for one in lives}
    heads = [one for one in lives if one.id not in placed and one.branch.parent not in ids]
    found: list[Life] = []
    for head in heads:
        found += [head, *_below(lives, head.id, frozenset({head.id}))]
    return found


def rows(lives: Sequence[Life], present: Session) -> list[Row]:
    """The rows of the tree."""
    places = {one.id: at for at, one in enumerate(lives)}
    return [_row(one, places, present) for one in lives]


def _row(one: Life, places: dict[str, int], present: Session) -> Row:
    mine = one.session is present
    parent = places.get(one.branch.parent)
    more = stands_at(one.kept) if one.kept is not None else _stands(one.session or present)
    if mine:
        more = _("{season} · this game").format(season=more)
    first = one.branch.turn if parent is not None else 0
    removed = present.removed_turn if mine else -1
    return Row(one.name, more, first, len(one.told), parent, removed, mine)


def _stands(session: Session) -> str:
    if session.ended:
        return _("at its end")
    return season_of_turn(session.level, session.turn)


def looking(sitting: Sitting, one: Life, turn: int) -> Sitting:
    """A sitting in which a season of the past can be looked at and nothing ordered.

    Raises:
        SaveError: the save can't be read any more.
    """
    session = one.opened()
    past = Sitting(rewound(session, min(turn, session.turn)), kept=False)
    past.past, past.selected, past.layer = True, sitting.selected, sitting.layer
    return past
