"""Saved games: all of them; what cannot be read is greyed and says why."""

from typing import TYPE_CHECKING

import pygame

from game.play import saves
from game.play.saves import Kept
from game.reports.accounts import primary
from game.reports.branches import people_of
from game.ui.screen import Replace
from game.ui.screens import flow
from game.ui.screens.chart_why import points
from game.ui.screens.page import Page, stack
from game.ui.screens.save_words import (
    harvests,
    life_name,
    row_more,
    row_name,
    stands_at,
    two_ledgers,
)
from game.ui.screens.small import Fact, Facts
from game.ui.screens.telling import chart_hint, chart_name, tonnes_of
from game.ui.screens.why import answering
from game.ui.theme import BODY, PROSE, SMALL, Theme
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Ask
from game.ui.widgets.button import Button
from game.ui.widgets.chart import Chart
from game.ui.widgets.cue import cue
from game.ui.widgets.dialog import ask
from game.ui.widgets.label import Label
from game.ui.widgets.listbox import ListBox, Row
from game.ui.widgets.panel import Head
from game.words import _, moment, number

if TYPE_CHECKING:
    from pathlib import Path

CHART = 150  # logical px: its least height


class SavedGames(Page):
    """The list at the left; at the right what the chosen save is, or why it can't be opened.

    Args:
        found: The saves; those of the shelf if none are given.
        at: The file of the one that is marked first; the newest if it isn't there.
    """

    WIDE = 900

    def __init__(self, found: list[Kept] | None = None, at: "Path | None" = None) -> None:
        super().__init__(_("Saved games"), self._where())
        self.found = saves.listing() if found is None else found
        self.left_head = Head(_("Games"), "存档")
        paths = [each.path for each in self.found]
        first = (paths.index(at) if at in paths else 0) if paths else None
        self.list = ListBox(
            _("Games"), [self._row(each) for each in self.found], self._chosen, selected=first,
            key="saves",
        )  # fmt: skip
        self.list.on_open = self._entered
        self.head = Head("", "")
        self.told = Facts(_("This game"), key="told")
        self.chart_head = Head(chart_name(), "粮食")
        self.chart = Chart(
            chart_name(), two_ledgers(_EMPTY), text=tonnes_of, hint=chart_hint(), key="chart"
        )
        self.reason = Label("", PROSE, key="reason")
        self.fix = Label("", BODY, "ink2")
        self.file = Label("", SMALL, "ink2", key="file", quotes=True)
        self.body.add(
            self.left_head, self.list, self.head, self.told, self.reason, self.fix,
            self.chart_head, self.chart, self.file,
        )  # fmt: skip
        self.open = Button(_("Go on with this game"), self._open, "seal", key="open")
        self.add_feet(Button(_("Back"), self._back, key="back"), self.open)
        self.form.on_escape = self._back
        self.list.visible = bool(self.found)
        answering(self.form, lambda: None, lambda key: key)
        self._tell()
        self.form.focus_on(self.list if self.found else self.feet[0], ring=False)

    def _where(self) -> str:
        return _("A game is saved after each season. Nothing here is ever deleted.")

    def _row(self, each: Kept) -> Row:
        return Row(row_name(each), row_more(each), faded=each.broken)

    @property
    def chosen(self) -> Kept | None:
        """The save that is marked."""
        at = self.list.selected
        return self.found[at] if at is not None and at < len(self.found) else None

    # ---- what it shows

    def _chosen(self, _at: int) -> None:
        self._tell()
        if self.size != (0, 0):
            self.layout(self.size, self.theme)

    def _tell(self) -> None:
        """Show the chosen save at the right."""
        kept = self.chosen
        good = kept is not None and not kept.broken
        self.told.visible = good
        drawn = kept is not None and good and len(harvests(kept)) > 1  # a point takes two harvests
        self.chart.visible = self.chart_head.visible = drawn
        self.reason.visible = self.fix.visible = not good
        if kept is None:
            self.head.set(_("No saved games"))
            self.reason.set(_("No game has been saved on this computer yet."))
            self.open.allow(_("There is no game to go on with."))
            return
        self.file.set(str(kept.path))
        if kept.broken:
            self.head.set(_("This file can't be opened"))
            self.reason.set(_sentence(_(kept.reason)))
            self.fix.set(_sentence(_(kept.fix)) if kept.fix else "")
            self.open.allow(_sentence(_(kept.reason)))
            return
        self.head.set(kept.title)
        self.told.show(self._facts(kept))
        self.told.can_tell(*_asks(kept))
        if self.chart.visible:
            self.chart.show(two_ledgers(kept))
            self.chart.points_tell(points(harvests(kept)))
        self.open.allow()

    def _facts(self, kept: Kept) -> list[Fact]:
        books = _("Open books") if kept.open_books else _("Closed books")
        found = [
            Fact(_("Where it stands"), stands_at(kept)),
            Fact(_("Which life"), life_name(kept.branch)),
            Fact(_("Saved"), moment(kept.when)),
            Fact(_("Seed"), number(kept.seed)),
            Fact(_("Books"), books),
        ]
        last = kept.told[-1] if kept.told else None
        if last is not None:
            found.append(Fact(_("People"), number(last.people)))
        return found

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """Two columns; the list scrolls."""
        px = theme.px
        half = (area.width - px(40)) // 2
        left = pygame.Rect(area.left, area.top, half, area.height)
        top = stack([self.left_head], left, theme, 12)
        high = min(self.list.height(half, theme), max(area.bottom - top, px(120)))
        self.list.place(pygame.Rect(area.left, top, half, high), theme)
        right = pygame.Rect(area.right - half, area.top, half, area.height)
        told = [self.head, self.told, self.reason, self.fix, self.chart_head]
        top = stack(told, right, theme, 10)
        file = self.file.height(half, theme)
        room = max(px(CHART), area.bottom - top - file - px(10)) if self.chart.visible else 0
        self.chart.place(pygame.Rect(right.left, top, half, room), theme)
        top += room + px(10)
        self.file.place(pygame.Rect(right.left, top, half, file), theme)
        return max(top + file, self.list.rect.bottom)

    # ---- what it does

    def _back(self) -> None:
        self.go(Replace(flow.title()))

    def _entered(self) -> None:
        """Enter on a row: what the button does, or why it can't."""
        if self.open.reason is None:
            self._open()
        else:
            cue("refused")
            announce(self.open.spoken())

    def _open(self) -> None:
        kept = self.chosen
        if kept is None or kept.broken:
            return
        try:
            screen = flow.go_on(kept.path)
        except saves.SaveError as error:
            ask(self.form, _("This game can't be opened"), str(error), [(_("Back"), None)])
            return
        self.go(Replace(screen))


def _asks(kept: Kept) -> list[Ask]:
    """The figures of a save, from what it tells of its seasons; it is not played again for that."""
    seed = primary("seed_number", "number", kept.seed, _("chosen or drawn when the game began"))
    found = [Ask(seed.figure, number(kept.seed), given=(seed,))]
    seasons = [one for one in kept.told[-2:] if one is not None]
    if kept.told and kept.told[-1] is not None:
        parts = people_of(seasons)
        found.append(Ask(parts.figure, number(parts.value), given=(parts,)))
    return found


def _sentence(text: str) -> str:
    """With a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


_EMPTY = Kept(saves.folder(), "", turns=4, start=(1958, 3))
