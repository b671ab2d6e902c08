"""List the levels that there are, one line each, and the folders they were looked for in."""

from argparse import ArgumentParser, Namespace

from game.cli import given


def declare(parser: ArgumentParser) -> None:
    """What may follow `levels`."""
    given.declare_levels(parser)


def run(args: Namespace) -> int:
    """Print a line for each level, and where to put one's own."""
    from game.levelfiles.shipped import available, homes

    _ = args
    for level in available(headless=True):
        languages = " ".join(level.languages)
        version = f"version {level.version}" if level.version else ""
        by = ", ".join(level.authors)
        title = f"{level.title}  {level.subtitle_zh}".strip()
        print(f"{level.id:<16}{'  '.join(t for t in (title, version, languages, by) if t)}")
        if level.overrides:
            print(f"{'':<16}stands in the place of {level.overrides}: {level.path}")
        if level.trouble:
            print(f"{'':<16}can't be opened: {level.trouble}")
    print("\nLooked for in:")
    for home in homes():
        print(f"  {home}{'' if home.is_dir() else '  (not there yet)'}")
    return 0
