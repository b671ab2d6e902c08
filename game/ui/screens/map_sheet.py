"""The map below a screen: drawn on its own sheet, so that panels lie on it without a trace."""

from typing import TYPE_CHECKING

import pygame

from game.sim.views import View
from game.ui.parts import gathered
from game.ui.screens.notes import note
from game.ui.screens.sitting import Sitting
from game.ui.theme import Theme
from game.ui.widgets.form import Form
from game.ui.widgets.shown import draw_parts, stale_parts

if TYPE_CHECKING:
    from game.ui.map.village import VillageMap

REST = 0.2  # seconds after the last order before the map follows


class MapSheet:
    """The village map in a window."""

    def __init__(self, sitting: Sitting, edge_pan: bool = False) -> None:
        self.sitting, self.edge_pan = sitting, edge_pan
        self.theme = Theme()
        self.area = pygame.Rect(0, 0, 0, 0)
        self._sheet: pygame.Surface | None = None
        self._shown: View | None = None
        self._wait = 0.0
        self.marked = True  # whether the chosen brigade has its brackets
        self._held = False  # a press began on the map

    @property
    def map(self) -> "VillageMap":
        """The map of the sitting."""
        return self.sitting.map(self.theme)

    def arrange(
        self, area: pygame.Rect, free: pygame.Rect, theme: Theme, view: View | None = None
    ) -> None:
        """Take a window; `free` is the part that no panel covers."""
        self.theme = theme
        self.area = pygame.Rect(area)
        camera = self.map.camera
        camera.view, camera.free, camera.edge_pan = self.area, free, self.edge_pan
        self.map.reduced_motion = theme.reduced_motion
        if self._sheet is None or self._sheet.get_size() != area.size:
            self._sheet = pygame.Surface(area.size)
            if pygame.display.get_surface():
                self._sheet = self._sheet.convert()
        if self._wait <= 0:
            self.refresh(view)

    def refresh(self, view: View | None = None, *, later: bool = False) -> None:
        """Show a view (that of the sitting if none is given), the layer and the selection.

        While a slider is dragged the map may follow `later`, when it rests.
        """
        if not self.area.width:
            return
        self._wait = REST if later else 0.0
        if later:
            return
        wanted = view or self.sitting.view
        if wanted is not self._shown:
            self.map.set_view(wanted, harvested=self.sitting.harvested)
            self._shown = wanted
        if self.map.overlay != self.sitting.layer:
            self.map.overlay = self.sitting.layer
        chosen = self.sitting.selected if self.marked else None
        if self.map.selected != chosen:
            self.map.select(chosen)
        scene = self.map.scene
        self.map.note = note(self.sitting, scene) if self.marked and scene is not None else None

    def show_chosen(self) -> None:
        """Bring the chosen brigade's hamlet into the free part of the window if it is not there."""
        chosen, camera = self.sitting.selected, self.map.camera
        if chosen is None:
            return
        seen = (camera.free or camera.view).inflate(-self.theme.px(260), -self.theme.px(220))
        if not seen.collidepoint(camera.to_screen(*self.map.facts.centre(chosen))):
            self.map.look_at(chosen)

    def to_the_office(self) -> None:
        """Look at the middle of the commune."""
        for place in self.map.facts.of("office"):
            self.map.camera.center_on(place.a, place.b + place.d)

    def update(self, seconds: float) -> bool:
        """Let time pass; True if it should be drawn again."""
        moved = self.map.update(seconds)
        if self._wait > 0:
            self._wait -= seconds
            if self._wait <= 0:
                self.refresh()
                moved = True
        return moved

    def due(self) -> float | None:
        """Seconds until something moves by itself; None if nothing will."""
        return self._wait if self._wait > 0 else self.map.due()

    def on_event(self, event: pygame.event.Event, *, covered: bool) -> str | None:
        """Hand an event on if no panel used it; a brigade that was clicked."""
        if event.type == pygame.MOUSEBUTTONDOWN:
            if covered:
                return None
            self._held = True
        elif event.type == pygame.MOUSEBUTTONUP:
            if not self._held:
                return None
            self._held = False
        elif covered and event.type != pygame.KEYUP and not self._held:
            return None
        return self.map.on_event(event)

    def draw(self, surface: pygame.Surface) -> None:
        """Bring the sheet up to date and lay it down."""
        self.changed()
        self.lay(surface)

    def lay(self, surface: pygame.Surface) -> None:
        """Lay the sheet down as it is."""
        if self._sheet is not None:
            surface.blit(self._sheet, self.area)

    def changed(self) -> list[pygame.Rect]:
        """Bring the sheet up to date; where it looks different now."""
        return self.map.draw(self._sheet, self.area) if self._sheet is not None else []

    def redraw(self, surface: pygame.Surface, form: Form) -> list[pygame.Rect] | None:
        """The same for a screen that lies on it: draw what changed, and return where."""
        parts = stale_parts(form)
        moved = self.changed()
        if parts is None:
            self.lay(surface)
            form.draw(surface)
            return None
        widgets = list(form.walk())
        outlines = [*(widget.outline() for widget in widgets), *form.lies_over()]
        covers = [widget.rect for widget in widgets if widget.role == "panel"]
        bare = [each for each in moved if each.collidelist(outlines) < 0]
        under = [each for each in moved if each.collidelist(outlines) >= 0]
        under = [each for each in under if not any(cover.contains(each) for cover in covers)]
        if self._sheet is not None and bare:
            surface.blits([(self._sheet, each, each) for each in bare], doreturn=False)
        under = gathered([*parts, *under])
        draw_parts(form, surface, under, self.lay)
        return bare + under
