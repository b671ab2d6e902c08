"""The people of the register in plain sentences."""

from collections.abc import Sequence

from game.reports.register import DIED, LEFT, Member, Page, hardest_hit, register, sentence, tolls
from game.reports.telling import told
from game.ui.screens.sitting import Sitting
from game.ui.theme import BODY_MEDIUM, PROSE, SECOND
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from game.words import N_, _, season_name

FATES = {
    (0, DIED): N_("A child died in {season}."),
    (1, DIED): N_("One of working age died in {season}."),
    (2, DIED): N_("One of the old people died in {season}."),
    (0, LEFT): N_("A child left in {season}."),
    (1, LEFT): N_("One of working age left in {season}."),
    (2, LEFT): N_("One of the old people left in {season}."),
}


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
    level = sitting.session.level
    season = season_name(level.season(member.turn), level.year(member.turn)).lower()
    return _(FATES[member.age, member.fate]).format(season=season)


def register_lines(sitting: Sitting, turn: int) -> list[Widget]:
    """The households to name after a season: those it touched, else two of the others."""
    pages = pages_of(sitting)
    touched = [page for page in pages if any(m.turn == turn for m in page.members)]
    made: list[Widget] = []
    for page in touched:
        story = sitting.session.level.words.get(f"{page.id}.story", "")
        words = " ".join(fate(sitting, m) for m in page.members if m.turn == turn)
        made.append(Label(line_of(sitting, page), BODY_MEDIUM))
        made.append(Label(f"{words} {story}".strip(), SECOND, "ink2"))
    if not touched and pages:
        for page in hardest_hit(pages, 2):
            made.append(Label(line_of(sitting, page), PROSE))
            story = sitting.session.level.words.get(f"{page.id}.story", "")
            if story:
                made.append(Label(story, SECOND, "ink2"))
    return made
