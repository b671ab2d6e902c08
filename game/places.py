"""Where the shipped assets and levels stand: in the checkout, or inside the installed wheel."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    shipped = _HERE / "_shipped"
    return shipped if shipped.is_dir() else _HERE.parent


def assets() -> Path:
    """The folder of pictures, fonts and words."""
    return _root() / "assets"


def levels() -> Path:
    """The folder of the shipped levels."""
    return _root() / "levels"


def user_data() -> Path:
    """The folder for saves and settings on this platform; it may not exist yet."""
    import platformdirs

    return Path(platformdirs.user_data_dir("two-ledgers", appauthor=False))
