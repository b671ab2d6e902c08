"""Play the golden games anew and keep them: `python -m tests.golden.accept`.

Run it after a change that is meant to change games, raise `RULES_VERSION` in game/sim/turn.py where
behaviour changed, and read the difference of the .txt tables before it goes in.
"""

from pathlib import Path

from game.bots import BOTS, SUCCESSOR
from game.levelfiles.shipped import available
from game.play import saves
from game.play.bundle import from_folder
from game.play.session import Session
from game.reports.turns import text

HERE = Path(__file__).parent
POLICIES = ("honest", "historical", "zealot")
SEED = 1958


def golden(folder: Path, policy: str) -> Session:
    """A golden game, played now."""
    name = f"golden-{policy}"
    session = Session.of(from_folder(folder), SEED, game_id=name, successor=SUCCESSOR)
    session.play_on(BOTS[policy])
    return session


def main() -> None:
    """Write a save and a table for each level and policy."""
    for level in available():
        for policy in POLICIES:
            session = golden(level.path, policy)
            path = saves.save(session, HERE / f"{level.id}-{policy}.save.jsonl")
            table = path.with_name(path.name.replace(".save.jsonl", ".txt"))
            table.write_text(text(session.level, session.states), "utf-8")
            print(path.name)  # noqa: T201 - it is a command


if __name__ == "__main__":
    main()
