"""The files of the sounds, measured: nobody has listened to them, so numbers answer for them.

Loudness is weighted as the ear weighs it (curve A of IEC 61672). A small speaker, as of a laptop,
is taken to lose what lies below 300 Hz.
"""

import wave
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from game.places import assets
from game.ui.sound import AMBIENCE, RATE, SOUNDS

FOLDER = assets() / "sound"
FILES = sorted(path.stem for path in FOLDER.glob("*.wav"))
ROUND = {name for name, sound in SOUNDS.items() if sound.kind == AMBIENCE}
QUIET, ROLL_OFF, SHORTEST = "still", 300.0, 0.1
BANDS = {
    **dict.fromkeys(ROUND - {QUIET}, (-41.0, -34.0)), QUIET: (-52.0, -45.0),
    **dict.fromkeys(("hoe", "reap", "shovel"), (-34.0, -28.0)),
    **dict.fromkeys(("gong", "chime", "telephone"), (-25.0, -18.0)),
    **dict.fromkeys(("abacus", "paper", "stamp", "tap", "tick", "refused"), (-36.0, -29.0)),
}  # fmt: skip
"""Loudness in dB of full scale: of what goes round the mean, of all else the loudest moment."""

Samples = NDArray[np.float64]


@cache
def read(name: str) -> Samples:
    with wave.open(str(Path(FOLDER) / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2") / 32768


def weighted(samples: Samples, *, small: bool = False) -> Samples:
    """As the ear weighs it; through a small speaker if asked."""
    hz = np.maximum(np.fft.rfftfreq(len(samples), 1 / RATE), 1e-3)
    squared = hz**2
    curve = 12194**2 * squared**2 / (squared + 20.6**2) / (squared + 12194**2)
    curve /= np.sqrt((squared + 107.7**2) * (squared + 737.9**2))
    curve *= 10 ** (2 / 20)
    if small:
        curve *= (hz / ROLL_OFF) ** 2 / np.sqrt(1 + (hz / ROLL_OFF) ** 4)
    return np.fft.irfft(np.fft.rfft(samples) * curve, len(samples))


def loudness(samples: Samples, *, moment: bool) -> float:
    power = samples**2
    window = round(SHORTEST * RATE)
    if moment and len(power) > window:
        power = np.convolve(power, np.ones(window) / window, "valid").max()
    return float(10 * np.log10(np.mean(power)))


def of(file: str) -> str:
    """The sound that a file belongs to."""
    return file if file in SOUNDS else file.rstrip("0123456789")


@pytest.mark.parametrize("file", FILES)
def test_no_file_clips_or_leans_to_one_side(file: str) -> None:
    samples = read(file)
    assert np.abs(samples).max() <= 0.5
    assert abs(samples.mean()) < 0.002


@pytest.mark.parametrize("file", FILES)
def test_no_click_where_it_begins_ends_or_goes_round(file: str) -> None:
    samples = read(file)
    if of(file) not in ROUND:
        assert abs(samples[0]) < 0.001
        assert abs(samples[-1]) < 0.001
        return
    steps = np.abs(np.diff(samples))
    seam = np.r_[samples[-3:], samples[:3]]
    assert np.abs(np.diff(seam)).max() <= steps.max()
    assert np.abs(np.diff(seam, 2)).max() <= np.abs(np.diff(samples, 2)).max()


@pytest.mark.parametrize("file", FILES)
def test_sounds_of_a_kind_are_as_loud_as_each_other(file: str) -> None:
    low, high = BANDS[of(file)]
    moment = of(file) not in ROUND
    whole = loudness(weighted(read(file)), moment=moment)
    assert low <= whole <= high
    small = loudness(weighted(read(file), small=True), moment=moment)
    assert whole - small < 5, "a laptop's speaker loses it"


def band(file: str, low: float, high: float) -> float:
    """The share of a file's power between two frequencies."""
    power = np.abs(np.fft.rfft(read(file))) ** 2
    hz = np.fft.rfftfreq(len(read(file)), 1 / RATE)
    return float(power[(hz >= low) & (hz < high)].sum() / power.sum())


def test_what_a_sound_says_it_is_can_be_seen_in_it() -> None:
    assert band("spring", 3500, 6500) > 10 * band("bare_spring", 3500, 6500)  # sparrows
    assert band("summer", 4000, 6000) > 0.1  # cicadas
    assert band("winter", 540, 660) > 2 * band("bare_spring", 540, 660)  # it whistles in the eaves
    assert band("autumn", 3000, 6500) > 10 * band("bare_spring", 3000, 6500)  # dry stalks
    quiet = loudness(weighted(read(QUIET)), moment=False)
    assert all(quiet < loudness(weighted(read(each)), moment=False) - 5 for each in ROUND - {QUIET})
