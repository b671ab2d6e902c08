"""The camera: which part of the land is in the window, and how large."""

from dataclasses import dataclass, field

import pygame

from game.ui.map.grid import Spot, project, unproject

STEPS = (0.5, 0.75, 1.0, 1.5, 2.0)
EDGE = 6  # pixels at the window's rim that push the view
KEY_SPEED = 640  # pixels a second
FRICTION = 6.0  # share of a throw's speed lost in a second
_KEYS = {
    pygame.K_LEFT: (-1, 0), pygame.K_a: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_d: (1, 0),
    pygame.K_UP: (0, -1), pygame.K_w: (0, -1), pygame.K_DOWN: (0, 1), pygame.K_s: (0, 1),
}  # fmt: skip


@dataclass
class Camera:
    """Looks at a point of the land; (0, 0) is the back corner of the map."""

    width: int  # tiles
    depth: int
    view: pygame.Rect = field(default_factory=lambda: pygame.Rect(0, 0, 1280, 720))
    step: int = STEPS.index(1.0)
    at: Spot = (0.0, 0.0)  # tiles, in the middle of the free part of the view
    free: pygame.Rect | None = None  # the part of the view that no panel covers
    reduced_motion: bool = False
    edge_pan: bool = True
    _held: set[int] = field(default_factory=set)
    _drag: tuple[int, int] | None = None
    _speed: Spot = (0.0, 0.0)
    _edge: Spot = (0.0, 0.0)

    @property
    def zoom(self) -> float:
        """Pixels of the screen for a pixel of the drawing at 1x."""
        return STEPS[self.step]

    def _middle(self) -> tuple[int, int]:
        return (self.free or self.view).center

    def origin(self) -> tuple[int, int]:
        """Where the back corner of the map lies on the screen, in whole pixels."""
        x, y = project(*self.at, self.zoom)
        middle = self._middle()
        return round(middle[0] - x), round(middle[1] - y)

    def to_screen(self, a: float, b: float) -> Spot:
        """A point of the land on the screen."""
        x, y = project(a, b, self.zoom)
        left, top = self.origin()
        return x + left, y + top

    def to_tile(self, x: float, y: float) -> Spot:
        """The point of the land under a point of the screen."""
        left, top = self.origin()
        return unproject(x - left, y - top, self.zoom)

    def window(self) -> pygame.Rect:
        """What is seen, in pixels of the flat picture at this zoom."""
        left, top = self.origin()
        return self.view.move(-left, -top)

    def center_on(self, a: float, b: float) -> None:
        """Look at a point, or as near it as the map's bounds allow."""
        self.at = (min(max(a, 0.0), float(self.width)), min(max(b, 0.0), float(self.depth)))

    def pan(self, dx: float, dy: float) -> None:
        """Move the view by pixels of the screen."""
        x, y = project(*self.at, self.zoom)
        self.center_on(*unproject(x + dx, y + dy, self.zoom))

    def set_zoom(self, step: int, around: tuple[int, int] | None = None) -> bool:
        """Take another step; what lies under a point of the screen stays there."""
        step = min(max(step, 0), len(STEPS) - 1)
        if step == self.step:
            return False
        point = around or self._middle()
        before = self.to_tile(*point)
        self.step = step
        x, y = self.to_screen(*before)
        self.pan(x - point[0], y - point[1])
        return True

    def on_event(self, event: pygame.event.Event) -> bool:
        """Drag, wheel, edge and keys; True if it was the camera's."""
        if event.type == pygame.MOUSEWHEEL:
            point = pygame.mouse.get_pos()
            around = point if self.view.collidepoint(point) else None
            return self.set_zoom(self.step + (1 if event.y > 0 else -1), around)
        if event.type in {pygame.KEYDOWN, pygame.KEYUP}:
            return self._on_key(event)
        if event.type in {pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP}:
            return self._on_button(event)
        if event.type == pygame.MOUSEMOTION:
            return self._on_motion(event)
        return False

    def _on_key(self, event: pygame.event.Event) -> bool:
        down = event.type == pygame.KEYDOWN
        if event.key in _KEYS:
            (self._held.add if down else self._held.discard)(event.key)
            return True
        if not down:
            return False
        if event.key in {pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS} and not event.mod:
            return self.set_zoom(self.step + 1)
        if event.key in {pygame.K_MINUS, pygame.K_KP_MINUS} and not event.mod:
            return self.set_zoom(self.step - 1)
        return False

    def _on_button(self, event: pygame.event.Event) -> bool:
        if event.button not in {1, 2, 3} or not self.view.collidepoint(event.pos):
            return False
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._drag, self._speed = event.pos, (0.0, 0.0)
        else:
            self._drag = None
        return False  # a press may also be a click on a hamlet

    def _on_motion(self, event: pygame.event.Event) -> bool:
        if self._drag is not None and any(event.buttons):
            dx, dy = event.pos[0] - self._drag[0], event.pos[1] - self._drag[1]
            self._drag = event.pos
            self.pan(-dx, -dy)
            self._speed = (0.0, 0.0) if self.reduced_motion else (-dx * 20.0, -dy * 20.0)
            return True
        self._drag = None
        x, y = event.pos
        self._edge = (0.0, 0.0)
        if self.edge_pan and self.view.collidepoint(event.pos):
            self._edge = (
                float((x >= self.view.right - EDGE) - (x < self.view.left + EDGE)),
                float((y >= self.view.bottom - EDGE) - (y < self.view.top + EDGE)),
            )
        return False

    def update(self, seconds: float) -> bool:
        """Let time pass; True if the view moved."""
        before = self.origin()
        push_x = sum(_KEYS[key][0] for key in self._held) + self._edge[0]
        push_y = sum(_KEYS[key][1] for key in self._held) + self._edge[1]
        if push_x or push_y:
            self.pan(push_x * KEY_SPEED * seconds, push_y * KEY_SPEED * seconds)
        if self._drag is None and not self.reduced_motion and self._speed != (0.0, 0.0):
            self.pan(self._speed[0] * seconds, self._speed[1] * seconds)
            keep = max(0.0, 1 - FRICTION * seconds)
            slow = (self._speed[0] * keep, self._speed[1] * keep)
            self._speed = slow if abs(slow[0]) + abs(slow[1]) > 12 else (0.0, 0.0)
        return self.origin() != before

    def release(self) -> None:
        """Forget held keys and the drag, as when a dialogue opens."""
        self._held.clear()
        self._drag, self._speed, self._edge = None, (0.0, 0.0), (0.0, 0.0)
