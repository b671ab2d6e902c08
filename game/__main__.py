"""`python -m game` is the command line."""

from game.cli.main import entry

if __name__ == "__main__":
    raise SystemExit(entry())
