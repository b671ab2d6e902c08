"""What a debrief has to work out first, a little in each frame, so that the window stays alive."""

from collections.abc import Iterator
from pathlib import Path

from game import places
from game.bots import BOTS
from game.play import otherwise_kept, saves
from game.play.otherwise import Weighing
from game.reports.debrief import debrief
from game.reports.lives import LIVES, Life, life
from game.reports.whole import Whole, whole_of
from game.ui.screens.sitting import Sitting
from game.words import _

PAGES = "pages"


def cache_of(sitting: Sitting) -> Path | None:
    """The file beside the autosaves that keeps the weighed decisions; None: nothing is kept."""
    if not sitting.kept:
        return None
    session = sitting.session
    name = f"{session.level.id}-{session.game_id}{otherwise_kept.ENDING}"
    folder = saves.folder()
    return folder / name if folder.is_dir() else None


class Work:
    """Decisions undone and other lives lived, step by step; `whole` is there when it is done."""

    def __init__(self, sitting: Sitting) -> None:
        self.session = sitting.session
        self.cache = cache_of(sitting)
        self.whole: Whole | None = None
        self.said = _("Decisions are being undone, one at a time.")
        self._steps = self._worked()

    def step(self) -> bool:
        """Work a little; False when all is done."""
        try:
            self.said = next(self._steps)
        except StopIteration:
            return False
        return True

    def finish(self) -> None:
        """Work it all out at once."""
        while self.step():
            pass

    def _worked(self) -> Iterator[str]:
        session = self.session
        weighed = otherwise_kept.look(session, self.cache)
        if weighed is None:
            weighing = Weighing(session)
            while not weighing.done:
                yield _("Decisions are being undone: season {done} of {all}.").format(
                    done=weighing.turn + 1, all=weighing.turns
                )
                weighing.step()
            weighed = weighing.weighed()
            otherwise_kept.keep(session, self.cache, weighed)
        lives: list[Life] = []
        for bot, name, about in LIVES:
            other = session.another_life(BOTS[bot], 0)
            while not other.ended:
                yield _("Another life of the village is worked out: {name}.").format(name=_(name))
                other.play_on(BOTS[bot], 1)
            yield self.said
            lives.append(life(_(name), _(about), other, debrief(other)))
        self.whole = whole_of(session, weighed, lives)


class Writing:
    """The page of a game, written section by section; `said` tells how it went."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.said = _("The page is being written.")
        self.failed = False
        self._made: list[str] = []
        self._steps = self._written()

    def step(self) -> bool:
        """Write a little; False when it is done or has failed."""
        try:
            next(self._steps)
        except StopIteration:
            return False
        return not self.failed

    def finish(self) -> None:
        """Write it all at once."""
        while self.step():
            pass

    def _written(self) -> Iterator[None]:
        from game.reports.page.ink import MissingPlotterError, ready

        try:
            ready()
        except MissingPlotterError as error:
            self._fail(str(error))
            return
        while self.work.step():
            yield
        whole = self.work.whole
        assert whole is not None
        from game.reports.page.page import joined, parts

        for part in parts(whole):
            self._made.append(part)
            yield
        self._keep(joined(whole, self._made))

    def _keep(self, text: str) -> None:
        session = self.work.session
        folder = places.user_data() / PAGES
        path = folder / f"{session.level.id}-{session.game_id}.html"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        except OSError as error:
            self._fail(
                _("The page can’t be written: {reason}.").format(
                    reason=error.strerror or str(error)
                )
            )
            return
        self.said = _("The page is written: {path}").format(path=path)

    def _fail(self, words: str) -> None:
        self.failed, self.said = True, words[:1].upper() + words[1:]
