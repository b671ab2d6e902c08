"""List the levels that can be played, one line each."""

from argparse import ArgumentParser, Namespace


def declare(parser: ArgumentParser) -> None:
    """Nothing follows `levels`."""
    _ = parser


def run(args: Namespace) -> int:
    """Print a line for each level."""
    _ = args
    from game.levelfiles.shipped import available

    for level in available(headless=True):
        print(f"{level.id:<16}{level.title}  {level.subtitle_zh}".rstrip())
    return 0
