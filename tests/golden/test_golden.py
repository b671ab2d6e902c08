"""Kept games come out the same, turn by turn. To accept: `python -m tests.golden.accept`."""

from pathlib import Path

import pytest

from game.levelfiles.shipped import available
from game.play import saves
from game.reports.turns import text
from tests.golden.accept import POLICIES

HERE = Path(__file__).parent
SAVES = sorted(HERE.glob("*.save.jsonl"))


@pytest.mark.parametrize("save", SAVES, ids=lambda path: path.name.partition(".")[0])
def test_a_kept_game_comes_out_the_same(save: Path) -> None:
    loaded = saves.replay(save)
    assert loaded.difference is None, f"{save.name}: {loaded.difference}"
    session = loaded.session
    assert session.ended
    kept = save.with_name(save.name.replace(".save.jsonl", ".txt")).read_text("utf-8")
    for old, new in zip(
        kept.splitlines(), text(session.level, session.states).splitlines(), strict=True
    ):
        assert old == new, f"{save.name}: first line that differs"


def test_no_level_and_no_policy_lacks_a_kept_game() -> None:
    wanted = {f"{level.id}-{policy}" for level in available() for policy in POLICIES}
    assert wanted <= {save.name.partition(".")[0] for save in SAVES}
