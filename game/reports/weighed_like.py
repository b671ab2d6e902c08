"""Weighed: a game's decisions undone, as the reports need them; `play.otherwise` has them."""

from collections.abc import Sequence
from typing import Protocol


class ChangeLike(Protocol):
    """One decision; `play.undone.Change` is one."""

    @property
    def theme(self) -> str:
        """What it was about."""

    @property
    def turns(self) -> tuple[int, ...]:
        """When it stood."""

    @property
    def taken(self) -> bool:
        """False: it was open and was not taken."""

    @property
    def value(self) -> int:
        """What stood."""

    @property
    def least(self) -> int:
        """The least that stood in its turns."""

    @property
    def most(self) -> int:
        """The most."""

    @property
    def instead(self) -> int:
        """A ration: what stands in its place."""

    @property
    def successor(self) -> bool:
        """Whether it was a successor's, after the secretary's removal."""


class SumsLike(Protocol):
    """What a life came to, by luck, the game's own first; `play.otherwise.Sums` is one."""

    @property
    def deaths(self) -> tuple[int, ...]:
        """All deaths."""

    @property
    def harvest_kg(self) -> tuple[int, ...]:
        """Brought in."""

    @property
    def taken_kg(self) -> tuple[int, ...]:
        """Taken by the state."""

    @property
    def left(self) -> tuple[int, ...]:
        """Who left."""

    @property
    def beyond(self) -> tuple[int, ...]:
        """Deaths beyond the usual."""

    @property
    def removed(self) -> tuple[int, ...]:
        """Turn of the removal; -1: never."""


class SeasonLike(Protocol):
    """What happened to people in a season."""

    @property
    def people(self) -> tuple[tuple[int, int, int], ...]:
        """By unit and age when it began."""

    @property
    def deaths(self) -> tuple[tuple[int, int, int], ...]:
        """By unit and age."""

    @property
    def left(self) -> tuple[int, ...]:
        """By unit."""


class OtherwiseLike(Protocol):
    """A decision undone; `play.otherwise.Otherwise` is one."""

    @property
    def change(self) -> ChangeLike:
        """What was undone."""

    @property
    def sums(self) -> SumsLike:
        """What came of it."""

    @property
    def seasons(self) -> Sequence[SeasonLike]:
        """Under the game's own luck."""


class WeighedLike(Protocol):
    """All decisions of a game, the weightiest first; `play.otherwise.Weighed` is one."""

    @property
    def as_it_was(self) -> SumsLike:
        """The game itself."""

    @property
    def seasons(self) -> Sequence[SeasonLike]:
        """What happened to people in it."""

    @property
    def others(self) -> Sequence[OtherwiseLike]:
        """Each decision undone."""
