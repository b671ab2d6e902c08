"""A gamepad as a few keys: the same focus, the same shortcuts, no second way through the game.

The cross and the left stick are arrows that also move the focus, the shoulders are Tab, A is Enter,
B is Escape, the right stick moves the map. Devices are opened after the first frame.
"""

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

REPEAT_AFTER, REPEAT_EVERY = 0.4, 0.12  # seconds while a direction is held
DEAD = 0.55  # of the way of a stick, below which it stands still
STICK = 32767  # the whole way of a stick, as a controller tells it

TAB, BACKTAB = (pygame.K_TAB, 0), (pygame.K_TAB, pygame.KMOD_LSHIFT)
_BUTTONS = {
    pygame.CONTROLLER_BUTTON_A: (pygame.K_RETURN, 0),
    pygame.CONTROLLER_BUTTON_B: (pygame.K_ESCAPE, 0),
    pygame.CONTROLLER_BUTTON_X: (pygame.K_o, 0),
    pygame.CONTROLLER_BUTTON_Y: (pygame.K_l, 0),
    pygame.CONTROLLER_BUTTON_BACK: (pygame.K_b, 0),
    pygame.CONTROLLER_BUTTON_START: (pygame.K_ESCAPE, 0),
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: BACKTAB,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: TAB,
    pygame.CONTROLLER_BUTTON_LEFTSTICK: (pygame.K_n, 0),
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: (pygame.K_p, 0),
    pygame.CONTROLLER_BUTTON_DPAD_UP: (pygame.K_UP, 0),
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: (pygame.K_DOWN, 0),
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: (pygame.K_LEFT, 0),
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: (pygame.K_RIGHT, 0),
}
_PLAIN = (
    pygame.CONTROLLER_BUTTON_A, pygame.CONTROLLER_BUTTON_B, pygame.CONTROLLER_BUTTON_X,
    pygame.CONTROLLER_BUTTON_Y, pygame.CONTROLLER_BUTTON_LEFTSHOULDER,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER, pygame.CONTROLLER_BUTTON_BACK,
    pygame.CONTROLLER_BUTTON_START, pygame.CONTROLLER_BUTTON_LEFTSTICK,
    pygame.CONTROLLER_BUTTON_RIGHTSTICK,
)  # fmt: skip
"""The buttons of a joystick that SDL has no names for, in their usual order."""
_AXES = {
    pygame.CONTROLLER_AXIS_LEFTX: (pygame.K_LEFT, pygame.K_RIGHT),
    pygame.CONTROLLER_AXIS_LEFTY: (pygame.K_UP, pygame.K_DOWN),
    pygame.CONTROLLER_AXIS_RIGHTX: (pygame.K_a, pygame.K_d),
    pygame.CONTROLLER_AXIS_RIGHTY: (pygame.K_w, pygame.K_s),
}
_PLAIN_AXES = {
    0: pygame.CONTROLLER_AXIS_LEFTX, 1: pygame.CONTROLLER_AXIS_LEFTY,
    3: pygame.CONTROLLER_AXIS_RIGHTX, 4: pygame.CONTROLLER_AXIS_RIGHTY,
}  # fmt: skip
_REPEATED = {pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_TAB}
EVENTS = {
    pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP, pygame.CONTROLLERAXISMOTION,
    pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP, pygame.JOYAXISMOTION, pygame.JOYHATMOTION,
    pygame.JOYDEVICEADDED, pygame.JOYDEVICEREMOVED,
}  # fmt: skip
Event = pygame.event.Event


