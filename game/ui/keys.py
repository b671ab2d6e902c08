"""Which key does what: the actions, their first keys, what the player chose, and what collides.

Every screen is written for the first keys. The window turns a key that the player chose into the
first key of its action before a screen sees it (`translate`), so nothing else knows of choices.
Tab, Enter, Space, Escape and the arrows cannot be given away: nobody can lock themselves out.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import pygame

from game.words import N_, _

EVERYWHERE, VILLAGE, DESK, TIMELINE = "", "village", "desk", "timeline"
_MODS = (
    ("ctrl", pygame.KMOD_CTRL | pygame.KMOD_META),
    ("alt", pygame.KMOD_ALT),
    ("shift", pygame.KMOD_SHIFT),
)


class Action(NamedTuple):
    """What a key can do."""

    id: str
    name: str
    first: str  # its first chord, as "ctrl+z"
    where: str = EVERYWHERE  # the kind of screen that knows it


ACTIONS = (
    Action("larger", N_("Larger text and panels"), "ctrl+="),
    Action("smaller", N_("Smaller text and panels"), "ctrl+-"),
    Action("usual", N_("Size as the window"), "ctrl+0"),
    Action("fullscreen", N_("Fill the screen"), "f11"),
    Action("chronicle", N_("The chronicle, at what has the focus"), "f1"),
    Action("read", N_("Read out the whole screen, for a speech program"), "f2"),
    Action("undo", N_("Take an order back"), "ctrl+z"),
    Action("redo", N_("Give it again"), "ctrl+y"),
    Action("guide", N_("The guide: read on, or to what it points at"), "g"),
    Action("orders", N_("Orders"), "o", VILLAGE),
    Action("layers", N_("Next map layer"), "l", VILLAGE),
    Action("ledger", N_("The ledger"), "b", VILLAGE),
    Action("message", N_("Next message"), "m", VILLAGE),
    Action("open_message", N_("Open the message"), "r", VILLAGE),
    Action("end", N_("End the season"), "e", VILLAGE),
    Action("brigade", N_("Next brigade"), "n", VILLAGE),
    Action("brigade_back", N_("The brigade before"), "shift+n", VILLAGE),
    Action("panel", N_("Next panel, where panels are tabs"), "p", VILLAGE),
    Action("map_left", N_("Map to the left"), "a", VILLAGE),
    Action("map_right", N_("Map to the right"), "d", VILLAGE),
    Action("map_up", N_("Map up"), "w", VILLAGE),
    Action("map_down", N_("Map down"), "s", VILLAGE),
    Action("nearer", N_("Map nearer"), "=", VILLAGE),
    Action("farther", N_("Map farther"), "-", VILLAGE),
    Action("timeline", N_("The timeline"), "t", VILLAGE),
    Action("reload", N_("Reload a level that is being edited"), "f5", VILLAGE),
    Action("look", N_("Look at the season"), "v", TIMELINE),
    Action("branch", N_("Branch from the season"), "n", TIMELINE),
    Action("beside", N_("Lives side by side"), "c", TIMELINE),
    Action("send", N_("Send the report"), "s", DESK),
)
FIXED = {
    "tab": N_("to the next thing"),
    "shift+tab": N_("to the thing before"),
    "return": N_("press it"),
    "space": N_("press it"),
    "escape": N_("close, or the menu"),
    "left": N_("change it, or move the map"),
    "right": N_("change it, or move the map"),
    "up": N_("change it, or move the map"),
    "down": N_("change it, or move the map"),
}
"""Keys that stay what they are."""


@cache
def _codes() -> dict[str, int]:
    """Name of a key -> its number."""
    found = {}
    for name in dir(pygame):
        if name.startswith("K_"):
            code = int(getattr(pygame, name))
            found[pygame.key.name(code)] = code
    return found


def chord(event: pygame.event.Event) -> str:
    """The name of a key with what is held beside it: "ctrl+z"; empty if it has none."""
    name = pygame.key.name(event.key)
    if not name or event.key == pygame.K_UNKNOWN:
        return ""
    mod = getattr(event, "mod", 0)
    return "+".join([*(word for word, bits in _MODS if mod & bits), name])


def parts(told: str) -> tuple[int, int] | None:
    """Key and modifier bits of a chord; None if there is no such key.

    >>> parts("ctrl+z") == (pygame.K_z, pygame.KMOD_LCTRL), parts("ctrl+nothing")
    (True, None)
    """
    *mods, name = [each for each in told.split("+") if each] or [""]
    bits = {"ctrl": pygame.KMOD_LCTRL, "alt": pygame.KMOD_LALT, "shift": pygame.KMOD_LSHIFT}
    if name not in _codes() or not set(mods) <= set(bits):
        return None
    return _codes()[name], sum(bits[each] for each in mods)


def readable(told: str) -> str:
    """A chord as it is printed on keys.

    >>> readable("ctrl+z"), readable("f11"), readable("=")
    ('Ctrl Z', 'F11', '+')
    """
    names = {
        "ctrl": _("Ctrl"), "alt": _("Alt"), "shift": _("Shift"), "return": _("Enter"),
        "space": _("Space"), "escape": _("Escape"), "tab": _("Tab"), "=": "+", "-": "−",
        "left": _("Left"), "right": _("Right"), "up": _("Up"), "down": _("Down"),
        "page up": _("Page up"), "page down": _("Page down"),
    }  # fmt: skip
    return " ".join(names.get(each, each.upper()) for each in told.split("+") if each)


class Keys:
    """The player's keys.

    Args:
        chosen: Action -> chord, for those that are not the first ones. What is unknown is left out.
    """

    def __init__(self, chosen: Mapping[str, str] | None = None) -> None:
        self.held = {action.id: action.first for action in ACTIONS}
        for name, told in (chosen or {}).items():
            if name in self.held and parts(str(told)) is not None:
                self.held[name] = told

    @property
    def chosen(self) -> dict[str, str]:
        """What differs from the first keys."""
        return {a.id: self.held[a.id] for a in ACTIONS if self.held[a.id] != a.first}

    def with_key(self, action: str, told: str) -> "Keys":
        """The same with another chord for an action."""
        return Keys(self.held | {action: told})

    def refusal(self, told: str) -> str | None:
        """Why a chord can't be given to any action."""
        if told in FIXED:
            what = _(FIXED[told])
            return _("{key} always means: {what}.").format(key=readable(told), what=what)
        return None if parts(told) else _("This key has no name here.")

    def collisions(self, action: str) -> list[Action]:
        """Other actions with the same chord on the same screens."""
        mine = _action(action)
        return [
            other
            for other in ACTIONS
            if other.id != action
            and self.held[other.id] == self.held[action]
            and (other.where == mine.where or EVERYWHERE in {other.where, mine.where})
        ]

    def works(self, action: str) -> bool:
        """Whether its chord does it; of actions that share one, only the first listed has it."""
        mine = _action(action)
        return self.canonical(self.held[action], mine.where) == mine.first

    def _known(self, where: str) -> Iterator[Action]:
        return (action for action in ACTIONS if action.where in {EVERYWHERE, where})

    def canonical(self, told: str, where: str) -> str:
        """The first chord of what a chord does on a kind of screen; empty if nothing any more."""
        for action in self._known(where):
            if self.held[action.id] == told:
                return action.first
        given_away = any(action.first == told for action in self._known(where))
        return "" if given_away else told


