"""The village map: a view goes in, a living picture comes out."""

from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import pygame

from game.levelfiles.place import MapFacts
from game.sim.views import View
from game.ui import atlas
from game.ui.map import ground as ground_reader
from game.ui.map.camera import STEPS, Camera
from game.ui.map.carts import Carts
from game.ui.map.cast import Shot
from game.ui.map.fade import Fade
from game.ui.map.ground import Ground
from game.ui.map.marks import Callout, brackets, hamlet, hamlet_at
from game.ui.map.minimap import MiniMap, lie_of
from game.ui.map.overlays import Overlay
from game.ui.map.painter import Above, Painter
from game.ui.map.reel import TICKS, Reel
from game.ui.map.scene import Composer, Scene
from game.ui.map.stage import Stage
from game.ui.map.stages import Stages
from game.ui.theme import Theme

STEP_MOVING = 2  # ticks at a time while the view moves: the eye follows the land then
AHEAD_MOVING, AHEAD_RESTING = 0.0006, 0.004  # seconds a frame for what will be seen soon
FLOWING = 1 / 50  # seconds: shorter frames share what a tick takes among them
USUAL, AT_MOST = 1280 * 720, 3.0  # pixels; in a larger window so many times as long, at most
FORWARD = 1.5  # tiles before the hall that are the middle of the first picture: the square
CLICK = 6  # pixels that a press may wander and still be a click


class Joined(NamedTuple):
    """All that moves at a tick."""

    tick: int
    state: tuple[object, ...]  # what else it depends on
    all: Shot
    figures: Shot  # without carts and brackets


def open_map(folder: Path, facts: MapFacts, theme: Theme) -> "VillageMap":
    """The map of a level's folder."""
    return VillageMap(facts, ground_reader.read(folder / "map.tmx"), theme)


