"""Whole: all that a debrief says of a game, on the screen and on the page. Plain data."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.levelfiles.text import questions_of
from game.reports.debrief import LIMITS, Debrief, Played, debrief
from game.reports.decisions import Decision, decisions
from game.reports.lives import OWN, OWN_ABOUT, Life, life
from game.reports.marks import Mark, marks
from game.reports.paths import Path, paths, whole
from game.reports.questions import questions
from game.reports.weighed_like import SumsLike, WeighedLike
from game.sim.level import Level
from game.sim.why import Chain, Parts
from game.words import _, number


@dataclass(frozen=True, slots=True)
class Game:
    """Which game it was."""

    place: str  # the commune's name
    note: str  # what is invented
    level: str
    seed: int
    run: int
    turns: int  # that were played
    name: str  # of the save, where it is laid beside others


@dataclass(frozen=True, slots=True)
class Beyond:
    """Deaths beyond the usual: a range, never one number."""

    low: int
    high: int
    lucks: int  # over how many
    usual_pm: int  # deaths of a usual year, per 1000 people
    parts: tuple[Parts, ...]  # of both ends


@dataclass(frozen=True, slots=True)
class Whole:
    """All of it."""

    game: Game
    level: Level
    found: Debrief
    years: tuple[Path, ...]
    together: Path
    decisions: tuple[Decision, ...]
    beyond: Beyond
    lives: tuple[Life, ...]  # the first is the game itself
    marks: tuple[Mark, ...]
    questions: tuple[str, ...]
    limits: tuple[str, ...]


USUAL = 11


def whole_of(played: Played, weighed: WeighedLike, others: Sequence[Life], name: str = "") -> Whole:
    """Everything about a game.

    Args:
        played: the game, with at least one closed turn
        weighed: its decisions undone, from play.otherwise
        others: other lives of the same seed
        name: of its save
    """
    level, found = played.level, debrief(played)
    chosen = decisions(level, played.seed, played.run, weighed)
    years = tuple(paths(level, played.entries, played.states))
    place = level.words.get("level.place", level.id).partition(",")[0]
    sums = weighed.as_it_was
    return Whole(
        game=Game(
            place, level.words.get("level.note", ""), level.id, played.seed, played.run,
            len(played.states), name,
        ),
        level=level,
        found=found,
        years=years,
        together=whole(years),
        decisions=chosen,
        beyond=_beyond(sums),
        lives=(life(_(OWN), _(OWN_ABOUT), played, found), *others),
        marks=marks(level),
        questions=questions(found, chosen, questions_of(level.words)),
        limits=tuple(_(text) for text in LIMITS),
    )  # fmt: skip


def _beyond(sums: SumsLike) -> Beyond:
    """The least and the most over all lucks: deaths less those of usual years."""
    ends = []
    for bound, end in (("low", min(sums.beyond)), ("high", max(sums.beyond))):
        at = sums.beyond.index(end)
        chain = Chain("beyond", "persons", "", bound).start("all_deaths", sums.deaths[at])
        ends.append(chain.add("usual_deaths", end - sums.deaths[at]).least("nothing", 0).done())
    return Beyond(ends[0].value, ends[1].value, len(sums.beyond), USUAL, tuple(ends))


def beyond_words(one: Beyond) -> str:
    """Deaths beyond the usual as a range, with what the range is."""
    if not one.high:
        return _("With these orders no more people died than in usual years.")
    return _(
        "Beyond the usual, between {low} and {high} people died: the range over {lucks} courses of"
        " weather and chance under the same orders. Usual is what the model has for people who are"
        " fed, about {usual} in 1,000 a year, near the registered rate of 1957. Other coefficients"
        " would give a wider range."
    ).format(
        low=number(one.low), high=number(one.high), lucks=number(one.lucks), usual=one.usual_pm
    )
