"""What is heard once: tools in the fields, the rail that calls to the meal, the desk."""

import numpy as np

from assets.sound_draw.tones import (
    RATE,
    Wave,
    add,
    dice,
    fall,
    hump,
    levelled,
    noise,
    samples,
    struck,
    swell,
    time,
)


def hoe(which: int) -> Wave:
    """A blade goes into soil and is drawn back."""
    wave = np.zeros(samples(0.55))
    told = dice(4, 100 + which)
    thud = struck(0.25, ((72 + 16 * told[0], 1.0, 0.035), (150, 0.5, 0.02), (520, 0.12, 0.006)))
    add(wave, thud, 0.01, 0.6)
    add(wave, noise(0.08, 110 + which, 500, 2600) * fall(0.08, 0.02), 0.01, 0.9)
    drag = noise(0.26, 120 + which, 1100, 4200) * hump(0.26, 0.35)
    add(wave, drag, 0.17 + 0.04 * told[1], 0.3 + 0.1 * told[2])
    return levelled(wave, 0.3)


def reap(which: int) -> Wave:
    """A sickle through straw."""
    wave = np.zeros(samples(0.45))
    swish = noise(0.2, 140 + which, 2500, 7500) * hump(0.2, 0.65)
    add(wave, swish, 0.02, 1.0)
    straw = noise(0.22, 150 + which, 1200, 5000)
    straw *= np.clip(noise(0.22, 160 + which, 20, 90), 0, 1) * hump(0.22, 0.2)
    add(wave, straw, 0.2, 0.9)
    return levelled(wave, 0.12)


def shovel(which: int) -> Wave:
    """Earth is lifted and thrown."""
    wave = np.zeros(samples(0.75))
    add(wave, noise(0.22, 170 + which, 1500, 5200) * hump(0.22, 0.5), 0.0, 0.5)
    add(wave, struck(0.12, ((1850, 0.2, 0.02), (3120, 0.1, 0.012))), 0.03, 0.5)
    add(wave, noise(0.2, 180 + which, 180, 1400, -0.4) * fall(0.2, 0.04), 0.48, 0.8)
    return levelled(wave, 0.2)


def gong() -> Wave:
    """A piece of rail that hangs by the dining hall, struck three times."""
    wave = np.zeros(samples(3.6))
    bar = (
        (311, 0.5, 0.5),
        (858, 1.0, 0.42),
        (1682, 0.7, 0.26),
        (2780, 0.4, 0.13),
        (4150, 0.2, 0.06),
    )
    for stroke, (at, share) in enumerate(((0.0, 0.85), (0.62, 0.9), (1.24, 1.0))):
        ring = struck(2.3, tuple((hz * (1 + 0.0007 * stroke), how, half) for hz, how, half in bar))
        add(wave, ring, at, share)
        add(wave, noise(0.03, 200 + stroke, 1500, 8000) * fall(0.03, 0.004), at, 0.5)
    return levelled(wave * np.minimum(1, (3.6 - time(3.6)) / 0.4), 0.32)


def chime() -> Wave:
    """The loudspeaker is switched on: hum, crackle, two notes of a signal. No tune of anybody's."""
    seconds = 2.9
    at = time(seconds)
    wave = np.zeros(len(at))
    for begin, hz in ((0.55, 587.3), (1.15, 440.0)):
        note = struck(1.5, ((hz, 1.0, 0.3), (2 * hz, 0.5, 0.18), (3.01 * hz, 0.25, 0.1)))
        add(wave, note[: samples(seconds - begin)], begin, 0.6)
    horn = np.fft.rfft(wave)
    hz = np.fft.rfftfreq(len(wave), 1 / RATE)
    wave = np.fft.irfft(
        horn / (1 + (380 / np.maximum(hz, 1)) ** 4) / (1 + (hz / 2700) ** 6), len(wave)
    )
    wave = np.tanh(2.2 * wave)
    hum = 0.05 * np.sin(2 * np.pi * 100 * at) + 0.025 * np.sin(2 * np.pi * 300 * at)
    dust = noise(seconds, 210, 700, 3800) * np.clip(noise(seconds, 211, 8, 40) - 0.45, 0, 1)
    on = np.clip(at / 0.05, 0, 1) * np.clip((seconds - at) / 0.15, 0, 1)
    return levelled((wave + hum + 0.5 * dust) * on, 0.22)


def telephone() -> Wave:
    """A bell on a wall: two rings."""
    wave = np.zeros(samples(2.5))
    for ring in (0.0, 1.35):
        for blow in range(20):
            high = blow % 2
            bell = struck(0.3, ((1170 + 240 * high, 1, 0.07), (2890 + 410 * high, 0.5, 0.04),
                                (5120, 0.25, 0.02)))  # fmt: skip
            add(wave, bell, ring + blow * 0.042, 0.4)
    return levelled(wave * np.minimum(1, (2.5 - time(2.5)) / 0.1), 0.22)


def tap() -> Wave:
    """A knuckle on a desk."""
    return levelled(struck(0.07, ((640, 1, 0.007), (1490, 0.5, 0.004), (240, 0.6, 0.01))), 0.24)


def tick() -> Wave:
    """One bead of an abacus."""
    return levelled(struck(0.05, ((2350, 1, 0.004), (3900, 0.6, 0.003))), 0.14)


def abacus() -> Wave:
    """A sum is worked out."""
    wave = np.zeros(samples(0.9))
    told = dice(12, 230)
    for bead in range(9):
        hz = 2100 + 700 * told[bead]
        click = struck(0.05, ((hz, 1, 0.004), (1.7 * hz, 0.5, 0.003)))
        add(wave, click, 0.02 + bead * 0.085 + 0.03 * told[bead], 0.5 + 0.5 * told[11 - bead])
    return levelled(wave, 0.16)


def paper() -> Wave:
    """A page is turned."""
    seconds = 0.5
    crackle = np.clip(noise(seconds, 241, 18, 70), 0, 1) ** 1.3
    wave = noise(seconds, 240, 1400, 7000) * crackle * hump(seconds, 0.45)
    return levelled(wave, 0.17)


def stamp() -> Wave:
    """A seal comes down on paper."""
    wave = np.zeros(samples(0.5))
    add(wave, struck(0.3, ((88, 1, 0.045), (180, 0.6, 0.03), (420, 0.25, 0.012))), 0.02, 1.0)
    add(wave, noise(0.06, 250, 700, 4500) * fall(0.06, 0.01), 0.02, 0.5)
    add(wave, noise(0.16, 251, 1800, 6000) * hump(0.16, 0.3), 0.24, 0.1)
    return levelled(wave, 0.42)


def refused() -> Wave:
    """Two dull knocks: it can't be done."""
    wave = np.zeros(samples(0.32))
    for at in (0.0, 0.13):
        add(wave, struck(0.12, ((210, 1, 0.02), (330, 0.6, 0.014), (660, 0.35, 0.009))), at)
    return levelled(wave * swell(0.32, ((1, 1, 0.25),), 0.9), 0.26)