class VillageMap:
    """The commune seen from a little above. It knows views, and nothing of how they come about."""

    def __init__(self, facts: MapFacts, ground: Ground, theme: Theme) -> None:
        self.facts, self.theme = facts, theme
        self.camera = Camera(facts.width, facts.depth)
        self.camera.step = min(range(len(STEPS)), key=lambda at: abs(STEPS[at] - theme.scale))
        self.camera.reduced_motion = theme.reduced_motion
        sheet = atlas.season("summer", 1)
        known = {name: sprite.facts for name, sprite in sheet.sprites.items()} if sheet else {}
        self.composer = Composer(facts, ground, known)
        self.units = [place.name for place in facts.of("brigade")]
        self.selected: str | None = None
        self.scene: Scene | None = None
        self.carts = Carts(facts, self.composer.ground)
        self._view: View | None = None
        self._overlay = Overlay(facts)
        self.minimap = MiniMap(facts.width, facts.depth)
        self.note: Callout | None = None  # with a line to what it speaks of
        self._clock = 0.0
        self._flowing = False  # whether the view moves, in short frames
        self._tick, self._step = 0, 1  # of what moves by itself: the last, and how many to the next
        self._fade = Fade()
        self._stages = Stages(facts, self.composer.tiles, self._overlay)
        self._painter = Painter()
        self._frame: tuple[pygame.Surface, pygame.Rect] | None = None
        self._window = pygame.Rect(0, 0, 0, 0)  # what was drawn last
        self._shot: Joined | None = None
        self._next_shot: Joined | None = None
        self._over: tuple[tuple[object, ...], Above] | None = None
        self._pressed: tuple[int, int] | None = None
        self._center()

    # ---- what is shown

    def set_view(
        self, view: View, previous: View | None = None, harvested: View | None = None
    ) -> None:
        """Show a view, in layers what the last harvest was; a change of season is faded over."""
        before = self._view or previous
        turned = before is not None and before.season != view.season
        if turned and self._frame is not None and not self.reduced_motion:
            self._fade.begin(*self._frame)
        self._view, self._over = view, None
        scene, old = self.composer.compose(view), self.scene
        self._overlay.set_view(view, harvested)
        lasts = old is not None and old.standing is scene.standing and old.flat is scene.flat
        self._stages.change(scene, lasts=lasts)
        if not lasts:
            grown = [patch for each in scene.patches.values() for patch in each]
            self.minimap.lie = lie_of(
                self.facts, self.composer.ground, grown, scene.standing, scene.season
            )
        self.scene = scene

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing moves by itself."""
        return self.camera.reduced_motion

    @reduced_motion.setter
    def reduced_motion(self, still: bool) -> None:
        self.camera.reduced_motion = still
        if still:
            self._fade.stop()

    @property
    def overlay(self) -> str | None:
        """Which figure lies over the map: gap, hunger, labour, harvest, forest or None."""
        return self._overlay.kind

    @overlay.setter
    def overlay(self, kind: str | None) -> None:
        self._overlay.kind = kind

    def select(self, unit: str | None) -> None:
        """Put the brackets round a hamlet."""
        self.selected = unit if unit in self.units else None

    def next_unit(self, back: bool = False) -> str | None:
        """Select the next hamlet and look at it; for Tab."""
        if not self.units:
            return None
        step = -1 if back else 1
        at = self.units.index(self.selected) + step if self.selected else 0
        self.select(self.units[at % len(self.units)])
        self.look_at(self.units[at % len(self.units)])
        return self.selected

    def look_at(self, unit: str) -> None:
        """Bring a hamlet to the middle."""
        self.camera.center_on(*self.facts.centre(unit))

    def note_box(self) -> pygame.Rect | None:
        """Where the note lies, for what must not hide it; None if none is seen."""
        if self.note is None or not self.note.seen(self.camera):
            return None
        small = self.minimap.rect(self.camera, self.theme)
        return self.note.box(self.camera, self.theme, small)

    def play_carts(self, kg: int) -> None:
        """Carts leave with the grain for the state."""
        self.carts.start(kg, self._clock)

    def _center(self) -> None:
        halls = self.facts.of("hall") or self.facts.of("office")
        spots = [(hall.a + hall.w / 2, hall.b + hall.d / 2) for hall in halls]
        a, b = min(spots, key=self._from_middle) if spots else self._middle()
        self.camera.center_on(a + FORWARD, b + FORWARD)

    def _middle(self) -> tuple[float, float]:
        return self.facts.width / 2, self.facts.depth / 2

    def _from_middle(self, spot: tuple[float, float]) -> float:
        return abs(spot[0] - self._middle()[0]) + abs(spot[1] - self._middle()[1])

    # ---- time and input

    def update(self, seconds: float) -> bool:
        """Let time pass; True if it should be drawn again."""
        self._clock += seconds
        faded = self._fade.update(seconds)
        self.camera.update(seconds)
        moved = self.camera.window() != self._window
        self._step = STEP_MOVING if moved else 1
        self._flowing = moved and seconds < FLOWING
        ticked = self._ticked(moved) and not self.reduced_motion
        drawn = ticked or not self._painter.settled
        if not (faded or (moved and drawn)):  # drawing takes long enough by itself
            wide, high = self._window.size
            share = min(AT_MOST, max(1.0, wide * high / USUAL))
            self._bake_ahead(AHEAD_MOVING * share if moved else AHEAD_RESTING)
        return moved or drawn or faded

    def _ticked(self, moved: bool) -> bool:
        """Whether what moves by itself takes a new place now.

        While the view moves it waits, for a step at most, until that is worked out.
        """
        now, following = int(self._clock * TICKS), self._tick + self._step
        if now < following:
            return False
        late, held = now >= following + self._step, self._next_shot
        if moved and not late and (held is None or held.tick != following):
            return False
        self._tick = following if moved and not late else now
        return True

    def due(self) -> float | None:
        """Seconds until something moves by itself; None if nothing will."""
        return None if self.reduced_motion else (self._tick + 1) / TICKS - self._clock

    def _bake_ahead(self, seconds: float) -> None:
        """For so long make ready what will be seen soon."""
        until = perf_counter() + seconds
        if self._shot is None or self.scene is None:
            return
        window = self.camera.window()
        toward = (window.x - self._window.x, window.y - self._window.y)
        stage, reel = self._stage()
        following = self._tick + self._step
        if reel.ahead(following, window, self._step):
            if toward == (0, 0) and self._shot.all is self._shot.figures:  # no carts, no brackets
                self._painter.foresee([self._shot.all, *reel.coming(self._shot.all, self._tick)])
            return
        coming = reel.known(following, window) if toward != (0, 0) else None
        if coming is not None:
            self._next_shot = self._joined(reel, coming, following, self._next_shot)
            self._painter.ready(stage, self._next_shot.all, window, until)
        if perf_counter() < until and not stage.warm(reel.near, self._shot.all, until):
            stage.chunks.ahead(window, toward, until)

    def on_event(self, event: pygame.event.Event) -> str | None:
        """Give the camera its due; the name of a brigade whose hamlet or field was clicked."""
        if self.minimap.on_event(event, self.camera, self.theme):
            return None
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._pressed = event.pos if self.camera.view.collidepoint(event.pos) else None
        self.camera.on_event(event)
        if event.type != pygame.MOUSEBUTTONUP or event.button != 1 or self._pressed is None:
            return None
        wandered = max(abs(event.pos[at] - self._pressed[at]) for at in (0, 1))
        self._pressed = None
        unit = self.unit_at(event.pos) if wandered <= CLICK else None
        if unit is not None:
            self.select(unit)
        return unit

    def unit_at(self, point: tuple[int, int]) -> str | None:
        """The brigade whose hamlet or field lies under a point of the screen."""
        a, b = self.camera.to_tile(*point)
        plot = self.composer.plots.get((int(a // 1), int(b // 1)))
        if plot is not None:
            return plot.unit
        return hamlet_at(self.facts, (a, b))

    # ---- drawing

    def _stage(self) -> tuple[Stage, Reel]:
        assert self.scene is not None
        return self._stages.of(self.scene, self.camera.zoom)

    def _figures(self, reel: Reel, window: pygame.Rect) -> Shot:
        """All that moves as it was at the last tick."""
        figures = reel.at(self._tick, window, still=self.reduced_motion, step=self._step)
        held = self._next_shot
        if held is None or held.figures is not figures:
            held = self._shot
        self._shot = self._joined(reel, figures, self._tick, held)
        return self._shot.all

    def _joined(self, reel: Reel, figures: Shot, tick: int, held: Joined | None) -> Joined:
        """Figures with carts and the brackets of a hamlet; as they are held, if nothing changed."""
        state = (id(figures), self.selected, self.theme)
        if held is not None and held.tick == tick and held.state == state:
            return held
        still, pictures = self.reduced_motion, reel.cast.pictures
        poses = self.carts.poses(tick / TICKS, pictures, still=still)
        if self.selected is not None:
            box = hamlet(self.facts, self.selected)
            poses = [*brackets(box, self.camera.zoom, self.theme), *poses]
        return Joined(tick, state, reel.cast.with_more(figures, poses), figures)

    def _above(self, rect: pygame.Rect, window: pygame.Rect) -> Above:
        """What lies over the map; the same as before while nothing of it changes."""
        camera = self.camera
        state = (
            self.theme, self.note, self.selected, self._fade.picture, self._overlay.kind,
            camera.zoom, tuple(camera.free or ()), tuple(rect), tuple(window),
        )  # fmt: skip
        if self._over is None or self._over[0] != state:
            self._over = (state, self._laid_over(rect))
        return self._over[1]

    def _laid_over(self, rect: pygame.Rect) -> Above:
        """What lies over the map, the uppermost last."""
        camera, theme = self.camera, self.theme
        drawing = self._overlay.slips(camera, theme, self.selected)
        small = self.minimap.rect(camera, theme)
        if small is not None:
            marked = self.facts.centre(self.selected) if self.selected else None
            drawing.append((small, lambda on: self.minimap.draw(on, camera, theme, marked)))
        note = self.note
        if note is not None:
            reach = note.reach(camera, theme, small)
            drawing.append((reach, lambda on: note.draw(on, camera, theme, small)))
        if self._fade.picture is not None:
            drawing.append((rect, lambda on: self._fade.draw(on, rect)))
        return Above(drawing)

    def draw(self, surface: pygame.Surface, rect: pygame.Rect) -> list[pygame.Rect]:
        """Draw into a part of a surface; returns what changed since the last time."""
        if self.scene is None:
            surface.fill(self.theme.colours.paper, rect)
            return [rect]
        self.camera.view = pygame.Rect(rect)
        stage, reel = self._stage()
        window = self.camera.window()
        figures = self._figures(reel, window)
        state = (id(reel.near), self.note, self.selected, self._fade.left)
        self._frame, self._window = (surface, pygame.Rect(rect)), window
        flowing, self._flowing = self._flowing, False
        return self._painter.draw(
            surface, self._frame[1], window, stage, figures, self._above(rect, window), state,
            flowing=flowing,
        )  # fmt: skip

    def redraw(self) -> None:
        """Draw all of it the next time, as after something else was drawn over it."""
        self._painter.forget()
