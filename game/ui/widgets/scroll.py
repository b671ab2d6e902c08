"""Content taller than its place: a window that scrolls by wheel, arrows and page keys."""

from collections.abc import Iterator, Sequence

import pygame

from game.ui.theme import Theme, Type
from game.ui.widgets.base import Widget, pressed_key
from game.ui.widgets.group import Group
from game.ui.widgets.label import Label


class ScrollView(Group):
    """A window on widgets that are taller than it.

    Place the children as if nothing were scrolled, then call `settle` with their whole height.
    """

    role = "scroll"
    focusable = True
    STEP = 48  # logical px for one notch or arrow
    ROOM = 6  # logical px that are shown beside what is revealed: the frame of the focus

    def __init__(self, *children: Widget, name: str = "", key: str = "") -> None:
        super().__init__(*children, name=name, key=key)
        self.offset = 0
        self.content = 0  # height of all that is inside, in pixels of the screen

    @property
    def furthest(self) -> int:
        """How far it can be scrolled."""
        return max(0, self.content - self.rect.height)

    def settle(self, content: int) -> None:
        """Children were placed anew from the top: take the height and go back to where one was."""
        self.content, wanted, self.offset = content, self.offset, 0
        self.scroll_to(wanted)

    def scroll_to(self, offset: int) -> bool:
        """Move the content; True if it moved."""
        offset = min(max(0, offset), self.furthest)
        step, self.offset = self.offset - offset, offset
        for child in self.children:
            child.shift(step)
        self.stale = self.stale or step != 0
        return step != 0

    def reveal(self, widget: Widget) -> None:
        """Scroll until a widget inside is in view."""
        if widget is not self and widget in self.walk():
            room = self.theme.px(self.ROOM)
            above = self.rect.top - widget.rect.top + room
            below = widget.rect.bottom - self.rect.bottom + room
            if above > 0 or below > 0:
                taller = widget.rect.height > self.rect.height  # its beginning is seen
                self.scroll_to(self.offset + (below if below > 0 and not taller else -above))

    def views(self) -> Iterator[Group]:
        """Itself, after any inside it."""
        yield from super().views()
        yield self

    def walk(self) -> Iterator[Widget]:
        """The view itself if it can scroll, and what is inside."""
        if self.visible and self.furthest:
            yield self
        yield from super().walk()

    def at(self, position: tuple[int, int]) -> Widget | None:
        """What is under a point, if that is in the window."""
        if not self.visible or not self.rect.collidepoint(position):
            return None
        return super().at(position) or self

    def on_event(self, event: pygame.event.Event) -> bool:
        """Wheel, arrows, page keys."""
        step, page = self.theme.px(self.STEP), self.rect.height * 9 // 10
        if event.type == pygame.MOUSEWHEEL:
            return self.scroll_to(self.offset - event.y * step)
        steps = {
            pygame.K_DOWN: step,
            pygame.K_UP: -step,
            pygame.K_PAGEDOWN: page,
            pygame.K_PAGEUP: -page,
            pygame.K_SPACE: page,
            pygame.K_HOME: -self.content,
            pygame.K_END: self.content,
        }
        key = pressed_key(event)
        if key not in steps:
            return False
        self.scroll_to(self.offset + steps[key])
        return True

    def draw(self, on: pygame.Surface) -> None:
        """Draw what is in the window, and a bar if there is more."""
        if not self.visible:
            return
        before = on.get_clip()
        on.set_clip(self.rect.clip(before))
        super().draw(on)
        on.set_clip(before)
        self.stale = False
        if self.furthest:
            self._draw_bar(on)

    def _draw_bar(self, on: pygame.Surface) -> None:
        colours, wide = self.theme.colours, self.theme.px(6)
        track = pygame.Rect(self.rect.right - wide, self.rect.top, wide, self.rect.height)
        pygame.draw.rect(on, colours.paper2, track)
        share = self.rect.height / self.content
        track.height, top = round(self.rect.height * share), round(self.offset * share)
        pygame.draw.rect(on, colours.ink2, track.move(0, top))


class ScrollText(ScrollView):
    """A page of running text that scrolls: paragraphs, each in a type style."""

    GAP = 8  # logical px between paragraphs

    def __init__(
        self, paragraphs: Sequence[tuple[str, Type]], *, name: str = "", key: str = ""
    ) -> None:
        super().__init__(*(Label(text, style) for text, style in paragraphs), name=name, key=key)

    def place(self, rect: pygame.Rect, theme: Theme) -> None:
        """Set the text in the width, leaving room for the bar."""
        super().place(rect, theme)
        width, top = rect.width - theme.px(12), rect.top
        for label in self.children:
            high = label.height(width, theme)
            label.place(pygame.Rect(rect.left, top, width, high), theme)
            top += high + theme.px(self.GAP)
        self.settle(top - rect.top)
