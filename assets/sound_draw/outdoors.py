"""What goes round all the time: the wind of each season, and what lives or does not live in it."""

import numpy as np

from assets.sound_draw.tones import (
    Wave,
    add,
    dice,
    fall,
    glide,
    hump,
    levelled,
    noise,
    samples,
    struck,
    swell,
    time,
)

LONG = 7.0  # seconds of each


def wind(key: int, low: float, high: float, least: float) -> Wave:
    """Gusts in a band."""
    gusts = swell(LONG, ((1, 1.0, 0.1 * key), (3, 0.6, 0.37 * key), (5, 0.3, 0.71)), least)
    return noise(LONG, key, low, high, -0.8) * gusts


def chirp(key: int) -> Wave:
    """One call of a sparrow: two or three short falls."""
    told = dice(8, 900 + key)
    calls = np.zeros(samples(0.42))
    for call in range(2 + int(told[0] * 2)):
        high = 4300 + 900 * told[1 + call]
        note = glide(0.07, high, high - 1100) * hump(0.07, 0.25)
        note += 0.3 * glide(0.07, 2 * high - 900, 2 * high - 2600) * hump(0.07, 0.25)
        add(calls, note, 0.02 + call * 0.115, 1 - 0.2 * call)
    return calls


def spring() -> Wave:
    """A soft wind and sparrows: the spring of 1958 still had them."""
    wave = levelled(wind(1, 120, 700, 0.45), 0.14)
    where = dice(14, 31)
    for call in range(9):
        far = 0.25 + 0.75 * dice(9, 32)[call]
        add(wave, chirp(call), LONG * where[call], 0.05 * far)
    return wave


def bare_spring() -> Wave:
    """The same wind when the sparrows have been driven off: nothing answers it."""
    wave = levelled(wind(1, 120, 700, 0.45), 0.14)
    return wave + levelled(noise(LONG, 7, 1800, 3000) * swell(LONG, ((2, 1, 0.2),), 0.1), 0.012)


def summer() -> Wave:
    """Heat: cicadas that swell and stop, hardly any wind."""
    wave = levelled(wind(2, 140, 500, 0.5), 0.08)
    for key, hz, turns, beat in ((21, 4600, 2, 203), (22, 5400, 3, 231)):
        buzz = noise(LONG, key, hz - 220, hz + 220, steep=40)
        pulse = 0.5 + 0.5 * np.sign(np.sin(2 * np.pi * beat * np.arange(len(buzz)) / len(buzz)))
        pulse = np.convolve(np.r_[pulse[-60:], pulse], np.ones(61) / 61, "valid")
        wave += 0.05 * levelled(buzz * pulse * swell(LONG, ((turns, 1, 0.3 * key),), 0.0) ** 2, 1)
    return wave


def autumn() -> Wave:
    """Dry stalks in the wind."""
    wave = levelled(wind(3, 150, 900, 0.35), 0.13)
    rustle = noise(LONG, 33, 2200, 6500)
    grain = noise(LONG, 34, 3, 14)
    gusts = swell(LONG, ((1, 1.0, 0.3), (3, 0.6, 0.11), (5, 0.3, 0.71)), 0.05)
    return wave + levelled(rustle * np.clip(grain, 0, 1) ** 1.5 * gusts, 0.09)


def winter() -> Wave:
    """A cold wind that whistles in the eaves."""
    wave = levelled(wind(4, 160, 620, 0.4), 0.15)
    whistle = (
        noise(LONG, 41, 560, 640, steep=24) * swell(LONG, ((1, 1, 0.0), (4, 0.7, 0.4)), 0.0) ** 2
    )
    return wave + levelled(whistle, 0.05)


def still() -> Wave:
    """The last winter: hardly a wind, no animal, once a shutter that nobody fastens."""
    wave = levelled(wind(5, 130, 460, 0.5), 0.045)
    knock = struck(0.5, ((190, 1.0, 0.03), (410, 0.5, 0.02), (640, 0.2, 0.012)))
    for at, share in ((2.9, 0.03), (3.35, 0.018)):
        add(wave, knock, at, share)
    return wave


def furnace() -> Wave:
    """Fire under bellows: a roar that breathes, and embers."""
    seconds = 5.0
    wave = noise(seconds, 51, 130, 620, -0.7) * swell(seconds, ((4, 1, 0.0),), 0.55)
    wave = levelled(wave, 0.16)
    told = dice(240, 52)
    for spark in range(70):
        crack = noise(0.02, 520 + spark, 1800, 7000) * fall(0.02, 0.003, 0.0003)
        add(wave, crack, seconds * told[spark], 0.02 + 0.08 * told[80 + spark] ** 3)
    return wave


def cart() -> Wave:
    """Wooden wheels: a rumble, an axle that complains once a turn, an ox that walks."""
    seconds, turn = 4.0, 1.0
    wave = levelled(noise(seconds, 61, 110, 480, -0.4) * swell(seconds, ((8, 1, 0),), 0.6), 0.12)
    for at in range(4):
        squeak = np.zeros(samples(0.34))
        base = 620 + 60 * dice(4, 62)[at]
        bend = time(0.34)
        phase = 2 * np.pi * (base * bend + 14 * np.sin(2 * np.pi * 5.5 * bend))
        for part in range(1, 7):
            squeak += np.sin(part * phase) / part * (0.3 + 0.7 * (part in (2, 3)))
        add(wave, squeak * hump(0.34, 0.4), at * turn + 0.2, 0.04)
        for step in (0.05, 0.55):
            hoof = struck(0.2, ((75, 1.0, 0.02), (130, 0.4, 0.015)))
            add(wave, hoof, at * turn + step, 0.16)
            grit = noise(0.12, 630 + at, 900, 3500) * fall(0.12, 0.02)
            add(wave, grit, at * turn + step, 0.02)
    return wave
