import re
from pathlib import Path

import pytest

from game.bots import BOTS
from game.play.session import DESK, Session
from game.reports import country
from game.reports.chain import whose
from game.reports.debrief import LIMITS, QUESTIONS, debrief
from game.reports.news import MOST, news
from game.reports.register import DIED, LEFT, THERE, Toll, register, sentence, tolls
from game.reports.season import rows
from game.reports.tables import NAMES, ORDER, every_tonne, flows
from game.reports.telling import told
from game.sim.ledger import Account
from tests.play.games import new, opened, played

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module", params=sorted(BOTS))
def game(request: pytest.FixtureRequest) -> Session:
    return played(request.param, seed=3)


def test_every_tonne_has_come_from_somewhere_and_gone_somewhere(game: Session) -> None:
    moves = flows(game.level, (entry for turn in game.entries for entry in turn))
    lines = every_tonne(game.level, moves, game.states[-1])
    came = sum(line.kg for line in lines if line.came)
    assert came == sum(line.kg for line in lines if not line.came) > 0


def test_every_account_has_a_name_and_a_place() -> None:
    assert set(NAMES) == set(Account)
    assert set(ORDER) == set(Account) - {Account.SOIL, Account.EATEN}


def test_people_add_up(game: Session) -> None:
    people = debrief(game).people
    assert people.at_start + people.born - people.died - people.left == people.at_end
    assert people.moved == 0  # nobody is moved to a town from this level
    assert sum(year.died for year in people.years) == people.died
    assert sum(year.born for year in people.years) == people.born


def test_years_stand_beside_the_country(game: Session) -> None:
    years = {year.year: year for year in debrief(game).years}
    assert sorted(years) == [1957, 1958, 1959, 1960, 1961]
    assert years[1958].country_kt == 197_650
    assert [claim.grain_kt for claim in years[1958].country_claims] == [375_000, 250_000]
    assert years[1957].reported_pm == 1000


def test_all_that_is_told_can_be_filled_in(game: Session) -> None:
    found = debrief(game)
    lines = [told(link.text, link.values) for link in found.chain]
    lines += [told(*sentence(page)) for page in found.households]
    for before, after in zip(game.history, game.history[1:], strict=False):
        messages = news(before, after, game.level.words, found.households)
        assert len(messages) <= MOST
        weights = [each.weight for each in messages]
        assert weights == sorted(weights, reverse=True)
        lines += [told(each.text, each.values) for each in messages]
        assert all(row.text and row.unit for row in rows(before, after))
    assert all(line and "{" not in line for line in lines)


def test_the_chain_tells_the_neighbours_figures_of_the_harvest_that_it_is_of() -> None:
    session, heard = new(seed=3), {}
    for turn in range(session.level.turns):
        session.end_season()
        if session.phase == DESK:
            heard[turn] = max(claim.kg for claim in session.view().claims)
            session.close()
    (link,) = (link for link in debrief(session).chain if link.key == "heard")
    assert link.values == {"claim_kg": heard[link.turn]}


def test_the_chain_is_of_the_secretarys_own_desk(game: Session) -> None:
    found = debrief(game)
    written = next(link.turn for link in found.chain if link.key == "report")
    taken = next(link.values for link in found.chain if link.key == "taken")
    assert taken["taken_kg"]
    removed = found.removed_turn
    if removed < 0 or removed >= 2:  # an autumn was theirs
        assert removed < 0 or written <= removed
        assert "this desk" in whose(found.chain, removed)
    assert "Comrade Meng" in whose(found.chain, written - 1)


def test_people_of_the_register_stand_beside_deaths_in_the_chain(game: Session) -> None:
    keys = [link.key for link in debrief(game).chain]
    assert "people" in keys
    assert "household" in keys[keys.index("people") :]


def test_the_register_is_always_the_same_and_grows_by_season(game: Session) -> None:
    counts = tolls(game.level, game.states)
    whole = register(game.level, game.seed, 0, counts)
    assert whole == register(game.level, game.seed, 0, counts)
    early = register(game.level, game.seed, 0, counts[:6])
    for page, before in zip(whole, early, strict=True):
        for member, then in zip(page.members, before.members, strict=True):
            if then.fate != THERE:
                assert member == then


def _toll(died: int, left: int) -> Toll:
    units = len(opened().level.units)
    return Toll(((300, 500, 100),) * units, ((died,) * 3,) * units, (left,) * units)


def test_who_is_gone_is_told_in_the_order_of_time(game: Session) -> None:
    for page in register(game.level, game.seed, game.run, tolls(game.level, game.states)):
        assert {member.number for member in page.gone} == {
            member.number for member in page.members if member.fate != THERE
        }
        turns = [member.turn for member in page.gone]
        assert turns == sorted(turns)


def test_nobody_of_the_register_dies_where_nobody_died() -> None:
    pages = register(opened().level, 1, 0, [_toll(0, 0)] * 16)
    assert all(page.count(THERE) == len(page.members) for page in pages)


def test_all_of_them_die_where_everybody_died() -> None:
    pages = register(opened().level, 1, 0, [_toll(500, 0)])
    assert all(page.count(DIED) == len(page.members) for page in pages)


def test_only_people_of_working_age_leave() -> None:
    pages = register(opened().level, 1, 0, [_toll(0, 500)])
    for page in pages:
        assert all((member.fate == LEFT) == (member.age == 1) for member in page.members)


def test_seasons_in_figures_begin_with_the_first_one() -> None:
    session = new()
    session.end_season()
    before, after = session.last_turn()
    people = next(row for row in rows(before, after) if row.key == "people")
    assert people.before == int(session.level.people.sum())
    assert people.change == after.people - people.before


def test_no_debrief_of_nothing() -> None:
    with pytest.raises(ValueError, match="at least one"):
        debrief(new())


def test_the_range_of_deaths_is_a_range() -> None:
    assert country.EXCESS_DEATHS == (15, 45)
    assert "{low}" in country.EXCESS_TEXT
    assert QUESTIONS
    assert LIMITS


def test_nothing_is_graded_in_words() -> None:
    """No score, rank or victory in what people read."""
    banned = re.compile(
        r"\b(score|win|wins|won|victory|highscore|achievement|rank|lose|loser)\b", re.IGNORECASE
    )
    for folder in ("game/reports", "game/cli", "game/bots"):
        for file in (ROOT / folder).glob("*.py"):
            for text in re.findall(r'"([^"\n]*)"', file.read_text("utf-8")):
                assert not banned.search(text), f"{file.name}: {text}"
