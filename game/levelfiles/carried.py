"""The files that make a level: what a save carries, so that a level that is gone can be played on.

Pictures stay behind: the game draws from its own, and needs a tileset only for the names of tiles.
"""

from pathlib import Path

from game.levelfiles.check import MOST_BYTES
from game.levelfiles.tilesets import Place
from game.levelfiles.xmlfile import MOST_BYTES as MOST_XML
from game.levelfiles.zipped import ZipPlace

TEXTS = (".toml", ".tmx", ".md", ".tsx", ".tx", ".tiled-project")
DEEPEST = 2
MOST_FILES = 200


def files_of(home: Place) -> dict[str, bytes]:
    """The files of a level by their names inside its folder.

    Raises:
        OSError: one of them can't be read.
    """
    found: dict[str, bytes] = {}
    for name in _names(home):
        path = home / name
        most = MOST_XML if name.endswith((".tmx", ".tsx", ".tx")) else MOST_BYTES
        if len(found) < MOST_FILES and path.is_file() and path.stat().st_size <= most:
            found[name] = path.read_bytes()
    return found


def _names(home: Place) -> list[str]:
    if isinstance(home, ZipPlace):
        return [name for name in home.names() if name.endswith(TEXTS) and name.count("/") < DEEPEST]
    paths = [
        *home.iterdir(),
        *(p for each in home.iterdir() if each.is_dir() for p in _below(each)),
    ]
    names = (path.relative_to(home).as_posix() for path in paths if path.suffix in TEXTS)
    return sorted(name for name in names if not name.startswith("."))


def _below(folder: Path) -> list[Path]:
    return [] if folder.is_symlink() or folder.name.startswith(".") else list(folder.iterdir())
