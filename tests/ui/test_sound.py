"""Sounds: what is heard follows the view, three volumes, captions, and nothing without a device."""

import os
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pygame
import pytest

from game.bots import BOTS, SUCCESSOR
from game.places import assets, levels
from game.play.session import Session
from game.sim.views import View
from game.ui import settings
from game.ui.app import App
from game.ui.heard import Ears, ambience, season_calls, seen_strokes
from game.ui.screens import flow
from game.ui.screens.sitting import Sitting
from game.ui.settings import Settings
from game.ui.sound import AMBIENCE, EFFECT, INTERFACE, SOUNDS, Player
from game.ui.widgets.captions import Captions
from tests.ui.screens.conftest import press

ALL_OFF = Settings(ambience_pc=0, effects_pc=0, interface_pc=0, reduced_motion=True)


@pytest.fixture(autouse=True)
def own_home(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    yield
    pygame.mixer.quit()
    pygame.display.quit()


def seen(turn: int) -> View:
    """What the office knew when a season began."""
    then = Session.begin(levels() / "first_harvest", 1, True, successor=SUCCESSOR)
    then.play_on(BOTS["historical"], turn)
    return then.view()


class Heard(Player):
    """A player that writes down what it is told."""

    def __init__(self, chosen: Settings) -> None:
        super().__init__(chosen)
        self.cued: list[str] = []

    def cue(self, name: str, share: float = 1.0) -> None:
        assert 0 < share <= 1
        self.cued.append(name)
        super().cue(name, share)


def listening(app: App) -> tuple[Ears, Heard]:
    ears = app.listen()
    ears.player = Heard(app.settings)
    return ears, ears.player


def test_every_sound_has_its_files_and_a_caption() -> None:
    for name, sound in SOUNDS.items():
        wanted = [f"{name}{at}" for at in range(sound.files)] if sound.files > 1 else [name]
        for file in wanted:
            assert (assets() / "sound" / f"{file}.wav").is_file()
        assert sound.caption
    assert sum(one.stat().st_size for one in (assets() / "sound").iterdir()) < 3_000_000


def test_the_wind_follows_the_view() -> None:
    summer, spring59 = seen(1), seen(4)
    assert ambience(summer) == "summer"
    assert ambience(replace(summer, season=0, turn=0)) == "spring"
    assert ambience(spring59) == "bare_spring"
    winter = replace(seen(3), kcal_day=2200)
    assert winter.season == 3
    assert ambience(winter) == "winter"
    assert ambience(replace(winter, kcal_day=900)) == "still"
    assert ambience(replace(winter, turn=15, turns=16)) == "still"


def test_calls_follow_who_speaks() -> None:
    voices = [SimpleNamespace(voice=voice) for voice in ("loudspeaker", "telephone", "chronicle")]
    view = replace(seen(1), events=tuple(voices))  # type: ignore[arg-type]
    assert [name for _at, name in season_calls(view, hall_cooks=False)] == ["telephone", "chime"]
    assert [name for _at, name in season_calls(view, hall_cooks=True)][-1] == "gong"
    assert season_calls(replace(view, events=()), hall_cooks=False) == []


def test_a_game_is_heard_from_the_village_to_the_carts() -> None:
    app = App((1280, 720), Settings(), keep=lambda _settings: None)
    begun = Session.begin(levels() / "first_harvest", 1, True, successor=SUCCESSOR)
    sitting = Sitting(begun, kept=False)
    app.start(flow.village(sitting))
    ears, player = listening(app)
    for _frame in range(40):
        app.frame(0.2)
    assert set(player.looped) == {"spring"}
    assert {"telephone", "hoe"} <= set(player.cued)
    assert "reap" not in player.cued
    app.start(flow.months(sitting, sitting.end_season()))
    app.frame(0.1)
    assert set(player.looped) == {"spring"}  # the months that are shown, not those to come
    sitting.end_season()
    app.start(flow.desk(sitting))
    app.frame(0.1)
    assert player.looped["summer"] < 1  # behind the window
    assert player.cued[-1] == "abacus"
    sitting.close()
    app.start(flow.carts(sitting))
    app.frame(0.1)
    assert "cart" in player.looped
    app.start(flow.debrief(sitting))
    app.frame(0.1)
    assert player.looped == {}  # no music, nothing
    ears.stop()


def test_strokes_are_of_those_who_are_seen() -> None:
    def person(name: str, work: str = "fields") -> SimpleNamespace:
        return SimpleNamespace(name=name, work=work, a=1.0, b=1.0)

    camera = SimpleNamespace(
        free=None, view=pygame.Rect(0, 0, 99, 99), to_screen=lambda a, b: (a, b)
    )
    people = [person("p_hoe_0"), person("p_hoe_3"), person("p_bend_1"), person("p_bend_1", "x")]
    far = SimpleNamespace(name="p_hoe_1", work="fields", a=500.0, b=1.0)
    scene = SimpleNamespace(moving=[*people, far], season="autumn")
    assert seen_strokes(SimpleNamespace(camera=camera, scene=scene)) == {"hoe": 2, "reap": 1}
    scene.season = "spring"
    assert seen_strokes(SimpleNamespace(camera=camera, scene=scene)) == {"hoe": 2}


def test_the_device_is_never_opened_on_a_silent_driver() -> None:
    player = Player(Settings())
    player.start()
    player.cue("gong")
    player.loop({"winter": 1.0})
    assert not player.ready
    assert pygame.mixer.get_init() is None
    player.stop()


def test_all_off_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "alsa")
    player = Player(ALL_OFF)
    player.start()
    player.cue("gong")
    assert player._opening is None
    assert pygame.mixer.get_init() is None


