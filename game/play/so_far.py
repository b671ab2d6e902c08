"""So far: a game as it stands, and what can be read of it. `Session` goes on with it."""

from dataclasses import dataclass, field
from pathlib import Path

from game.play.branch import Branch
from game.play.bundle import Opened
from game.play.closed import Bot, Closed
from game.play.sheet import Sheet
from game.sim import directives, notebook, views
from game.sim import orders as law
from game.sim import turn as core
from game.sim.arrays import Ints, ints
from game.sim.ledger import Entry
from game.sim.level import Level
from game.sim.notebook import Notebook
from game.sim.orders import Order, Orders
from game.sim.params import Params
from game.sim.state import State
from game.sim.views import Seen, View
from game.sim.why import Why

SEASON, DESK, ENDED = "season", "desk", "ended"


@dataclass(slots=True)
class SoFar:
    """What a game has come to: its level and seed, its closed turns, the orders of this phase."""

    opened: Opened
    seed: int
    open_books: bool
    run: int
    game_id: str
    successor: Bot
    state: State
    base: Orders  # in force when this phase began
    branch: Branch
    phase: str = SEASON
    closed: list[Closed] = field(default_factory=list)
    history: list[View] = field(default_factory=list)  # after each closed turn, as this seat knew
    book: Notebook | None = None  # in closed books: what this seat reckons with
    _begun: View | None = None  # the view with which it began, once asked for
    _sheet: Sheet = field(default_factory=Sheet)
    _season: tuple[Order, ...] = ()  # at the desk: the orders of the season just worked out
    _steps: tuple[core.Step, ...] = ()  # at the desk: its months

    @property
    def level(self) -> Level:
        """The level that is played."""
        return self.opened.level

    @property
    def params(self) -> Params:
        """The level's coefficients."""
        return self.opened.params

    @property
    def folder(self) -> Path:
        """The level's folder, where its map stands."""
        return self.opened.folder

    @property
    def turn(self) -> int:
        """The turn under way."""
        return len(self.closed)

    @property
    def ended(self) -> bool:
        """Whether the last turn is closed."""
        return self.phase == ENDED

    @property
    def removed_turn(self) -> int:
        """The turn in which the secretary was removed; -1 while in office."""
        return int(self.state.removed[0])

    @property
    def orders(self) -> Orders:
        """The orders in force, with those given in this phase."""
        return law.given(self.level, self.base, self._sheet.given)

    @property
    def given(self) -> tuple[Order, ...]:
        """The decisions of this phase."""
        return tuple(self._sheet.given)

    @property
    def unfinished(self) -> tuple[tuple[Order, ...], tuple[Order, ...] | None]:
        """The decisions of the turn under way: the season's, and the desk's where it is reached."""
        return (self._season, self.given) if self.phase == DESK else (self.given, None)

    @property
    def true_history(self) -> list[View]:
        """The view after each closed turn with the true books open: for the debrief."""
        last = self.closed
        return [self._seat(one.state, self._next(one), None, one.why) for one in last]

    def _next(self, one: Closed) -> Orders:
        """The orders with which the turn after a closed one began."""
        return directives.next_season(one.in_force, self.level, one.turn + 1)

    @property
    def entries(self) -> list[tuple[Entry, ...]]:
        """The entries of the actual ledger, turn by turn."""
        return [one.entries for one in self.closed]

    @property
    def entries_so_far(self) -> tuple[Entry, ...]:
        """At the desk: the entries of the season just worked out."""
        return tuple(entry for step in self._steps for entry in step.entries)

    @property
    def states(self) -> list[State]:
        """The state after each closed turn."""
        return [one.state for one in self.closed]

    def at_start(self) -> View:
        """The view with which the game began."""
        if self._begun is None:
            begun = core.begin(self.level, self.params, self.seed, self._runs)
            book = None if self.open_books else notebook.begin(self.level, begun)
            self._begun = self._seat(begun, law.at_start(self.level, 1), book, ())
        return self._begun

    def last_turn(self) -> tuple[View, View]:
        """The views before and after the last closed turn: for its figures and its news."""
        return (self.history[-2] if self.turn > 1 else self.at_start()), self.history[-1]

    def seen(self) -> Seen:
        """What a bot decides on."""
        return views.seen(self.level, self.params, self.state, self.orders)

    def view(self) -> View:
        """What the seat may know just now."""
        parts = self.closed[-1].why if self.closed else ()
        if self.phase == DESK:
            parts = tuple(part for step in self._steps for part in step.why)
        return self._seat(self.state, self.orders, self.book, parts)

    def _seat(
        self, state: State, orders: Orders, book: Notebook | None, why: tuple[Why, ...]
    ) -> View:
        return views.seat(self.level, self.params, state, orders, book, why)

    @property
    def _runs(self) -> Ints:
        return ints([self.run])
