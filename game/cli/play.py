"""Play in a window: content note, title, level, the village."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.given import DEFAULT_SEED, declare_levels, declare_seed
from game.cli.trouble import Trouble, size, whole

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from contextlib import AbstractContextManager


def declare(parser: "ArgumentParser") -> None:
    """What may follow `play`."""
    parser.add_argument("level", metavar="LEVEL", nargs="?", help="go straight to this level")
    declare_levels(parser)
    declare_seed(parser, None)
    parser.add_argument(
        "--closed-books", action="store_true", help="show only what a secretary could know"
    )
    parser.add_argument("--size", metavar="WxH", type=size, help="size of the window")
    parser.add_argument(
        "--ui-scale", metavar="PERCENT", type=whole(50, 400), help="size of text and panels"
    )
    parser.add_argument(
        "--spoken", metavar="FILE", type=Path,
        help="write all that is announced to a file or pipe, for a speech program; - prints it",
    )  # fmt: skip


def run(args: "Namespace") -> int:
    """Open the window, or say that there is no display and show a run."""
    folder = None
    if args.level:
        from game.levelfiles.shipped import find

        folder = find(args.level)
    if not has_display():
        return _without_display(args.level, args.seed)
    with _spoken(args.spoken):
        from game.ui.play import play

        return play(folder, args.seed, not args.closed_books, args.size, args.ui_scale)


def _spoken(path: Path | None) -> "AbstractContextManager[None]":
    """Let a file have what is announced while the window is open, or say why it can't."""
    from contextlib import nullcontext

    from game.ui.spoken import spoken_to

    try:
        return spoken_to(path) if path is not None else nullcontext()
    except OSError as error:
        fix = "name a file in a folder that can be written to"
        raise Trouble(f"--spoken {path} can't be written ({error.strerror}); {fix}") from error


def run_plain() -> int:
    """The start without a level and options, which needs no parser."""
    if not has_display():
        return _without_display(None, None)
    from game.ui.play import play

    return play()


def has_display() -> bool:
    """Whether a window can be opened: asked of the environment, before pygame is loaded."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))


def _without_display(level: str | None, seed: int | None) -> int:
    from argparse import ArgumentParser

    from game.cli import run as terminal
    from game.levelfiles.shipped import available

    level = level or available()[0].id
    print(
        "There is no display here, so no window can be opened. `two-ledgers run LEVEL` plays in\n"
        "the terminal, `two-ledgers shot LEVEL --screen map --out FILE.png` draws a picture.\n"
        f"This is `two-ledgers run {level}`:\n"
    )
    parser = ArgumentParser()
    terminal.declare(parser)
    number = DEFAULT_SEED if seed is None else seed
    return terminal.run(parser.parse_args([level, "--seed", str(number)]))