def test_no_device_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no_such_driver")
    player = Player(Settings())
    player.start()
    assert player._opening is not None
    player._opening.join()
    assert not player.ready
    player.cue("gong")
    player.loop({"winter": 1.0})
    player.use(replace(player.settings, effects_pc=10))
    player.stop()


@pytest.fixture
def open_player(monkeypatch: pytest.MonkeyPatch) -> Iterator[Player]:
    """A player whose device is SDL's dummy: everything runs, nothing is heard."""
    player = Player(Settings(ambience_pc=100, effects_pc=50, interface_pc=0))
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    player._open()
    assert player.ready
    yield player
    player.stop()


def test_volumes_are_separate(open_player: Player) -> None:
    assert open_player.volume(AMBIENCE) == 1.0
    assert open_player.volume(EFFECT) == 0.25
    assert open_player.volume(INTERFACE) == 0.0
    open_player.cue("gong")
    playing = [at for at in range(14) if pygame.mixer.Channel(at).get_busy()]
    assert len(playing) == 1
    assert pygame.mixer.Channel(playing[0]).get_volume() == pytest.approx(0.25, abs=0.02)
    open_player.cue("stamp")  # interface is off
    assert sum(pygame.mixer.Channel(at).get_busy() for at in range(14)) == 1


def test_a_wind_goes_over_into_the_next(open_player: Player) -> None:
    open_player.loop({"autumn": 1.0})
    first = open_player._channels["autumn"]
    open_player.loop({"winter": 1.0, "furnace": 0.8})
    second = open_player._channels["winter"]
    assert first != second
    assert set(open_player.looped) == {"winter", "furnace"}
    open_player.use(replace(open_player.settings, ambience_pc=0))
    assert not pygame.mixer.Channel(second).get_busy()
    open_player.use(replace(open_player.settings, ambience_pc=30))
    open_player.loop({"winter": 1.0})
    assert pygame.mixer.Channel(open_player._channels["winter"]).get_busy()


def test_captions_stand_for_a_while_even_if_all_is_off() -> None:
    player = Player(ALL_OFF)
    player.cue("gong")
    player.cue("gong")
    player.cue("hoe")
    assert player.written() == ("The gong of the dining hall", "A hoe")
    player.age(1.0)
    player.cue("telephone")
    assert player.written() == ("A hoe", "The telephone")
    player.age(2.0)
    assert player.written() == ("The telephone",)
    player.age(9.0)
    assert player.written() == ()
    player.cue("hoe")  # work is not written every time
    assert player.written() == ()
    player.age(9.0)
    player.cue("hoe")
    assert player.written() == ("A hoe",)


@pytest.mark.parametrize("wanted", [True, False])
def test_captions_are_on_the_screen_only_if_wanted(wanted: bool) -> None:
    app = App((1280, 720), replace(ALL_OFF, captions=wanted), keep=lambda _settings: None)
    begun = Session.begin(levels() / "first_harvest", 1, True, successor=SUCCESSOR)
    app.start(flow.village(Sitting(begun, kept=False)))
    app.listen()
    for _frame in range(3):
        app.frame(0.2)
    found = [one for one in app.screen.widgets() if isinstance(one, Captions)]  # type: ignore[union-attr]
    assert bool(found) == wanted
    if found:
        assert found[0].name.startswith("[Soft wind, sparrows]")
        assert app.surface.get_rect().contains(found[0].rect)


def test_the_page_keeps_each_volume_and_all_off() -> None:
    from game.ui.screens.sound_page import SoundPage

    app = App((1280, 720), Settings(reduced_motion=True))
    app.start(SoundPage())
    page = app.screen
    assert isinstance(page, SoundPage)
    page.form.focus_on(page.sliders["effects_pc"])
    press(app, pygame.K_LEFT)
    assert settings.load().effects_pc == 55
    assert settings.load().ambience_pc == 60
    page.form.focus_on(page.form.find("sound_off"))
    press(app, pygame.K_RETURN)
    told = settings.load()
    assert (told.ambience_pc, told.effects_pc, told.interface_pc) == (0, 0, 0)


def test_buttons_are_heard_and_refusals_too() -> None:
    app = App((1280, 720), Settings(reduced_motion=True), keep=lambda _settings: None)
    app.start(flow.title())
    ears, player = listening(app)
    ears.start()
    press(app, pygame.K_TAB)
    title = app.screen
    press(app, pygame.K_RETURN)  # Continue: there is no saved game
    assert app.screen is title
    assert player.cued[-1] == "refused"
    ears.stop()
    player.cued.clear()
    press(app, pygame.K_RETURN)
    assert player.cued == []
