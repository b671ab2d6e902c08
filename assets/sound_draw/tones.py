"""Noise, bands, sines and shapes: arrays of floats, 1.0 is as loud as can be."""

import numpy as np
from numpy.typing import NDArray

RATE = 22_050
Wave = NDArray[np.float64]


def samples(seconds: float) -> int:
    """How many samples last so long."""
    return round(seconds * RATE)


def time(seconds: float) -> Wave:
    """The time of each sample, in seconds."""
    return np.arange(samples(seconds)) / RATE


def dice(count: int, key: int) -> Wave:
    """Numbers from 0 to 1 that depend on their key and place alone."""
    with np.errstate(over="ignore"):
        bits = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        bits += np.uint64(key) * np.uint64(0xD1342543DE82EF95)
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            bits = (bits ^ (bits >> np.uint64(shift))) * np.uint64(factor)
        bits ^= bits >> np.uint64(31)
    return (bits >> np.uint64(11)).astype(np.float64) / 2**53


def noise(
    seconds: float, key: int, low: float, high: float, slope: float = 0.0, steep: int = 4
) -> Wave:
    """Noise between two frequencies that begins where it ends, so that it can go round.

    Args:
        seconds: Its length.
        key: Of its dice.
        low: Frequency below which it fades, Hz.
        high: Frequency above which it fades, Hz.
        slope: Power of the frequency; -1 is as brown as wind, 0 is even.
        steep: How sharply it fades beyond the two.
    """
    count = samples(seconds)
    hz = np.fft.rfftfreq(count, 1 / RATE)
    shape = (
        1 / (1 + np.minimum(1e3, low / np.maximum(hz, 1e-6)) ** steep) / (1 + (hz / high) ** steep)
    )
    shape *= np.maximum(hz, 1.0) ** slope
    shape[0] = 0
    turns = np.exp(2j * np.pi * dice(len(hz), key))
    wave = np.fft.irfft(shape * turns, count)
    return wave / np.abs(wave).max()


def swell(seconds: float, parts: tuple[tuple[int, float, float], ...], least: float) -> Wave:
    """A slow rise and fall that goes round: sums of (turns in the whole, share, phase)."""
    at = np.arange(samples(seconds)) / samples(seconds)
    wave = sum(share * np.sin(2 * np.pi * (turns * at + phase)) for turns, share, phase in parts)
    whole = sum(share for _, share, _ in parts)
    return least + (1 - least) * (0.5 + 0.5 * np.asarray(wave) / whole)


def fall(seconds: float, half: float, attack: float = 0.002) -> Wave:
    """Struck and dying away: to a half in `half` seconds, and to nothing at the end."""
    at = time(seconds)
    tail = np.minimum(1.0, (seconds - at) / min(0.05, seconds / 3))
    return np.minimum(1.0, at / attack) * 0.5 ** (at / half) * np.clip(tail, 0, 1)


def struck(seconds: float, partials: tuple[tuple[float, float, float], ...]) -> Wave:
    """Sines that were struck together: (Hz, share, half-life)."""
    at = time(seconds)
    return sum(
        (share * np.sin(2 * np.pi * hz * at) * fall(seconds, half) for hz, share, half in partials),
        np.zeros(len(at)),
    )


def glide(seconds: float, first: float, last: float) -> Wave:
    """A sine that glides from one pitch to another."""
    at = time(seconds)
    return np.sin(2 * np.pi * (first * at + (last - first) * at**2 / (2 * seconds)))


def hump(seconds: float, peak: float = 0.3) -> Wave:
    """From nothing up and down to nothing; `peak` is where it is highest."""
    at = np.linspace(0, 1, samples(seconds))
    return np.where(at < peak, at / peak, (1 - at) / (1 - peak)) ** 1.5


def add(to: Wave, wave: Wave, at: float, share: float = 1.0) -> None:
    """Mix a sound in at a time; what goes beyond the end comes round to the start."""
    begin = samples(at)
    places = (begin + np.arange(len(wave))) % len(to)
    np.add.at(to, places, wave * share)


def levelled(wave: Wave, peak: float) -> Wave:
    """As loud at its loudest as `peak`."""
    return wave * (peak / np.abs(wave).max())
