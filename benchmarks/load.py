"""A map of 128 x 128, read and checked, beside pytmx: `python benchmarks/load.py`.

Both read the same file in the same run: ours from bytes to checked facts (tilesets, every tile id,
every object and property), pytmx's TiledMap without loading a picture. Prints the best of several
tries and their ratio; exit code 1 where the map itself is below ten. Objects cost us as much as
pytmx: each is held against its table of keys, which pytmx does not do.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from game.levelfiles.mapfacts import Names, read_facts  # noqa: E402
from game.levelfiles.tiled import read_map  # noqa: E402
from game.places import assets  # noqa: E402

SIDE, TRIES, WANTED = 128, 60, 10
BRIGADES, CROPS = ("Reed Bank", "Stone Mill"), ("wheat", "maize")


def written(folder: Path, objects: int) -> Path:
    """A map of 128 x 128 with objects like those of a level."""
    rows = [",".join(str(1 + (a * 7 + b * 3) % 55) for a in range(SIDE)) for b in range(SIDE)]
    tileset = assets() / "atlas" / "ground.tsx"
    size = f'width="{SIDE}" height="{SIDE}"'
    parts = [
        '<map version="1.10" orientation="isometric" renderorder="right-down" ',
        f'{size} tilewidth="64" tileheight="32" infinite="0"><properties>',
        '<property name="ares_per_tile" type="int" value="50"/>',
        '<property name="forest_ares_per_tile" type="int" value="40"/></properties>',
        f'<tileset firstgid="1" source="{tileset}"/>',
        f'<layer id="1" name="ground" {size}><data encoding="csv">',
        ",\n".join(rows),
        '</data></layer><objectgroup id="2" name="places">',
    ]
    parts += [
        f'<object id="{n}" name="{name}" type="brigade" x="640" y="640"><point/></object>'
        for n, name in enumerate(BRIGADES, start=1)
    ]
    for n in range(objects):
        a, b = n % 40 * 3, n // 40 * 3
        parts.append(
            f'<object id="{n + 9}" type="field" x="{a * 32}" y="{b * 32}" width="64" height="64">'
            f'<properties><property name="brigade" value="{BRIGADES[n % 2]}"/>'
            f'<property name="crop" value="{CROPS[n % 2]}"/></properties></object>'
        )
    path = folder / "map.tmx"
    path.write_text("".join([*parts, "</objectgroup></map>"]), "utf-8")
    return path


def best(*works: Callable[[], object]) -> list[float]:
    """The least of several tries of each, s of processor time; they take turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(TRIES):
        for work, told in zip(works, times, strict=True):
            start = time.process_time()
            work()
            told.append(time.process_time() - start)
    return [min(told) for told in times]


def main() -> int:
    """Read it both ways."""
    import pytmx

    def checked(folder: Path) -> None:
        found: list[object] = []
        raw = read_map(folder, found)  # type: ignore[arg-type]
        assert raw is not None
        read_facts(raw, Names(BRIGADES, CROPS, ()), found)  # type: ignore[arg-type]
        assert not found, found[0]

    def lazily(*_told: object, **_more: object) -> object:
        return lambda *_rect, **_flags: None

    low = float("inf")
    for objects in (0, 400):
        with tempfile.TemporaryDirectory() as home:
            path = written(Path(home), objects)
            ours, theirs = best(
                lambda home=home: checked(Path(home)),  # type: ignore[misc]
                lambda path=path: pytmx.TiledMap(str(path), image_loader=lazily),  # type: ignore[misc]
            )
        ratio = theirs / ours
        low = min(low, ratio) if not objects else low
        print(
            f"{SIDE} x {SIDE}, {objects:>3} objects: checked {ours * 1000:5.1f} ms, "
            f"pytmx {theirs * 1000:5.1f} ms: {ratio:4.1f} times"
        )
    return 0 if low >= WANTED else 1


if __name__ == "__main__":
    raise SystemExit(main())
