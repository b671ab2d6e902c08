"""A removal is explained by the parts of the standing, and by nothing else."""

import re
from dataclasses import replace

import pytest

from game.reports.marks import citation
from game.reports.page.last import afterwards
from game.reports.removal import REASONS, YEAR, reasons
from game.sim.why import reckon
from tests.play.games import played
from tests.reports.games import whole


@pytest.mark.parametrize(("policy", "first"), [("historical", "dead"), ("honest", "low_report")])
def test_the_reason_is_the_part_that_fell_most(policy: str, first: str) -> None:
    session = played(policy, seed=1)
    turn = session.removed_turn
    found = reasons(session.level, [one.why for one in session.closed], turn)
    by_hand: dict[str, int] = {}
    for closed in session.closed[turn - YEAR + 1 : turn + 1]:
        for why in closed.why:
            for factor in why.factors if why.figure == "standing" else ():
                by_hand[factor.name] = by_hand.get(factor.name, 0) + int(factor.amount[0])
    lowest = min((name for name in by_hand if name in REASONS), key=lambda name: by_hand[name])
    assert found[0][0] == lowest == first
    for name, account in found:
        assert reckon(account.steps) == account.value == by_hand[name] < 0


def test_every_part_of_the_standing_that_can_fall_has_words() -> None:
    names = {
        factor.name
        for policy in ("historical", "honest", "idle", "zealot")
        for closed in played(policy, seed=1).closed
        for why in closed.why
        for factor in (why.factors if why.figure == "standing" else ())
        if int(factor.amount[0]) < 0
    }
    assert names - {"calm"} <= set(REASONS)


def test_the_page_keeps_the_successors_decisions_apart() -> None:
    from game.reports.page.middle import decisions

    told = whole()
    assert any(one.successor for one in told.decisions)
    text = decisions(told)
    head = text.index("Comrade Meng’s, after your removal")
    for one in told.decisions:
        places = [found.start() for found in re.finditer(re.escape(f"<b>{one.words}</b>"), text)]
        assert places
        assert all((place > head) is one.successor for place in places), one.words


def test_the_epilogue_cites_works_not_keys() -> None:
    text = afterwards()
    assert "Roderick MacFarquhar and Michael Schoenhals" in text
    assert citation("lin_1992").startswith("Justin Yifu Lin")
    words = re.sub(r"<[^>]*>", " ", text)
    assert not re.search(r"\b[a-z]+_[a-z0-9_]+\b", words)


@pytest.mark.parametrize("deaths", [7, 0, -7])
@pytest.mark.parametrize("theme", ["report", "no_plea", "plots"])
def test_where_a_single_true_figure_would_have_cost_lives_the_page_says_why(
    theme: str, deaths: int
) -> None:
    from game.reports.page.middle import decisions

    told = whole("historical")
    others = [one for one in told.decisions if one.theme not in {"report", "no_plea"}]
    first = replace(others[0], theme=theme, deaths=deaths, successor=False)
    text = decisions(replace(told, decisions=(first, *others[1:])))
    wanted = deaths > 0 and theme in {"report", "no_plea"}
    assert ("One true figure among tall ones" in text) is wanted
