"""The title: an open ledger with two pictures of one village."""

from pathlib import Path

import pygame

from game.play import saves
from game.ui.screen import FormScreen, Push, Quit, Replace
from game.ui.screens import flow
from game.ui.screens.page import fitted
from game.ui.screens.save_words import stands_at
from game.ui.screens.title_picture import backdrop, book
from game.ui.theme import Theme
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import ask
from game.words import _

LEFT, TOP, WIDE, HIGH, PITCH_X, PITCH_Y = 690, 80, 246, 40, 262, 50
RIGHT, FOOT = 1208, 655


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
            Button(_("New game"), lambda: self.go(Replace(flow.choose())), "seal", key="new"),
            Button(going_on, self._continue, key="continue", reason=none),
            Button(_("Settings"), self._settings, key="settings"),
            Button(_("Sources and history"), self._sources, key="sources"),
            Button(_("Saved games"), self._saved, key="saved"),
            Button(_("Content note"), self._note, key="note"),
            Button(_("Quit"), lambda: self.go(Quit()), key="quit"),
        ]
        self.form.add(*self.buttons)
        self.form.focus_on(self.buttons[0], ring=False)

    def layout(self, size: tuple[int, int], theme: Theme) -> None:
        """Never larger than the window can show."""
        super().layout(size, fitted(size, theme))

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """Four buttons on the right page, two in a row; the others at its foot."""
        px, design = theme.px, book(area.size, theme)
        for at, button in enumerate(self.buttons[:4]):
            left = design.left + px(LEFT + at % 2 * PITCH_X)
            top = design.top + px(TOP + at // 2 * PITCH_Y)
            button.place(pygame.Rect(left, top, px(WIDE), px(HIGH)), theme)
        right = design.left + px(RIGHT)
        for button in reversed(self.buttons[4:]):
            wide = max(button.width(theme), px(96))
            foot = pygame.Rect(right - wide, design.top + px(FOOT), wide, px(32))
            button.place(foot, theme)
            right = foot.left - px(10)

    def backdrop(self, surface: pygame.Surface) -> None:
        """The book on its cloth."""
        surface.blit(backdrop(surface.get_size(), self.theme), (0, 0))

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
