"""What `render.py` measures: our map and HUD, and the same by others, frame by frame."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame
import pytmx

from game.levelfiles.load import load_all
from game.levelfiles.place import MapFacts
from game.play.session import Session
from game.sim.views import View
from game.ui import atlas, tidy
from game.ui.map.figures import person
from game.ui.map.grid import chance, project, unproject
from game.ui.map.ground import Ground
from game.ui.map.items import Item
from game.ui.map.pictures import Pictures
from game.ui.map.reel import TICKS
from game.ui.map.village import VillageMap
from game.ui.theme import SECOND_BOLD, Theme
from game.ui.widgets.form import Form
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.shown import redraw

ROOT = Path(__file__).resolve().parent.parent
LEVEL = ROOT / "levels" / "willow_bend"
SPRITES, FIGURES, SPEED = 500, 24, 8
Frame = Callable[[], object]


def limit(screen: pygame.Surface) -> Frame:
    """One full-window opaque blit and a flip: nothing that fills the window can be faster."""
    picture = pygame.Surface(screen.get_size()).convert()
    picture.fill((190, 200, 140))

    def frame() -> None:
        screen.blit(picture, (0, 0))
        pygame.display.flip()

    return frame


def beginning() -> tuple[MapFacts, Ground, View]:
    """Willow Bend in its first season."""
    from game.ui.map import ground

    return load_all(LEVEL).map, ground.read(LEVEL / "map.tmx"), Session.begin(LEVEL, 1).view()


def crowd(middle: tuple[float, float], spread: float) -> list[Item]:
    """People walking to and fro about a point."""
    found = []
    for at in range(SPRITES):
        a = middle[0] + spread * (2 * chance("a", at) - 1)
        b = middle[1] + spread * (2 * chance("b", at) - 1)
        way = ((a, b), (a + 4 if chance("way", at) < 0.5 else a - 4, b))
        pose = "walk" if chance("pose", at) < 0.5 else "carry"
        found.append(person(pose, (a, b), f"unit {at}", "fields", way))
    return sorted(found, key=lambda item: item.key)


def village(
    screen: pygame.Surface,
    facts: MapFacts,
    ground: Ground,
    view: View,
    spread: float = 11,
    middle: tuple[float, float] = (32, 32),
) -> VillageMap:
    """The map with 500 people in sight; without a spread, with its own people."""
    theme = Theme(scale=screen.get_height() / 720)
    shown = VillageMap(facts, ground, theme)
    shown.set_view(view)
    assert shown.scene is not None
    if spread:
        shown.scene = replace(shown.scene, moving=tuple(crowd(middle, spread)))
    shown.camera.view = screen.get_rect()
    shown.camera.center_on(*middle)
    return shown


class There:
    """A path to and fro along the screen, within some pixels of the start."""

    def __init__(self, reach: int = 900) -> None:
        self.reach, self.at, self.step = reach, 0, SPEED

    def move(self) -> tuple[int, int]:
        """Pixels to move by in this frame."""
        self.at += self.step
        if abs(self.at) >= self.reach:
            self.step = -self.step
        return self.step, self.step // 2


def scrolling(screen: pygame.Surface, shown: VillageMap) -> Frame:
    """The view moves in every frame, and everybody walks. A second of rest first, as in a game."""
    path = There()
    for _ in range(60):
        shown.update(1 / 60)
        shown.draw(screen, screen.get_rect())
    tidy.up()  # as after a level's first frame

    def frame() -> None:
        shown.camera.pan(*path.move())
        shown.update(1 / 60)
        shown.draw(screen, screen.get_rect())
        pygame.display.flip()

    return frame


def in_sight(shown: VillageMap) -> float:
    """How many of the people a frame of the path shows, on the mean."""
    path, found = There(), []
    for _ in range(4 * path.reach // SPEED):
        shown.camera.pan(*path.move())
        _stage, reel = shown._stage()  # noqa: SLF001 - counted, not timed
        window = shown.camera.window()
        found.append(len(reel.at(0, window, still=False).within(window)))
    return sum(found) / len(found)


def still(screen: pygame.Surface, shown: VillageMap) -> Frame:
    """Nothing moves but people: only what changed is drawn and shown."""

    def frame() -> None:
        shown.update(1 / TICKS)
        pygame.display.update(shown.draw(screen, screen.get_rect()))

    return frame


def doubled(facts: MapFacts, ground: Ground) -> tuple[MapFacts, Ground]:
    """Four copies of a map as one: 128 x 128."""
    wide, deep = facts.width, facts.depth
    offsets = [(da, db) for da in (0, wide) for db in (0, deep)]
    layers = tuple(
        {(a + da, b + db): name for (a, b), name in layer.items() for da, db in offsets}
        for layer in ground.layers
    )
    places = tuple(
        replace(place, a=place.a + da, b=place.b + db)
        for da, db in offsets
        for place in facts.places
        if place.kind != "brigade" or (da, db) == (0, 0)
    )
    plots = tuple(
        replace(plot, a=plot.a + da, b=plot.b + db) for da, db in offsets for plot in facts.fields
    )
    large = replace(facts, width=2 * wide, depth=2 * deep, places=places, fields=plots)
    return large, Ground(2 * wide, 2 * deep, layers)


# ---- the same by others


def _tiles(screen: pygame.Surface) -> pytmx.TiledMap:
    del screen
    return pytmx.load_pygame(str(LEVEL / "map.tmx"))


def tile_by_tile(screen: pygame.Surface, shown: VillageMap) -> Frame:
    """The map drawn each time from its tiles and objects, with culling; all converted at load."""
    tmx = _tiles(screen)
    layer = next(each for each in tmx.visible_layers if isinstance(each, pytmx.TiledTileLayer))
    images = {gid: tmx.images[gid].convert_alpha() for row in layer.data for gid in row if gid}
    assert shown.scene is not None
    zoom, size, path = shown.camera.zoom, screen.get_rect(), There()
    pictures = Pictures(shown.scene.season, zoom)
    if zoom != 1:
        images = {gid: pygame.transform.scale_by(image, zoom) for gid, image in images.items()}
    flat = _placed(shown.scene.flat, pictures)
    upright = _placed(sorted(shown.scene.standing, key=lambda item: item.key), pictures)
    people = [(item, pictures.get(f"{item.name}.0")) for item in shown.scene.moving]
    x, y = project(shown.facts.width / 2, shown.facts.depth / 2, zoom)
    corner = [round(x - size.width / 2), round(y - size.height / 2)]

    def frame() -> None:
        dx, dy = path.move()
        corner[0], corner[1] = corner[0] + dx, corner[1] + dy
        window = size.move(*corner)
        blits: list[tuple[pygame.Surface, tuple[float, float]]] = []
        for a, b in _cells(window, zoom, layer.width, layer.height):
            gid = layer.data[b][a]
            if gid:
                u, v = project(a, b, zoom)
                blits.append((images[gid], (u - 32 * zoom - window.x, v - window.y)))
        for surface, rect in flat:
            if rect.colliderect(window):
                blits.append((surface, (rect.x - window.x, rect.y - window.y)))
        standing = [(key, s, r) for key, s, r in upright_keyed if r.colliderect(window)]
        for item, picture in people:
            u, v = project(item.a, item.b, zoom)
            rect = picture.surface.get_rect(topleft=(u - picture.ax + path.at % 7, v - picture.ay))
            if rect.colliderect(window):
                standing.append((item.key, picture.surface, rect))
        standing.sort(key=lambda each: each[0])
        blits += [(s, (r.x - window.x, r.y - window.y)) for _key, s, r in standing]
        screen.fill((190, 200, 140))
        screen.fblits(blits)
        pygame.display.flip()

    keys = sorted(item.key for item in shown.scene.standing)
    upright_keyed = [(key, *each) for key, each in zip(keys, upright, strict=True)]
    return frame


def _placed(items: Sequence[Item], pictures: Pictures) -> list[tuple[pygame.Surface, pygame.Rect]]:
    found = []
    for item in items:
        picture = pictures.get(item.name, item.mirrored)
        x, y = project(item.a, item.b, pictures.zoom)
        spot = (round(x) - picture.ax, round(y) - picture.ay)
        found.append((picture.surface, picture.surface.get_rect(topleft=spot)))
    return found


def _cells(window: pygame.Rect, zoom: float, wide: int, deep: int) -> list[tuple[int, int]]:
    """The tiles of a window, back to front."""
    corners = [unproject(*at, zoom) for at in (window.topleft, window.topright, window.bottomleft,
                                               window.bottomright)]  # fmt: skip
    low, high = int(min(a + b for a, b in corners)) - 1, int(max(a + b for a, b in corners)) + 2
    left, right = int(min(a - b for a, b in corners)) - 1, int(max(a - b for a, b in corners)) + 2
    return [
        (a, total - a)
        for total in range(low, high)
        for a in range((total + left) // 2, (total + right) // 2 + 1)
        if 0 <= a < wide and 0 <= total - a < deep
    ]


def pyscrolled(screen: pygame.Surface, shown: VillageMap) -> Frame:
    """The same tiles laid out square by pyscroll, with 500 sprites."""
    import pyscroll
    from pyscroll.data import TiledMapData

    tmx = _tiles(screen)
    tmx.orientation = "orthogonal"
    renderer = pyscroll.BufferedRenderer(TiledMapData(tmx), screen.get_size())
    group = pyscroll.PyscrollGroup(map_layer=renderer)
    assert shown.scene is not None
    pictures = Pictures(shown.scene.season, shown.camera.zoom)
    middle = [tmx.width * tmx.tilewidth // 2, tmx.height * tmx.tileheight // 2]
    for item in shown.scene.moving:
        sprite: Any = pygame.sprite.Sprite()
        sprite.image = pictures.get(f"{item.name}.0").surface
        sprite.rect = sprite.image.get_rect(
            center=(
                middle[0] + round((chance("x", item.unit) - 0.5) * screen.get_width()),
                middle[1] + round((chance("y", item.unit) - 0.5) * screen.get_height()),
            )
        )
        group.add(sprite)
    path, at = There(), [float(middle[0]), float(middle[1])]

    def frame() -> None:
        dx, dy = path.move()
        at[0], at[1] = at[0] + dx, at[1] + dy
        for number, sprite in enumerate(group.sprites()):
            sprite.rect.x += 1 if (path.at // SPEED + number) % 2 else -1
        group.center(at)
        group.draw(screen)
        pygame.display.flip()

    return frame


# ---- 24 figures


def _texts(turn: int) -> list[str]:
    return [f"{1000 + 37 * at + turn:,} t" for at in range(FIGURES)]


def _box(at: int, screen: pygame.Surface) -> pygame.Rect:
    scale = screen.get_height() / 720
    column, row = divmod(at, 12)
    return pygame.Rect(
        round((30 + 950 * column) * scale), round((70 + 44 * row) * scale), round(200 * scale),
        round(22 * scale),
    )  # fmt: skip


def hud(screen: pygame.Surface) -> Frame:
    """Two panels and 24 figures, all of which change."""
    theme = Theme(scale=screen.get_height() / 720)
    px, labels = theme.px, [Label(text, SECOND_BOLD) for text in _texts(0)]
    panels = [Panel("left"), Panel("right")]
    form, turn = Form(*panels, *labels), [0]
    form.place(screen.get_rect(), theme)
    for panel, left in zip(panels, (12, 962), strict=True):
        panel.place(pygame.Rect(px(left), px(56), px(240), px(598)), theme)
    for at, label in enumerate(labels):
        label.place(_box(at, screen), theme)
    form.draw(screen)

    def frame() -> None:
        turn[0] += 1
        for label, text in zip(labels, _texts(turn[0]), strict=True):
            label.set(text)
        form.update(1 / 60)
        pygame.display.update(redraw(form, screen))

    return frame


def pygame_gui_hud(screen: pygame.Surface) -> Frame:
    """The same by pygame_gui."""
    import pygame_gui

    manager = pygame_gui.UIManager(screen.get_size())
    scale, turn = screen.get_height() / 720, [0]
    for left in (12, 962):
        pygame_gui.elements.UIPanel(
            pygame.Rect(
                round(left * scale), round(56 * scale), round(240 * scale), round(598 * scale)
            ),
            manager=manager,
        )
    labels = [
        pygame_gui.elements.UILabel(_box(at, screen), text, manager=manager)
        for at, text in enumerate(_texts(0))
    ]

    def frame() -> None:
        turn[0] += 1
        for label, text in zip(labels, _texts(turn[0]), strict=True):
            label.set_text(text)
        manager.update(1 / 60)
        manager.draw_ui(screen)
        pygame.display.flip()

    return frame


def forget() -> None:
    """Drop pictures that were made for another window."""
    atlas.forget()


# ---- the game itself


def sitting() -> Any:
    """A game of Willow Bend that is not saved."""
    from game.ui.screens.sitting import Sitting

    return Sitting(Session.begin(LEVEL, 1), kept=False)


def quiet_app(size: tuple[int, int]) -> Any:
    """The window with the village, under reduced motion."""
    from game.ui.app import App
    from game.ui.screens.village import Village
    from game.ui.settings import Settings

    app = App(size, chosen=Settings(reduced_motion=True), keep=lambda _new: None)
    app.start(Village(sitting()))
    for _ in range(80):
        for event in pygame.event.get():  # the window is shown and exposed
            app.on_event(event)
        app.frame(0.05)
    return app
