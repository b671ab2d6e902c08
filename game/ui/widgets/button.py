"""Buttons: plain ones, and the one seal of a screen."""

from collections.abc import Callable

import pygame

from game.ui import atlas, fonts, keys
from game.ui.theme import BUTTON, SEAL, Theme, Type, mix
from game.ui.widgets import ink
from game.ui.widgets.base import Widget, is_click, is_press, is_release
from game.ui.widgets.cue import cue

ICON = 20


class Button(Widget):
    """A button.

    Args:
        name: What it says.
        on_press: What it does.
        kind: "plain", or "seal" for the one that matters most on a screen.
        icon: The name of an icon left of the words.
        hint: The tooltip.
        reason: Why it cannot be pressed now; None if it can.
        shortcut: A pygame key that presses it from anywhere.
        action: The name of its key in `game.ui.keys`, shown in the tooltip.
        key: What the screen calls it.
    """

    role = "button"
    as_wide_as_words = True
    focusable = True
    hovers = True

    def __init__(
        self,
        name: str,
        on_press: Callable[[], None] | None = None,
        kind: str = "plain",
        *,
        icon: str = "",
        hint: str = "",
        reason: str | None = None,
        shortcut: int | None = None,
        action: str = "",
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key, reason=reason)
        self.on_press, self.kind, self.icon, self.action = on_press, kind, icon, action
        self.shortcut = keys.first_key(action) if action and shortcut is None else shortcut

    @property
    def style(self) -> Type:
        """Serif for the seal."""
        return SEAL if self.kind == "seal" else BUTTON

    def width(self, theme: Theme) -> int:
        """Its words and a margin."""
        icon = theme.px(ICON + 8) if self.icon else 0
        return fonts.width_of(self.name, self.style, theme) + icon + theme.px(28)

    def height(self, width: int, theme: Theme) -> int:
        """One line, or as many as the words need at this width."""
        lines = fonts.lines_of(self.name, self.style, theme, width - theme.px(16))
        return theme.px(14 if self.kind != "seal" else 16) + len(lines) * theme.leading(self.style)

    def press(self) -> None:
        """Do what it does."""
        if self.enabled and self.on_press is not None:
            cue("stamp" if self.kind == "seal" else "tap")
            self.on_press()

    def on_event(self, event: pygame.event.Event) -> bool:
        """Enter and Space press at once; the mouse when it is let go over the button."""
        if is_press(event) or (is_release(event) and self.at(event.pos) is self):
            self.press()
            return True
        return is_click(event)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Frame and words; pushed down a pixel while pressed."""
        down = self.theme.line(1) if self.pressed and self.hovered else 0
        box = box.move(down, down)
        if self.kind == "seal":
            self._paint_seal(on, box)
        else:
            self._paint_plain(on, box)
        self._paint_words(on, box)

    def _paint_plain(self, on: pygame.Surface, box: pygame.Rect) -> None:
        colours = self.theme.colours
        fill = mix(colours.field, colours.paper2, 0.55 if self.hovered and self.enabled else 0)
        edge = colours.ink if self.enabled else colours.ash
        ink.box(on, box, fill if self.enabled else colours.panel, edge, 1.2 * self.theme.scale)

    def _paint_seal(self, on: pygame.Surface, box: pygame.Rect) -> None:
        theme, colours = self.theme, self.theme.colours
        fill = colours.seal if self.enabled else mix(colours.ash, colours.paper, 0.3)
        if self.hovered and self.enabled:
            fill = mix(fill, colours.cinnabar_deep, 0.35)
        ink.shade(on, box.move(theme.px(2), theme.px(2)), colours.ink, 0.3)
        ink.box(on, box, fill, colours.ink if self.enabled else colours.ash, 1.5 * theme.scale)
        inner = box.inflate(-2 * theme.px(3.5), -2 * theme.px(3.5))
        pygame.draw.rect(on, mix(fill, colours.paper, 0.5), inner, theme.line(1))

    def _paint_words(self, on: pygame.Surface, box: pygame.Rect) -> None:
        theme, colours, style = self.theme, self.theme.colours, self.style
        colour = colours.paper if self.kind == "seal" else colours.ink
        if not self.enabled:
            colour = colours.ink2
        shift = 0
        if self.icon:
            drawn = atlas.icon(self.icon, theme.px(ICON))
            wide = fonts.width_of(self.name, style, theme) + theme.px(8) + drawn.get_width()
            left = max(box.left + theme.px(8), box.centerx - wide // 2)
            on.blit(drawn, (left, box.centery - drawn.get_height() // 2))
            shift = (theme.px(8) + drawn.get_width()) // 2
        lines = fonts.lines_of(self.name, style, theme, box.width - theme.px(12) - 2 * shift)
        rise = (len(lines) - 1) * theme.leading(style) / 2
        at = (box.centerx + shift, box.centery - rise + fonts.size_of(style, theme) * 0.36)
        fonts.put_lines(on, lines, at, style, theme, colour, "center")
