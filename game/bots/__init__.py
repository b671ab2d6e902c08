"""Characters who can sit at the desk: they see what a person sees, for all runs at once."""

from collections.abc import Callable, Mapping
from types import MappingProxyType, ModuleType

from game.bots import cautious, follower, historical, honest, idle, zealot
from game.sim.orders import Orders
from game.sim.views import Seen

Bot = Callable[[Seen], Orders]

_FILES: tuple[ModuleType, ...] = (idle, honest, cautious, follower, zealot, historical)

BOTS: Mapping[str, Bot] = MappingProxyType(
    {file.__name__.rpartition(".")[2]: file.decide_all for file in _FILES}
)
"""Policies by name."""

ABOUT: Mapping[str, str] = MappingProxyType(
    {file.__name__.rpartition(".")[2]: (file.__doc__ or "").strip() for file in _FILES}
)
"""One sentence on each."""

SUCCESSOR: Bot = follower.decide_all
"""Who takes the desk when the secretary is removed."""
