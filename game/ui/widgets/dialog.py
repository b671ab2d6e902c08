"""A question on a sheet above the screen; nothing else takes events until it is answered."""

from collections.abc import Callable, Sequence

import pygame

from game.ui.theme import BODY, PADDING, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.form import Form
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head, Panel
from game.ui.widgets.scroll import ScrollView
from game.words import _

WIDE = 440  # logical px
HIGH, GAP, BAR, RING, LEAST = 36, 10, 14, 6, 96  # logical px
VEIL = (43, 37, 33, 90)


class Dialog(Form):
    """A modal sheet: title, text, buttons. Open it with `form.open(dialog)`, close it with `close`.

    Where the screen is too small for it, head, text and buttons scroll together.

    Args:
        title: The head.
        text: The question; it scrolls if it is long.
        buttons: From left to right; the last has the focus. A callback should close the dialog.
        on_escape: What Escape does; None lets nothing but the buttons end it.
        inside: A widget between text and buttons, as a stepper.
    """

    role = "dialog"
    holds_focus = True
    stacked = False  # whether the buttons stand one below the other

    def __init__(
        self,
        title: str,
        text: str,
        buttons: Sequence[Button],
        *,
        on_escape: Callable[[], None] | None = None,
        inside: Widget | None = None,
    ) -> None:
        self.panel, self.head = Panel(title), Head(title)
        self.text, self.inside, self.buttons = Label(text, BODY), inside, list(buttons)
        self.page = ScrollView(name=title)
        self.middle = [self.text, *([inside] if inside is not None else [])]
        super().__init__(self.panel, self.head, self.page, *buttons, on_escape=on_escape)
        self.name, self.question = title, text
        if self.buttons:
            self.focus_on(self.buttons[-1])

    def spoken(self) -> str:
        """Title and text."""
        return _("{title}. {text}").format(title=self.name, text=self.question)

    def place(self, rect: pygame.Rect, theme: Theme) -> None:
        """In the middle of the screen, as high as it needs, never higher than the screen."""
        super().place(rect, theme)
        wanted = theme.px(getattr(self.inside, "dialog_wide", WIDE))
        px, edge = theme.px, theme.px(12 if rect.width > wanted else 5)
        wide = min(wanted, rect.width - 2 * edge)
        inner = wide - 2 * px(PADDING)
        column = inner - px(BAR)
        head = self.head.height(inner, theme)
        middle = sum(each.height(column, theme) + px(GAP) for each in self.middle)
        feet = self._feet(inner, theme)
        most = rect.height - 2 * edge
        together = most - head - feet - px(4 * PADDING) < min(middle, px(LEAST))
        high = min(head + middle + feet + px(4 * PADDING), most)
        sheet = pygame.Rect(0, 0, wide, high)
        sheet.center = rect.center
        self.panel.place(sheet, theme)
        self._fill(sheet.inflate(-2 * px(PADDING), -2 * px(10)), head, feet, together=together)

    def _feet(self, inner: int, theme: Theme) -> int:
        """The height of the buttons."""
        if not self._stacks(inner, theme):
            return theme.px(HIGH)
        highs = [max(theme.px(HIGH), b.height(inner, theme)) for b in self.buttons]
        return sum(highs) + theme.px(6) * (len(highs) - 1)

    def _stacks(self, inner: int, theme: Theme) -> bool:
        wides = [max(button.width(theme), theme.px(96)) for button in self.buttons]
        return self.stacked or sum(wides) + theme.px(10) * (len(wides) - 1) > inner

    def _fill(self, inner: pygame.Rect, head: int, feet: int, *, together: bool) -> None:
        """Head, page and buttons, or all of them in the page."""
        theme, px, top = self.theme, self.theme.px, inner.top
        if together:
            self.page.children = [self.head, *self.middle, *self.buttons]
            self.children = [self.panel, self.page]
        else:
            self.page.children = [*self.middle]
            self.children = [self.panel, self.head, self.page, *self.buttons]
            self.head.place(pygame.Rect(inner.left, top, inner.width, head), theme)
            top += head + px(8)
            self._place_buttons(pygame.Rect(inner.left, 0, inner.width, 0), inner.bottom - feet)
        room = inner.bottom - top - (0 if together else feet + px(10))
        view = pygame.Rect(inner.left - px(RING), top, inner.width + 2 * px(RING), room)
        self.page.place(view, theme)
        wide = inner.width - px(BAR - RING)
        for each in self.page.children:
            if isinstance(each, Button):
                continue
            high = each.height(wide, theme)
            each.place(pygame.Rect(inner.left, top, wide, high), theme)
            top += high + px(GAP)
        if together:
            top = self._place_buttons(pygame.Rect(inner.left, 0, wide, 0), top) + px(RING)
        self.page.settle(top - view.top)

    def _place_buttons(self, column: pygame.Rect, top: int) -> int:
        """In a row at the right, or one below the other; returns where they end."""
        theme, px = self.theme, self.theme.px
        if self._stacks(column.width, theme):
            for button in self.buttons:
                high = max(px(HIGH), button.height(column.width, theme))
                button.place(pygame.Rect(column.left, top, column.width, high), theme)
                top += high + px(6)
            return top
        right = column.right
        for button in reversed(self.buttons):
            wide = max(button.width(theme), px(96))
            button.place(pygame.Rect(right - wide, top, wide, px(HIGH)), theme)
            right -= wide + px(10)
        return top + px(HIGH)

    def draw(self, on: pygame.Surface) -> None:
        """A thin veil over the screen, then the sheet."""
        veil = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        veil.fill(VEIL)
        on.blit(veil, self.rect)
        super().draw(on)


def ask(
    form: Form, title: str, text: str, answers: Sequence[tuple[str, Callable[[], None] | None]]
) -> Dialog:
    """Open a question with an answer a button; the last is the seal. Escape takes the first."""

    def closing(then: Callable[[], None] | None) -> Callable[[], None]:
        def answer() -> None:
            form.close()
            if then is not None:
                then()

        return answer

    last = len(answers) - 1
    buttons = [
        Button(name, closing(then), "seal" if at == last and at else "plain")
        for at, (name, then) in enumerate(answers)
    ]
    dialog = Dialog(title, text, buttons, on_escape=buttons[0].press)
    form.open(dialog)
    return dialog
