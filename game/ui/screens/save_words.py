"""How saved games read: where they stand, which life they are, what differs about them now."""

from collections.abc import Sequence

from game.play.branch import Branch
from game.play.notes import TEXTS, Note
from game.play.saves import Kept
from game.play.told import Told
from game.sim.level import Level
from game.sim.seeing import standing_word
from game.sim.views import Figure, HarvestView
from game.ui.screens.small import Fact
from game.ui.screens.telling import STANDINGS, chart_lines, known
from game.ui.widgets.chart import Lines
from game.words import N_, _, moment, number, season_name, tonnes

BEGAN_FROM = N_("From {season}")
TODAY = N_("Under the rules of today, from {season}")


def life_name(branch: Branch | None) -> str:
    """What a life is called; the first has no name of its own."""
    if branch is None or not branch.parent:
        return (branch.name if branch is not None else "") or _("The first life")
    return branch.name or _("A life without a name")


def stands_at(kept: Kept) -> str:
    """The season in which a saved game goes on."""
    if kept.ended:
        return _("at its end")
    year, which = kept.now
    season = season_name(which, year)
    return _("{season}, at the desk").format(season=season) if kept.desk else season


def row_more(kept: Kept) -> str:
    """The second line of a save in the list: the life and the date, or why it can't be opened."""
    if kept.broken:
        return _("Can't be opened: {reason}").format(reason=_(kept.reason))
    return _("{life} · {date}").format(life=life_name(kept.branch), date=moment(kept.when))


def row_name(kept: Kept) -> str:
    """The first line."""
    if kept.broken:
        return kept.path.name
    return _("{level}, {season}").format(level=kept.title, season=stands_at(kept))


def note_text(note: Note, level: Level) -> str:
    """A note as a sentence in the language of the player."""
    values = dict(note.values)
    if note.turn >= 0:
        values["season"] = season_of_turn(level, note.turn)
    return _(TEXTS[note.kind]).format(**values)


def season_of_turn(level: Level, turn: int) -> str:
    """Season and year of a turn."""
    return season_name(level.season(turn), level.year(turn))


def two_ledgers(kept: Kept) -> Lines:
    """The harvests that a save tells of, as the chart takes them."""
    # A save does not tell the harvests of the year before, so the axis begins a year later.
    return chart_lines(harvests(kept), kept.turns - 4, kept.start[0] + 1)


def harvests(kept: Kept) -> list[HarvestView]:
    """The harvests of its closed turns, as far as the save tells of them."""
    return harvests_of(kept.told, [kept.season(turn) for turn in range(kept.turn)])


def harvests_of(
    told: Sequence[Told | None], calendar: Sequence[tuple[int, int]]
) -> list[HarvestView]:
    """The harvests of closed turns; `calendar` has year and season of each."""
    found = []
    for one, (year, season) in zip(told, calendar, strict=False):
        if one is None or not one.harvest_kind:
            continue
        grain = one.harvest_low_kg, one.harvest_kg, one.harvest_high_kg
        figure = Figure(one.harvest_kind, *grain, 0)
        found.append(
            HarvestView(year, season, 0, one.reported_kg, figure, one.taken_kg, before=False)
        )
    return found


def season_facts(season: Told) -> list[Fact]:
    """A closed season in a few figures."""
    found = []
    if season.harvest_kind:
        grain = season.harvest_low_kg, season.harvest_kg, season.harvest_high_kg
        figure = Figure(season.harvest_kind, *grain, 0)
        found += [
            Fact(_("Harvest, as reported"), tonnes(season.reported_kg), "cinnabar_deep"),
            Fact(_("Harvest, as brought in"), known(figure), "indigo"),
            Fact(_("Taken by the state"), tonnes(season.taken_kg)),
        ]
    word = _(STANDINGS[standing_word(season.standing_pm)])
    return [
        *found,
        Fact(_("People at its end"), number(season.people)),
        Fact(_("Born"), number(season.births)),
        Fact(_("Died"), number(season.deaths)),
        Fact(_("Left the village"), number(season.left)),
        Fact(_("Standing with the county"), word),
    ]
