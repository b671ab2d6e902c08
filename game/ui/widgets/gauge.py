"""Single figures: an icon with a value, a figure with a caption, a filled bar."""

import pygame

from game.ui import atlas, fonts
from game.ui.theme import SECOND, SMALL, TURN, VALUE, Theme, Type
from game.ui.widgets.base import Widget


class Stat(Widget):
    """An icon, a value and a caption, as in the top bar.

    Args:
        name: The caption; also its name for speech.
        value: The value as it reads.
        icon: The name of its icon.
        captioned: Whether the caption is shown, or only told in the tooltip.
        hint: The tooltip.
        key: What the screen calls it.
    """

    role = "figure"

    def __init__(
        self,
        name: str,
        value: str,
        icon: str = "",
        *,
        captioned: bool = True,
        hint: str = "",
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key)
        self.value, self.icon, self.captioned = value, icon, captioned

    @property
    def value_text(self) -> str:
        """The value."""
        return self.value

    @property
    def tip(self) -> str:
        """The hint, or the caption if that is not shown."""
        return self.hint or ("" if self.captioned else self.name)

    def show(self, value: str) -> None:
        """Take a new value."""
        if value != self.value:
            self.value = value
            self.touch()

    def width(self, theme: Theme) -> int:
        """Icon and the wider of both lines."""
        caption = fonts.width_of(self.name, SMALL, theme) if self.captioned else 0
        icon = theme.px(31) if self.icon else 0
        return icon + max(fonts.width_of(self.value, VALUE, theme), caption)

    def height(self, width: int, theme: Theme) -> int:
        """Two lines."""
        del width
        return theme.px(34)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Icon, value above, caption below."""
        theme, px, left = self.theme, self.theme.px, box.left
        if self.icon:
            size = px(24)
            on.blit(atlas.icon(self.icon, size), (left, box.top + (box.height - size) // 2))
            left += px(31)
        middle = box.centery
        value = (left, middle - px(1) if self.captioned else middle + px(5))
        fonts.put(on, self.value, value, VALUE, theme)
        if self.captioned:
            at = (left, middle + px(14))
            fonts.put(on, self.name, at, SMALL, theme, theme.colours.ink2)


class Figure(Widget):
    """A caption above a number that matters."""

    role = "figure"
    under = 9

    def __init__(
        self,
        name: str,
        value: str,
        colour: str = "ink",
        style: Type = TURN,
        *,
        captioned: bool = True,
        hint: str = "",
        key: str = "",
    ) -> None:
        super().__init__(name, hint=hint, key=key)
        self.value, self.colour, self.style = value, colour, style
        self.captioned = captioned  # whether its name stands above it

    @property
    def value_text(self) -> str:
        """The number."""
        return self.value

    def show(self, value: str, colour: str | None = None) -> None:
        """Take a new number."""
        if value != self.value or (colour or self.colour) != self.colour:
            self.value, self.colour = value, colour or self.colour
            self.touch()

    def width(self, theme: Theme) -> int:
        """The wider of both."""
        value = fonts.width_of(self.value, self.style, theme)
        caption = fonts.width_of(self.name, SMALL, theme) if self.captioned else 0
        return max(caption, value)

    def height(self, width: int, theme: Theme) -> int:
        """Two lines."""
        del width
        return theme.px(23 + self.style.size)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Caption, number."""
        theme, px = self.theme, self.theme.px
        caption = (box.left, box.top + px(12))
        if self.captioned:
            fonts.put(on, self.name, caption, SMALL, theme, theme.colours.ink2)
        at = (box.left, box.top + px(14 + self.style.size))
        fonts.put(on, self.value, at, self.style, theme, getattr(theme.colours, self.colour))


class Gauge(Widget):
    """How full something is, as a bar with its name and value above."""

    role = "gauge"

    def __init__(
        self, name: str, amount: int, full: int, text: str, colour: str = "ochre", *, key: str = ""
    ) -> None:
        super().__init__(name, key=key)
        self.amount, self.full, self.text, self.colour = amount, full, text, colour

    @property
    def filled_pm(self) -> int:
        """How full, per mille; a gauge never overflows.

        >>> Gauge("granary", 30, 40, "30 t").filled_pm
        750
        """
        return min(1000, 1000 * max(0, self.amount) // max(1, self.full))

    @property
    def value_text(self) -> str:
        """The value as it reads."""
        return self.text

    def show(self, amount: int, full: int, text: str) -> None:
        """Take new numbers."""
        if (amount, full, text) != (self.amount, self.full, self.text):
            self.amount, self.full, self.text = amount, full, text
            self.touch()

    def height(self, width: int, theme: Theme) -> int:
        """A line and a bar."""
        del width
        return theme.px(32)

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Name and value, then the bar."""
        theme, colours, px = self.theme, self.theme.colours, self.theme.px
        base = box.top + px(14)
        fonts.put(on, self.name, (box.left, base), SECOND, theme)
        fonts.put(on, self.text, (box.right, base), SECOND, theme, colours.ink2, "right")
        bar = pygame.Rect(box.left, box.top + px(21), box.width, px(8))
        pygame.draw.rect(on, colours.field, bar)
        filled = bar.copy()
        filled.width = bar.width * self.filled_pm // 1000
        pygame.draw.rect(on, getattr(colours, self.colour), filled)
        pygame.draw.rect(on, colours.ink, bar, theme.line(1))
