"""A question on a sheet above the screen; nothing else takes events until it is answered."""

from collections.abc import Callable, Sequence

import pygame

from game.ui.theme import BODY, PADDING, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.group import Form
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head, Panel
from game.ui.widgets.scroll import ScrollText
from game.words import _

WIDE = 440  # logical px
VEIL = (43, 37, 33, 90)


class Dialog(Form):
    """A modal sheet: title, text, buttons. Open it with `form.open(dialog)`, close it with `close`.

    Args:
        title: The head.
        text: The question; it scrolls if it is long.
        buttons: From left to right; the last has the focus. A callback should close the dialog.
        on_escape: What Escape does; None lets nothing but the buttons end it.
        inside: A widget between text and buttons, as a stepper.
    """

    role = "dialog"
    holds_focus = True

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
        self.page = ScrollText([(text, BODY)])
        middle = [inside] if inside is not None else []
        super().__init__(self.panel, self.head, self.page, *middle, *buttons, on_escape=on_escape)
        self.name, self.question = title, text
        if self.buttons:
            self.focus_on(self.buttons[-1])

    def spoken(self) -> str:
        """Title and text."""
        return _("{title}. {text}").format(title=self.name, text=self.question)

    def place(self, rect: pygame.Rect, theme: Theme) -> None:
        """In the middle of the screen, as high as it needs, never higher than the screen."""
        super().place(rect, theme)
        px = theme.px
        wide = min(px(WIDE), rect.width - px(24))
        inner, head = wide - 2 * px(PADDING), px(40)
        feet = px(36) + px(PADDING) + px(12)
        middle = self.inside.height(inner, theme) + px(12) if self.inside is not None else 0
        text = self.text.height(inner - px(12), theme) + px(12)
        high = min(head + text + middle + feet + px(10), rect.height - px(24))
        sheet = pygame.Rect(0, 0, wide, high)
        sheet.center = rect.center
        left, top = sheet.left + px(PADDING), sheet.top + px(10)
        self.panel.place(sheet, theme)
        self.head.place(pygame.Rect(left, top, inner, px(28)), theme)
        room = high - head - middle - feet
        self.page.place(pygame.Rect(left, sheet.top + head + px(4), inner, room), theme)
        if self.inside is not None:
            top = sheet.bottom - feet - middle
            self.inside.place(pygame.Rect(left, top, inner, middle - px(12)), theme)
        self._place_buttons(sheet, inner)

    def _place_buttons(self, sheet: pygame.Rect, inner: int) -> None:
        theme, px = self.theme, self.theme.px
        right, share = sheet.right - px(PADDING), inner // max(1, len(self.buttons))
        for button in reversed(self.buttons):
            wide = min(max(button.width(theme), px(96)), share - px(4))
            top = sheet.bottom - px(PADDING) - px(36)
            button.place(pygame.Rect(right - wide, top, wide, px(36)), theme)
            right -= wide + px(10)

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
