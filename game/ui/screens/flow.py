"""What follows what: the only place that knows the way from the note to the debrief."""

from typing import TYPE_CHECKING

from game.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from game.sim.views import View
    from game.ui.screen import Screen
    from game.ui.screens.sitting import Sitting


def note(then: "Screen | None" = None) -> "Screen":
    """The first screen in every mode."""
    from game.ui.screens.content_note import ContentNote

    return ContentNote(then)


def title() -> "Screen":
    """The title."""
    from game.ui.screens.title import Title

    return Title()


def choose() -> "Screen":
    """The choice of a level."""
    from game.ui.screens.choose_level import ChooseLevel

    return ChooseLevel()


def begin(folder: "Path", seed: int, open_books: bool) -> "Screen":
    """A new game, at its briefing.

    Raises:
        LevelError: with every problem in the folder.
    """
    from game.bots import SUCCESSOR
    from game.play.session import Session
    from game.ui.screens.briefing import Briefing
    from game.ui.screens.sitting import Sitting

    session = Session.begin(folder, seed, open_books, successor=SUCCESSOR)
    return Briefing(Sitting(session))


def go_on(path: "Path") -> "Screen":
    """A saved game, where it was left; first what differs about it now, if anything does.

    A game that comes out differently, or of which later seasons are kept, goes on as a life of its
    own: what it writes never lies on older saves.

    Raises:
        SaveError: the save can't be read.
    """
    from game.bots import SUCCESSOR
    from game.play import saves
    from game.play.lives import set_apart
    from game.play.told import of_session
    from game.ui.screens import save_words
    from game.ui.screens.since import Since
    from game.ui.screens.sitting import Sitting

    loaded = saves.replay(path, SUCCESSOR)
    session, notes = loaded.session, saves.weighty(loaded.notes)
    later = saves.has_later(session)
    if later or loaded.difference is not None:
        name = save_words.BEGAN_FROM if loaded.difference is None else save_words.TODAY
        season = save_words.season_of_turn(
            session.level, min(session.turn, session.level.turns - 1)
        )
        set_apart(session, _(name).format(season=season))
    screen = stands(Sitting(session))
    if not (notes or later):
        return screen
    now = of_session(session) if loaded.difference is not None else ()
    return Since(
        session.level, notes, own_branch=later, then=screen, told=loaded.told, now=now, path=path
    )


def stands(sitting: "Sitting") -> "Screen":
    """A game where it stands: at its desk, or at the beginning of a season."""
    return desk(sitting) if sitting.session.phase == "desk" else next_season(sitting)


def saved(at: "Path | None" = None) -> "Screen":
    """All saved games; `at` is the file of the one that is marked."""
    from game.ui.screens.saved import SavedGames

    return SavedGames(at=at)


def village(sitting: "Sitting") -> "Screen":
    """The main screen."""
    from game.ui.screens.village import Village

    return Village(sitting)


def months(sitting: "Sitting", views: "tuple[View, ...]") -> "Screen":
    """The season as it passes on the map."""
    from game.ui.screens.months import Months

    return Months(sitting, views)


def after_months(sitting: "Sitting") -> "Screen":
    """The desk after a harvest, else the figures of the season."""
    return desk(sitting) if sitting.session.phase == "desk" else figures(sitting)


def desk(sitting: "Sitting") -> "Screen":
    """The report desk."""
    from game.ui.screens.report_desk import ReportDesk

    return ReportDesk(sitting)


def carts(sitting: "Sitting") -> "Screen":
    """The carts leave."""
    from game.ui.screens.carts import CartsLeave

    return CartsLeave(sitting)


def figures(sitting: "Sitting") -> "Screen":
    """The season in figures."""
    from game.ui.screens.season_figures import SeasonFigures

    return SeasonFigures(sitting)


def next_season(sitting: "Sitting") -> "Screen":
    """The next season, or what comes after the last one."""
    from game.ui.screens.removed import Removed

    if sitting.session.removed_turn >= 0:
        return Removed(sitting)
    return debrief(sitting) if sitting.session.ended else village(sitting)


def debrief(sitting: "Sitting") -> "Screen":
    """The two ledgers side by side, and all that followed."""
    from game.ui.screens.debrief import Debrief

    return Debrief(sitting)


def chronicle(key: str = "") -> "Screen":
    """The chronicle, at an entry."""
    from game.ui.screens.chronicle import Chronicle

    return Chronicle(key)
