"""Where a tile stands on the flat picture, and chance as a function of its key.

Tiles are counted along `a` (to the lower right) and `b` (to the lower left). At zoom 1 a tile is 64
wide and 32 high.
"""

import hashlib

HALF_WIDTH, HALF_HEIGHT = 32, 16

Spot = tuple[float, float]


def project(a: float, b: float, zoom: float = 1.0) -> Spot:
    """The point of the picture at which a point of the land lies.

    >>> project(1, 0), project(2, 2, 1.5)
    ((32.0, 16.0), (0.0, 96.0))
    """
    return (a - b) * HALF_WIDTH * zoom, (a + b) * HALF_HEIGHT * zoom


def unproject(x: float, y: float, zoom: float = 1.0) -> Spot:
    """The point of the land at a point of the picture.

    >>> unproject(*project(3.5, 7))
    (3.5, 7.0)
    """
    across, down = x / (HALF_WIDTH * zoom), y / (HALF_HEIGHT * zoom)
    return (across + down) / 2, (down - across) / 2


def chance(*key: object) -> float:
    """A number in [0, 1) that depends on nothing but the key.

    >>> chance("tree", 3, 4) == chance("tree", 3, 4) != chance("tree", 4, 3)
    True
    """
    digest = hashlib.blake2b(repr(key).encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big") / (1 << 48)


def pick(count: int, *key: object) -> int:
    """One of `count` variants.

    >>> pick(1, "only")
    0
    """
    return min(count - 1, int(chance(*key) * count))
