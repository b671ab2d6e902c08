"""Session: one game in progress, for any front end. Orders go in, views come out.

Undo is playing again without the last order: an order changes nothing but a list until the season
is ended. What was weighed at the desk has been seen, and stays.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from game.play.branch import Branch
from game.play.bundle import Opened, from_folder
from game.play.closed import Bot, Closed, as_ordered
from game.play.sheet import Sheet, last_of_each
from game.play.so_far import DESK, ENDED, SEASON, SoFar
from game.sim import directives, notebook
from game.sim import orders as law
from game.sim import turn as core
from game.sim.arrays import ints
from game.sim.level import AUTUMN, SUMMER
from game.sim.orders import Order, Orders, Refusal
from game.sim.views import View


@dataclass(slots=True)
class Session(SoFar):
    """One game. Build it by `begin`, or by `saves.load`."""

    @classmethod
    def begin(
        cls,
        folder: Path,
        seed: int,
        open_books: bool = True,
        *,
        run: int = 0,
        game_id: str = "",
        successor: Bot = as_ordered,
    ) -> "Session":
        """Begin a game of the level in a folder.

        Raises:
            LevelError: with every problem in the folder.
        """
        return cls.of(from_folder(folder), seed, open_books, run, game_id, successor)

    @classmethod
    def of(
        cls,
        opened: Opened,
        seed: int,
        open_books: bool = True,
        run: int = 0,
        game_id: str = "",
        successor: Bot = as_ordered,
        branch: Branch | None = None,
    ) -> "Session":
        """Begin a game of a level that is already open; without `branch` it begins a family."""
        state = core.begin(opened.level, opened.params, seed, ints([run]))
        base = law.at_start(opened.level, 1)
        name = game_id or uuid4().hex[:10]
        kin = branch or Branch(family=name)
        book = None if open_books else notebook.begin(opened.level, state)
        return cls(opened, seed, open_books, run, name, successor, state, base, kin, book=book)

    def refusal(self, order: Order) -> Refusal | None:
        """Why an order can't stand just now, or None."""
        if self.removed_turn >= 0:
            return Refusal(law.N_("another secretary sits at this desk now"), {})
        return self._refusal(order)

    def _refusal(self, order: Order) -> Refusal | None:
        if self.ended:
            return Refusal(law.N_("the last season is over"), {})
        if self.phase == DESK and order.kind == "weigh" and order.values == (0,):
            return Refusal(law.N_("what was weighed has been seen"), {})
        before = last_of_each((*self._season, *self._sheet.given))
        return law.refusal(order, self.level, self.turn, desk=self.phase == DESK, before=before)

    def give(self, order: Order) -> Refusal | None:
        """Give an order, or hear why it can't stand. What was undone can't be redone after it."""
        refused = self.refusal(order)
        if refused is None:
            self._sheet.add(order)
        return refused

    def follow(self, orders: Sequence[Order]) -> None:
        """Give recorded orders, or a bot's, whoever sits at the desk.

        Raises:
            ValueError: one of them is refused.
        """
        for order in orders:
            refused = self._refusal(order)
            if refused is not None:
                raise ValueError(f"{order.kind} is refused: {refused}")
            self._sheet.add(order)

    def follow_what_stands(self, orders: Sequence[Order]) -> list[Order]:
        """Give recorded orders as far as they can be given; returns those that are refused."""
        left = []
        for order in orders:
            if self._refusal(order) is None:
                self._sheet.add(order)
            else:
                left.append(order)
        return left

    @property
    def can_undo(self) -> bool:
        """Whether an order of this phase can be taken back."""
        return self._sheet.last() is not None

    @property
    def can_redo(self) -> bool:
        """Whether an order that was taken back can be given again."""
        return bool(self._sheet.undone)

    def undo(self) -> Order | None:
        """Take the last order of this phase back; None where there is none."""
        return self._sheet.undo()

    def redo(self) -> Order | None:
        """Give the order that was last taken back; None where there is none."""
        return self._sheet.redo()

    def end_season(self) -> tuple[View, ...]:
        """Work the season out: the views of its three months, for the map to play.

        After it, `phase` is "desk" where a harvest was brought in; else the season is closed.
        """
        if self.phase != SEASON:
            raise ValueError(f"a season can't be ended in the phase {self.phase!r}")
        orders = self.orders
        given = (self.level, self.params, orders, self.seed, self._runs)
        steps = core.season(self.state, *given, keep_why=True)
        months = tuple(self._months(steps, orders))
        self._season, self._steps = self.given, tuple(steps)
        self.state, self.base = steps[-1].state, orders
        self.phase, self._sheet = DESK, Sheet(seen=True)
        if self.level.season(self.turn) not in (SUMMER, AUTUMN):
            self._close(None)
        return months

    def _months(self, steps: Sequence[core.Step], orders: Orders) -> Iterator[View]:
        """The view after each month of a season, noted month by month."""
        before = self.state
        for one in steps:
            if self.book is not None:
                known = (self.level, self.params, before, one.state, orders)
                self.book = notebook.month(self.book, *known)
            before = one.state
            yield self._seat(one.state, orders, self.book, one.why)

    def close(self) -> View:
        """Leave the report desk: the carts go, and the next season begins."""
        if self.phase != DESK:
            raise ValueError(f"there is no desk to leave in the phase {self.phase!r}")
        self._close(self.given)
        return self.view()

    def _close(self, desk: tuple[Order, ...] | None) -> None:
        orders = self.orders
        given = (self.level, self.params, orders, self.seed, self._runs)
        last = core.close(self.state, *given, keep_why=True)
        if self.book is not None:
            self.book = notebook.close(self.book, self.level, self.state, last.state, orders)
        steps = (*self._steps, last)
        done = Closed(
            self.turn, self._season, desk, last.state,
            tuple(entry for step in steps for entry in step.entries),
            tuple(entry for step in steps for entry in step.books),
            tuple(part for step in steps for part in step.why),
            orders, bool(self.closed) and int(self.closed[-1].state.removed[0]) >= 0, self.book,
        )  # fmt: skip
        self.closed.append(done)
        self.state, self.base = last.state, directives.next_season(orders, self.level, self.turn)
        self._sheet, self._season, self._steps = Sheet(), (), ()
        self.phase = ENDED if self.turn >= self.level.turns else SEASON
        self.history.append(self._seat(last.state, self.base, self.book, done.why))

    def play_season(self, bot: Bot) -> None:
        """Let a bot give the season's orders, by the same words as a person, and end the season."""
        self.follow(law.listed(self.level, self.orders, bot(self.seen()), 0, desk=False))
        self.end_season()

    def play_turn(self, bot: Bot) -> None:
        """Let a bot decide one turn."""
        self.play_season(bot)
        if self.phase == DESK:
            self.follow(law.listed(self.level, self.orders, bot(self.seen()), 0, desk=True))
            self.close()

    def play_on(self, bot: Bot, turns: int | None = None) -> None:
        """Let a bot play a number of turns, or to the end; after a removal the successor does."""
        last = self.level.turns if turns is None else min(self.level.turns, self.turn + turns)
        while self.turn < last:
            self.play_turn(self.successor if self.removed_turn >= 0 else bot)

    def succeed(self) -> list[View]:
        """The secretary is removed; a successor keeps the desk to the level's end.

        Returns:
            The views of the turns that the successor played, as this seat knew them.
        """
        before = self.turn
        if self.phase == DESK:
            self.close()
        self.play_on(self.successor)
        return self.history[before:]

    def another_life(self, bot: Bot, turns: int | None = None) -> "Session":
        """The same level and seed under another hand, to its end: same weather, same luck.

        Args:
            bot: who decides
            turns: how many are played; None plays to the end
        """
        name = f"{self.game_id}-other"
        other = Session.of(self.opened, self.seed, True, self.run, name, self.successor)
        other.play_on(bot, turns)
        return other
