"""Writes assets/sound: `python -m assets.sound_draw [FOLDER]`."""

import sys
import wave
from pathlib import Path

import numpy as np

from assets.sound_draw.catalogue import SOUNDS
from assets.sound_draw.tones import RATE, Wave

HERE = Path(__file__).resolve().parents[1] / "sound"


def pcm(sound: Wave) -> bytes:
    """Samples as whole numbers of 16 bits, lowest byte first."""
    return np.round(np.clip(sound, -1, 1) * 32_767).astype("<i2").tobytes()


def write(folder: Path) -> int:
    """Write every sound into a folder; the bytes they take together."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in SOUNDS.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as out:
            out.setparams((1, 2, RATE, 0, "NONE", ""))
            out.writeframes(pcm(make()))
    return sum((folder / f"{name}.wav").stat().st_size for name in SOUNDS)


if __name__ == "__main__":
    told = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    print(f"{len(SOUNDS)} sounds, {write(told):,} bytes in {told}")
