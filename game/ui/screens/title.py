"""The title: an open ledger with two pictures of one village."""

from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.play import saves
from game.ui.screen import FormScreen, Push, Quit, Replace
from game.ui.screens import flow
from game.ui.screens.page import fitted
from game.ui.screens.save_words import stands_at
from game.ui.screens.title_picture import backdrop, book, lettering, place_lettering
from game.ui.theme import BODY, PAGE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import ask
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll import ScrollView
from game.words import _

if TYPE_CHECKING:
    from game.ui.widgets.base import Widget

LEFT, TOP, WIDE, HIGH, PITCH_X, PITCH_Y = 690, 80, 246, 40, 262, 50
RIGHT, FOOT = 1208, 655
SHEET = 380  # logical px of the sheet where the book is too small


def saved_season(path: Path) -> str:
    """The season in which a saved game goes on; empty if the file does not tell."""
    kept = saves.kept(path)
    return "" if kept.broken else stands_at(kept)


class Title(FormScreen):
    """Four buttons as in a contents page; the note and the way out stand small at the foot."""

    def __init__(self, shelf: Path | None = None) -> None:
        super().__init__()
        self.announce_on_enter = _("Two Ledgers")
        self.saved = saves.newest(shelf)
        season = saved_season(self.saved) if self.saved is not None else ""
        going_on = _("Continue · {season}").format(season=season) if season else _("Continue")
        none = None if self.saved else _("No game has been saved on this computer yet.")
        self.buttons = [
            Button(
                _("New game"),
                lambda: self.go(Replace(flow.choose())),
                "seal",
                key="new",
                hint=_("Choose a village, and begin"),
            ),
            Button(
                going_on,
                self._continue,
                key="continue",
                reason=none,
                hint=_("The game that was saved last"),
            ),
            Button(
                _("Settings"),
                self._settings,
                key="settings",
                hint=_("Size, contrast, motion, sound, keys"),
            ),
            Button(
                _("Sources and history"),
                self._sources,
                key="sources",
                hint=_("Where the facts are from, and what the words mean"),
            ),
            Button(_("Saved games"), self._saved, key="saved"),
            Button(_("Content note"), self._note, key="note"),
            Button(_("Quit"), lambda: self.go(Quit()), key="quit"),
        ]
        self.sheet = Panel(_("Two Ledgers"))
        self.head = Label(_("Two Ledgers"), PAGE)
        self.line = Label(_("A village in the Great Leap Forward, 1958–1961"), BODY, "ink2")
        self.page = ScrollView(name=_("Two Ledgers"))
        self.words = lettering()
        self.form.add(*self.words, *self.buttons)
        self.form.focus_on(self.buttons[0], ring=False)

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """On the pages of the book; on a sheet where the book is too small for its words."""
        design = fitted(area.size, theme)
        if design.scale == theme.scale:
            self.form.children = [*self.words, *self.buttons]
            self._in_the_book(area, theme)
            return
        self.form.children = [self.sheet, self.page]
        self.page.children = [self.head, self.line, *self.buttons]
        self._on_a_sheet(area, theme)

    def _in_the_book(self, area: pygame.Rect, theme: Theme) -> None:
        """Four buttons on the right page, two in a row; the others at its foot."""
        px, design = theme.px, book(area.size, theme)
        top = design.top + px(TOP)
        for row in (self.buttons[:2], self.buttons[2:4]):
            high = max(px(HIGH), *(button.height(px(WIDE), theme) for button in row))
            for at, button in enumerate(row):
                left = design.left + px(LEFT + at * PITCH_X)
                button.place(pygame.Rect(left, top, px(WIDE), high), theme)
            top += high + px(PITCH_Y - HIGH)
        right = design.left + px(RIGHT)
        for button in reversed(self.buttons[4:]):
            wide = max(button.width(theme), px(96))
            foot = pygame.Rect(right - wide, design.top + px(FOOT), wide, px(32))
            button.place(foot, theme)
            right = foot.left - px(10)
        place_lettering(self.words, design, right + px(10), theme)

    def _on_a_sheet(self, area: pygame.Rect, theme: Theme) -> None:
        """Title and buttons one below the other, at their full size; the book lies behind."""
        px, edge = theme.px, theme.px(8)
        wide = min(px(SHEET), area.width - 2 * edge)
        inner = wide - 2 * px(16) - px(8)
        gap, top = px(8), 0
        made: list[tuple[Widget, int, int]] = []
        for each in self.page.children:
            high = max(each.height(inner, theme), px(HIGH) if each.focusable else 0)
            made.append((each, top, high))
            top += high + gap
        sheet = pygame.Rect(0, 0, wide, min(area.height - 2 * edge, top + px(28)))
        sheet.midright = (area.right - max(edge, (area.width - wide) // 12), area.centery)
        self.sheet.place(sheet, theme)
        view = sheet.inflate(-2 * px(10), -2 * px(10))
        self.page.place(view, theme)
        for each, down, high in made:
            spot = pygame.Rect(sheet.left + px(16), view.top + px(6) + down, inner, high)
            each.place(spot, theme)
        self.page.settle(top + px(8))

    def backdrop(self, surface: pygame.Surface) -> None:
        """The book on its cloth."""
        size = surface.get_size()
        theme = fitted(size, self.theme)
        titled = theme.scale == self.theme.scale
        surface.blit(backdrop(size, theme, titled=titled), (0, 0))

    def _continue(self) -> None:
        assert self.saved is not None
        try:
            screen = flow.go_on(self.saved)
        except saves.SaveError as error:
            ask(self.form, _("This game can't be opened"), str(error), [(_("Back"), None)])
            return
        self.go(Replace(screen))

    def _settings(self) -> None:
        from game.ui.screens.settings import SettingsPage

        self.go(Push(SettingsPage()))

    def _sources(self) -> None:
        from game.ui.screens.sources import Sources

        self.go(Push(Sources()))

    def _saved(self) -> None:
        self.go(Replace(flow.saved()))

    def _note(self) -> None:
        self.go(Replace(flow.note()))
