"""What the player set, kept between games. A file that cannot be read is left alone."""

import os
import sys
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from game.ui.theme import whole_scale


@dataclass(frozen=True)
class Settings:
    """Everything that can be set."""

    ui_scale_pc: int = 0  # percent; 0 follows the height of the window
    reduced_motion: bool = False
    high_contrast: bool = False
    projector: bool = False  # larger text and one panel at a time, for the back row
    edge_pan: bool = False  # the map moves when the pointer touches its edge
    fullscreen: bool = False
    guide: bool = True  # whether a level's tutorial is shown
    ambience_pc: int = 60  # volumes, percent
    effects_pc: int = 60
    interface_pc: int = 40
    captions: bool = False  # whether sounds are written, too
    language: str = "en"
    keys: dict[str, str] = field(default_factory=dict)  # action -> key, where not the first one


def file() -> Path:
    """Where the settings are kept on this platform."""
    return _folder() / "two-ledgers" / "settings.json"


def _folder() -> Path:
    """Where programs keep settings; on Linux without the library that the first frame awaits."""
    if sys.platform == "linux":
        told = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return Path(told) if told else Path.home() / ".config"
    import platformdirs

    return Path(platformdirs.user_config_dir(appauthor=False))


def _fitting(told: dict[str, Any]) -> dict[str, Any]:
    """What is known and of the right kind."""
    defaults = Settings()
    kept = {
        one.name: told[one.name]
        for one in fields(Settings)
        if type(told.get(one.name)) is type(getattr(defaults, one.name))
    }
    if kept.get("ui_scale_pc"):
        kept["ui_scale_pc"] = round(whole_scale(kept["ui_scale_pc"] / 100) * 100)
    return kept


def _read(path: Path) -> dict[str, Any] | None:
    """The table in the file; None if it cannot be read as one."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    import json  # here: most first starts have no file to read

    try:
        told = json.loads(text)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def load(path: Path | None = None) -> Settings:
    """The settings, or the defaults where the file says nothing usable."""
    return replace(Settings(), **_fitting(_read(path or file()) or {}))


def save(settings: Settings, path: Path | None = None) -> None:
    """Keep the settings: written whole or not at all; an unreadable file is set aside."""
    import json

    path = path or file()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and _read(path) is None:
        path.replace(path.with_suffix(".unreadable.json"))
    told = (_read(path) or {}) | asdict(settings)
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8") as out:
        json.dump(told, out, indent=2, sort_keys=True)
        out.flush()
        os.fsync(out.fileno())
    new.replace(path)
