"""Every sound by the name of its file."""

from collections.abc import Callable
from functools import partial

from assets.sound_draw import outdoors, work
from assets.sound_draw.tones import Wave

SOUNDS: dict[str, Callable[[], Wave]] = {
    "spring": outdoors.spring,
    "bare_spring": outdoors.bare_spring,
    "summer": outdoors.summer,
    "autumn": outdoors.autumn,
    "winter": outdoors.winter,
    "still": outdoors.still,
    "furnace": outdoors.furnace,
    "cart": outdoors.cart,
    **{f"hoe{which}": partial(work.hoe, which) for which in range(3)},
    **{f"reap{which}": partial(work.reap, which) for which in range(2)},
    **{f"shovel{which}": partial(work.shovel, which) for which in range(2)},
    "gong": work.gong,
    "chime": work.chime,
    "telephone": work.telephone,
    "tap": work.tap,
    "tick": work.tick,
    "abacus": work.abacus,
    "paper": work.paper,
    "stamp": work.stamp,
    "refused": work.refused,
}
