"""The people of the register in plain sentences."""

from collections.abc import Sequence

from game.reports.accounts import household
from game.reports.register import (
    DIED,
    LEFT,
    THERE,
    Member,
    Page,
    hardest_hit,
    register,
    sentence,
    tolls,
)
from game.reports.register import fate as fate_of
from game.reports.telling import told
from game.reports.when import season_of
from game.sim.level import Level
from game.ui.screens.sitting import Sitting
from game.ui.theme import BODY_MEDIUM, PROSE, SECOND, Type
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.label import Label
from game.words import N_, _, number


def pages_of(sitting: Sitting) -> tuple[Page, ...]:
    """Every household's page so far."""
    session = sitting.session
    return register(session.level, session.seed, session.run, tolls(session.level, session.states))


def line_of(sitting: Sitting, page: Page) -> str:
    """A household in one sentence."""
    text, values = sentence(page)
    return told(text, {**values, "household": sitting.word(page.id)})


def line_after(sitting: Sitting, pages: Sequence[Page]) -> str:
    """The household that lost most by then, in one sentence; deaths are not told without one."""
    hit = hardest_hit(pages, 1)
    return line_of(sitting, hit[0]) if hit else ""


def fate(sitting: Sitting, member: Member) -> str:
    """What became of one of its people."""
    return fate_of(sitting.session.level, member)


def village_messages(sitting: Sitting) -> list[str]:
    """What the village tells of its households: what befell them last season, and some in turn.

    Each household is told of at least twice in a level: first who they are, then how they are.
    """
    level, pages, turn = sitting.session.level, pages_of(sitting), sitting.view.turn
    if not pages:
        return []
    found, touched = [], set()
    for page in pages:
        fates = [fate_of(level, one) for one in page.members if 0 <= one.turn == turn - 1]
        if fates:
            touched.add(page.id)
            found.append(
                _("{household}, {brigade}: {fates}").format(
                    household=page.name, brigade=page.unit, fates=" ".join(fates)
                )
            )
    for page, before in in_turn(pages, turn, level.turns):
        if page.id not in touched:
            story = level.words.get(f"{page.id}.story", "")
            found.append(story if story and not before else as_it_is(sitting, page))
    return found


def in_turn(pages: Sequence[Page], turn: int, turns: int) -> list[tuple[Page, int]]:
    """The households whose turn it is in a season, and how often each was told of before."""
    count = len(pages)
    each = min(count, max(2, -(-TOLD * count // turns)))
    places = range(turn * each, (turn + 1) * each)
    return [(pages[place % count], place // count) for place in places]


def as_it_is(sitting: Sitting, page: Page) -> str:
    """How a household is, as the office sees it."""
    level = sitting.session.level
    unit = next(one for one in sitting.view.units if one.name == page.unit)
    values = {
        "household": page.name, "brigade": page.unit, "since": season_of(level, 0),
        "state": _(STATES[min(unit.strength, len(STATES) - 1)]),
    }  # fmt: skip
    if not page.count(THERE):
        text = _("{household}, {brigade}: the door is closed.")
    elif page.count(DIED) + page.count(LEFT):
        text = _("{household}, {brigade}: fewer sit at the table than in {since}. {state}")
    else:
        text = _("{household}, {brigade}: all are at home. {state}")
    return text.format(**values)


TOLD = 2
"""How often each household is told of in a level, at least."""
STATES = (
    N_("They are too weak to work."), N_("They are weak, and rest on the way to the field."),
    N_("They are hungry, and work slowly."), N_("They eat less than they need."),
    N_("They eat, and say nothing."), N_("They eat enough."),
)  # fmt: skip
"""How people are, by the strength of their brigade as the eye judges it."""


def household_asks(page: Page, level: Level) -> tuple[Ask, ...]:
    """The figures of a household's line, in their order there."""
    found = household(page, level)
    fates = [fate for fate in (DIED, LEFT) if page.count(fate)]
    names = ["members", *fates] if fates else ["there"]
    parts = [found[name] for name in names]
    return tuple(Ask(one.figure, number(one.value), given=(one,)) for one in parts)


def _line(sitting: Sitting, page: Page, style: Type) -> Label:
    made = Label(line_of(sitting, page), style)
    made.can_tell(*household_asks(page, sitting.session.level))
    return made


def register_lines(sitting: Sitting, turn: int) -> list[Widget]:
    """The households to name after a season: those it touched, else two of the others.

    A line counts all who died or left so far; so each of them is told below it with the season.
    """
    pages = pages_of(sitting)
    touched = [page for page in pages if any(m.turn == turn for m in page.members)]
    made: list[Widget] = []
    if pages and not touched:
        told_none = _("In this season nobody of the named households died or left.")
        made.append(Label(told_none, SECOND, "ink2"))
    style = BODY_MEDIUM if touched else PROSE
    for page in touched or hardest_hit(pages, 2):
        made.append(_line(sitting, page, style))
        story = sitting.session.level.words.get(f"{page.id}.story", "")
        words = [fate(sitting, member) for member in page.gone]
        if words or story:
            made.append(Label(" ".join([*words, story]).strip(), SECOND, "ink2"))
    return made
