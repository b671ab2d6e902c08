"""What every rule keeps: it writes nothing, moves grain by the ledger, and reads its own books."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from game.sim import rules, turn
from game.sim.arrays import ints
from game.sim.draws import Draws
from game.sim.given import Given, Outcome
from game.sim.ledger import Account, Book, post
from game.sim.orders import COMPULSORY
from game.sim.state import State, Tally, digest, fresh
from tests.sim.cases import coefficients, hamlets
from tests.villages import ordered

RULES = tuple(dict.fromkeys(turn.MONTH + turn.HANDING_IN + turn.HARVEST_DESK + turn.DESK))
FOLDER = Path(rules.__path__[0])
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
TWINS = Path(__file__).parent / "rules"

LEVEL = hamlets(
    units=3, turns=8, climate_pm=700, fear_pm=300, steel_pm=100, works_pm=50, halls=2, search=1,
    gates=1, stage=3, technique_pm=300,
)  # fmt: skip
RUNS = ints([4, 9])
BUSY = ordered(
    LEVEL, 2, labour_pm=[600, 150, 150, 100], hide_pm=50, technique_pm=[300, 200],
    hall=COMPULSORY, furnaces=6, scrap_pm=300, works=1, leavers=1, weigh=1, search=[0, 1, 0],
    deliver_pm=900, ask_back=1, ration_g=500, asked_kg=10_000,
)  # fmt: skip

MAY_READ_THE_BOOKS = {"quota", "procurement", "politics", "granary.sell_back", "report"}
"""Modules and rules that may know what is written: belief, quota, claims, the reported ledger."""

WRITTEN = ("books_kg", "believed_kg", "last_said_kg", "last_reported_kg", "hoped_kg", "quota_kg")
WRITTEN_TALLY = (Tally.SAID_KG, Tally.REPORTED_KG, Tally.DEMANDED_KG)

KNOWS_THE_BOOKS = re.compile(r"\b(books_kg|believed_kg|last_said_kg|last_reported_kg|Book\.)")


@cache
def scenes() -> tuple[tuple[turn.Rule, State, Given], ...]:
    """Every rule with every state it meets in two busy years."""
    found = []
    params = coefficients()
    state = turn.begin(LEVEL, params, 1, RUNS)
    state = replace(state, effort_pm=fresh(LEVEL, 2).effort_pm)
    for month in range(LEVEL.months):
        given = Given(LEVEL, params, BUSY, Draws(1, RUNS, 3, month), month, keep_why=True)
        harvested = LEVEL.season(month // 3) in (1, 2)
        desk = turn.HARVEST_DESK if harvested else turn.DESK
        closing = (turn.HANDING_IN if harvested else ()) + desk
        for rule in turn.MONTH + (closing if month % 3 == 2 else ()):
            found.append((rule, state, given))
            outcome = rule(state, given)
            state = outcome.state
            name = turn.rule_name(rule)
            state = replace(state, grain_kg=post(state.grain_kg, name, outcome.moves))
            state = replace(state, books_kg=post(state.books_kg, name, outcome.books))
    return tuple(found)


def scenes_of(rule: turn.Rule) -> Iterator[tuple[State, Given]]:
    for other, state, given in scenes():
        if other is rule:
            yield state, given


def by_rule() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rule", RULES, ids=turn.rule_name)


def test_every_rule_has_a_twin_module_of_tests() -> None:
    for rule in RULES:
        module = rule.__module__.rpartition(".")[2]
        twin = TWINS / f"test_{module}.py"
        assert twin.is_file(), f"no {twin.name} for {turn.rule_name(rule)}"
        called = f"{module}.{rule.__name__}("
        assert called in twin.read_text(encoding="utf-8"), f"{twin.name} never calls {called})"


def test_every_module_of_rules_is_in_the_turn() -> None:
    used = {rule.__module__.rpartition(".")[2] for rule in RULES}
    assert set(MODULES) == used


def test_every_public_rule_of_a_module_is_in_the_turn() -> None:
    wired = re.compile(r"^def (\w+)\(state: State, given: Given\) -> Outcome:", re.MULTILINE)
    named = {turn.rule_name(rule) for rule in RULES}
    for module in MODULES:
        source = (FOLDER / f"{module}.py").read_text(encoding="utf-8")
        for name in wired.findall(source):
            assert f"{module}.{name}" in named, f"{module}.{name} runs nowhere"


@by_rule()
def test_a_rule_gives_an_outcome_and_writes_nothing(rule: turn.Rule) -> None:
    met = 0
    for state, given in scenes_of(rule):
        met += 1
        before = [digest(state, run) for run in range(2)]
        outcome = rule(state, given)
        assert isinstance(outcome, Outcome)
        assert [digest(state, run) for run in range(2)] == before
        for f in fields(State):
            value = getattr(outcome.state, f.name)
            if isinstance(value, np.ndarray):
                assert value.dtype == np.int64, f.name
                assert not value.flags.writeable, f.name
                assert value.shape == getattr(state, f.name).shape, f.name
    assert met


@by_rule()
def test_a_rule_leaves_ledgers_and_clock_to_the_turn(rule: turn.Rule) -> None:
    for state, given in scenes_of(rule):
        outcome = rule(state, given)
        assert outcome.state.grain_kg is state.grain_kg
        assert outcome.state.books_kg is state.books_kg
        assert (outcome.state.month, outcome.state.desk) == (state.month, state.desk)
        assert all(type(m.source) is type(m.target) is Account for m in outcome.moves)
        assert all(type(m.source) is type(m.target) is Book for m in outcome.books)


@by_rule()
def test_only_reports_write_in_the_reported_books(rule: turn.Rule) -> None:
    wrote = any(rule(state, given).books for state, given in scenes_of(rule))
    assert wrote <= (rule.__module__.rpartition(".")[2] == "report")


@by_rule()
def test_the_same_question_has_the_same_answer(rule: turn.Rule) -> None:
    for state, given in list(scenes_of(rule))[:6]:
        one, two = rule(state, given), rule(state, given)
        assert [digest(one.state, run) for run in range(2)] == [
            digest(two.state, run) for run in range(2)
        ]
        for a, b in zip(one.moves + one.books, two.moves + two.books, strict=True):
            assert np.array_equal(a.kg, b.kg)


def poisoned(state: State) -> State:
    """The same truth under quite other written figures."""
    changes = {name: ints(getattr(state, name) * 3 + 1_007) for name in WRITTEN}
    tally = state.tally.copy()
    tally[:, WRITTEN_TALLY] = tally[:, WRITTEN_TALLY] * 3 + 1_009
    return replace(state, **changes, tally=ints(tally))


def may_read(rule: turn.Rule) -> bool:
    module = rule.__module__.rpartition(".")[2]
    return module in MAY_READ_THE_BOOKS or turn.rule_name(rule) in MAY_READ_THE_BOOKS


@pytest.mark.parametrize("rule", [r for r in RULES if not may_read(r)], ids=turn.rule_name)
def test_other_rules_are_blind_to_what_is_written(rule: turn.Rule) -> None:
    for state, given in scenes_of(rule):
        one, two = rule(state, given), rule(poisoned(state), given)
        for a, b in zip(one.moves, two.moves, strict=True):
            assert np.array_equal(a.kg, b.kg)
            assert a.into_kg is b.into_kg or np.array_equal(a.into_kg, b.into_kg)
        for f in fields(State):
            a, b = getattr(one.state, f.name), getattr(two.state, f.name)
            if f.name in WRITTEN or not isinstance(a, np.ndarray):
                continue
            if f.name == "tally":
                kept = [t for t in Tally if t not in WRITTEN_TALLY]
                a, b = a[:, kept], b[:, kept]
            assert np.array_equal(a, b), f.name


def test_the_source_of_other_rules_does_not_name_the_books() -> None:
    allowed = {name.partition(".")[0] for name in MAY_READ_THE_BOOKS}
    for module in set(MODULES) - allowed:
        source = (FOLDER / f"{module}.py").read_text(encoding="utf-8")
        found = KNOWS_THE_BOOKS.search(source)
        assert found is None, f"{module} names {found and found.group()}"


def test_no_rule_knows_another() -> None:
    for module in MODULES:
        source = (FOLDER / f"{module}.py").read_text(encoding="utf-8")
        assert "game.sim.rules" not in source, module
        assert "numpy.random" not in source, module


def test_draws_are_named_after_their_module_and_never_shared() -> None:
    named = re.compile(r"draws\.(?:whole|dice)\(\s*f?\"([^\"]+)\"")
    seen: dict[str, str] = {}
    for module in MODULES:
        source = (FOLDER / f"{module}.py").read_text(encoding="utf-8")
        for name in named.findall(source):
            assert name.startswith(f"{module}."), f"{module} draws {name}"
            assert name not in seen, f"{name} is drawn twice"
            seen[name] = module
    assert len(seen) > 8
