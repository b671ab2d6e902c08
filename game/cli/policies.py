"""List the policies that can sit at the desk, one line each."""

from argparse import ArgumentParser, Namespace


def declare(parser: ArgumentParser) -> None:
    """Nothing follows `policies`."""
    _ = parser


def run(args: Namespace) -> int:
    """Print a line for each policy."""
    _ = args
    from game.bots import ABOUT

    for name, about in ABOUT.items():
        print(f"{name:<12}{about}")
    return 0
