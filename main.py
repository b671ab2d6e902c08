"""Start the game: `python main.py`, or `python main.py COMMAND`."""

from game.cli.main import entry

if __name__ == "__main__":
    raise SystemExit(entry())
