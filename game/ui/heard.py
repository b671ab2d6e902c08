"""What is heard: from the screen, its view and what is seen on the map. It works out no figure."""

from typing import TYPE_CHECKING, Any

import pygame

from game.ui.kinds import kind_of
from game.ui.settings import Settings
from game.ui.sound import Player
from game.ui.widgets import cue
from game.ui.widgets.captions import Captions

if TYPE_CHECKING:
    from game.sim.views import View

SEASONS = ("spring", "summer", "autumn", "winter")
WINTER = 3
LAST_SPARROWS = 1  # turns in which sparrows are heard: they are driven off from April 1958
HUNGRY_KCAL = 1500  # food energy a head and day below which a winter is still
OUTDOORS = {"village", "months", "carts"}
SHOWN_LATER = {"months", "carts"}  # these show a view that the session has left behind
INDOORS = 0.35  # of the volume, behind the window of the office
STROKES = {"p_hoe": "hoe", "p_bend": "reap", "p_shovel": "shovel"}
REAPED = {"ripe", "rot"}
BEAT = 1.3  # seconds between two strokes that are heard
EARSHOT = 320  # pixels beyond the edge of the window from which work is heard
MANY = 12  # figures at work that are as loud as can be
ENTERED = {"desk": "abacus", "figures": "paper", "ledger": "paper", "debrief": "paper"}
CALLS = {"telephone": "telephone", "loudspeaker": "chime"}


def ambience(view: "View") -> str:
    """What goes round: the season, without birds once they are gone; still in a hungry winter.

    The last winter of a game is still, too: there is nothing left that would make a noise.
    """
    last = view.turn == view.turns - 1 and view.turn >= 4
    if view.season == WINTER and (last or 0 < view.kcal_day < HUNGRY_KCAL):
        return "still"
    if view.season == 0 and view.turn >= LAST_SPARROWS:
        return "bare_spring"
    return SEASONS[view.season]


def season_calls(view: "View", hall_cooks: bool) -> list[tuple[float, str]]:
    """What calls at the beginning of a season, and after how many seconds."""
    voices = {event.voice for event in view.events}
    found = [CALLS[voice] for voice in CALLS if voice in voices]
    found += ["gong"] if hall_cooks else []
    return [(0.6 + 3.4 * at, name) for at, name in enumerate(found)]


class Ears:
    """Follows the screens of a window and tells the player what to play."""

    def __init__(self, chosen: Settings) -> None:
        self.player = Player(chosen)
        self._screen: object = None
        self._month = self._turn = -1
        self._due: list[tuple[float, str]] = []
        self._beat = 0.0
        self._strokes = 0
        self._wind = ""
        self._fires = False  # whether furnaces burn within earshot

    def start(self) -> None:
        """Listen to the widgets, and open the device."""
        cue.sinks.append(self.player.cue)
        self.player.start()

    def stop(self) -> None:
        """Fall silent."""
        if self.player.cue in cue.sinks:
            cue.sinks.remove(self.player.cue)
        self.player.stop()

    def use(self, chosen: Settings) -> None:
        """Take new volumes."""
        self.player.use(chosen)

    def join(self, screen: Any) -> None:  # noqa: ANN401 - any screen; only forms have captions
        """Give a screen its line of captions, if they are wanted."""
        form = getattr(screen, "form", None)
        if form is None:
            return
        found = [one for one in form.children if isinstance(one, Captions)]
        if self.player.settings.captions and not found:
            form.add(Captions(self.player.written, form))
        elif not self.player.settings.captions and found:
            form.children.remove(found[0])

    def update(self, seconds: float, screen: Any) -> None:  # noqa: ANN401 - any screen
        """Let time pass on a screen."""
        self.player.age(seconds)
        kind = kind_of(screen)
        if screen is not self._screen:
            self._screen = screen
            self._enter(kind, screen)
        self.player.loop(self._round(kind, screen))
        if kind == "months" and screen.at != self._month:
            self._month = screen.at
            self._due += [(0.4, "gong")] if _hall_cooks(screen.seen()) else []
        self._call(seconds)
        if kind in OUTDOORS:
            self._work(seconds, screen)

    def _enter(self, kind: str | None, screen: Any) -> None:  # noqa: ANN401
        self._month = -1
        self._due.clear()
        if kind in ENTERED:
            self.player.cue(ENTERED[kind])
        if kind == "village" and screen.sitting.view.turn != self._turn:
            view = screen.sitting.view
            self._turn = view.turn
            self._due = season_calls(view, _hall_cooks(view))

    def _round(self, kind: str | None, screen: Any) -> dict[str, float]:  # noqa: ANN401
        """What goes round on this screen, and how loud. Title, note and debrief are quiet."""
        if kind is None or kind == "debrief":
            return {}
        if kind in {*OUTDOORS, "desk"} or not self._wind:  # at the figures it blows on
            view = screen.seen() if kind in SHOWN_LATER else None
            self._wind = ambience(view or screen.sitting.view)
        wanted = {self._wind: 1.0 if kind in OUTDOORS else INDOORS}
        if kind in OUTDOORS and self._fires:
            wanted["furnace"] = 0.8
        if kind == "carts" and screen.kg > 0:
            wanted["cart"] = 1.0
        return wanted

    def _call(self, seconds: float) -> None:
        """Sounds whose time has come."""
        later = [(left - seconds, name) for left, name in self._due]
        for left, name in later:
            if left <= 0:
                self.player.cue(name)
        self._due = [one for one in later if one[0] > 0]

    def _work(self, seconds: float, screen: Any) -> None:  # noqa: ANN401
        """Now and then a stroke of those who are seen at work, louder the more they are."""
        self._beat += seconds
        if self._beat < BEAT:
            return
        self._beat = 0.0
        self._fires = any(one.name.startswith("furnace_lit") for one in _seen(screen.sheet.map))
        strokes = seen_strokes(screen.sheet.map)
        if strokes:
            self._strokes += 1
            name = sorted(strokes)[self._strokes % len(strokes)]
            near = min(1.0, max(0.4, screen.sheet.map.camera.zoom))
            share = 0.25 + 0.75 * min(MANY, strokes[name]) / MANY
            self.player.cue(name, share * near)


def _hall_cooks(view: "View") -> bool:
    from game.ui.map.buildings import hall_is_warm

    return hall_is_warm(view)


def _seen(village: Any) -> list[Any]:  # noqa: ANN401
    """Whoever and whatever moves in the window, or so near it that it would be heard."""
    camera, scene = village.camera, village.scene
    if scene is None:
        return []
    free = pygame.Rect(camera.view).inflate(2 * EARSHOT, EARSHOT)
    return [one for one in scene.moving if free.collidepoint(camera.to_screen(one.a, one.b))]


def seen_strokes(village: Any) -> dict[str, int]:  # noqa: ANN401
    """Which tools are seen at work, and in how many hands."""
    found: dict[str, int] = {}
    for one in _seen(village):
        name = STROKES.get(one.name.rpartition("_")[0])
        if name == "reap" and not (one.work == "fields" and village.scene.season in SEASONS[1:3]):
            continue
        if name is not None:
            found[name] = found.get(name, 0) + 1
    return found
