"""The sounds of the game: files in assets/sound, three volumes, and a caption for each.

The device is opened after the first frame, in a thread, and only if something may be heard. Without
a device, or with the dummy driver, everything goes on in silence; captions are kept all the same.
"""

import os
from collections import deque
from collections.abc import Collection
from contextlib import suppress
from threading import Thread
from typing import NamedTuple

import pygame

from game.places import assets
from game.ui.settings import Settings
from game.words import N_, _

AMBIENCE, EFFECT, INTERFACE = "ambience", "effect", "interface"
RATE, CHUNK = 22_050, 1024
FADE_MS = 1500
CHANNELS, WINDS = 14, 2  # the first two are for the wind that comes and the one that goes
SILENT = {"dummy", "disk"}  # drivers without a loudspeaker
OFTEN = {"tap", "tick"}
"""Like strokes of work, they come again and again: they are written only now and then."""
PAUSE = 20.0  # seconds until then
SHORT, LONG = 2.5, 5.0  # seconds that a caption stands


class Sound(NamedTuple):
    """A sound: which volume it has, what its caption says, how many files it has."""

    kind: str
    caption: str
    files: int = 1


SOUNDS = {
    "spring": Sound(AMBIENCE, N_("Soft wind, sparrows")),
    "bare_spring": Sound(AMBIENCE, N_("Soft wind, no birds")),
    "summer": Sound(AMBIENCE, N_("Cicadas")),
    "autumn": Sound(AMBIENCE, N_("Dry stalks in the wind")),
    "winter": Sound(AMBIENCE, N_("Cold wind")),
    "still": Sound(AMBIENCE, N_("Hardly a sound")),
    "furnace": Sound(AMBIENCE, N_("Furnaces roar")),
    "cart": Sound(AMBIENCE, N_("Cart wheels")),
    "hoe": Sound(EFFECT, N_("A hoe"), 3),
    "reap": Sound(EFFECT, N_("A sickle"), 2),
    "shovel": Sound(EFFECT, N_("A shovel"), 2),
    "gong": Sound(EFFECT, N_("The gong of the dining hall")),
    "chime": Sound(EFFECT, N_("The loudspeaker is switched on")),
    "telephone": Sound(EFFECT, N_("The telephone")),
    "abacus": Sound(EFFECT, N_("An abacus")),
    "paper": Sound(INTERFACE, N_("Paper")),
    "stamp": Sound(INTERFACE, N_("A seal on paper")),
    "tap": Sound(INTERFACE, N_("A tap")),
    "tick": Sound(INTERFACE, N_("A bead of an abacus")),
    "refused": Sound(INTERFACE, N_("Two dull knocks: refused")),
}


