"""A look at a level's village before it is opened."""

from collections.abc import Sequence
from pathlib import Path

import pygame

from game.levelfiles.errors import LevelError
from game.play.session import Session
from game.ui import atlas
from game.ui.screens.sitting import Sitting
from game.ui.theme import Theme
from game.ui.widgets import ink
from game.ui.widgets.base import Widget
from game.ui.widgets.listbox import ListBox, Row
from game.words import _

PNG = b"\x89PNG\r\n\x1a\n"
MOST_BYTES = 4_000_000
MOST_SIDE = 4096


def drawn(path: Path, size: tuple[int, int], theme: Theme) -> pygame.Surface | None:
    """The village at its beginning, from far; None where the level can't be opened."""
    try:
        sitting = Sitting(Session.begin(path, 1), kept=False)
    except LevelError:
        return None
    village = sitting.map(theme)
    village.reduced_motion = True
    village.camera.step = max(0, village.camera.step - 2)
    village.set_view(sitting.view)
    sheet = pygame.Surface(size)
    if pygame.display.get_surface():
        sheet = sheet.convert()
    village.draw(sheet, sheet.get_rect())
    return sheet


def thumbnail(path: Path, size: tuple[int, int]) -> pygame.Surface | None:
    """The picture that a level brings, cut to a size; None where it has none that can be used.

    It may come from anybody: its size is asked of its first bytes before anything is unpacked.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        with path.open("rb") as file:
            head = file.read(24)
        across, down = (int.from_bytes(head[at : at + 4], "big") for at in (16, 20))
        if head[:8] != PNG or not (0 < across <= MOST_SIDE and 0 < down <= MOST_SIDE):
            return None
        whole = pygame.image.load(str(path))
    except (OSError, pygame.error):
        return None
    scale = max(size[0] / across, size[1] / down)
    wanted = (max(size[0], round(across * scale)), max(size[1], round(down * scale)))
    scaled = pygame.transform.smoothscale(whole.convert_alpha() if _shown() else whole, wanted)
    box = pygame.Rect((0, 0), size)
    box.center = scaled.get_rect().center
    return scaled.subsurface(box).copy()


def _shown() -> bool:
    return pygame.display.get_surface() is not None


class LevelPicture(Widget):
    """The village in a frame."""

    role = "picture"

    def __init__(self) -> None:
        super().__init__(_("The village"))
        self.of: int | None = None
        self._path: Path | None = None
        self._sheet: pygame.Surface | None = None

    def height(self, width: int, theme: Theme) -> int:
        """Two thirds of its width."""
        return min(width * 2 // 3, theme.px(360))

    def show(self, at: int, path: Path) -> None:
        """Take a level."""
        self.of, self._path, self._sheet = at, path, None
        self.touch()

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """The picture and its frame."""
        if self._path is not None and box.width and box.height:
            if self._sheet is None or self._sheet.get_size() != box.size:
                own = thumbnail(self._path / "thumbnail.png", box.size)
                self._sheet = own or drawn(self._path, box.size, self.theme)
            if self._sheet is not None:
                on.blit(self._sheet, box)
        ink.frame(on, box, self.theme.colours.ink, 1.2 * self.theme.scale)


class LevelList(ListBox):
    """Levels, each with the picture that it brings."""

    HIGH = 74
    PORTRAIT = (112, 60)

    def __init__(self, name: str, rows: Sequence[Row], *, key: str) -> None:
        super().__init__(name, rows, selected=0, key=key)
        self._kept: dict[tuple[Path, tuple[int, int]], pygame.Surface | None] = {}

    def _paint_portrait(self, on: pygame.Surface, area: pygame.Rect, row: Row) -> None:
        px = self.theme.px
        frame = pygame.Rect(area.left, area.top + px(4), *map(px, self.PORTRAIT))
        found = self._picture(row.picture, frame.size) if row.picture is not None else None
        if found is None:
            pygame.draw.rect(on, self.theme.colours.paper2, frame)
            icon = atlas.icon(row.portrait, px(40))
            on.blit(icon, icon.get_rect(center=frame.center))
        else:
            on.blit(found, frame)
        pygame.draw.rect(on, self.theme.colours.ink2, frame, self.theme.line(1))

    def _picture(self, path: Path, size: tuple[int, int]) -> pygame.Surface | None:
        """The picture at a size, read once."""
        if (path, size) not in self._kept:
            self._kept[path, size] = thumbnail(path, size)
        return self._kept[path, size]