def _action(name: str) -> Action:
    return next(action for action in ACTIONS if action.id == name)


class _Now:
    """The keys in use, and which key each key that is down was turned into."""

    keys = Keys()
    down: dict[int, int] = {}  # noqa: RUF012 - one window, one keyboard


def use(chosen: Mapping[str, str]) -> None:
    """Take the player's choice from now on."""
    _Now.keys = Keys(chosen)
    _Now.down.clear()


def now() -> Keys:
    """The keys in use."""
    return _Now.keys


def shown(action: str) -> str:
    """What to press for an action, as printed on keys; empty where another action has its key."""
    return readable(_Now.keys.held[action]) if _Now.keys.works(action) else ""


def first_key(action: str) -> int | None:
    """The first key of an action if it is one key alone; what screens compare with."""
    found = parts(_action(action).first)
    return found[0] if found is not None and not found[1] else None


def translate(event: pygame.event.Event, where: str = EVERYWHERE) -> pygame.event.Event:
    """A key press or release as the screens know it; other events as they are.

    The event as it came stands in `raw`, for the settings, where keys are chosen.
    """
    if event.type == pygame.KEYUP and event.key in _Now.down:
        return pygame.event.Event(event.type, event.dict | {"key": _Now.down.pop(event.key)})
    if event.type != pygame.KEYDOWN or not _Now.keys.chosen:
        return event
    told = chord(event)
    meant = _Now.keys.canonical(told, where)
    if meant == told:
        return event
    key, mod = parts(meant) or (pygame.K_UNKNOWN, 0)
    _Now.down[event.key] = key
    return pygame.event.Event(event.type, event.dict | {"key": key, "mod": mod, "raw": event})
