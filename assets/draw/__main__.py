"""Draw everything: `python -m assets.draw [part ...]`, from the root of the repository."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from .atlas import ATLAS, ROOT, write_warm, write_winter
from .icons import write_icons
from .scene import PAGES, write_picture
from .textures import write_textures
from .tilesets import write_tilesets

if TYPE_CHECKING:
    from collections.abc import Callable

WORKERS = 2


def jobs() -> dict[str, Callable[[], object]]:
    """What there is to draw, by name; the longest first."""
    seasons: dict[str, Callable[[], object]] = {"warm": write_warm, "winter": write_winter}
    pages = {page: partial(write_picture, page, ROOT / "pictures") for page in PAGES}
    return (
        seasons
        | pages
        | {
            "icons": partial(write_icons, ATLAS),
            "textures": partial(write_textures, ATLAS),
            "tilesets": partial(write_tilesets, ATLAS),
        }
    )


def main(wanted: list[str]) -> None:
    started = time.perf_counter()
    chosen = {name: job for name, job in jobs().items() if not wanted or name in wanted}
    with ProcessPoolExecutor(WORKERS) as pool:
        running = {name: pool.submit(job) for name, job in chosen.items()}
        for name, job in running.items():
            job.result()
            print(f"{name:10} {time.perf_counter() - started:5.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