class Gamepad:
    """Turns what pads do into key presses and releases."""

    def __init__(self) -> None:
        self._opened: dict[int, Any] = {}  # instance id -> what keeps the device open
        self._named: set[int] = set()  # devices whose buttons SDL has names for
        self._held: dict[int, tuple[int, float]] = {}  # key -> modifiers, seconds to its repeat
        self._sticks: dict[int, int] = {}  # axis -> the key it holds down
        self._hat = (0, 0)

    def open(self) -> None:
        """Begin to listen; a system without pads stays as it is."""
        with suppress(pygame.error):
            pygame.joystick.init()
            names = _names()
            if names is not None:
                names.init()

    def events(self, event: Event) -> list[Event]:
        """The key events that an event of a pad means."""
        if event.type == pygame.JOYDEVICEADDED:
            self._add(event.device_index)
        elif event.type == pygame.JOYDEVICEREMOVED:
            self._opened.pop(event.instance_id, None)
            return self._let_go()
        named = getattr(event, "instance_id", None) in self._named
        hands: dict[int, Callable[[], list[Event]]] = {
            pygame.CONTROLLERBUTTONDOWN: lambda: self._button(event.button, down=True),
            pygame.CONTROLLERBUTTONUP: lambda: self._button(event.button, down=False),
            pygame.CONTROLLERAXISMOTION: lambda: self._stick(event.axis, event.value / STICK),
        }
        if not named:
            hands |= {
                pygame.JOYBUTTONDOWN: lambda: self._plain(event.button, down=True),
                pygame.JOYBUTTONUP: lambda: self._plain(event.button, down=False),
                pygame.JOYAXISMOTION: lambda: self._stick(
                    _PLAIN_AXES.get(event.axis, -1), event.value
                ),
                pygame.JOYHATMOTION: lambda: self._turned(event.value),
            }
        return hands.get(event.type, list)()

    def update(self, seconds: float) -> list[Event]:
        """Directions that are held repeat."""
        again: list[Event] = []
        for key, (mod, left) in list(self._held.items()):
            if key not in _REPEATED:
                continue
            due = left - seconds
            if due <= 0:
                again.append(_press(key, mod))
                due = REPEAT_EVERY
            self._held[key] = (mod, due)
        return again

    def _add(self, index: int) -> None:
        names = _names()
        with suppress(pygame.error):
            stick = pygame.joystick.Joystick(index)
            opened: Any = stick
            if names is not None and names.is_controller(index):
                opened = (stick, names.Controller(index))
                self._named.add(stick.get_instance_id())
            self._opened[stick.get_instance_id()] = opened

    def _plain(self, button: int, *, down: bool) -> list[Event]:
        return self._button(_PLAIN[button], down=down) if button < len(_PLAIN) else []

    def _button(self, button: int, *, down: bool) -> list[Event]:
        if button not in _BUTTONS:
            return []
        key, mod = _BUTTONS[button]
        return [self._down(key, mod)] if down else [self._up(key, mod)]

    def _stick(self, axis: int, way: float) -> list[Event]:
        if axis not in _AXES:
            return []
        less, more = _AXES[axis]
        wanted = more if way > DEAD else less if way < -DEAD else 0
        return self._hold(axis, wanted)

    def _hold(self, axis: int, wanted: int) -> list[Event]:
        """An axis holds one key or none."""
        before = self._sticks.get(axis, 0)
        if before == wanted:
            return []
        self._sticks[axis] = wanted
        made = [self._up(before, 0)] if before else []
        return [*made, self._down(wanted, 0)] if wanted else made

    def _turned(self, hat: tuple[int, int]) -> list[Event]:
        keys = {-1: (pygame.K_LEFT, pygame.K_DOWN), 1: (pygame.K_RIGHT, pygame.K_UP), 0: (0, 0)}
        across, along = keys[hat[0]][0], keys[hat[1]][1]
        return [*self._hold(100, across), *self._hold(101, along)]

    def _down(self, key: int, mod: int) -> Event:
        self._held[key] = (mod, REPEAT_AFTER)
        return _press(key, mod)

    def _up(self, key: int, mod: int) -> Event:
        self._held.pop(key, None)
        return Event(pygame.KEYUP, key=key, mod=mod, unicode="", pad=True)

    def _let_go(self) -> list[Event]:
        """A pad is gone: nothing stays down."""
        self._sticks.clear()
        return [self._up(key, mod) for key, (mod, _left) in list(self._held.items())]


def _press(key: int, mod: int) -> Event:
    return Event(pygame.KEYDOWN, key=key, mod=mod, unicode="", pad=True)


def _names() -> "ModuleType | None":
    """SDL's own knowledge of which button is which, where pygame carries it."""
    try:
        import pygame._sdl2.controller as names
    except ImportError:
        return None
    return names
