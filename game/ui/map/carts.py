"""Carts: grain for the state leaves along the road."""

from dataclasses import dataclass

from game.levelfiles.place import MapFacts
from game.ui.map.grid import Spot
from game.ui.map.ground import Ground
from game.ui.map.pictures import Pictures
from game.ui.map.setting import distance, middle
from game.ui.map.stage import Pose, along, lengths, posed

KG_PER_CART = 20_000
MOST = 40
APART = 46.0  # pixels from cart to cart at zoom 1
OUT = 150.0  # pixels from the granary at which the last stands, clear of its roof
SPEED = 42.0  # pixels a second at zoom 1
STEP_FPS = 6.0
STANDS = 6.0  # seconds they are shown when nothing moves


@dataclass(frozen=True, slots=True)
class _Train:
    way: tuple[Spot, ...]
    carts: int
    begun: float


def carts_for(kg: int) -> int:
    """How many carts stand for so much grain.

    >>> carts_for(0), carts_for(1000), carts_for(236_000), carts_for(796_000)
    (0, 1, 12, 40)
    """
    return min(MOST, max(1, round(kg / KG_PER_CART))) if kg > 0 else 0


class Carts:
    """The carts under way."""

    def __init__(self, facts: MapFacts, ground: Ground) -> None:
        self.facts, self.ground = facts, ground
        self._train: _Train | None = None

    def way_out(self) -> tuple[Spot, ...]:
        """From the granary to where the road leaves the map."""
        stores = self.facts.of("granary") or self.facts.of("office") or self.facts.of("brigade")
        halls = self.facts.of("office") or stores
        if not stores:
            return ()
        store = min(stores, key=lambda place: distance(middle(place), middle(halls[0])))
        exits = [
            (float(a), float(b))
            for a, b in self.ground.roads
            if min(a, b) <= 0 or a >= self.facts.width or b >= self.facts.depth
        ]
        ways = [self.ground.way(middle(store), end) for end in sorted(exits)]
        return min((way for way in ways if way), key=lambda way: sum(lengths(way)), default=())

    def start(self, kg: int, clock: float) -> None:
        """Send them off."""
        way, count = self.way_out(), carts_for(kg)
        self._train = _Train(way, count, clock) if way and count else None

    def busy(self, clock: float) -> bool:
        """Whether any is still on its way."""
        train = self._train
        if train is None:
            return False
        first = _ahead(train, train.carts - 1)  # the last to leave
        gone = train.begun + (sum(lengths(train.way)) - first) / SPEED
        return clock < max(gone, train.begun + STANDS)

    def poses(self, clock: float, pictures: Pictures, *, still: bool) -> list[Pose]:
        """Where they are now."""
        train = self._train
        if train is None or not self.busy(clock):
            return []
        whole = sum(lengths(train.way))
        found: list[Pose] = []
        for at in range(train.carts):
            gone = _ahead(train, at) + (0.0 if still else (clock - train.begun) * SPEED)
            if 0 <= gone <= whole:
                step = 0 if still else int(clock * STEP_FPS + at) % 4
                found += _cart(train.way, gone, step, at, pictures)
        return found


def _ahead(train: _Train, at: int) -> float:
    """Pixels along the way of a cart when the train starts: a line from the granary on.

    What the way is too short for waits in the granary's yard, and follows.
    """
    out = min(OUT, sum(lengths(train.way)) / 2)
    fits = min(train.carts - 1, int((sum(lengths(train.way)) - out) / APART))
    return out + APART * (fits - at)


def _cart(way: tuple[Spot, ...], gone: float, step: int, at: int, pictures: Pictures) -> list[Pose]:
    """One cart and who walks beside it."""
    (a, b), (da, db) = along(way, gone)
    name = cart_picture(da, db)
    size = max(abs(da), abs(db)) or 1.0
    walker = (a + da / size * 0.8, b + db / size * 0.8)
    return [
        posed(pictures, name, (a, b), a + b),
        posed(pictures, f"p_walk_{at % 4}.{step}", walker, sum(walker), mirrored=da < db),
    ]


def cart_picture(da: float, db: float) -> str:
    """The cart as it is seen going one way. It is never mirrored: the light would turn with it.

    >>> cart_picture(1, 0), cart_picture(0, 2), cart_picture(-1, 0.5), cart_picture(0, -1)
    ('cart_se', 'cart_sw', 'cart_nw', 'cart_ne')
    """
    if abs(da) >= abs(db):
        return "cart_se" if da > 0 else "cart_nw"
    return "cart_sw" if db > 0 else "cart_ne"
