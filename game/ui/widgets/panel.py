"""Paper with an ink frame, and the heads that stand on it."""

import pygame

from game.ui import atlas, fonts
from game.ui.theme import HEAD, SECOND_MEDIUM, SUBTITLE, Theme, Type, mix
from game.ui.widgets import ink
from game.ui.widgets.base import Widget

SHADOW = 3
INNER = 4


def lay_paper(on: pygame.Surface, area: pygame.Rect, theme: Theme) -> None:
    """Fill an area with the paper of the panels, cut from one sheet."""
    texture = None if theme.high_contrast else atlas.paper()
    if texture is None:
        pygame.draw.rect(on, theme.colours.panel, area)
        return
    before = on.get_clip()
    on.set_clip(area.clip(before))
    for x in range(area.left, area.right, texture.get_width()):
        for y in range(area.top, area.bottom, texture.get_height()):
            on.blit(texture, (x, y))
    on.set_clip(before)


def rules(on: pygame.Surface, x: int, y: int, width: int, theme: Theme) -> None:
    """The double rule under a head."""
    thick = theme.line(1)
    pygame.draw.rect(on, theme.colours.rule, (x, y, width, thick))
    pygame.draw.rect(on, theme.colours.rule, (x, y + thick + theme.line(1.5), width, thick))


class Panel(Widget):
    """A sheet of paper: ink frame, inner rule, hard shadow.

    Args:
        name: What it is, for speech and tests.
        plain: Only the inner frame of a whole page, whose backdrop is the paper.
    """

    role = "panel"

    def __init__(self, name: str = "", *, plain: bool = False, key: str = "") -> None:
        super().__init__(name, key=key)
        self.plain = plain

    def draw(self, on: pygame.Surface) -> None:
        """A whole page is drawn straight on the screen: a picture of it would be as large."""
        if self.plain and self.visible and self.rect.width:
            self.paint(on, self.rect)
            self.stale = False
        else:
            super().draw(on)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Shadow, paper, frame, rule."""
        theme, colours = self.theme, self.theme.colours
        if not self.plain:
            ink.shade(on, box.move(theme.px(SHADOW), theme.px(SHADOW)), colours.ink, 0.26)
            lay_paper(on, box, theme)
        ink.frame(on, box, colours.ink, 1.5 * theme.scale)
        inner = box.inflate(-2 * theme.px(INNER), -2 * theme.px(INNER))
        ink.edge(on, colours.rule, inner, theme.line(1))


class Head(Widget):
    """The head of a panel: title, a small Chinese subtitle, words at the right, a double rule.

    The subtitle is ornament and never carries meaning alone.
    """

    role = "heading"

    def __init__(
        self, title: str, subtitle: str = "", right: str = "", style: Type = HEAD, *, key: str = ""
    ) -> None:
        super().__init__(title, key=key)
        self.subtitle, self.right, self.style = subtitle, right, style

    @property
    def value_text(self) -> str:
        """The words at the right."""
        return self.right

    def set(self, title: str | None = None, right: str | None = None) -> None:
        """Change the words."""
        self.name = self.name if title is None else title
        self.right = self.right if right is None else right
        self.touch()

    def _room(self, width: int, theme: Theme) -> int:
        right = fonts.width_of(self.right, SECOND_MEDIUM, theme)
        return width - (right + theme.px(8) if right else 0)

    def height(self, width: int, theme: Theme) -> int:
        """One line and the rules; more if the title must wrap."""
        lines = fonts.lines_of(self.name, self.style, theme, self._room(width, theme))
        return theme.px(28) + (len(lines) - 1) * theme.leading(self.style)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Title, subtitle, right words, rules at the bottom."""
        theme, colours = self.theme, self.theme.colours
        room = self._room(box.width, theme)
        lines = fonts.lines_of(self.name, self.style, theme, room)
        first, last = box.top + theme.px(17), box.bottom - theme.px(11)
        fonts.put_lines(on, lines, (box.left, first), self.style, theme)
        end = fonts.width_of(lines[-1], self.style, theme) + theme.px(8)
        if end + fonts.width_of(self.subtitle, SUBTITLE, theme) <= room:
            fonts.put(on, self.subtitle, (box.left + end, last), SUBTITLE, theme, colours.ink2)
        fonts.put(on, self.right, (box.right, last), SECOND_MEDIUM, theme, align="right")
        rules(on, box.left, box.bottom - theme.px(4), box.width, theme)


class Rule(Widget):
    """A thin line between things; `strong` is of ink, `soft` is pale."""

    role = "rule"

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self.kind = kind

    def height(self, width: int, theme: Theme) -> int:
        """As thin as a line."""
        del width
        return theme.line(1)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """The line along the top."""
        colours = self.theme.colours
        soft = mix(colours.rule, colours.paper, 0.3)
        colour = {"strong": colours.ink, "soft": soft}.get(self.kind, colours.rule)
        pygame.draw.rect(on, colour, (*box.topleft, box.width, self.theme.line(1)))
