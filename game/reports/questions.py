"""Questions: open ones for a class, some of them about this game's own figures. None is graded."""

from collections.abc import Iterator, Sequence

from game.reports.accounts import harvests
from game.reports.debrief import QUESTIONS, Debrief
from game.reports.decisions import Decision, accounts
from game.reports.telling import signed, told
from game.sim.views import HarvestView
from game.sim.why import Parts
from game.words import N_, _, season_name, tonnes

Figures = tuple[tuple[str, tuple[Parts, ...]], ...]
WIDE = N_(
    "In {when} the office wrote {report_kg}; {actual_kg} had been brought in. Who knew both"
    " figures on that day, and to whom could they have said so?"
)
TAKEN = N_(
    "In {when} {taken_kg} were taken of {actual_kg}. By whose figures was that a fair share, and"
    " who would have had to change one?"
)
SMALL = N_(
    "One decision undone would have changed the deaths in this village by about {count}. What did"
    " the office know when it was taken: {words}?"
)
COST = N_(
    "In some of the other lives the secretary is removed from office. Would you have risked that,"
    " and for how many people?"
)
COST_TOO = N_(
    "You were removed from office, and in some of the other lives the secretary is removed sooner"
    " or later than here. What would you have risked that for, and for how many people?"
)
WRITING = N_("For one minute, in silence: write down one question that these pages do not answer.")


def questions(
    found: Debrief, chosen: Sequence[Decision], asked: Sequence[str] = ()
) -> tuple[str, ...]:
    """The questions, those about this game first; the last one is for a minute of silence.

    Args:
        found: the debrief
        chosen: decisions that weighed
        asked: the level's own questions, in the place of the usual ones
    """
    usual = tuple(asked) or tuple(_(text) for text in QUESTIONS)
    return (*(text for text, _parts in own(found, chosen)), *usual, _(WRITING))


def own(found: Debrief, chosen: Sequence[Decision]) -> Iterator[tuple[str, Figures]]:
    """Those about this game, each with its figures as they read, and their parts."""
    chosen = [decision for decision in chosen if not decision.successor]
    mine = [harvest for harvest in found.harvests if not harvest.before]
    if mine:
        wide = max(mine, key=lambda one: one.reported_kg - one.actual.kg)
        if wide.reported_kg > wide.actual.kg:
            yield told(WIDE, _values(wide)), _parts(wide, "reported", "actual")
        hard = max(mine, key=lambda one: one.taken_kg * 1000 // max(1, one.actual.kg))
        if hard.taken_kg:
            yield told(TAKEN, _values(hard)), _parts(hard, "taken", "actual")
    if chosen and chosen[0].deaths:
        values: dict[str, object] = {"count": abs(chosen[0].deaths), "words": chosen[0].words}
        amounts = [*chosen[0].amounts[:1]]
        deaths = signed(chosen[0].deaths), accounts(chosen[0])["deaths"]
        yield told(SMALL, values), (deaths, *amounts)
    if any(decision.removed_turn >= 0 for decision in chosen):
        yield _(COST if found.removed_turn < 0 else COST_TOO), ()


def _parts(harvest: HarvestView, *figures: str) -> Figures:
    found = [harvests(figure, [harvest]) for figure in figures]
    return tuple((tonnes(parts[0].value), parts) for parts in found)


def _values(harvest: HarvestView) -> dict[str, object]:
    return {
        "when": season_name(harvest.season, harvest.year).lower(),
        "report_kg": harvest.reported_kg, "actual_kg": harvest.actual.kg,
        "taken_kg": harvest.taken_kg,
    }  # fmt: skip
