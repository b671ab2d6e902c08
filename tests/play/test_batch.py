from dataclasses import fields

import numpy as np
import pytest

from game.bots import BOTS, SUCCESSOR
from game.play import batch
from game.play.columns import COLUMNS, HEADER, Rows, page
from game.play.totals import Totals
from game.sim.arrays import Ints
from game.sim.orders import Orders, at_start
from game.sim.state import State, digest
from tests.play.games import opened, played
from tests.villages import standard, village


def states(runs: Ints, size: int, policy: str = "historical", turns: int = 16) -> dict[int, str]:
    """Digest of each run after the last turn, over a small level."""
    found: dict[int, str] = {}

    def on_season(season: batch.Season) -> None:
        for row, run in enumerate(season.runs.tolist()):
            found[run] = digest(season.state, row)

    level = village(3, turns)
    batch.run(
        level, standard(), BOTS[policy], 5, runs, turns, on_season, successor=SUCCESSOR, size=size
    )
    return found


@pytest.mark.parametrize("policy", sorted(BOTS))
def test_the_size_of_blocks_changes_nothing(policy: str) -> None:
    runs = batch.all_runs(0, 7)
    assert states(runs, 7, policy) == states(runs, 3, policy)


def test_run_seven_is_the_same_alone_and_among_others() -> None:
    together, alone = states(batch.all_runs(0, 8), 500), states(batch.all_runs(7, 1), 500)
    assert together[7] == alone[7]


def rows(first: int, count: int, policy: str = "historical", turns: int = 6) -> list[str]:
    gathered, lines = Rows(), []

    def on_season(season: batch.Season) -> None:
        gathered.add(season)
        if season.turn == turns - 1:
            lines.extend(gathered.lines())

    game = opened()
    runs = batch.all_runs(first, count)
    batch.run(game.level, game.params, BOTS[policy], 3, runs, turns, on_season, successor=SUCCESSOR)
    return lines


def test_rows_come_by_run_then_turn_then_unit() -> None:
    lines = rows(0, 3)
    units = len(opened().level.units)
    keys = [(int(line.split(",")[0]), int(line.split(",")[1])) for line in lines]
    assert keys == sorted(keys)
    assert len(lines) == 3 * 6 * units
    assert all(line.count(",") == HEADER.count(",") for line in lines)


def test_the_same_rows_twice_and_alone() -> None:
    assert rows(0, 3) == rows(0, 3)
    assert [line for line in rows(0, 3) if line.startswith("2,")] == rows(2, 1)


def test_columns_have_one_name_each_and_the_page_has_them_all() -> None:
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len(names)
    assert all(f"`{name}`" in page() for name in names)


@pytest.mark.parametrize("policy", ["idle", "honest", "zealot"])
def test_a_run_as_a_game_is_the_same_run(policy: str) -> None:
    game, last = opened(), {}
    batch.run(
        game.level, game.params, BOTS[policy], 3, batch.all_runs(4, 2), 16,
        lambda season: last.update(state=season.state), successor=SUCCESSOR,
    )  # fmt: skip
    session = batch.replayable(game, BOTS[policy], SUCCESSOR, 3, 5, 16, "x")
    assert digest(session.state) == digest(last["state"], 1)


def test_only_removed_rows_are_decided_by_the_successor() -> None:
    level = village()
    office, other = at_start(level, 3), at_start(level, 3)
    other = Orders(**{f.name: getattr(other, f.name) + 1 for f in fields(Orders)})
    both = batch.merged(np.array([-1, 4, -1]), office, other)
    assert (both.ration_g - office.ration_g).tolist() == [0, 1, 0]
    assert (both.labour_pm[1] == other.labour_pm[1]).all()
    assert (both.labour_pm[[0, 2]] == office.labour_pm[[0, 2]]).all()


def test_totals_have_a_line_for_each_harvest_and_one_for_the_end() -> None:
    game = opened()
    totals = Totals(game.level)
    batch.run(
        game.level, game.params, BOTS["idle"], 3, batch.all_runs(0, 5), 16, totals.add,
        successor=SUCCESSOR, size=2,
    )  # fmt: skip
    lines = totals.lines()
    assert [line.turn for line in lines] == [1, 2, 5, 6, 9, 10, 13, 14, 15]
    assert [line.harvest for line in lines] == [True] * 8 + [False]
    assert len(lines[0].people) == 5
    assert len(totals.first) == 16
    assert all(isinstance(state, State) for state in totals.first)
    died = sum(int(line.deaths[0]) for line in lines)
    assert died == played_deaths(totals)


def played_deaths(totals: Totals) -> int:
    from game.sim.state import Tally

    return sum(int(state.tally[0, Tally.DEATHS].sum()) for state in totals.first)


def test_the_two_lines_part_under_history_and_not_under_an_honest_office() -> None:
    history, honest = (played(name, turns=7).true_history[-1] for name in ("historical", "honest"))
    ratio = [h.reported_kg / h.actual.kg for h in history.harvests if not h.before]
    assert max(ratio) > 1.3
    in_office = [h for h in honest.harvests if not h.before][:2]
    assert all(h.reported_kg == h.actual.kg for h in in_office)
