"""A sitting: one game in the window. It holds the session, its map, and what was last seen."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.levelfiles.load import Loaded, load_all
from game.play import saves
from game.play.session import Session
from game.sim.level import AUTUMN, SUMMER
from game.sim.orders import KIND, Order, Orders, listed, opens, renewed
from game.sim.views import View
from game.ui.map.village import VillageMap, open_map
from game.ui.screens.telling import refused
from game.ui.theme import Theme
from game.ui.tutorial import Guide
from game.words import _

MONTHS_A_TURN = 3


@dataclass
class Sitting:
    """A session and what the screens share about it. Screens read `view` and call `give`."""

    session: Session
    kept: bool = True  # autosave after each season
    past: bool = False  # a season that is over is looked at: nothing can be ordered
    selected: str | None = None  # the brigade that is looked at; None for all
    layer: str | None = None  # what lies over the map
    trouble: str = ""  # why the last autosave failed
    last: View | None = None  # at the desk, before the carts left
    _view: View | None = None
    _loaded: Loaded | None = None
    _map: VillageMap | None = None
    _guide: Guide | None = None
    _strokes: list[int] = field(default_factory=list)  # orders that were given together
    _undone: list[int] = field(default_factory=list)

    # What is known ------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        """What the office knows just now."""
        if self._view is None:
            self._view = self.session.view()
        return self._view

    @property
    def harvest_turn(self) -> int | None:
        """The last closed season that brought in a harvest; None before the first."""
        level = self.session.level
        closed = range(len(self.session.history))
        found = (turn for turn in closed if level.season(turn) in {SUMMER, AUTUMN})
        return max(found, default=None)

    @property
    def harvested(self) -> View | None:
        """What was known when the last harvest was in: the figures of the ledger's last page."""
        turn = self.harvest_turn
        return None if turn is None else self.session.history[turn]

    @property
    def loaded(self) -> Loaded:
        """Title, briefing and map of the level."""
        if self._loaded is None:
            self._loaded = load_all(self.session.folder)
        return self._loaded

    def word(self, key: str) -> str:
        """A word of the level; the key itself if it has none."""
        return self.session.level.words.get(key, key)

    @property
    def place(self) -> str:
        """The name of the commune."""
        told = self.session.level.words.get("level.place", self.loaded.title)
        return told.partition(",")[0]

    @property
    def guide(self) -> Guide:
        """Who takes the player through the level's tutorial."""
        if self._guide is None:
            self._guide = Guide(self)
        return self._guide

    def map(self, theme: Theme) -> VillageMap:
        """The map, made once; a later theme changes its words, not its zoom."""
        if self._map is None:
            self._map = open_map(self.session.folder, self.loaded.map, theme)
            level = self.session.level
            people = level.people.sum(axis=1)
            self._map.composer.at_start = {
                name: int(count) for name, count in zip(level.units, people, strict=True)
            }
            self._map.composer.herds = {
                name: int(count) for name, count in zip(level.units, level.animals, strict=True)
            }
        self._map.theme = theme
        return self._map

    def is_open(self, kind: str) -> bool:
        """Whether orders of a kind can be given in this season."""
        last_month = self.view.turn * MONTHS_A_TURN + MONTHS_A_TURN - 1
        return opens(self.session.level, kind) <= last_month

    def is_new(self, kind: str) -> bool:
        """Whether this is the season that brought orders of a kind; the first brings none."""
        first_month = self.view.turn * MONTHS_A_TURN
        return 0 < first_month <= opens(self.session.level, kind) and self.is_open(kind)

    # Orders -------------------------------------------------------------------------------------

    def refusal(self, order: Order) -> str | None:
        """Why an order can't stand, in the language of the player."""
        if self.past:
            return _("This season is over. Branch from it on the timeline to order something else.")
        found = self.session.refusal(order)
        return refused(found) if found is not None else None

    def give(self, orders: Sequence[Order]) -> str | None:
        """Give orders that belong together; the first refusal, if any, and then none is given.

        Turning one knob on and on is one stroke: Undo goes back to before it.
        """
        for order in orders:
            if (why := self.refusal(order)) is not None:
                return why
        if self._same_stroke(orders):
            for _each in range(self._strokes.pop()):
                self.session.undo()
        for order in orders:
            self.session.give(order)
        self._strokes.append(len(orders))
        self._undone.clear()
        self._view = None
        return None

    def before_and_set(self) -> tuple[Orders, Orders]:
        """The orders as the office left them last season, and as the county set them since."""
        session = self.session
        if not session.closed or session.phase != "season":
            return session.base, session.base
        return renewed(session.closed[-1].in_force), session.base

    def county_changed(self) -> list[str]:
        """The kinds of orders that the county set otherwise than they stood."""
        before, after = self.before_and_set()
        told = [] if self.past else self.view.set_by_county
        return [kind for kind in told if _differs(kind, before, after)]

    def is_back(self, kind: str) -> bool:
        """Whether what stood before the county's order stands again."""
        return not _differs(kind, self.before_and_set()[0], self.view.orders)

    def _way(self, kinds: Sequence[str], *, back: bool) -> list[Order]:
        """The orders that lead to what stood before, or to what the county set."""
        wanted = self.before_and_set()[0 if back else 1]
        found = listed(self.session.level, self.view.orders, wanted, 0, desk=False)
        return [order for order in found if order.kind in kinds]

    def no_way_back(self, kind: str) -> str | None:
        """Why what stood before can't be ordered; None if it can."""
        found = (self.refusal(order) for order in self._way([kind], back=True))
        return next((why for why in found if why is not None), None)

    def set_back(self, kinds: Sequence[str], *, back: bool = True) -> str | None:
        """Order what stood before the county did, as far as it may; or what the county set."""
        way = [order for order in self._way(kinds, back=back) if self.refusal(order) is None]
        return self.give(way) if way else None

    def _same_stroke(self, orders: Sequence[Order]) -> bool:
        if not self._strokes or self._strokes[-1] != len(orders):
            return False
        last = self.session.given[-len(orders) :]
        told = [(order.kind, order.unit) for order in orders]
        return [(one.kind, one.unit) for one in last] == told and told[0][0] != "weigh"

    def undo(self) -> list[Order]:
        """Take the last stroke back: its orders; none if there is none."""
        if self.past or not self.session.can_undo:
            return []
        count = self._strokes.pop() if self._strokes else 1
        back = [self.session.undo() for _each in range(count)]
        self._undone.append(count)
        self._view = None
        return [order for order in back if order is not None]

    def redo(self) -> list[Order]:
        """Give again what was taken back: its orders; none if there is none."""
        if self.past or not self.session.can_redo:
            return []
        count = self._undone.pop() if self._undone else 1
        again = [self.session.redo() for _each in range(count)]
        self._strokes.append(count)
        self._view = None
        return [order for order in again if order is not None]

    # Time ---------------------------------------------------------------------------------------

    def forget(self) -> None:
        """The session went on by itself: look again."""
        self._turn_page()

    def _turn_page(self) -> None:
        self._view = None
        self._strokes.clear()
        self._undone.clear()

    def end_season(self) -> tuple[View, ...]:
        """Work out the season: the views of its three months."""
        months = self.session.end_season()
        self._turn_page()
        if self.session.phase != "desk":
            self.last = None
        self.keep()
        return months

    def close(self) -> None:
        """Leave the report desk."""
        self.last = self.view
        self.session.close()
        self._turn_page()
        self.keep()

    def keep(self) -> None:
        """Save the game; a failure is remembered for the next screen to tell."""
        if not self.kept:
            return
        try:
            saves.autosave(self.session)
            self.trouble = ""
        except saves.SaveError as error:
            self.trouble = str(error)


def _differs(kind: str, one: Orders, other: Orders) -> bool:
    """Whether two states of orders differ in a kind."""
    array = KIND[kind].array
    return bool((getattr(one, array) != getattr(other, array)).any())