class Player:
    """Plays by name. Nothing is opened before `start`."""

    def __init__(self, chosen: Settings) -> None:
        self.settings = chosen
        self.ready = False
        self.captions: deque[tuple[str, float]] = deque(maxlen=2)  # words, seconds left
        self.looped: dict[str, float] = {}  # what goes round now, and its share of the volume
        self._pause: dict[str, float] = {}  # until work is written again
        self._channels: dict[str, int] = {}
        self._held: dict[str, pygame.mixer.Sound] = {}
        self._turn = 0
        self._opening: Thread | None = None

    # ---- the device

    def start(self) -> None:
        """Open the device in the background, if anything is to be heard."""
        wanted = any(self.volume(kind) for kind in (AMBIENCE, EFFECT, INTERFACE))
        if not wanted or self.ready or self._opening is not None:
            return
        if os.environ.get("SDL_AUDIODRIVER", "").lower() in SILENT:
            return
        self._opening = Thread(target=self._open, name="sound", daemon=True)
        self._opening.start()

    def _open(self) -> None:
        """A system without a device stays silent."""
        with suppress(pygame.error, NotImplementedError):
            pygame.mixer.init(RATE, -16, 1, CHUNK)
            pygame.mixer.set_num_channels(CHANNELS)
            pygame.mixer.set_reserved(WINDS + 2)
            self.ready = True

    def stop(self) -> None:
        """Close the device."""
        if self._opening is not None:
            self._opening.join(2)
        if self.ready:
            self.ready = False
            self._held.clear()
            pygame.mixer.quit()

    def use(self, chosen: Settings) -> None:
        """Take volumes; what goes round follows at once."""
        self.settings = chosen
        self.start()
        if not self.ready:
            return
        for name, channel in list(self._channels.items()):
            pygame.mixer.Channel(channel).set_volume(self._loud(name, self.looped[name]))
            if not self.volume(SOUNDS[name].kind):
                pygame.mixer.Channel(self._channels.pop(name)).stop()

    def volume(self, kind: str) -> float:
        """How loud a kind is, from 0 to 1; half the setting sounds half as loud."""
        told = self.settings
        percent = {
            AMBIENCE: told.ambience_pc, EFFECT: told.effects_pc, INTERFACE: told.interface_pc,
        }[kind]  # fmt: skip
        return (min(100, max(0, percent)) / 100) ** 2

    def _loud(self, name: str, share: float) -> float:
        return self.volume(SOUNDS[name].kind) * share

    def _file(self, name: str) -> pygame.mixer.Sound | None:
        """A sound, read when it is first heard; None if the file can't be played."""
        if name not in self._held:
            try:
                self._held[name] = pygame.mixer.Sound(assets() / "sound" / f"{name}.wav")
            except (pygame.error, OSError):
                return None
        return self._held[name]

    # ---- playing

    def cue(self, name: str, share: float = 1.0) -> None:
        """Let a sound be heard once."""
        sound = SOUNDS[name]
        self._write(name, SHORT)
        loud = self._loud(name, share)
        if not self.ready or not loud:
            return
        self._turn += 1
        file = self._file(f"{name}{self._turn % sound.files}" if sound.files > 1 else name)
        channel = pygame.mixer.find_channel()
        if file is not None and channel is not None:
            channel.set_volume(loud)
            channel.play(file)

    def loop(self, wanted: dict[str, float]) -> None:
        """Let these sounds go round, each at its share; all others fade away."""
        for name in self.looped.keys() - wanted.keys():
            self.looped.pop(name)
            channel = self._channels.pop(name, None)
            if self.ready and channel is not None:
                pygame.mixer.Channel(channel).fadeout(FADE_MS)
        for name, share in wanted.items():
            if name not in self.looped:
                self._write(name, LONG)
            changed = self.looped.get(name) != share
            self.looped[name] = share
            if self.ready and self.volume(SOUNDS[name].kind):
                self._turn_round(name, share, changed)

    def _turn_round(self, name: str, share: float, changed: bool) -> None:
        if name in self._channels:
            if changed:
                pygame.mixer.Channel(self._channels[name]).set_volume(self._loud(name, share))
            return
        file, used = self._file(name), set(self._channels.values())
        free = [at for at in range(WINDS + 2) if at not in used]
        quiet = [at for at in free if not pygame.mixer.Channel(at).get_busy()]
        if file is None or not free:
            return
        self._channels[name] = (quiet or free)[0]
        channel = pygame.mixer.Channel(self._channels[name])
        channel.play(file, loops=-1, fade_ms=FADE_MS)
        channel.set_volume(self._loud(name, share))

    # ---- captions

    def _write(self, name: str, seconds: float) -> None:
        """Note what is heard; the same words again only stand longer."""
        if SOUNDS[name].files > 1 or name in OFTEN:
            if self._pause.get(name, 0) > 0:
                return
            self._pause[name] = PAUSE
        words = _(SOUNDS[name].caption)
        for old in [one for one in self.captions if one[0] == words]:
            self.captions.remove(old)
        self.captions.append((words, seconds))

    def age(self, seconds: float) -> None:
        """Let captions grow old."""
        self._pause = {name: left - seconds for name, left in self._pause.items() if left > 0}
        if self.captions:
            left = [(words, rest - seconds) for words, rest in self.captions]
            self.captions = deque((one for one in left if one[1] > 0), maxlen=2)

    def written(self) -> tuple[str, ...]:
        """The captions that stand now."""
        return tuple(words for words, _left in self.captions)


def names(kinds: Collection[str]) -> list[str]:
    """The sounds of some kinds.

    >>> names({INTERFACE})[:2]
    ['paper', 'stamp']
    """
    return [name for name, sound in SOUNDS.items() if sound.kind in kinds]
