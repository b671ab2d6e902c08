"""The sounds that are shipped are those that the scripts make, and loud as they should be."""

import wave

import numpy as np
import pytest

from assets.sound_draw.__main__ import HERE, pcm
from assets.sound_draw.catalogue import SOUNDS
from assets.sound_draw.tones import RATE, dice, noise
from game.ui.sound import AMBIENCE
from game.ui.sound import SOUNDS as PLAYED

ROUND = [name for name, sound in PLAYED.items() if sound.kind == AMBIENCE]


def shipped(name: str) -> np.ndarray:
    with wave.open(str(HERE / f"{name}.wav")) as read:
        assert (read.getnchannels(), read.getsampwidth(), read.getframerate()) == (1, 2, RATE)
        return np.frombuffer(read.readframes(read.getnframes()), "<i2").astype(np.int64)


@pytest.mark.parametrize("name", SOUNDS)
def test_made_again_it_is_the_same(name: str) -> None:
    again = np.frombuffer(pcm(SOUNDS[name]()), "<i2").astype(np.int64)
    kept = shipped(name)
    assert len(again) == len(kept)
    assert np.abs(again - kept).max() <= 2  # the last bit may differ between kinds of processor


def test_nothing_else_lies_in_the_folder() -> None:
    assert {path.stem for path in HERE.iterdir()} == set(SOUNDS)


@pytest.mark.parametrize("name", ROUND)
def test_what_goes_round_has_no_seam(name: str) -> None:
    kept = shipped(name)
    seam = abs(kept[0] - kept[-1])
    steps = np.abs(np.diff(kept))
    assert seam <= np.percentile(steps, 99.9)


@pytest.mark.parametrize("name", [name for name in SOUNDS if name not in ROUND])
def test_what_is_heard_once_begins_and_ends_in_silence(name: str) -> None:
    kept = shipped(name)
    assert abs(kept[0]) < 400
    assert abs(kept[-1]) < 100


def test_nothing_is_loud_and_the_last_winter_is_the_quietest() -> None:
    loud = {name: float(np.sqrt((shipped(name) ** 2).mean())) for name in ROUND}
    assert min(loud, key=loud.__getitem__) == "still"
    assert loud["still"] < loud["winter"] / 3
    assert all(np.abs(shipped(name)).max() < 0.5 * 32_768 for name in SOUNDS)


def test_noise_goes_round_and_keeps_to_its_band() -> None:
    made = noise(1.0, 5, 400, 800)
    hz = np.fft.rfftfreq(len(made), 1 / RATE)
    power = np.abs(np.fft.rfft(made)) ** 2
    assert power[(hz > 300) & (hz < 1100)].sum() / power.sum() > 0.9
    assert 0.45 < dice(10_000, 3).mean() < 0.55
    assert (dice(5, 3) != dice(5, 4)).all()
