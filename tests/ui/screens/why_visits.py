"""Every screen of a game at several moments, each page of it: where figures are asked."""

from collections.abc import Iterator
from typing import Any

from game.bots import BOTS
from game.play.lives import rewound
from game.play.session import Session
from game.ui.app import App
from game.ui.screens import registry
from game.ui.screens.registry import build
from game.ui.settings import Settings
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.group import Group
from tests.ui.screens.conftest import Make
from tests.ui.screens.why_reading import without_account

DOCUMENTS = {
    "note", "title", "choose", "briefing", "settings", "sound", "keys", "sources", "chronicle",
}  # fmt: skip
"""Screens that show no game: settings, a level's words, words with sources. Others are visited."""
SCREENS = tuple(name for name in registry.SCREENS if name not in DOCUMENTS)
ONCE = {
    "saved", "orders", "brigade_orders", "all_brigades", "menu", "why", "message", "months",
    "looking_back", "since", "name_of_a_life", "timeline", "lives_beside", "briefing", "removed",
}  # fmt: skip
"""Screens that are visited in few moments: most show the map once more."""
SLOW = {"debrief"}  # decisions are weighed for it
MOMENTS = (0, 1, 5, 6, 16)
READ = (6,)  # the moment at which all dialogs are read, in every language
LATE = (6, 16)  # moments at which the screens of `ONCE` and `SLOW` are visited


def every(widget: Widget) -> Iterator[Widget]:
    yield widget
    if isinstance(widget, Group):
        for child in widget.children:
            yield from every(child)


def pages(screen: Any) -> Iterator[None]:
    """The screen as it is, then each other page of it, and what its choices turn."""
    yield
    tabs = getattr(screen, "tabs", None)
    if tabs is not None:
        for page in range(1, len(tabs.options)):
            tabs.choose(page)
            yield
            turned = {each.key: each for each in every(screen.form) if each.visible}
            if "which" in turned:
                for _each in range(3):
                    screen.which.change(screen.which.value - 1)
                    yield
            if "which_year" in turned:
                for at in range(1, len(screen.tonnes.which.options)):
                    screen.tonnes.which.choose(at)
                    yield


def shown(name: str, session: Session) -> Any:
    """A screen of a game, or of none; the list of saves with one in it."""
    if name == "saved":
        from game.play import saves
        from game.ui.screens.saved import SavedGames

        saves.autosave(session)
        return SavedGames()
    return build(name, session)


def visited(session: Session) -> Iterator[tuple[str, Any, Session]]:
    """Every screen that shows a game, at a moment of it, each page of it."""
    late = session.turn in LATE
    for name in SCREENS:
        if (name in ONCE or name in SLOW) and not late:
            continue
        if session.ended and name in {"map", "brigade", "report", "carts", "months", *ONCE} - {
            "timeline", "lives_beside", "removed", "saved",
        }:  # fmt: skip
            continue
        mine = rewound(session, session.turn)
        screen = shown(name, mine)
        mine = screen.sitting.session if hasattr(screen, "sitting") else mine
        app = App((1280, 720), Settings(reduced_motion=True), keep=lambda _settings: None)
        app.start(screen)
        for _page in pages(screen):
            yield name, screen, mine


def sessions(
    game: Make, *, open_books: bool, moments: tuple[int, ...] = MOMENTS
) -> Iterator[Session]:
    """One game at several moments; one that lasts to the level's end."""
    whole = game(0, open_books)
    whole.play_on(BOTS["historical"])
    for turn in moments:
        yield rewound(whole, min(turn, whole.turn))


def asked(session: Session, *, read: bool = False) -> Iterator[tuple[str, Widget, Ask, Session]]:
    """Every figure of every screen at a moment; `read`: a number that can't be asked fails."""
    for name, screen, mine in visited(session):
        for widget in [each for each in every(screen.form) if each.visible]:
            wanting = without_account(widget) if read else set()
            assert not wanting, f"{name}: {widget.role} {widget.name!r} has no account: {wanting}"
            for ask in widget.asks:
                yield name, widget, ask, mine
